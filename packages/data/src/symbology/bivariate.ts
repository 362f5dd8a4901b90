/** Two numbers at once: a class for each pair of their classes, in the colours of both ramps printed over each other. */
import type { Locale, Text } from '@yizhangtu/base/locale';
import { formatCompact } from '@yizhangtu/base/number-format';
import type { Dataset } from '../model/dataset.js';
import type { Filter } from '../model/query-types.js';
import { NO_DATA } from '../model/text.js';
import type { Column } from '../model/types.js';
import { categoryWords } from '../words/row-text.js';
import { breakClasses } from './break-symbology.js';
import type { BivariateSpec, BreaksSpec } from './spec.js';
import type { SymbolAxis, SymbolClass, Symbology } from './types.js';

/** One field: its classes without the missing one, and the class of each row. */
interface Scale extends SymbolAxis {
  readonly classes: readonly SymbolClass[];
  readonly classOf: Uint8Array;
}

/** The symbology but for its words. Without columns (nothing has come yet) it has no classes. */
export function bivariateSymbology(dataset: Dataset, { axes }: BivariateSpec, columns: readonly [Column, Column] | undefined): Omit<Symbology, 'spec'> {
  const [first, second] = axes;
  const names = axes.map(({ field }): Text => ({ zh: dataset.label(field, 'zh-CN'), en: dataset.label(field, 'en') })) as [Text, Text];
  const label = { zh: `${names[0].zh} × ${names[1].zh}`, en: `${names[0].en} × ${names[1].en}` };
  const head = { kind: 'bivariate' as const, label, filterKey: `${first.field}×${second.field}` };
  if (!columns) return { ...head, classes: [], classOf: new Uint8Array(0) };
  const x = scaleOf(dataset, first, columns[0], names[0]);
  const y = scaleOf(dataset, second, columns[1], names[1]);
  const pairs = y.classes.flatMap((high) => x.classes.map((wide) => pairOf(wide, high, names)));
  const classOf = new Uint8Array(x.classOf.length);
  for (let row = 0; row < classOf.length; row++) {
    const [at, up] = [x.classOf[row] as number, y.classOf[row] as number];
    classOf[row] = at < x.count && up < y.count ? at + up * x.count : pairs.length;
  }
  const classes = classOf.includes(pairs.length) ? [...pairs, incomplete(first.field, second.field)] : pairs;
  return { ...head, axes: [axisOf(x), axisOf(y)], classes, classOf };
}

function scaleOf(dataset: Dataset, spec: BreaksSpec, column: Column, label: Text): Scale {
  const { classes: all, classOf } = breakClasses(dataset, spec, column);
  const classes = all.filter(({ key }) => key !== null);
  const { unit } = dataset.field(spec.field);
  const write = (value: number, locale: Locale): string =>
    column.kind === 'date' ? categoryWords(dataset, spec.field, value, locale) : formatCompact(value, { maxDigits: 2 }, locale).text;
  const ticks = classes.slice(1).map(({ min = 0 }) => ({ zh: write(min, 'zh-CN'), en: write(min, 'en') }));
  return { field: spec.field, label, ...(unit && { unit }), count: classes.length, ticks, classes, classOf };
}

function axisOf({ field, label, unit, count, ticks }: Scale): SymbolAxis {
  return { field, label, ...(unit && { unit }), count, ticks };
}

function pairOf(x: SymbolClass, y: SymbolClass, [first, second]: readonly [Text, Text]): SymbolClass {
  return {
    key: undefined,
    label: { zh: `${first.zh} ${x.label.zh}，${second.zh} ${y.label.zh}`, en: `${first.en} ${x.label.en}, ${second.en} ${y.label.en}` },
    color: overprint(x.color, y.color),
    filter: { kind: 'all', filters: [x.filter, y.filter].filter((filter): filter is Filter => filter !== undefined) },
  };
}

/** Rows that lack one of the two numbers, or both. */
function incomplete(first: string, second: string): SymbolClass {
  const both: Filter = { kind: 'all', filters: [{ kind: 'range', field: first }, { kind: 'range', field: second }] };
  return { key: null, label: NO_DATA, color: 'token:data-none', filter: { kind: 'not', filter: both } };
}

/** Share of a colour that is printed over the other; the rest is mixed, so that two strong colours do not drown in black on a dark map. */
const PRINTED = 0.7;

/** Two inks on each other: channels multiplied, as in print, and softened. */
export function overprint(a: string, b: string): string {
  const part = (at: number): string => {
    const one = Number.parseInt(a.slice(at, at + 2), 16);
    const two = Number.parseInt(b.slice(at, at + 2), 16);
    return Math.round((PRINTED * one * two) / 255 + ((1 - PRINTED) * (one + two)) / 2).toString(16).padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}
