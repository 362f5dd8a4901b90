/** Every answer of the engine is that of a dataset in memory with the same rows. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Dataset, Filter, GroupKey, Measure, Query } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import type { Server } from './clickhouse.js';
import { HOSTILE, inMemory, rows } from './rows.js';
import { sameAnswer } from './same-answers.js';
import { serving } from './served.js';

const DATA = rows();

const MEASURES: readonly Measure[] = [
  { kind: 'count' }, { kind: 'count', field: 'n' }, { kind: 'count', field: 't' }, { kind: 'sum', field: 'n' }, { kind: 'sum', field: 'i' }, { kind: 'mean', field: 'n' },
  { kind: 'min', field: 'n' }, { kind: 'max', field: 'n' }, { kind: 'min', field: 'd' }, { kind: 'max', field: 'day' }, { kind: 'distinct', field: 't' }, { kind: 'distinct', field: 'n' },
  { kind: 'distinct', field: 'owner' }, { kind: 'median', field: 'n' }, { kind: 'quantile', field: 'n', p: 0.9 }, { kind: 'quantile', field: 'n', p: 0.025 }, { kind: 'stdev', field: 'n' },
  { kind: 'sum', field: 'b' }, { kind: 'mean', field: 't' }, { kind: 'median', field: 'i' },
];

const GROUPS: readonly (string | GroupKey)[] = [
  't', 'i', 'b', 'size', 'district', 'code', 'hostile', 'day',
  { field: 'n', bin: { kind: 'number' } }, { field: 'n', bin: { kind: 'number', count: 7 } }, { field: 'i', bin: { kind: 'number', width: 3, origin: 1 } },
  { field: 'n', bin: { kind: 'number', width: 0.3, domain: [-1, 2] } }, { field: 'n', bin: { kind: 'number', breaks: [-100, 0, 1.5, 300, 8000] } }, { field: 'code', bin: { kind: 'number', count: 5 } },
  { field: 'd', bin: { kind: 'time', unit: 'year' } }, { field: 'd', bin: { kind: 'time', unit: 'month', domain: [1.64e12, 1.7e12] } }, { field: 'd', bin: { kind: 'time', unit: 'quarter', step: 2 } },
  { field: 'd', bin: { kind: 'time', unit: 'week' } }, { field: 'd', bin: { kind: 'time', unit: 'day', domain: [515_500_000_000, 517_000_000_000] } },
  { field: 'd', bin: { kind: 'time', unit: 'hour', step: 6, domain: [526_800_000_000, 527_000_000_000] } }, { field: 'day', bin: { kind: 'time', unit: 'month' } }, { field: 'day', bin: { kind: 'time', unit: 'day', step: 10 } },
  { field: 'd', bin: { kind: 'cycle', unit: 'hour-of-day' } }, { field: 'd', bin: { kind: 'cycle', unit: 'day-of-week' } }, { field: 'day', bin: { kind: 'cycle', unit: 'month-of-year' } },
];

const FILTERS: readonly Filter[] = [
  { kind: 'in', field: 't', values: ['甲', 'a', null] }, { kind: 'in', field: 'size', values: ['小', '没有'] }, { kind: 'in', field: 'b', values: [true, null] }, { kind: 'in', field: 'code', values: ['1000003', '01', 'x'] },
  { kind: 'in', field: 'n', values: [0.125, '-3', null, 'x'] }, { kind: 'in', field: 'day', values: [19_100 * 86_400_000 - 28_800_000, 5] }, { kind: 'in', field: 'missing', values: [null] }, { kind: 'in', field: 't', values: [] },
  { kind: 'range', field: 'n', min: -10.5, max: 300, maxExclusive: true }, { kind: 'range', field: 'i', min: 3, minExclusive: true }, { kind: 'range', field: 'd', min: 1_660_000_000_123, max: 1_700_000_000_000 },
  { kind: 'range', field: 'day', min: 19_200 * 86_400_000 - 28_800_000, max: 19_400 * 86_400_000 - 28_800_000, maxExclusive: true, minExclusive: true }, { kind: 'range', field: 'code', min: 1_000_010 }, { kind: 'range', field: 'n' },
  { kind: 'text', contains: '南' }, { kind: 'text', contains: ' A ', fields: ['t', 'code'] }, { kind: 'text', contains: '大型' }, { kind: 'text', contains: 'smal', fields: ['size'] }, { kind: 'text', contains: '3', fields: ['i', 'owner'] },
  { kind: 'compare', field: 't', operator: 'starts-with', value: 'A' }, { kind: 'compare', field: 'hostile', operator: 'ends-with', value: '\\' }, { kind: 'compare', field: 'i', operator: 'starts-with', value: '-1' },
  { kind: 'bounds', west: 120, south: 35.9, east: 120.6, north: 36.4 }, { kind: 'bounds', west: 120.5, south: 35, east: 119.9, north: 37 },
  { kind: 'shape', rings: [[[119.9, 35.9], [120.7, 36.1], [120.2, 36.9], [120.5, 35.8]], [[120.1, 36.1], [120.3, 36.1], [120.2, 36.3]]] },
  { kind: 'group', by: { field: 'd', bin: { kind: 'time', unit: 'year' } }, keys: [1_640_966_400_000, null] }, { kind: 'group', by: { field: 'd', bin: { kind: 'cycle', unit: 'day-of-week' } }, keys: [1, 7] }, { kind: 'group', by: { field: 'i' }, keys: [3, 4] },
  { kind: 'any', filters: [{ kind: 'in', field: 'size', values: ['大'] }, { kind: 'range', field: 'n', max: 0 }] }, { kind: 'any', filters: [] }, { kind: 'not', filter: { kind: 'range', field: 'n', max: 0 } },
  { kind: 'all', filters: [{ kind: 'not', filter: { kind: 'in', field: 't', values: ['甲'] } }, { kind: 'range', field: 'i', min: 0 }] },
];

/** Conditions made of others. */
const anyFilter: fc.Arbitrary<Filter> = fc.letrec<{ one: Filter }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...FILTERS),
    fc.record({ kind: fc.constantFrom('any' as const, 'all' as const), filters: fc.array(tie('one'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not' as const), filter: tie('one') }),
    fc.record({ kind: fc.constant('range' as const), field: fc.constantFrom('n', 'i', 'd'), min: fc.double({ min: -1e4, max: 1e4, noNaN: true }), max: fc.double({ min: -1e4, max: 2e12, noNaN: true }) }),
  ),
})).one;

