import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Dataset } from './dataset.js';
import { datasetOf, rows } from './plain.fixture.js';
import type { Part } from './query-types.js';

const few = (counts: Readonly<Record<string, number>>): Dataset =>
  Dataset.fromColumns({ columns: { k: Object.entries(counts).flatMap(([key, count]) => Array.from({ length: count }, () => key)) } }, { schema: { id: 't', fields: [], suppressBelow: 5 } });
const ask = (dataset: Dataset): (readonly [unknown, number])[] => dataset.query({ groupBy: 'k', measures: [{ kind: 'count' }] }).groups.map(({ key, values }) => [key, values[0] as number]);

test('groups of few rows are not told, and keep their place', () => {
  expect(ask(few({ a: 20, b: 4, c: 3 }))).toEqual([['a', 20], ['b', NaN], ['c', NaN]]);
});

test('one that could be worked out from the total takes the next smallest with it', () => {
  expect(ask(few({ a: 20, b: 9, c: 3 }))).toEqual([['a', 20], ['b', NaN], ['c', NaN]]);
});

test('a total of few rows is not told either', () => {
  const { total } = few({ a: 3 }).query({ measures: [{ kind: 'count' }] });
  expect(total).toEqual({ key: null, count: NaN, values: [NaN], suppressed: true });
});

test('a number that was hidden for the sake of another is not told by the zeros beside it', () => {
  const dataset = Dataset.fromColumns({ columns: { k: ['乙', '乙', '丙', '丙'], i: ['1', '1', '1', '0'] } }, { schema: { id: 't', fields: [], suppressBelow: 2 } });
  const { groups } = dataset.query({ groupBy: 'k', splitBy: 'i', measures: [{ kind: 'count' }] });
  // 乙 has all its rows at 1. Were its 0 told, so would be its 2 by the total of the row, and then the 1 of 丙 by that of the column.
  const cells = groups.map(({ parts }) => (parts ?? []).map(({ suppressed }) => suppressed === true));
  expect(cells).toEqual([[true, true], [true, true]]);
});

test('no hidden number of a two-way table can be worked out along its row or column', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 2, max: 6 }), (data, suppressBelow) => {
      const dataset = datasetOf(data);
      dataset.schema = { id: 't', fields: [], suppressBelow };
      const { groups, total } = dataset.query({ groupBy: 't', splitBy: 'i', measures: [{ kind: 'sum', field: 'i' }] });
      const told = (part: Part): boolean => !part.suppressed;
      const alone = (parts: readonly Part[], sum: Part): boolean => told(sum) && parts.filter((part) => !told(part)).length === 1;
      for (const group of groups) {
        for (const part of [group, ...(group.parts ?? [])]) {
          if (told(part)) expect(part.count === 0 || part.count >= suppressBelow).toBe(true);
          else expect([part.count, ...part.values].every(Number.isNaN)).toBe(true);
        }
        if (alone(group.parts ?? [], group)) expect.unreachable(JSON.stringify(groups));
      }
      (total.parts ?? []).forEach((margin, j) => {
        if (alone(groups.map((group) => group.parts?.[j] as Part), margin)) expect.unreachable(JSON.stringify(groups));
      });
      if (alone(groups, total)) expect.unreachable(JSON.stringify(groups));
    }),
    { numRuns: 300 },
  );
});
