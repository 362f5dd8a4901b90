/** Classes of a number by limits. */
import { YztError } from '@yizhangtu/base/errors';
import { formatNumber } from '@yizhangtu/base/number-format';
import { formatQuantity, quantityOf, unitOf } from '@yizhangtu/base/units';
import { ramp } from '@yizhangtu/standards/ramps';
import type { DatasetLike, FieldInfo } from '../model/dataset-like.js';
import type { Dataset } from '../model/dataset.js';
import { decoded } from '../model/packed-text.js';
import type { Column, FieldSchema } from '../model/types.js';
import { atOnce, type Steps } from '../steps/drive.js';
import { inParts } from '../steps/in-parts.js';
import { categoryWords } from '../words/row-text.js';
import { breaksOf } from './breaks.js';
import { missingClass } from './class-symbology.js';
import { classWords, type LimitWriting } from './class-words.js';
import { holdsWhole, knownNumbers } from './counted.js';
import { naturalLimitsOf } from './late-limits.js';
import type { BreaksSpec } from './spec.js';
import type { SymbolClass } from './types.js';

/** Stands for no class while rows are placed. */
const NONE = 255;

/** What the words of a column read as: each layer and legend would read a million again. */
const read = new WeakMap<Column, Float64Array>();
/** Words or rows between two pauses. */
const STEP = 1 << 14;

/** Numbers of a column; NaN for missing. Text that reads as a number counts. @throws YztError `bad-attribute` for booleans. */
export function numbersOf(column: Column): ArrayLike<number> {
  return atOnce(numberSteps(column));
}

/** The same in steps: words may have to be made first. */
function* numberSteps(column: Column): Steps<ArrayLike<number>> {
  if (column.kind === 'number' || column.kind === 'date') return column.values;
  if (column.kind === 'boolean') throw notNumbers(column.name);
  const known = read.get(column);
  if (known) return known;
  yield* decoded(column);
  const { dictionary, codes } = column;
  const words = new Float64Array(dictionary.length);
  for (let code = 0; code < words.length; code++) {
    const word = dictionary[code] as string;
    words[code] = word.trim() === '' ? Number.NaN : Number(word);
    if (code % STEP === STEP - 1) yield 0.5;
  }
  const numbers = new Float64Array(codes.length);
  for (let row = 0; row < numbers.length; row++) {
    numbers[row] = words[codes[row] as number] ?? Number.NaN;
    if (row % (8 * STEP) === 8 * STEP - 1) yield 0.9;
  }
  read.set(column, numbers);
  return numbers;
}

/** What is said of a field that is true or false. */
export function notNumbers(name: string): YztError {
  return new YztError('bad-attribute', {
    zh: `字段「${name}」是布尔值，不能分级；请用 class:${name}。`,
    en: `Field "${name}" is true or false and cannot be cut into classes; use class:${name}.`,
  });
}

/** Class of each row by limits, and the number of rows that have a number. */
interface Placed {
  readonly limits: readonly number[];
  readonly classOf: Uint8Array;
  readonly known: number;
}

/** The last ones of each column: layer, legend, list and chart of one spec share them, and other colours cost nothing. */
const kept = new WeakMap<Column, Placed>();

/** Classes and the class of each row, kept and shared: do not write into them. In steps. */
export function* breakSteps(dataset: Dataset, spec: BreaksSpec, column: Column): Steps<{ classes: readonly SymbolClass[]; classOf: Uint8Array }> {
  const values = yield* numberSteps(column);
  const whole = isCounted(dataset.field(spec.field), column) && allWhole(values);
  const limits = spec.edges ?? (yield* limitSteps(dataset, spec, column, values, whole));
  const last = kept.get(column);
  const placed = last && same(last.limits, limits) ? last : yield* placing(values, limits);
  kept.set(column, placed);
  const { classOf, known } = placed;
  const classes = known > 0 ? limitClasses(dataset, spec, limits, whole) : [];
  return { classes: known < classOf.length ? [...classes, missingClass(spec.field)] : classes, classOf };
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((limit, i) => limit === b[i]);
}

