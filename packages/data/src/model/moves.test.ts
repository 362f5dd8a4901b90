import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../steps/drive.js';
import { tableFromColumns } from './from-columns.js';
import { PassingRows } from './passing-rows.js';
import { answerQuery } from './query.js';
import type { Filter, Query } from './query-types.js';
import { sortedRows } from './sorted-rows.js';
import { TableCache } from './table-cache.js';
import type { Column, Table } from './types.js';

/** Rows enough that a move of a range is a small part of them. */
const ROWS = 400;

const table: fc.Arbitrary<Table> = fc
  .record({
    t: fc.array(fc.constantFrom('甲', '乙', '丙', null), { minLength: ROWS, maxLength: ROWS }),
    amount: fc.array(fc.oneof(fc.integer({ min: 0, max: 5000 }).map((cents) => cents / 100), fc.constant(Number.NaN)), { minLength: ROWS, maxLength: ROWS }),
    broken: fc.array(fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(Number.NaN)), { minLength: ROWS, maxLength: ROWS }),
    b: fc.array(fc.constantFrom(true, false, null), { minLength: ROWS, maxLength: ROWS }),
  })
  .map((columns) => tableFromColumns({ columns }));

const limits = fc.integer({ min: -2, max: 52 });
const move: fc.Arbitrary<readonly [key: string, filter: Filter | undefined]> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('amount'), fc.record({ kind: fc.constant('range' as const), field: fc.constant('amount'), min: limits, max: limits, minExclusive: fc.boolean(), maxExclusive: fc.boolean() })) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('broken'), fc.record({ kind: fc.constant('range' as const), field: fc.constant('broken'), min: fc.integer({ min: -1_000_000, max: 1_000_000 }) })) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('t'), fc.record({ kind: fc.constant('in' as const), field: fc.constant('t'), values: fc.subarray(['甲', '乙', '丙', null]) })) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('t', 'amount', 'broken'), fc.constant(undefined)) },
);

const QUERIES: readonly Query[] = [
  { measures: [{ kind: 'count' }, { kind: 'sum', field: 'amount' }, { kind: 'mean', field: 'broken' }, { kind: 'sum', field: 'b' }] },
  { measures: [{ kind: 'median', field: 'amount' }, { kind: 'quantile', field: 'broken', p: 0.3 }] },
  { measures: [{ kind: 'quantile', field: 'amount', p: 0 }, { kind: 'quantile', field: 'amount', p: 1 }], ignore: ['t', 'amount', 'broken'] },
  { groupBy: 't', measures: [{ kind: 'sum', field: 'amount' }, { kind: 'count', field: 'broken' }], ignore: ['t'] },
  { groupBy: 't', measures: [{ kind: 'mean', field: 'amount' }, { kind: 'max', field: 'broken' }], limit: 1 },
  { groupBy: { field: 'amount', bin: { kind: 'number', count: 10 } }, splitBy: 'b', measures: [{ kind: 'count' }, { kind: 'sum', field: 'broken' }], ignore: ['amount'], splitLimit: 1 },
];

/** A cache that works out everything ahead, whatever the size of the table. */
function cacheOf(data: Table): TableCache {
  return new TableCache(data, (name) => ({ name }), undefined, 0);
}

describe('a filter that moves', () => {
  test('gives the same answers as one that was there from the beginning', async () => {
    let followed = 0;
    await fc.assert(
      fc.asyncProperty(table, fc.array(move, { minLength: 3, maxLength: 12 }), async (data, moves) => {
        const cache = cacheOf(data);
        await Promise.all([cache.prepare({ orderBy: 'amount' }), cache.prepare({ orderBy: 'broken' })]);
        const passing = new PassingRows(cache, new Map());
        const filters = new Map<string, Filter>();
        for (const [key, filter] of moves) {
          passing.set(key, filter);
          if (filter) filters.set(key, filter);
          else filters.delete(key);
          const fresh = cacheOf(data);
          const plain = new PassingRows(fresh, filters);
          for (const query of QUERIES) {
            const rows = passing.without(query.ignore ?? []);
            if (rows.change) followed++;
            expect(rows.mask).toEqual(plain.without(query.ignore ?? []).mask);
            expect(answerQuery(query, rows, cache)).toEqual(answerQuery(query, plain.without(query.ignore ?? []), fresh));
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(followed).toBeGreaterThan(100);
  });

  test('does not change the rows that a view was given before', async () => {
    const data = tableFromColumns({ columns: { n: Float64Array.from({ length: 100 }, (_, i) => i) } });
    const cache = cacheOf(data);
    await cache.prepare({ orderBy: 'n' });
    const passing = new PassingRows(cache, new Map());
    passing.set('n', { kind: 'range', field: 'n', min: 10, max: 20 });
    const before = passing.without([]).mask;
    passing.set('n', { kind: 'range', field: 'n', min: 11, max: 21 });
    expect(passing.without([]).change).toEqual({ from: before, rows: Uint32Array.of(10, 21) });
    expect([before[10], before[21]]).toEqual([1, 0]);
  });

  test('has its rows put in order while it is dragged', async () => {
    const cache = cacheOf(tableFromColumns({ columns: { n: Float64Array.of(3, 1, 2) } }));
    const passing = new PassingRows(cache, new Map());
    passing.set('n', { kind: 'range', field: 'n', min: 1 });
    expect(cache.knownOrder('n')).toBeUndefined();
    passing.set('n', { kind: 'range', field: 'n', min: 2 });
    await cache.prepare({ orderBy: 'n' });
    expect(cache.knownOrder('n')?.rows).toEqual(Uint32Array.of(1, 2, 0));
  });

  test('sums of amounts are exact', () => {
    const cache = cacheOf(tableFromColumns({ columns: { n: [0.1, 0.2, 0.7, null] } }));
    const { total } = answerQuery({ measures: [{ kind: 'sum', field: 'n' }] }, new PassingRows(cache, new Map()).without([]), cache);
    expect(total.values).toEqual([1]);
  });
});

describe('rows in order', () => {
  const plain = (keys: readonly (number | string | null)[], compare: (a: never, b: never) => number): number[] =>
    keys.map((_, row) => row).sort((a, b) => (keys[a] === null ? (keys[b] === null ? 0 : 1) : keys[b] === null ? -1 : compare(keys[a] as never, keys[b] as never)) || a - b);
  const orderOf = (column: Column | undefined): number[] => [...atOnce(sortedRows(column as Column)).rows];

  test('of numbers: the bits rise as the numbers do', () => {
    const number = fc.oneof(fc.double(), fc.integer({ min: -3, max: 3 }), fc.constantFrom(-0, 0, Infinity, -Infinity, Number.NaN, 5e-324));
    fc.assert(
      fc.property(fc.array(number), (values) => {
        const keys = values.map((value) => (Number.isNaN(value) ? null : value));
        expect(orderOf({ kind: 'number', name: 'n', values: Float64Array.from(values) })).toEqual(plain(keys, (a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      }),
    );
    fc.assert(
      fc.property(fc.int16Array(), (values) => {
        expect(orderOf({ kind: 'number', name: 'n', values })).toEqual(plain([...values], (a, b) => a - b));
      }),
    );
  });

  test('of words: by the rules of Chinese', () => {
    const collator = new Intl.Collator('zh-CN', { numeric: true });
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom('青岛', '北京', '10号', '9号', 'a', 'B', '', '上海', '济南'))), (words) => {
        expect(orderOf(tableFromColumns({ columns: { t: [...words, '终'] } }).columns[0])).toEqual(plain([...words, '终'], (a, b) => collator.compare(a, b)));
      }),
    );
  });
});
