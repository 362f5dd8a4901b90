/** The same ten points through every service of rows: WFS 1.1.0 and 2.0.0, OGC API Features, in every system that is asked for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerCrsTransforms } from '@yizhangtu/data/crs';
import type { Table } from '@yizhangtu/data/model';
import { ogcApiRows, wfsRows } from '@yizhangtu/data/remote-features';
import { lonLatTransform } from '@yizhangtu/map/crs';
import { hasMapServer, placesServer, type MapServer } from './mapserver.js';
import { expectAtPlaces, PLACES } from './places.js';

const here = hasMapServer();
const never = new AbortController().signal;
const SYSTEMS = [undefined, 'EPSG:4326', 'EPSG:4490', 'EPSG:3857', 'EPSG:4528', 'EPSG:4549'] as const;
let server: MapServer;
let forget: () => void;

beforeAll(async () => {
  if (!here) return;
  forget = registerCrsTransforms(lonLatTransform);
  server = await placesServer();
});

afterAll(async () => {
  forget?.();
  await server?.stop();
});

/** The rows of a service. */
async function tableOf(kind: 'wfs' | 'wfs-1.1.0' | 'ogcapi', crs: string | undefined, window?: readonly [number, number, number, number]): Promise<Table> {
  const options = { src: `${server.url}${kind}`, table: 'points', idField: 'id', subject: 'yzt-wfs-layer', ...(crs && { crs }) };
  const source = kind === 'ogcapi' ? ogcApiRows(options) : wfsRows(options);
  return (await source.rows({ window, limit: 100, signal: never })).table;
}

describe.skipIf(!here)('ten known points', () => {
  for (const kind of ['wfs', 'wfs-1.1.0'] as const)
    it.each(SYSTEMS)(`lie within a metre by ${kind}, asked in %s`, async (crs) => expectAtPlaces(await tableOf(kind, crs)));

  it('lie within a metre by OGC API Features', async () => expectAtPlaces(await tableOf('ogcapi', undefined)));

  it.each(['wfs', 'wfs-1.1.0', 'ogcapi'] as const)('are found by a window, by %s', async (kind) => {
    const [west, south, east, north] = [120.2, 36, 120.5, 36.2];
    const inside = PLACES.filter(([lon, lat]) => lon > west && lon < east && lat > south && lat < north);
    expectAtPlaces(await tableOf(kind, kind === 'ogcapi' ? undefined : 'EPSG:4490', [west, south, east, north]), inside.length);
  });

  it('are asked for with latitude first in degrees by WFS, as its versions have it', () => {
    const boxes = server.asked.filter((line) => line.startsWith('/wfs') && line.includes('lowerCorner'));
    expect(boxes.length).toBeGreaterThan(0);
    for (const line of boxes) expect(line).toMatch(/lowerCorner>3[56]\S*[ +]1(?:19|20)/);
    expect(new Set(boxes.map((line) => /VERSION=([\d.]+)&/.exec(line)?.[1]))).toEqual(new Set(['2.0.0', '1.1.0']));
  });
});
