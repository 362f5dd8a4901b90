import { YztError } from '@yizhangtu/base/errors';
import type { Dataset, DatasetLike } from '@yizhangtu/data/model';
import { inParts, atOnce, type Steps } from '@yizhangtu/data/steps';
import { unknownField } from '../chart/chart-refusals.js';

/** The rows that can be drawn, with their numbers. */
export interface ScatterPoints {
  /** Row of each point. */
  readonly rows: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** What sizes follow; NaN where a row has none. undefined without a field of sizes. */
  readonly size: Float64Array | undefined;
  /** Rows without one of the two numbers. */
  readonly missing: number;
  /** Rows that a logarithmic axis cannot show. */
  readonly notAbove: number;
}

/** Before there is anything. */
export const NO_POINTS: ScatterPoints = { rows: new Uint32Array(0), x: new Float64Array(0), y: new Float64Array(0), size: undefined, missing: 0, notAbove: 0 };

/** What decides about the points. */
export interface PointFields {
  readonly x: string;
  readonly y: string;
  readonly size?: string | undefined;
  readonly logX: boolean;
  readonly logY: boolean;
}

/**
 * Points of the rows that pass.
 * @param passes 1 for each row that counts.
 */
export function pointsOf(dataset: Dataset, fields: PointFields, passes: Uint8Array): ScatterPoints {
  return atOnce(pointSteps(dataset, fields, passes));
}

/** The same in steps. */
export function* pointSteps(dataset: Dataset, fields: PointFields, passes: Uint8Array): Steps<ScatterPoints> {
  const [xs, ys, sizes] = [fields.x, fields.y, fields.size].map((name) => {
    const column = name === undefined ? undefined : dataset.column(name);
    return column?.kind === 'number' ? column.values : undefined;
  });
  const rows = new Uint32Array(passes.length);
  let [count, missing, notAbove] = [0, 0, 0];
  const { logX, logY } = fields;
  yield* inParts(passes.length, (from, to) => {
    for (let row = from; row < to; row += 1) {
      if (passes[row] === 0) continue;
      const x = xs ? (xs[row] as number) : Number.NaN;
      const y = ys ? (ys[row] as number) : Number.NaN;
      if (x - x !== 0 || y - y !== 0) missing += 1;
      else if ((logX && x <= 0) || (logY && y <= 0)) notAbove += 1;
      else rows[count++] = row;
    }
  });
  const kept = rows.slice(0, count);
  const x = yield* numbersAt(kept, xs);
  const y = yield* numbersAt(kept, ys);
  return { rows: kept, x, y, size: sizes && (yield* numbersAt(kept, sizes)), missing, notAbove };
}

/** The numbers of rows. Written out: `from` would go through an iterator, which takes 50 ms for a million. */
function* numbersAt(rows: Uint32Array, values: ArrayLike<number> | undefined): Steps<Float64Array> {
  const numbers = new Float64Array(rows.length);
  yield* inParts(rows.length, (from, to) => {
    for (let i = from; i < to; i += 1) numbers[i] = values?.[rows[i] as number] ?? Number.NaN;
  });
  return numbers;
}

const ends = new WeakMap<Float64Array, readonly [min: number, max: number]>();

/** Least and largest of numbers that do not change any more. */
export function extentOf(values: Float64Array): readonly [min: number, max: number] {
  const known = ends.get(values);
  if (known) return known;
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  ends.set(values, [min, max]);
  return [min, max];
}

/** What is wrong with a field that numbers are read from; undefined for nothing. @param attribute How the page names it. */
export function fieldProblem(dataset: DatasetLike, field: string | undefined, attribute: string, tag: string): YztError | undefined {
  if (field === undefined || field === '' || dataset.columns.length === 0) return undefined;
  const column = dataset.column(field);
  if (!column) return unknownField(tag, attribute, field);
  if (column.kind === 'number') return undefined;
  return new YztError('bad-attribute', {
    zh: `<${tag}>：${attribute}="${field}" 不是数值字段。请写数值字段；类别写在 symbology="class:${field}"。`,
    en: `<${tag}>: ${attribute}="${field}" holds no numbers. Name a field of numbers; categories go into symbology="class:${field}".`,
  });
}

/** Number of the point of a row; −1 for none. */
export function pointOf({ rows }: ScatterPoints, row: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = rows[middle] as number;
    if (at === row) return middle;
    if (at < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