/** Rows without a number are in the class after the last one, which is the first where there are no others. */
function* placing(values: ArrayLike<number>, limits: readonly number[]): Steps<Placed> {
  const edges = Float64Array.from(limits);
  const classOf = new Uint8Array(values.length);
  let known = 0;
  yield* inParts(values.length, (from, to) => (known += placeRows(classOf, values, edges, from, to)));
  const missing = known > 0 ? limits.length + 1 : 0;
  if (known < values.length) for (let row = 0; row < classOf.length; row++) if (classOf[row] === NONE) classOf[row] = missing;
  return { limits, classOf, known };
}

/** Gives the number of those that have a number. */
function placeRows(classOf: Uint8Array, values: ArrayLike<number>, edges: Float64Array, from: number, to: number): number {
  let known = 0;
  for (let row = from; row < to; row++) {
    const value = values[row] as number;
    if (value - value !== 0) {
      classOf[row] = NONE;
      continue;
    }
    known++;
    // Number of limits that are not above the value. There are at most eleven, so a loop beats a search, and one that never branches beats one that stops.
    let place = 0;
    for (let i = 0; i < edges.length; i++) place += Number((edges[i] as number) <= value);
    classOf[row] = place;
  }
  return known;
}

function* limitSteps(dataset: Dataset, spec: BreaksSpec, column: Column, values: ArrayLike<number>, whole: boolean): Steps<readonly number[]> {
  const { count, method } = spec;
  yield 0.2;
  const known = knownNumbers(values);
  yield 0.3;
  const limits = method === 'jenks' ? naturalLimitsOf(dataset, column, known, count) : breaksOf(known, count, method === 'manual' ? 'equal' : method);
  yield 0.6;
  return roundedLimits(limits, whole);
}

/** Limits of whole numbers are whole: 2.5 parts the same ones as 3, and two limits may part none. */
export function roundedLimits(limits: readonly number[], whole: boolean): readonly number[] {
  return whole ? [...new Set(limits.map(Math.ceil))] : limits;
}

/** Things and people are counted, areas and lengths are measured, even where a source has them without digits. */
export function isCounted({ unit = '', digits }: FieldSchema, column: FieldInfo): boolean {
  const id = unitOf(unit);
  return column.kind !== 'date' && !digits && (id === undefined || quantityOf(id) === 'people');
}

/** Whether a field holds counted things, whose limits are whole numbers. Of rows elsewhere as far as their server says it. */
export function isWhole(dataset: DatasetLike, field: string): boolean {
  const column: FieldInfo & { readonly values?: ArrayLike<number> } | undefined = dataset.column(field);
  return column?.kind === 'number' && isCounted(dataset.field(field), column) && (column.values ? allWhole(column.values) : column.whole === true);
}

function allWhole(values: ArrayLike<number>): boolean {
  if (holdsWhole(values)) return true;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value - value === 0 && value !== Math.floor(value)) return false;
  }
  return true;
}

/** The classes between limits, without that of missing values. */
export function limitClasses(dataset: DatasetLike, spec: BreaksSpec, limits: readonly number[], whole: boolean): SymbolClass[] {
  const colors = ramp(spec.ramp, limits.length + 1);
  const writing = { ...limitWriting(dataset, spec.field), whole };
  return colors.map((color, index) => {
    const min = limits[index - 1];
    const max = limits[index];
    return {
      key: undefined,
      label: classWords(min, max, writing),
      color,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      filter: {
        kind: 'range',
        field: spec.field,
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max, maxExclusive: true }),
      },
    };
  });
}

/** Limits are shown as they are; the breaks themselves are already short. */
const LIMIT_DIGITS = 12;

/** The unit stands once, at the end: 500–1,000 ㎡. */
function limitWriting(dataset: DatasetLike, field: string): LimitWriting {
  if (dataset.column(field)?.kind === 'date') return { dates: true, write: (value, _, locale) => categoryWords(dataset, field, value, locale) };
  const { unit, plain } = dataset.field(field);
  const written = { maxDigits: LIMIT_DIGITS, ...(plain && { grouping: 'none' as const }) };
  return { write: (value, last, locale) => (unit ? formatQuantity(value, unit, written, locale)[last ? 'text' : 'number'] : formatNumber(value, written)) };
}
