/** Values of other rows with the same key, as a column. */
import { groupingSteps } from '../model/grouping.js';
import type { DerivedColumn } from '../model/derived-columns.js';
import type { Answer } from '../model/query-types.js';
import type { FieldSchema } from '../model/types.js';

/** Keys between two pauses. */
const STEP = 1 << 14;

/** A number for each key. */
export type KeyedValues = ReadonlyMap<string, number>;

/**
 * The numbers of an answer by the keys of its groups, as words: how many venues each district has, once they are grouped by district. A
 * number `37` and the word `37` are the same key; a group of missing values has none.
 * @param measure Which of the measures. Default the first.
 */
export function keyedValues(answer: Answer, measure = 0): KeyedValues {
  return new Map(answer.groups.flatMap(({ key, values }): [string, number][] => (key === null ? [] : [[String(key), values[measure] ?? Number.NaN]])));
}

/**
 * A column of numbers looked up by the key in another column: the number of venues of each district, on the rows of the districts.
 * @param by Field of the rows that holds the key.
 * @param values Numbers by key.
 * @param otherwise Number of a row whose key has none: 0 for counts and sums, NaN (missing) for means. Default NaN.
 */
export function valueColumn(field: FieldSchema, by: string, values: KeyedValues, otherwise = Number.NaN): DerivedColumn {
  return {
    field,
    uses: [by],
    kind: () => 'number',
    far: () => ({ by, values, otherwise }),
    *steps(rows) {
      const column = rows.column(by);
      const numbers = new Float64Array(rows.rowCount).fill(Number.NaN);
      if (!column) return { kind: 'number', name: field.name, values: numbers };
      const { codes, keys } = yield* groupingSteps(column);
      const ofKey = new Float64Array(keys.length);
      for (let key = 0; key < ofKey.length; key++) {
        ofKey[key] = values.get(String(keys[key])) ?? otherwise;
        if (key % STEP === STEP - 1) yield (0.5 * key) / ofKey.length;
      }
      for (let row = 0; row < numbers.length; row++) numbers[row] = ofKey[codes[row] as number] ?? Number.NaN;
      return { kind: 'number', name: field.name, values: numbers };
    },
  };
}
