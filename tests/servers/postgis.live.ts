/**
 * Tables of a real PostGIS behind a real MapServer, in three coordinate systems, with Chinese names of fields: places, values, conditions, vector
 * tiles, and a database that is gone.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerCrsTransforms } from '@yizhangtu/data/crs';
import { Dataset, type Filter } from '@yizhangtu/data/model';
import { RemoteDataset } from '@yizhangtu/data/remote';
import { ogcApiRows, wfsEngine, wfsRows } from '@yizhangtu/data/remote-features';
import { lonLatTransform } from '@yizhangtu/map/crs';
import { hasMapServer, mapServerOf, type MapServer } from './mapserver.js';
import { openPage, type PicturePage } from './picture-page.js';
import { hasPostgis, postgisServer, type Postgis } from './postgis.js';
import { expectAtPlaces, PLACES } from './places.js';
import { expectSeen } from './seen.js';

const here = hasMapServer() && hasPostgis();
const SYSTEMS = [4490, 4528, 4326] as const;
const KINDS = ['公园', '学校', "O'Neil “球场”"] as const;
const ROWS = PLACES.map(([lon, lat], id) => ({ id, lon, lat, 名称: `示例点 ${id}`, 类别: KINDS[id % 3] ?? '', 面积: id === 4 ? null : id * 12.5 }));
const never = new AbortController().signal;
let database: Postgis;
let server: MapServer;
let page: PicturePage;
let forget: () => void;

const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;
const values = ROWS.map(({ id, lon, lat, ...row }) => `(${id}, ${quoted(row.名称)}, ${quoted(row.类别)}, ${row.面积 ?? 'NULL'}, ${lon}, ${lat})`).join(', ');

/** The same rows in a table for each system, put there by PostGIS itself. */
const tableOf = (code: number): string => `CREATE TABLE points_${code} (id integer PRIMARY KEY, 名称 text NOT NULL, 类别 text NOT NULL, 面积 double precision, geom geometry(Point, ${code}));
INSERT INTO points_${code} SELECT id, a, b, c, ST_Transform(ST_SetSRID(ST_Point(lon, lat), 4326), ${code}) FROM (VALUES ${values}) AS t (id, a, b, c, lon, lat);
CREATE INDEX ON points_${code} USING gist (geom); ANALYZE points_${code};`;

beforeAll(async () => {
  if (!here) return;
  forget = registerCrsTransforms(lonLatTransform);
  database = postgisServer();
  database.run(SYSTEMS.map(tableOf).join('\n'));
  const { connection } = database;
  server = await mapServerOf(SYSTEMS.map((code) => ({ name: `points_${code}`, crs: `EPSG:${code}`, fields: [{ name: '名称', type: 'Character' }, { name: '类别', type: 'Character' }, { name: '面积', type: 'Real' }], postgis: { connection, table: `points_${code}`, geometry: 'geom', id: 'id' } })));
  page = await openPage({ '/mapserver/': server.url });
});

afterAll(async () => {
  await page?.stop();
  await server?.stop();
  database?.stop();
  forget?.();
});

const serviceOf = (kind: string, code: number) => ({ src: `${server.url}${kind}`, table: `points_${code}`, idField: 'id', subject: 'yzt-wfs-layer' });

describe.skipIf(!here).each(SYSTEMS)('a table in EPSG:%i', (code) => {
  it.each(['wfs', 'wfs-1.1.0', 'ogcapi'] as const)('lies within a metre, with its Chinese values, by %s', async (kind) => {
    const source = kind === 'ogcapi' ? ogcApiRows(serviceOf(kind, code)) : wfsRows(serviceOf(kind, code));
    const { table } = await source.rows({ window: undefined, limit: 100, signal: never });
    expectAtPlaces(table);
    const data = new Dataset(table);
    for (const name of ['名称', '类别', '面积'] as const) expect(ROWS.map(({ id }) => data.value((table.ids ?? []).map(Number).indexOf(id), name)), name).toEqual(ROWS.map((row) => row[name]));
  });

  it('of a window leaves those in it', async () => {
    const [west, south, east, north] = [120.2, 36, 120.5, 36.2];
    const inside = PLACES.filter(([lon, lat]) => lon > west && lon < east && lat > south && lat < north);
    const { table } = await wfsRows(serviceOf('wfs', code)).rows({ window: [west, south, east, north], limit: 100, signal: never });
    expectAtPlaces(table, inside.length);
  });

  it('is told conditions on its Chinese fields', async () => {
    const dataset = new RemoteDataset(wfsEngine({ ...serviceOf('wfs', code), rowLimit: 1 }));
    await dataset.load();
    const conditions: readonly (readonly [Filter, number])[] = [
      [{ kind: 'in', field: '类别', values: ['公园'] }, 4],
      [{ kind: 'in', field: '类别', values: [KINDS[2]] }, 3],
      [{ kind: 'range', field: '面积', min: 20, max: 100 }, 6],
      [{ kind: 'text', contains: '点 7', fields: ['名称'] }, 1],
    ];
    for (const [filter, expected] of conditions) {
      dataset.setFilter('one', filter);
      // One row may come into the page: the count is the service's.
      expect((await dataset.query({ measures: [{ kind: 'count' }] })).total.count, JSON.stringify(filter)).toBe(expected);
    }
  });

  it('lies within a metre as vector tiles', () => expectSeen(page, tiles(code)));
});

/** A layer of the vector tiles that MapServer makes of a table. */
function tiles(code: number): string {
  return `<yzt-vector-tile-layer url="/mapserver/mvt?layers=points_${code}&amp;mode=tile&amp;tilemode=gmap&amp;tile={x}+{y}+{z}&amp;map.imagetype=mvt" symbology="fixed:#dc0000" size="9"></yzt-vector-tile-layer>`;
}

describe.skipIf(!here)('a database that is gone', () => {
  it('is named by the service, and nobody is told how to reach it', async () => {
    database.stop();
    const error = await wfsRows(serviceOf('wfs', 4490)).rows({ window: undefined, limit: 10, signal: never }).then(() => undefined, (reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'service-exception', message: expect.stringContaining('msPostGIS') as string });
    expect(String(error)).not.toContain('user=postgres');
  });
});
