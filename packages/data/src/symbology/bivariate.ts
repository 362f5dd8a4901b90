/** Two numbers at once: a class for each pair of their classes, in the colours of both ramps printed over each other. */
import type { Locale, Text } from '@yizhangtu/base/locale';
import { formatCompact } from '@yizhangtu/base/number-format';
import type { DatasetLike } from '../model/dataset-like.js';
import type { Dataset } from '../model/dataset.js';
import type { Filter } from '../model/query-types.js';
import { NO_DATA } from '../model/text.js';
import type { Column } from '../model/types.js';
import type { Steps } from '../steps/drive.js';
import { categoryWords } from '../words/row-text.js';
import { breakSteps } from './break-symbology.js';
import type { BivariateSpec, BreaksSpec } from './spec.js';
import type { SymbolAxis, SymbolClass, Symbology } from './types.js';

/** The symbology but for its words, in steps. Without columns (nothing has come yet) it has no classes. */
export function* bivariateSteps(dataset: Dataset, spec: BivariateSpec, columns: readonly [Column, Column] | undefined): Steps<Omit<Symbology, 'spec'>> {
  const [first, second] = spec.axes;
  const head = pairHead(dataset, spec);
  if (!columns) return { ...head, classes: [], classOf: new Uint8Array(0) };
  const x = yield* breakSteps(dataset, first, columns[0]);
  yield 0.5;
  const y = yield* breakSteps(dataset, second, columns[1]);
  yield 0.9;
  const { axes, classes: pairs } = pairedClasses(dataset, spec, [x.classes, y.classes]);
  const classOf = new Uint8Array(x.classOf.length);
  for (let row = 0; row < classOf.length; row++) {
    const [at, up] = [x.classOf[row] as number, y.classOf[row] as number];
    classOf[row] = at < axes[0].count && up < axes[1].count ? at + up * axes[0].count : pairs.length;
  }
  const classes = classOf.includes(pairs.length) ? [...pairs, incompleteClass(first.field, second.field)] : pairs;
  return { ...head, axes, classes, classOf };
}

function namesOf(dataset: DatasetLike, { axes }: BivariateSpec): readonly [Text, Text] {
  return axes.map(({ field }): Text => ({ zh: dataset.label(field, 'zh-CN'), en: dataset.label(field, 'en') })) as [Text, Text];
}

/** What stands over the classes of pairs. */
export function pairHead(dataset: DatasetLike, spec: BivariateSpec): Pick<Symbology, 'label' | 'filterKey'> & { readonly kind: 'bivariate' } {
  const [x, y] = namesOf(dataset, spec);
  return { kind: 'bivariate', label: { zh: `${x.zh} × ${y.zh}`, en: `${x.en} × ${y.en}` }, filterKey: spec.axes.map(({ field }) => field).join('×') };
}

/** Both scales, and a class for each pair of their classes. @param of The classes of each; those of missing values do not count. */
export function pairedClasses(dataset: DatasetLike, spec: BivariateSpec, of: readonly [readonly SymbolClass[], readonly SymbolClass[]]): Required<Pick<Symbology, 'axes' | 'classes'>> {
  const names = namesOf(dataset, spec);
  const [x, y] = of.map((classes) => classes.filter(({ key }) => key !== null)) as [SymbolClass[], SymbolClass[]];
  const axes = [axisOf(dataset, spec.axes[0], x, names[0]), axisOf(dataset, spec.axes[1], y, names[1])] as const;
  return { axes, classes: y.flatMap((high) => x.map((wide) => pairOf(wide, high, names))) };
}

function axisOf(dataset: DatasetLike, { field }: BreaksSpec, classes: readonly SymbolClass[], label: Text): SymbolAxis {
  const { unit } = dataset.field(field);
  const dates = dataset.column(field)?.kind === 'date';
  const write = (value: number, locale: Locale): string => (dates ? categoryWords(dataset, field, value, locale) : formatCompact(value, { maxDigits: 2 }, locale).text);
  const ticks = classes.slice(1).map(({ min = 0 }) => ({ zh: write(min, 'zh-CN'), en: write(min, 'en') }));
  return { field, label, ...(unit && { unit }), count: classes.length, ticks };
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
export function incompleteClass(first: string, second: string): SymbolClass {
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
