/** Conditions in CQL2, read by a parser of its own over the same rows: each leaves the rows that the filter leaves in memory. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filter } from '@yizhangtu/data/model';
import { RemoteDataset } from '@yizhangtu/data/remote';
import { ogcApiEngine, type FeatureServiceOptions } from '@yizhangtu/data/remote-features';
import { startCql2Server, type Cql2Server } from './cql2-server.js';
import { HOSTILE, inMemory, rows, SCHEMA } from './rows.js';

const DATA = rows(1500);
const local = inMemory(DATA);
const servers: Cql2Server[] = [];
let cql2: Cql2Server;
let plain: Cql2Server;
let marked: Cql2Server;

beforeAll(async () => {
  servers.push((cql2 = await startCql2Server(DATA, { cql2: true })), (plain = await startCql2Server(DATA, { cql2: false })), (marked = await startCql2Server(DATA, { cql2: true, pages: 'mark' })));
});

afterAll(() => Promise.all(servers.map((server) => server.stop())));

async function dataset(server: Cql2Server, options: Partial<FeatureServiceOptions> = {}): Promise<RemoteDataset> {
  const made = new RemoteDataset(ogcApiEngine({ src: server.url, table: 'rows', idField: 'id', ...options }));
  made.schema = SCHEMA;
  await made.load();
  return made;
}

const DAY = 86_400_000;
const LEAVES: readonly Filter[] = [
  { kind: 'in', field: 't', values: ['甲', 'a', null] }, { kind: 'in', field: 't', values: [null] }, { kind: 'in', field: 'n', values: [0.125, '-3', null, 'x'] }, { kind: 'in', field: 'b', values: [true, null] }, { kind: 'in', field: 'code', values: ['1000003', '01', 'x'] },
  { kind: 'in', field: 'missing', values: [null] }, { kind: 'range', field: 'n', min: -10.5, max: 300, maxExclusive: true }, { kind: 'range', field: 'n' }, { kind: 'range', field: 'i', min: 3, minExclusive: true },
  { kind: 'range', field: 'd', min: 1_660_000_000_123, max: 1_700_000_000_000 }, { kind: 'range', field: 'day', min: 19_200 * DAY - DAY / 3, max: 19_400 * DAY - DAY / 3, maxExclusive: true, minExclusive: true }, { kind: 'range', field: 'day', min: 19_200 * DAY, max: 19_400 * DAY },
  { kind: 'text', contains: ' A ', fields: ['t'] }, { kind: 'text', contains: 'smal', fields: ['size'] }, { kind: 'compare', field: 't', operator: 'starts-with', value: 'A' }, { kind: 'compare', field: 'hostile', operator: 'ends-with', value: '%' },
  { kind: 'bounds', west: 120, south: 35.9, east: 120.6, north: 36.4 }, { kind: 'bounds', west: 120.5, south: 35, east: 119.9, north: 37 }, { kind: 'shape', rings: [[[119.9, 35.9], [120.7, 36.1], [120.2, 36.9], [120.5, 35.8]]] },
  { kind: 'group', by: { field: 'i' }, keys: [3, 4] }, { kind: 'any', filters: [] }, { kind: 'all', filters: [] },
];

const anyFilter: fc.Arbitrary<Filter> = fc.letrec<{ one: Filter }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...LEAVES),
    fc.record({ kind: fc.constantFrom('any' as const, 'all' as const), filters: fc.array(tie('one'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not' as const), filter: tie('one') }),
  ),
})).one;

describe('CQL2 text', () => {
  it('is what the service is told, all of it, where it says that it knows it', async () => {
    const remote = await dataset(cql2, { rowLimit: 1 });
    for (const filter of LEAVES) {
      for (const one of [remote, local]) one.setFilter('one', filter);
      // One row may come into the page: the count is the service's.
      expect((await remote.query({ measures: [{ kind: 'count' }] })).total.count, JSON.stringify(filter)).toBe(local.rows().total);
    }
    expect(cql2.filters.length).toBeGreaterThan(15);
  });

  it('leaves the rows that memory leaves, for any filter made of others', async () => {
    const remote = await dataset(cql2);
    await fc.assert(
      fc.asyncProperty(anyFilter, async (filter) => {
        for (const one of [remote, local]) one.setFilter('one', filter);
        expect((await remote.query({ measures: [{ kind: 'count' }] })).total.count, JSON.stringify(filter)).toBe(local.rows().total);
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  it('holds hostile words as data: each finds its own rows, in every way it can be put', async () => {
    const remote = await dataset(cql2);
    for (const word of HOSTILE) {
      for (const filter of [{ kind: 'in', field: 'hostile', values: [word] }, { kind: 'text', contains: word, fields: ['hostile'] }, { kind: 'compare', field: 'hostile', operator: 'starts-with', value: word }, { kind: 'compare', field: 'hostile', operator: 'ends-with', value: word }, { kind: 'not', filter: { kind: 'in', field: 'hostile', values: [word] } }] as const) {
        for (const one of [remote, local]) one.setFilter('one', filter);
        expect((await remote.query({ measures: [{ kind: 'count' }] })).total.count, JSON.stringify(filter)).toBe(local.rows().total);
      }
    }
  });

  it('says nothing of what is masked', async () => {
    const remote = await dataset(cql2);
    const before = cql2.filters.length;
    for (const one of [remote, local]) one.setFilter('one', { kind: 'text', contains: '张', fields: ['owner'] });
    expect((await remote.query({ measures: [{ kind: 'count' }] })).total.count).toBe(local.rows().total);
    expect(cql2.filters.slice(before)).toEqual([]);
  });
});

describe('an OGC API without CQL2', () => {
  it('is told a window, a span of time and values, and the rest is looked at in the page', async () => {
    const remote = await dataset(plain);
    for (const filter of [...LEAVES, { kind: 'in', field: 'size', values: ['小'] }, { kind: 'range', field: 'd', min: 1_660_000_000_000, max: 1_700_000_000_000, maxExclusive: true }] as const) {
      for (const one of [remote, local]) one.setFilter('one', filter);
      const asked = plain.asked.length;
      expect((await remote.query({ measures: [{ kind: 'count' }] })).total.count, JSON.stringify(filter)).toBe(local.rows().total);
      const names = plain.asked.slice(asked).flatMap((url) => [...url.searchParams.keys()]);
      if (filter.kind === 'bounds' && filter.west < filter.east) expect(names).toContain('bbox');
      if (filter.kind === 'range' && filter.field === 'd') expect(names).toContain('datetime');
    }
    expect(plain.asked.some((url) => url.searchParams.get('size') === '小')).toBe(true);
    expect(plain.filters).toEqual([]);
  });
});

describe('pages of an OGC API', () => {
  it('are followed to the end, by links of either kind, and a page further on begins where it should', async () => {
    for (const server of [cql2, marked]) {
      const remote = await dataset(server);
      const { rows: page, total } = await remote.rows({ offset: 730, limit: 240, fields: ['id'] });
      expect([total, [...page].map((row) => remote.value(row, 'id'))]).toEqual([DATA.length, DATA.slice(730, 970).map(({ id }) => id)]);
      local.clearFilters();
      const query = { groupBy: 'district', measures: [{ kind: 'median' as const, field: 'n' }] };
      expect(await remote.query(query)).toEqual(local.query(query));
    }
    // By an offset the page is asked for at once; by marks the way leads through those before.
    const offsets = cql2.asked.map((url) => url.searchParams.get('offset'));
    expect(offsets).toContain('730');
  });
});
