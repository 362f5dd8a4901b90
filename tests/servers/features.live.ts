/** OGC API Features and WFS, asked of a real MapServer: every answer is that of a dataset in memory with the same rows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatasetLike, Filter, GroupKey, Measure } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { datasetOn, hasMapServer, mapServerWith, type MapServer } from './mapserver.js';
import { inMemory, rows } from './rows.js';

const here = hasMapServer();
/** Rows a server of maps gives back as they were: with a place of six digits, and with no missing text, which it writes as ''. */
const DATA = rows(3000).filter(({ lon, t }) => lon !== null && t !== null && !/[\0\b\u2028\ufeff]/.test(t)).map((row) => ({ ...row, hostile: row.hostile.replace(/[\0\b\u2028\ufeff\r\n\t]/g, ''), lon: Number(row.lon?.toFixed(6)), lat: Number(row.lat?.toFixed(6)) }));
const local = inMemory(DATA);
let server: MapServer;

beforeAll(async () => {
  if (here) server = await mapServerWith(DATA);
});

afterAll(() => server?.stop());

/** What a WFS can be told. */
const TOLD: readonly Filter[] = [
  { kind: 'in', field: 'size', values: ['小', '没有'] }, { kind: 'in', field: 'size', values: [] }, { kind: 'in', field: 'n', values: [0.125, '-3', 'x'] }, { kind: 'in', field: 'missing', values: [null] },
  { kind: 'in', field: 'b', values: [true] }, { kind: 'range', field: 'n', min: -10.5, max: 300, maxExclusive: true }, { kind: 'range', field: 'i', min: 3, minExclusive: true },
  
  { kind: 'in', field: 'code', values: ['1000003', '01'] }, { kind: 'text', contains: ' A ', fields: ['t'] }, { kind: 'text', contains: '大型', fields: ['size'] }, { kind: 'compare', field: 't', operator: 'starts-with', value: 'A' },
  { kind: 'bounds', west: 120, south: 35.9, east: 120.6, north: 36.4 }, { kind: 'bounds', west: 120.5, south: 35, east: 119.9, north: 37 },
  { kind: 'shape', rings: [[[119.9, 35.9], [120.7, 36.1], [120.2, 36.9], [120.5, 35.8]]] }, { kind: 'shape', rings: [[[119.9, 35.9], [120.7, 36.1], [120.2, 36.9]], [[120.1, 36.1], [120.3, 36.1], [120.2, 36.3]]] },
  { kind: 'any', filters: [{ kind: 'in', field: 'size', values: ['大'] }, { kind: 'range', field: 'n', max: 0 }] },
  { kind: 'all', filters: [{ kind: 'in', field: 't', values: ['甲'] }, { kind: 'range', field: 'i', min: 0 }] },
];
/** What it is not told: instants and rows without a value, which the trials of the engine find this server to be wrong about, what is masked, a chosen bin, a text search in all fields with masked ones among them. */
const UNTOLD: readonly Filter[] = [
  { kind: 'range', field: 'd', min: 1_660_000_000_123, max: 1_700_000_000_000 }, { kind: 'range', field: 'day', min: 19_200 * 86_400_000 - 28_800_000, max: 19_400 * 86_400_000 - 28_800_000, maxExclusive: true, minExclusive: true }, { kind: 'text', contains: '张', fields: ['owner'] }, { kind: 'not', filter: { kind: 'range', field: 'n', max: 0 } }, { kind: 'in', field: 'n', values: [null] }, { kind: 'text', contains: '南' },
  { kind: 'group', by: { field: 'd', bin: { kind: 'cycle', unit: 'day-of-week' } }, keys: [1, 7] }, { kind: 'not', filter: { kind: 'bounds', west: 120, south: 35.9, east: 120.6, north: 36.4 } },
];

const GROUPS: readonly (string | GroupKey)[] = ['size', 't', 'code', 'owner', { field: 'n', bin: { kind: 'number' } }, { field: 'd', bin: { kind: 'time', unit: 'month' } }, { field: 'day', bin: { kind: 'cycle', unit: 'month-of-year' } }];
const MEASURES: readonly Measure[] = [{ kind: 'count' }, { kind: 'sum', field: 'n' }, { kind: 'median', field: 'n' }, { kind: 'distinct', field: 't' }];

interface Sets {
  /** All rows may come into the page. */
  readonly all: RemoteDataset;
  /** Only a part of them may. */
  readonly few: RemoteDataset;
}

const loaded = new Map<'ogc-api' | 'wfs', Sets>();

async function setsOf(kind: 'ogc-api' | 'wfs'): Promise<Sets> {
  const sets = loaded.get(kind) ?? { all: await datasetOn(kind, server), few: await datasetOn(kind, server, { rowLimit: 2000 }) };
  loaded.set(kind, sets);
  for (const one of [sets.all, sets.few, local]) one.clearFilters();
  return sets;
}

const filterAll = ({ all, few }: Sets, filter: Filter): void => {
  for (const one of [all, few, local]) one.setFilter('one', filter);
};

const KINDS = ['ogc-api', 'wfs'] as const;

