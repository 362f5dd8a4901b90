import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberEdges } from './bins.js';
import { Dataset } from './dataset.js';
import { groupFilter } from './group-filter.js';
import { datasetOf, filter, groupKeyOf, keyOf, measure, passes, plainMeasure, rows, same, type Field, type Row } from './plain.fixture.js';
import type { Bin, Group, GroupKey, Measure, TimeUnit } from './query-types.js';

const COUNT: Measure = { kind: 'count' };
const at = (text: string): number => Date.parse(`${text}+08:00`);
const dates = (...texts: string[]): Dataset => Dataset.fromColumns({ columns: { d: texts.map((text) => new Date(at(text))) } });
const numbers = (...values: number[]): Dataset => Dataset.fromColumns({ columns: { n: Float64Array.from(values) } });
const counts = (dataset: Dataset, bin: Bin, field = dataset.columns[0]?.name ?? ''): (readonly [unknown, number])[] =>
  dataset.query({ groupBy: { field, bin }, measures: [COUNT] }).groups.map(({ key, count }) => [key, count]);

describe('bins of numbers', () => {
  test('are of a round width and cover all rows', () => {
    expect(numberEdges({ kind: 'number', count: 10 }, [3.2, 96])).toEqual({ edges: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], closed: false });
    expect(numberEdges({ kind: 'number', count: 5 }, [0.1, 0.52]).edges).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
    expect(numberEdges({ kind: 'number', width: 25, origin: 10 }, [0, 60]).edges).toEqual([-15, 10, 35, 60, 85]);
    expect(numberEdges({ kind: 'number' }, [7, 7]).edges).toEqual([7, 8]);
  });

  test('a largest value on an edge begins a bin of its own, unless a domain says where bins end', () => {
    expect(counts(numbers(0, 1, 2), { kind: 'number', width: 1 })).toEqual([[0, 1], [1, 1], [2, 1]]);
    expect(counts(numbers(0, 50, 100), { kind: 'number', width: 50, domain: [0, 100] })).toEqual([[0, 1], [50, 2]]);
  });

  test('stay while filters move, empty ones are listed, missing values come last', () => {
    const dataset = numbers(1, 2, 38, Number.NaN, 39);
    dataset.setFilter('n', { kind: 'in', field: 'n', values: [38, 39, null] });
    expect(counts(dataset, { kind: 'number', width: 10 })).toEqual([[0, 0], [10, 0], [20, 0], [30, 2], [null, 1]]);
  });

  test('of given edges leave out what is beyond; the total does not', () => {
    const { groups, total } = numbers(-5, 0, 3, 10, 11, Infinity).query({ groupBy: { field: 'n', bin: { kind: 'number', breaks: [0, 2, 10] } }, measures: [COUNT] });
    expect(groups).toEqual([
      { key: 0, end: 2, count: 1, values: [1] },
      { key: 2, end: 10, closed: true, count: 2, values: [2] },
    ]);
    expect(total.count).toBe(6);
  });

  test.each<Bin>([
    { kind: 'number', width: 0 },
    { kind: 'number', count: 0 },
    { kind: 'number', breaks: [1] },
    { kind: 'number', breaks: [1, 1] },
    { kind: 'number', domain: [2, 1] },
    { kind: 'number', width: 1e-9 },
    { kind: 'time', unit: 'day', step: 0.5 },
  ])('that cannot be made are refused: %j', (bin) => {
    expect(() => counts(numbers(1, 2), bin)).toThrow(expect.objectContaining({ code: 'bad-argument' }));
  });
});

