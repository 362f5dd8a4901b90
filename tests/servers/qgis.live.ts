/** Writing to a real QGIS Server over a real PostGIS: what was sent is in the tables, where it belongs, and can be read again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerCrsTransforms } from '@yizhangtu/data/crs';
import { Dataset, type Table } from '@yizhangtu/data/model';
import { wfsRows } from '@yizhangtu/data/remote-features';
import { wfsTransaction } from '@yizhangtu/data/wfs-transaction';
import { lonLatTransform } from '@yizhangtu/map/crs';
import { hasProgram, startQgisServer } from '../../tools/qgis/server.mjs';
import { expectAtPlaces, PLACES } from './places.js';
import { hasPostgis, postgisServer, type Postgis } from './postgis.js';

const qgis = hasProgram();
// Some 700 MB: installed by who wants it, never by a test.
if (!qgis) console.log('skipped: 没有 QGIS Server / no QGIS Server (Debian: qgis-server python3-qgis)');
const here = qgis && hasPostgis();
const SYSTEMS = [4490, 4528] as const;
const folder = mkdtempSync(join(tmpdir(), 'yzt-qgis-'));
let database: Postgis;
let server: Awaited<ReturnType<typeof startQgisServer>>;
let forget: () => void;

beforeAll(async () => {
  if (!here) return;
  forget = registerCrsTransforms(lonLatTransform);
  database = postgisServer();
  database.run(SYSTEMS.map((code) => `CREATE TABLE plots_${code} (id serial PRIMARY KEY, 名称 text NOT NULL, 面积 double precision, 日期 date, geom geometry(Point, ${code}))`).join(';'));
  server = await startQgisServer({ folder, connection: database.connection, layers: SYSTEMS.map((code) => ({ table: `plots_${code}`, code })) });
});

afterAll(async () => {
  await server?.stop();
  database?.stop();
  rmSync(folder, { recursive: true, force: true });
  forget?.();
});

const stored = (code: number): string[] => database.run(`SELECT id, 名称, coalesce(面积::text, '-'), coalesce(日期::text, '-'), round(ST_X(p)::numeric, 5), round(ST_Y(p)::numeric, 5) FROM (SELECT *, ST_Transform(geom, 4326) AS p FROM plots_${code}) AS t ORDER BY 名称`).split('\n');

/** Number of the place in the name of each row. */
function named(table: Table): number[] {
  const data = new Dataset(table);
  return Array.from({ length: table.rowCount }, (_, row) => Number(/<(\d)>/.exec(String(data.value(row, '名称')))?.[1]));
}

const INSERTS = PLACES.map((coordinates, n) => ({ kind: 'insert' as const, values: { 名称: `示例 <${n}> & “甲”`, 面积: n + 0.5, 日期: new Date(`2024-03-0${(n % 9) + 1}T00:00:00+08:00`) }, geometry: { type: 'Point' as const, coordinates } }));

describe.skipIf(!here).each(SYSTEMS)('WFS-T of QGIS Server, a table in EPSG:%i', (code) => {
  const options = () => ({ src: server.url, table: `plots_${code}`, subject: 'yzt-wfs-layer' });
  const idOf = (n: number): string => `plots_${code}.${database.run(`SELECT id FROM plots_${code} WHERE 名称 LIKE '%<${n}>%'`)}`;

  it('takes ten places, each within a metre, and gives them back', async () => {
    const result = await wfsTransaction(options(), INSERTS);
    expect([result.inserted, result.ids.length]).toEqual([10, 10]);
    expect(stored(code).map((line) => line.split('|').slice(1))).toEqual(PLACES.map(([lon, lat], n) => [`示例 <${n}> & “甲”`, String(n + 0.5), `2024-03-0${(n % 9) + 1}`, lon.toFixed(5), lat.toFixed(5)]));
    const { table } = await wfsRows({ ...options(), idField: 'id' }).rows({ window: undefined, limit: 100, signal: new AbortController().signal });
    expectAtPlaces({ ...table, ids: named(table) });
  });

  it('changes what is named and nothing else, and takes away', async () => {
    const [lon, lat] = PLACES[5] ?? [0, 0];
    const result = await wfsTransaction(options(), [
      { kind: 'update', id: idOf(0), values: { 名称: '改名', 面积: null } },
      { kind: 'update', id: idOf(1), values: {}, geometry: { type: 'Point', coordinates: [lon, lat] } },
      { kind: 'delete', id: idOf(2) },
    ]);
    expect(result).toMatchObject({ inserted: 0, updated: 2, deleted: 1 });
    const lines = stored(code).map((line) => line.slice(line.indexOf('|') + 1));
    expect(lines).toHaveLength(9);
    expect(lines).toContain('改名|-|2024-03-01|120.38260|36.06180');
    expect(lines).toContain(`示例 <1> & “甲”|1.5|2024-03-02|${lon.toFixed(5)}|${lat.toFixed(5)}`);
    expect(lines.join()).not.toContain('<2>');
  });

  it('says in the words of the service why it refuses, and then has changed nothing', async () => {
    const before = stored(code);
    await expect(wfsTransaction(options(), [{ kind: 'insert', values: { 面积: 1 }, geometry: { type: 'Point', coordinates: [120.4, 36.1] } }])).rejects.toMatchObject({ code: 'service-exception' });
    await expect(wfsTransaction(options(), [{ kind: 'insert', values: { 名字: 'x' } }])).rejects.toMatchObject({ code: 'unknown-field', message: expect.stringContaining('名称') as string });
    expect(stored(code)).toEqual(before);
  });
});
