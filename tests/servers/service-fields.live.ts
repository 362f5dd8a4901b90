/** Fields that are worked out from rows of a real MapServer, by OGC API Features and by WFS: every answer is that of the same rows and fields in memory. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expressionColumn } from '@yizhangtu/data/expression';
import { regionColumn, valueColumn } from '@yizhangtu/data/join';
import type { DerivedColumn, Filter, GroupKey, Measure } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { PROBES } from './expressions.js';
import { datasetOn, hasMapServer, mapServerWith, type MapServer } from './mapserver.js';
import { inMemory, rows } from './rows.js';
import { sameAnswer } from './same-answers.js';

const here = hasMapServer();
const KINDS = ['ogc-api', 'wfs'] as const;
/** Rows a server of maps gives back as they were, see `features.live.ts`. */
const DATA = rows(2500).filter(({ lon, t }) => lon !== null && t !== null && !/[\0\b\u2028\ufeff]/.test(t)).map((row) => ({ ...row, hostile: '', lon: Number(row.lon?.toFixed(6)), lat: Number(row.lat?.toFixed(6)) }));
const NOW = Date.parse('2024-03-01T10:00:00+08:00');
const local = inMemory(DATA);
let server: MapServer;
let all: RemoteDataset;
let few: RemoteDataset;

const ring = (west: number, east: number): number[] => [west, 35, east, 35, east, 37, west, 37, west, 35];
const REGIONS = {
  geometry: { kind: 'shape', types: Uint8Array.of(3, 3), partStart: Uint32Array.of(0, 1, 2), ringStart: Uint32Array.of(0, 1, 2), vertexStart: Uint32Array.of(0, 5, 10), coordinates: Float64Array.from([...ring(119, 120.1), ...ring(120.1, 120.6)]) },
  keys: ['西', '中'],
} as const;

const FIELDS: readonly DerivedColumn[] = [
  expressionColumn({ name: 'x' }, 'round(n / 8)'),
  expressionColumn({ name: 'y' }, 'if(x > 20, t, left(owner, 1))'),
  expressionColumn({ name: 'late' }, "d < '2023-01-01' and b"),
  expressionColumn({ name: 'on' }, 'addDays(day, i)'),
  expressionColumn({ name: 'i' }, 'abs(i)'),
  valueColumn({ name: 'people' }, 'district', new Map([['370202', 48.5], ['370203', 110]])),
  regionColumn({ name: 'region' }, REGIONS),
];
const GROUPS: readonly (string | GroupKey)[] = ['y', 'late', 'region', 'people', 'i', { field: 'x', bin: { kind: 'number' } }, { field: 'on', bin: { kind: 'time', unit: 'month' } }];
const MEASURES: readonly Measure[] = [{ kind: 'count' }, { kind: 'sum', field: 'x' }, { kind: 'median', field: 'i' }, { kind: 'distinct', field: 'y' }];
const FILTERS: readonly Filter[] = [
  { kind: 'range', field: 'x', min: 0, max: 50 }, { kind: 'in', field: 'late', values: [true, null] }, { kind: 'not', filter: { kind: 'in', field: 'region', values: ['西'] } }, { kind: 'range', field: 'i', min: 15 },
  { kind: 'text', contains: '欧' }, { kind: 'group', by: { field: 'people' }, keys: [null, 110] }, { kind: 'any', filters: [{ kind: 'in', field: 'size', values: ['小'] }, { kind: 'compare', field: 'y', operator: 'starts-with', value: 'a' }] },
];

const count = { measures: [{ kind: 'count' }] } as const;

afterEach(() => {
  for (const data of here ? [local, all, few] : []) {
    data.clearFilters();
    for (const { field } of [...FIELDS].reverse()) data.underive(field.name);
  }
});

function derive(columns: readonly DerivedColumn[]): void {
  for (const data of [local, all, few]) for (const column of columns) data.derive(column);
}

async function cellsOf(data: RemoteDataset | typeof local, query: { readonly orderBy?: string; readonly offset: number; readonly limit: number }): Promise<unknown[][]> {
  const { rows: page } = await data.rows({ ...query, fields: ['id', ...FIELDS.map(({ field }) => field.name)] });
  return [...page].map((row) => ['id', ...FIELDS.map(({ field }) => field.name)].map((name) => data.value(row, name)));
}

