/** A value of another row with the same key, as a column. */
import { YztError } from '@yizhangtu/base/errors';
import type { DerivedColumn, FarLookup, RowSource } from '../model/derived-columns.js';
import { groupingSteps } from '../model/grouping.js';
import { decoded } from '../model/packed-text.js';
import { NO_CODE, type Column, type FieldSchema } from '../model/types.js';
import { atOnce, type Steps } from '../steps/drive.js';

/** Rows between two pauses. */
const STEP = 1 << 16;

/** Rows to look values up in. */
export interface LookedUp {
  /** Holds the key. */
  readonly keys: Column;
  /** Holds what is wanted. */
  readonly values: Column;
}

/**
 * A column with the value of the first row elsewhere that has the same key: the name of the business, on the rows of its inspections. A
 * number `37` and the word `37` are the same key; a missing key finds nothing.
 * @param by Field of the rows that holds the key.
 * @throws YztError `unknown-field`, when it is worked out, if the rows have no such field.
 */
export function copiedColumn(field: FieldSchema, by: string, from: LookedUp): DerivedColumn {
  // An engine is told of a field again whenever another one changes.
  let values: FarLookup['values'] | undefined;
  return {
    field,
    uses: [by],
    kind(rows) {
      keyIn(rows, by);
      return from.values.kind;
    },
    far: () => ({ by, values: (values ??= valuesByKey(from)) }),
    *steps(rows) {
      const column = keyIn(rows, by);
      const firstOf = yield* firstRows(from.keys);
      const { codes, keys } = yield* groupingSteps(column);
      yield* decoded(from.values);
      const rowOf = keys.map((key) => (key === null ? -1 : (firstOf.get(String(key)) ?? -1)));
      yield 0.7;
      return taken(from.values, field.name, rows.rowCount, (row) => rowOf[codes[row] as number] ?? -1);
    },
  };
}

function keyIn(rows: RowSource, by: string): Column {
  const column = rows.column(by);
  if (column) return column;
  throw new YztError('unknown-field', { zh: `没有字段「${by}」。请检查 key 的字段名（区分大小写）。`, en: `there is no field "${by}". Check the name in key; case matters.` });
}

/** What each key stands for, but for keys whose first row has no value. */
function valuesByKey({ keys, values }: LookedUp): FarLookup['values'] {
  const valueAt = (row: number): number | string | boolean | undefined => {
    if (values.kind === 'text') return values.dictionary[values.codes[row] as number];
    if (values.kind === 'boolean') return [false, true][values.values[row] as number];
    return values.values[row];
  };
  const found = [...atOnce(firstRows(keys))].map(([key, row]) => [key, valueAt(row)] as const);
  return new Map(found.filter((one): one is readonly [string, number | string | boolean] => one[1] !== undefined && one[1] === one[1]));
}

/** The first row of each key. */
function* firstRows(column: Column): Steps<ReadonlyMap<string, number>> {
  const { codes, keys } = yield* groupingSteps(column);
  const first = new Int32Array(keys.length).fill(-1);
  for (let row = codes.length - 1; row >= 0; row--) {
    first[codes[row] as number] = row;
    if (row % STEP === 0) yield 0.5 * (1 - row / codes.length);
  }
  return new Map(keys.flatMap((key, code): [string, number][] => (key === null || (first[code] as number) < 0 ? [] : [[String(key), first[code] as number]])));
}

/** Values of other rows, `−1` for none. */
function taken(column: Column, name: string, count: number, rowOf: (row: number) => number): Column {
  const fill = <T extends { [index: number]: number }>(into: T, of: ArrayLike<number>, none: number): T => {
    for (let row = 0; row < count; row++) {
      const from = rowOf(row);
      into[row] = from < 0 ? none : (of[from] as number);
    }
    return into;
  };
  if (column.kind === 'text') return { kind: 'text', name, dictionary: column.dictionary, codes: fill(new Uint32Array(count), column.codes, NO_CODE) };
  if (column.kind === 'boolean') return { ...column, name, values: fill(new Uint8Array(count), column.values, 2) };
  return { ...column, name, values: fill(new Float64Array(count), column.values, Number.NaN) };
}