describe('bins of time, in Asia/Shanghai', () => {
  test.each<[TimeUnit, number, string[], string[]]>([
    ['day', 1, ['2024-02-28T23:59:59', '2024-03-01T00:00:00'], ['2024-02-28T00:00', '2024-02-29T00:00', '2024-03-01T00:00', '2024-03-02T00:00']],
    ['week', 1, ['2024-01-07T23:59', '2024-01-08T00:00'], ['2024-01-01T00:00', '2024-01-08T00:00', '2024-01-15T00:00']],
    ['month', 1, ['2023-12-31T12:00', '2024-02-01T00:00'], ['2023-12-01T00:00', '2024-01-01T00:00', '2024-02-01T00:00', '2024-03-01T00:00']],
    ['quarter', 1, ['2024-03-31T12:00', '2024-04-01T00:00'], ['2024-01-01T00:00', '2024-04-01T00:00', '2024-07-01T00:00']],
    ['year', 5, ['2024-03-31T12:00', '2026-04-01T00:00'], ['2020-01-01T00:00', '2025-01-01T00:00', '2030-01-01T00:00']],
    ['hour', 6, ['2024-03-31T05:59', '2024-03-31T06:00'], ['2024-03-31T00:00', '2024-03-31T06:00', '2024-03-31T12:00']],
    ['minute', 15, ['2024-03-31T05:59', '2024-03-31T06:00'], ['2024-03-31T05:45', '2024-03-31T06:00', '2024-03-31T06:15']],
  ])('%s × %d', (unit, step, rowsAt, edges) => {
    const { groups } = dates(...rowsAt).query({ groupBy: { field: 'd', bin: { kind: 'time', unit, step } }, measures: [COUNT] });
    expect([...groups.map(({ key }) => key), groups[groups.length - 1]?.end]).toEqual(edges.map(at));
    expect(groups[0]?.count).toBe(1);
    expect(groups[groups.length - 1]?.count).toBe(1);
  });

  test('days of summer time begin at midnight; the hours it moves leave no row out', () => {
    // Clocks went forward on 1987-04-12 and back on 1987-09-13.
    const instants = Array.from({ length: 24 * 200 }, (_, i) => new Date(Date.UTC(1987, 3, 1, i)));
    const dataset = Dataset.fromColumns({ columns: { d: instants } });
    const days = dataset.query({ groupBy: { field: 'd', bin: { kind: 'time', unit: 'day' } }, measures: [COUNT] }).groups;
    const short = days.filter(({ count }, i) => i > 0 && i < days.length - 1 && count !== 24);
    expect(short.map(({ key, count }) => [new Date(key as number).toISOString(), count])).toEqual([
      ['1987-04-11T16:00:00.000Z', 23],
      ['1987-09-12T15:00:00.000Z', 25],
    ]);
    const hours = dataset.query({ groupBy: { field: 'd', bin: { kind: 'time', unit: 'hour' } }, measures: [COUNT] }).groups;
    expect(hours.reduce((sum, { count }) => sum + count, 0)).toBe(instants.length);
  });

  test('more bins than anybody can read are refused', () => {
    expect(() => counts(dates('2000-01-01T00:00', '2024-01-01T00:00'), { kind: 'time', unit: 'minute' })).toThrow(/10000/);
  });
});