const local: Dataset = inMemory(DATA);
let server: Server;
let remote: RemoteDataset;
const here = serving(DATA, (served) => ({ server, remote } = served));

beforeEach(() => {
  for (const one of here ? [remote, local] : []) one.clearFilters();
});

async function compare(query: Query): Promise<void> {
  sameAnswer(await remote.query(query), local.query(query), { ...query, filters: [...local.filters.values()] });
}

function filterBoth(filter: Filter | undefined): void {
  for (const one of [remote, local]) one.setFilter('one', filter);
}

describe.skipIf(!here)('what ClickHouse answers is what a dataset in memory answers', () => {
  it('has the same rows, fields and extent', () => {
    expect(remote.rowCount).toBe(local.rowCount);
    expect(remote.columns.map(({ name }) => name)).toEqual(local.columns.map(({ name }) => name));
    const kinds = (names: readonly string[], one: RemoteDataset | Dataset) => names.map((name) => one.column(name)?.kind);
    const all = local.columns.map(({ name }) => name);
    expect(kinds(all, remote)).toEqual(kinds(all, local));
    expect(remote.bounds).toEqual(local.bounds);
  });

  it('measures as in memory, whatever is measured and grouped', async () => {
    await compare({ measures: MEASURES });
    for (const groupBy of GROUPS) {
      const measures = groupBy === 'day' || groupBy === 'i' ? MEASURES.slice(0, 6) : MEASURES;
      await compare({ groupBy, measures });
    }
  });

  it('passes the same rows, whatever the filter', async () => {
    for (const filter of FILTERS) {
      filterBoth(filter);
      await compare({ measures: MEASURES.slice(0, 6) });
      await compare({ groupBy: 'size', measures: [{ kind: 'sum', field: 'n' }], order: 'ascending' });
      await compare({ groupBy: { field: 'd', bin: { kind: 'time', unit: 'year' } }, measures: [{ kind: 'median', field: 'n' }] });
    }
  });
});

