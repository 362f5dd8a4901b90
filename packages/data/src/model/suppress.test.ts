import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Dataset } from './dataset.js';
import { datasetOf, rows } from './plain.fixture.js';
import { plainSuppressed } from './plain-suppress.fixture.js';
import type { Answer, Group, Part } from './query-types.js';
import { suppressedAnswer, suppressedSteps } from './suppress.js';

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

const part = fc.record({ count: fc.oneof(fc.nat(8), fc.nat(100)), values: fc.tuple(fc.double()) });
const answers: fc.Arbitrary<Answer> = fc.tuple(fc.nat(7), fc.nat(5), fc.boolean(), fc.boolean()).chain(([height, width, split, withRest]) => {
  const line = fc.record({ key: fc.string(), count: fc.nat(60), values: fc.tuple(fc.double()), ...(split && { parts: fc.array(part, { minLength: width, maxLength: width }) }) });
  return fc.record({ groups: fc.array(line, { minLength: height, maxLength: height }), total: line, ...(withRest && { rest: line }) }) as fc.Arbitrary<Answer>;
});

test('is what plain loops hide, at once and in steps', () => {
  fc.assert(
    fc.property(answers, fc.integer({ min: 2, max: 9 }), (answer, least) => {
      const plain = plainSuppressed(answer, least);
      expect(suppressedAnswer(answer, least)).toEqual(plain);
      expect([...suppressedSteps(answer, least)].length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test('of very many groups it pauses, and what is asked tells as little as what is asked at once', async () => {
  const groups = Array.from({ length: 20_000 }, (_, i): Group => ({ key: i, count: i % 9, values: [i % 9] }));
  expect([...suppressedSteps({ groups, total: { key: null, count: 9, values: [9] } }, 5)].length).toBeGreaterThan(8);
  const dataset = Dataset.fromColumns({ columns: { k: Float64Array.from({ length: 120_000 }, (_, i) => (i * i) % 30_011), s: Array.from({ length: 120_000 }, (_, i) => `${i % 7}`) } }, { schema: { id: 't', fields: [], suppressBelow: 5 } });
  for (const query of [{ groupBy: 'k', measures: [{ kind: 'count' as const }] }, { groupBy: 'k', splitBy: 's', measures: [{ kind: 'count' as const }] }]) expect(await dataset.ask(query)).toEqual(dataset.query(query));
});