describe('against plain computation', () => {
  const cycle = fc.constantFrom('hour-of-day' as const, 'day-of-week' as const, 'month-of-year' as const).map((unit): GroupKey => ({ field: 'd', bin: { kind: 'cycle', unit } }));
  const side: fc.Arbitrary<GroupKey> = fc.oneof(
    fc.constantFrom<GroupKey>({ field: 't' }, { field: 'i' }, { field: 'b' }, { field: 'n' }),
    cycle,
    fc.record({ field: fc.constantFrom('n', 'i'), bin: fc.record({ kind: fc.constant('number' as const), count: fc.integer({ min: 1, max: 30 }) }) }),
    fc.constantFrom<GroupKey>({ field: 'i', bin: { kind: 'number', breaks: [-2, 0, 1] } }, { field: 'd', bin: { kind: 'time', unit: 'month', step: 2 } }, { field: 'd', bin: { kind: 'time', unit: 'quarter' } }),
  );

  /** Whether a row belongs to a group, by the edges that the group itself names. */
  function belongs(one: Row, by: GroupKey, group: Pick<Group, 'key' | 'end' | 'closed'>): boolean {
    const key = groupKeyOf(one, by);
    if (group.end === undefined || group.key === null) return key === group.key;
    return typeof key === 'number' && key >= (group.key as number) && (group.closed ? key <= group.end : key < group.end);
  }

  test('groups of all kinds: members, measures, their filter', () => {
    fc.assert(
      fc.property(rows, side, filter, fc.array(measure, { minLength: 1, maxLength: 2 }), (data, groupBy, condition, measures) => {
        const dataset = datasetOf(data);
        dataset.setFilter('f', condition);
        const passing = data.filter((one) => passes(one, condition));
        const { groups } = dataset.query({ groupBy, measures });
        const alone = datasetOf(data);
        for (const group of groups) {
          const members = passing.filter((one) => belongs(one, groupBy, group));
          expect(group.count).toBe(members.length);
          measures.forEach((one, i) => expect(same(group.values[i], plainMeasure(members, one))).toBe(true));
          alone.setFilter('g', groupFilter(groupBy, group));
          expect([...alone.passing()]).toEqual(data.map((one) => +belongs(one, groupBy, group)));
        }
        const outside = passing.filter((one) => !groups.some((group) => belongs(one, groupBy, group)));
        if (groupBy.bin?.kind !== 'number' || !groupBy.bin.breaks) expect(outside).toEqual([]);
        const edges = groups.flatMap(({ key, end }) => (end === undefined ? [] : [[key, end]]));
        edges.forEach(([key], i) => i > 0 && expect(key).toBe(edges[i - 1]?.[1]));
      }),
      { numRuns: 150 },
    );
  });

  test('two-way tables: every cell, margin and rest', () => {
    fc.assert(
      fc.property(rows, side, side, filter, measure, fc.option(fc.integer({ min: 0, max: 3 })), fc.option(fc.integer({ min: 0, max: 3 })), (data, groupBy, splitBy, condition, one, limit, splitLimit) => {
        const dataset = datasetOf(data);
        dataset.setFilter('f', condition);
        const passing = data.filter((row) => passes(row, condition));
        const question = { measures: [one], ...(limit !== null && { limit }), ...(splitLimit !== null && { splitLimit }) };
        const answer = dataset.query({ groupBy, splitBy, ...question });
        const splits = dataset.query({ groupBy: splitBy, measures: [one], ...(splitLimit !== null && { limit: splitLimit }) });
        expect(answer.splits).toEqual(splits.groups.map(({ key }) => key));
        expect(answer.splitRest ?? false).toBe(splits.rest !== undefined);
        const inSplit = (row: Row, i: number): boolean => {
          const split = splits.groups[i];
          if (split) return belongs(row, splitBy, split);
          return splitBy.bin?.kind === 'number' && splitBy.bin.breaks ? inBreaks(row, splitBy) && !splits.groups.some((g) => belongs(row, splitBy, g)) : !splits.groups.some((g) => belongs(row, splitBy, g));
        };
        const all = dataset.query({ groupBy, measures: [one], ...(limit !== null && { limit }) });
        expect(answer.groups.map(({ key, count, values }) => [key, count, values])).toEqual(all.groups.map(({ key, count, values }) => [key, count, values]));
        for (const group of answer.groups) {
          group.parts?.forEach((part, i) => {
            const members = passing.filter((row) => belongs(row, groupBy, group) && inSplit(row, i));
            expect(part.count).toBe(members.length);
            expect(same(part.values[0], plainMeasure(members, one))).toBe(true);
          });
        }
        answer.total.parts?.forEach((part, i) => expect(part.count).toBe(passing.filter((row) => inSplit(row, i)).length));
        if (answer.rest) {
          const shown = (row: Row): boolean => answer.groups.some((group) => belongs(row, groupBy, group));
          const others = passing.filter((row) => !shown(row) && (!(groupBy.bin?.kind === 'number' && groupBy.bin.breaks) || inBreaks(row, groupBy)));
          expect(answer.rest.count).toBe(others.length);
          answer.rest.parts?.forEach((part, i) => expect(same(part.values[0], plainMeasure(others.filter((row) => inSplit(row, i)), one))).toBe(true));
        }
      }),
      { numRuns: 150 },
    );
  });

  /** In one of the given bins, or missing. */
  function inBreaks(row: Row, { field }: GroupKey): boolean {
    const key = keyOf(row, field as Field);
    return key === null || ((key as number) >= -2 && (key as number) <= 1);
  }

  test('a two-way table that no screen could hold is refused', () => {
    const many = Array.from({ length: 5000 }, (_, i) => i + 0.5);
    expect(() => numbers(...many).query({ groupBy: 'n', splitBy: 'n', measures: [COUNT] })).toThrow(/5000/);
  });
});
