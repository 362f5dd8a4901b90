import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { writtenUnit } from '@yizhangtu/base/units';
import { asNow, type Dataset, type DatasetLike, type Filter } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { cellWords, numberWords, rowText } from '@yizhangtu/data/words';
import { rowsOnDemand, type ChartTable } from '../chart/chart-table.js';
import type { TipLine, TipWords } from '../chart/chart-tip.js';
import { outliersOf, placedLabels, type PointLabel } from './scatter-labels.js';
import type { ScatterPoints } from './scatter-points.js';
import type { ScatterScene } from './scatter-scene.js';
import { SCATTER_WORDS } from './scatter-words.js';

/** Where the words of points come from. */
export interface ScatterRows {
  readonly dataset: Dataset;
  readonly locale: Locale;
  readonly points: ScatterPoints;
  /** The fields that are shown: x, y, size. */
  readonly fields: readonly string[];
  readonly labelField: string | undefined;
  readonly model: Symbology | undefined;
}

/** The name of a row: that of its field, else its number. */
export function rowName({ dataset, locale, labelField }: Pick<ScatterRows, 'dataset' | 'locale' | 'labelField'>, row: number): string {
  if (labelField) return rowText(dataset, row, labelField, locale);
  return inWords({ zh: `第 ${formatNumber(row + 1)} 行`, en: `Row ${formatNumber(row + 1)}` }, locale);
}

/** The name of an axis with its unit. */
export function axisName(dataset: DatasetLike, field: string, locale: Locale): string {
  const [name, unit] = [dataset.label(field, locale), writtenUnit(dataset.field(field).unit ?? '', locale)];
  if (unit === '') return name;
  return locale === 'en' ? `${name} (${unit})` : `${name}（${unit}）`;
}

/** The tooltip of a point. */
export function scatterTip(rows: ScatterRows, index: number): TipWords | undefined {
  const { dataset, locale, points, fields, model } = rows;
  const row = points.rows[index];
  if (row === undefined) return undefined;
  const lines = fields.map((field): TipLine => ({ label: dataset.label(field, locale), value: rowText(dataset, row, field, locale) }));
  const one = model && model.kind !== 'fixed' ? model.classes[model.classOf[row] ?? 255] : undefined;
  return { label: rowName(rows, row), lines, ...(one && { note: inWords(one.label, locale) }) };
}

/** A point as one sentence, for the slider that walks over the chart. */
export function pointSentence(rows: ScatterRows, index: number): string {
  const tip = scatterTip(rows, index);
  if (!tip) return '';
  const parts = [tip.label, ...(tip.lines ?? []).map(({ label, value }) => `${label} ${value}`), ...(tip.note === undefined ? [] : [tip.note])];
  return parts.join(rows.locale === 'en' ? ', ' : '，');
}

/** The points as a table: words are made of the rows that are looked at, of the rows as they are now. */
export function scatterTable({ dataset, locale, points, fields, labelField }: ScatterRows): ChartTable {
  const rows = asNow(dataset);
  const label = labelField === undefined ? undefined : dataset.field(labelField);
  const written = fields.map((field) => dataset.field(field));
  const head = labelField ? dataset.label(labelField, locale) : inWords(SCATTER_WORDS.row, locale);
  return {
    columns: [{ head, number: false }, ...fields.map((field) => ({ head: axisName(dataset, field, locale), number: true }))],
    rows: rowsOnDemand(points.rows.length, (index) => {
      const row = points.rows[index] as number;
      const cells = written.map((field) => {
        const value = rows.value(row, field.name);
        return { text: cellWords(rows, row, field, locale), value: typeof value === 'number' ? value : undefined };
      });
      return [{ text: label ? cellWords(rows, row, label, locale) : rowName({ dataset, locale, labelField }, row) }, ...cells];
    }),
  };
}

/** Whose numbers are told, and in which language. */
interface Teller {
  readonly dataset: DatasetLike;
  readonly locale: Locale;
}

/** A number of a field with its unit. */
export function valueWords({ dataset, locale }: Teller, field: string | undefined, value: number): string {
  return numberWords(dataset, field ?? '', value, locale);
}

/** Least and largest number of a field in words. */
export function endsOf(rows: Teller, field: string, [min, max]: readonly [number, number]): readonly [string, string] {
  return [valueWords(rows, field, min), valueWords(rows, field, max)];
}

/** The name of a field in both languages. */
export function fieldNames(dataset: DatasetLike | undefined, field: string): Text {
  return { zh: dataset?.label(field, 'zh-CN') ?? field, en: dataset?.label(field, 'en') ?? field };
}

/** The ends of a filter in words; empty for one that is no range. */
export function spanWords(rows: Teller, filter: Filter): string {
  if (filter.kind !== 'range') return '';
  const { field, min = Number.NaN, max = Number.NaN } = filter;
  return `${rows.dataset.label(field, rows.locale)} ${endsOf(rows, field, [min, max]).join(rows.locale === 'en' ? ' to ' : ' 至 ')}`;
}

/** Points that are named at most. */
const MOST_LABELS = 10;

/** Names beside the points that stand far from the others. */
export function outlierLabels(scene: ScatterScene, rows: ScatterRows): readonly PointLabel[] {
  const points = outliersOf(scene.xs, scene.ys, MOST_LABELS).map((index) => ({
    index,
    text: rowName(rows, rows.points.rows[index] as number),
    x: scene.xs[index] as number,
    y: scene.ys[index] as number,
    radius: scene.radius(index),
  }));
  const { left, width: right, top, bottom, measure } = scene;
  return placedLabels(points, { left, right, top, bottom, measure, lineHeight: scene.small * 1.3 });
}