describe.skipIf(!here).each(KINDS)('MapServer by %s: the answers of memory', (kind) => {
  it('has the same rows and fields', async () => {
    const { all } = await setsOf(kind);
    expect(all.rowCount).toBe(local.rowCount);
    const kinds = (one: DatasetLike): unknown[] => local.columns.map(({ name }) => [name, one.column(name)?.kind]);
    expect(kinds(all)).toEqual(kinds(local));
  });

  it('counts the same rows, whatever the filter', async () => {
    const sets = await setsOf(kind);
    const { all, few } = sets;
    for (const filter of [...TOLD, ...UNTOLD]) {
      filterAll(sets, filter);
      const expected = local.rows().total;
      expect((await all.query({ measures: [{ kind: 'count' }] })).total.count, JSON.stringify(filter)).toBe(expected);
      // By its OGC API this server is told windows and nothing else.
      const told = kind === 'wfs' ? TOLD.includes(filter) : filter.kind === 'bounds' && filter.west < filter.east;
      if (told && expected <= 2000) expect((await few.query({ groupBy: 'size', measures: MEASURES })).total.count, JSON.stringify(filter)).toBe(expected);
    }
  });

  it('groups and measures as in memory', async () => {
    const { all } = await setsOf(kind);
    all.setFilter('one', { kind: 'range', field: 'i', min: 0 });
    local.setFilter('one', { kind: 'range', field: 'i', min: 0 });
    for (const groupBy of GROUPS) {
      const query = { groupBy, measures: MEASURES };
      expect(await all.query(query), JSON.stringify(groupBy)).toEqual(local.query(query));
      expect(await all.query({ ...query, splitBy: 'size', limit: 3 }), JSON.stringify(groupBy)).toEqual(local.query({ ...query, splitBy: 'size', limit: 3 }));
    }
  });

});

describe.skipIf(!here).each(KINDS)('MapServer by %s: pages', (kind) => {
  it('gives the same pages, in order, with places and the same numbers each time', async () => {
    const { all } = await setsOf(kind);
    for (const one of [all, local]) one.setFilter('size', { kind: 'in', field: 'size', values: ['小'] });
    for (const orderBy of [undefined, 'i', 't']) {
      const query = { ...(orderBy && { orderBy, descending: true }), offset: 40, limit: 30 };
      const [there, ours] = [await all.rows(query), local.rows(query)];
      const values = (one: DatasetLike, list: Uint32Array, field: string): unknown[] => [...list].map((row) => one.value(row, field));
      expect(there.total).toBe(ours.total);
      expect(values(all, there.rows, orderBy ?? 'id'), orderBy).toEqual(values(local, ours.rows, orderBy ?? 'id'));
      if (orderBy === undefined) for (const field of ['n', 't', 'b', 'd', 'day', 'hostile', 'code', 'owner']) expect(values(all, there.rows, field), field).toEqual(values(local, ours.rows, field));
    }
    const first = await all.rows({ limit: 10 });
    const again = await all.rows({ limit: 5, offset: 5, fields: ['t'] });
    expect([...again.rows]).toEqual([...first.rows].slice(5));
    const row = again.rows[0] as number;
    expect(all.feature(row).geometry).toEqual(local.feature(local.rows({ limit: 6 }).rows[5] as number).geometry);
  });

});

describe.skipIf(!here).each(KINDS)('MapServer by %s: its limits', (kind) => {
  it('says what it cannot answer and what to do, and fetches nothing for it', async () => {
    const { few } = await setsOf(kind);
    const asked = server.asked.length;
    await expect(few.query({ groupBy: { field: 'n', bin: { kind: 'number' } }, measures: [{ kind: 'count' }] })).rejects.toMatchObject({ code: 'not-answerable', message: expect.stringContaining('breaks') as string });
    await expect(few.query({ groupBy: 'size', measures: [{ kind: 'count' }] })).rejects.toMatchObject({ code: 'not-answerable', message: expect.stringContaining('row-limit') as string });
    expect(server.asked.slice(asked).filter((line) => /limit=1000|COUNT=1000/.test(line))).toEqual([]);
  });

});

describe.skipIf(!here).each(KINDS)('MapServer by %s: what goes wrong', (kind) => {
  it('what nobody waits for is ended', async () => {
    const other = await datasetOn(kind, server);
    const stop = new AbortController();
    const asked = other.query({ groupBy: 'size', measures: [{ kind: 'count' }] }, stop.signal);
    await expect.poll(server.running, { timeout: 10_000 }).toBeGreaterThan(0);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(server.running, { timeout: 10_000 }).toBe(0);
  });

  it('hostile words are data, and hostile names are no fields', async () => {
    const sets = await setsOf(kind);
    const { all } = sets;
    // Each request starts the server's program: those that can end a literal, a pattern or a tag.
    for (const word of ["'", "\\'", '\\', "' OR 1 = 1 --", '%', '_', '*', '?', '"', '<img src=x onerror=alert(1)>', '\u{1f600}', '']) {
      for (const filter of [{ kind: 'in', field: 'hostile', values: [word] }, { kind: 'text', contains: word, fields: ['hostile'] }, { kind: 'compare', field: 'hostile', operator: 'starts-with', value: word }] as const) {
        filterAll(sets, filter);
        expect((await all.query({ measures: [{ kind: 'count' }] })).total.count, JSON.stringify(filter)).toBe(local.rows().total);
      }
    }
    await expect(all.query({ groupBy: "id' OR '1'='1", measures: [{ kind: 'count' }] })).rejects.toMatchObject({ code: 'unknown-field' });
  });

  it('a collection that is not there is named', async () => {
    await expect(datasetOn(kind, server, { table: 'nothing' })).rejects.toMatchObject({ message: expect.stringContaining('nothing') as string });
    await expect(datasetOn(kind, server, { idField: 'kennung' })).rejects.toMatchObject({ code: 'unknown-field', message: expect.stringContaining('kennung') as string });
  });
});