describe.skipIf(!here)('what ClickHouse answers, when questions are made of others', () => {
  it('passes the same rows for any filter made of others', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter, async (filter) => {
        filterBoth(filter);
        const [there, ours] = [await remote.query({ measures: [{ kind: 'count' }] }), local.query({ measures: [{ kind: 'count' }] })];
        expect(there.total.count, JSON.stringify(filter)).toBe(ours.total.count);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('cuts groups off at a limit and sums up the rest, in any order', async () => {
    for (const order of ['descending', 'ascending', 'key'] as const) {
      for (const groupBy of ['t', 'district', 'hostile', 'size', { field: 'n', bin: { kind: 'number' as const } }]) {
        await compare({ groupBy, measures: [{ kind: 'count' }, { kind: 'mean', field: 'n' }, { kind: 'distinct', field: 'i' }], order, limit: 3 });
        await compare({ groupBy, measures: [{ kind: 'max', field: 'n' }, { kind: 'median', field: 'n' }], order, limit: 2 });
      }
    }
  });

  it('divides groups once more', async () => {
    const measures: readonly Measure[] = [{ kind: 'count' }, { kind: 'sum', field: 'n' }, { kind: 'distinct', field: 'i' }, { kind: 'median', field: 'n' }];
    filterBoth({ kind: 'not', filter: { kind: 'range', field: 'n', min: 0, max: 0 } });
    for (const [groupBy, splitBy] of [['district', 'size'], ['t', 'b'], ['b', 'hostile'], [{ field: 'd', bin: { kind: 'time', unit: 'year' } }, 'size'], ['size', { field: 'n', bin: { kind: 'number', count: 5 } }], ['i', { field: 'n', bin: { kind: 'number', breaks: [0, 1, 2] } }]] as const) {
      await compare({ groupBy, splitBy, measures });
      await compare({ groupBy, splitBy, measures, limit: 2, splitLimit: 2 });
    }
  });

  it('leaves out the filters a view ignores', async () => {
    for (const one of [remote, local]) {
      one.setFilter('size', { kind: 'in', field: 'size', values: ['小'] });
      one.setFilter('i', { kind: 'range', field: 'i', min: 5 });
    }
    for (const ignore of [[], ['size'], ['size', 'i']]) await compare({ groupBy: 'size', measures: [{ kind: 'count' }], ignore });
  });
});

describe.skipIf(!here)('what is hostile', () => {
  it('hostile texts are data: each finds exactly its own rows, and nothing else happens', async () => {
    for (const text of HOSTILE) {
      const expected = DATA.filter((row) => row.hostile === text).length;
      filterBoth({ kind: 'in', field: 'hostile', values: [text] });
      const { total, groups } = await remote.query({ groupBy: 'hostile', measures: [{ kind: 'count' }] });
      expect([total.count, groups.map(({ key }) => key)], JSON.stringify(text)).toEqual([expected, [text]]);
      for (const filter of [{ kind: 'text', contains: text }, { kind: 'text', contains: text, fields: ['hostile'] }, { kind: 'compare', field: 'hostile', operator: 'starts-with', value: text }] as const) {
        filterBoth(filter);
        await compare({ measures: [{ kind: 'count' }] });
      }
    }
    filterBoth(undefined);
    expect(Number(await server.run('SELECT count() FROM demo.rows'))).toBe(DATA.length);
  });

  it('hostile names are no fields', async () => {
    for (const name of [...HOSTILE, 'id FROM system.users --', '__proto__', 'lon']) {
      await expect(remote.query({ groupBy: name, measures: [{ kind: 'count' }] }), name).rejects.toMatchObject({ code: 'unknown-field' });
      await expect(remote.query({ measures: [{ kind: 'sum', field: name }] }), name).rejects.toMatchObject({ code: 'unknown-field' });
      await expect(remote.rows({ orderBy: name }), name).rejects.toMatchObject({ code: 'unknown-field' });
      filterBoth({ kind: 'in', field: name, values: ['x'] });
      expect((await remote.query({ measures: [{ kind: 'count' }] })).total.count, name).toBe(0);
      filterBoth(undefined);
    }
  });
});