/** Two datasets on a server of its own, of which one may take all rows into the page. */
function onServer(kind: (typeof KINDS)[number]): void {
  beforeAll(async () => {
    server = await mapServerWith(DATA);
    [all, few] = [await datasetOn(kind, server), await datasetOn(kind, server, { rowLimit: 1000 })];
  });
  afterAll(() => server?.stop());
}

describe.skipIf(!here).each(KINDS)('fields worked out from rows of a MapServer by %s', (kind) => {
  onServer(kind);

  it('have the values of memory, for every function', async () => {
    const columns = Object.values(PROBES).flat().map((expression, at) => expressionColumn({ name: `p${at}` }, expression, { now: () => NOW }));
    for (const data of [local, all]) for (const column of columns) data.derive(column);
    const fields = columns.map(({ field }) => field.name);
    const { rows: page } = await all.rows({ fields, limit: 1200 });
    const cells = (data: typeof all | typeof local, list: Iterable<number>): unknown[] => [...list].map((row) => fields.map((name) => data.value(row, name)));
    expect(cells(all, page)).toEqual(cells(local, local.rows({ limit: 1200 }).rows));
    for (const data of [local, all]) for (const name of fields.reverse()) data.underive(name);
  });

  it('are grouped, measured, filtered and sorted as in memory', async () => {
    derive(FIELDS);
    expect(all.columns.slice(-FIELDS.length).map(({ name, kind: one }) => [name, one])).toEqual(local.columns.slice(-FIELDS.length).map(({ name, kind: one }) => [name, one]));
    for (const groupBy of GROUPS) sameAnswer(await all.query({ groupBy, measures: MEASURES }), local.query({ groupBy, measures: MEASURES }), groupBy);
    for (const filter of FILTERS) {
      for (const data of [all, local]) data.setFilter('one', filter);
      sameAnswer(await all.query({ groupBy: 'size', measures: MEASURES }), local.query({ groupBy: 'size', measures: MEASURES }), filter);
      for (const orderBy of ['x', 'y', 'on']) {
        const page = { orderBy, descending: true, offset: 7, limit: 20 };
        expect(await cellsOf(all, page), JSON.stringify([filter, orderBy])).toEqual(await cellsOf(local, page));
      }
    }
  });
});

describe.skipIf(!here).each(KINDS)('fields worked out from many rows of a MapServer by %s', (kind) => {
  onServer(kind);

  it('are on the pages of a table larger than may come, and filter what its other conditions leave of it', async () => {
    derive(FIELDS);
    const page = { offset: 1200, limit: 30 };
    expect(await cellsOf(few, page)).toEqual(await cellsOf(local, page));
    for (const data of [few, local]) data.setFilter('view', { kind: 'bounds', west: 120, south: 35.9, east: 120.6, north: 36.4 });
    for (const filter of FILTERS) {
      for (const data of [few, local]) data.setFilter('one', filter);
      sameAnswer(await few.query({ groupBy: 'y', measures: MEASURES }), local.query({ groupBy: 'y', measures: MEASURES }), filter);
      expect((await few.query(count)).total.count).toBe(local.rows().total);
    }
    few.setFilter('view', undefined);
    await expect(few.query(count)).rejects.toMatchObject({ code: 'not-answerable', message: expect.stringContaining('「y」') as string });
  });

  it('ask for no row again when their values change', async () => {
    derive(FIELDS);
    await all.query({ groupBy: 'region', measures: [{ kind: 'sum', field: 'people' }] });
    const asked = server.asked.length;
    derive([valueColumn({ name: 'people' }, 'district', new Map([['370202', 1]]), 2)]);
    sameAnswer(await all.query({ groupBy: 'region', measures: [{ kind: 'sum', field: 'people' }] }), local.query({ groupBy: 'region', measures: [{ kind: 'sum', field: 'people' }] }), 'other values');
    expect(server.asked.length).toBe(asked);
  });
});
