/** The same ten points through every service of rows: WFS 1.1.0 and 2.0.0, OGC API Features, in every system that is asked for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerCrsTransforms } from '@yizhangtu/data/crs';
import { ogcApiRows, wfsRows } from '@yizhangtu/data/remote-features';
import { lonLatTransform } from '@yizhangtu/map/crs';
import { hasMapServer, placesServer, type MapServer } from './mapserver.js';
import { PLACES } from './places.js';

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

/** Metres between where the rows lie and where the places are, at most. */
async function farthest(kind: 'wfs' | 'wfs-1.1.0' | 'ogcapi', crs: string | undefined, window?: readonly [number, number, number, number]): Promise<number[]> {
  const options = { src: `${server.url}${kind}`, table: 'points', idField: 'id', subject: 'yzt-wfs-layer', ...(crs && { crs }) };
  const source = kind === 'ogcapi' ? ogcApiRows(options) : wfsRows(options);
  const { table } = await source.rows({ window, limit: 100, signal: never });
  const { geometry } = table;
  if (geometry.kind !== 'point') throw new Error(geometry.kind);
  return (table.ids ?? []).map((id, row) => {
    const [lon, lat] = PLACES[Number(id)] ?? [NaN, NaN];
    const [x = NaN, y = NaN] = geometry.coordinates.subarray(2 * row, 2 * row + 2);
    return Math.hypot((x - lon) * 111_320 * Math.cos((lat * Math.PI) / 180), (y - lat) * 111_320);
  });
}

describe.skipIf(!here)('ten known points', () => {
  for (const kind of ['wfs', 'wfs-1.1.0'] as const)
    it.each(SYSTEMS)(`lie within a metre by ${kind}, asked in %s`, async (crs) => {
      const metres = await farthest(kind, crs);
      expect(metres).toHaveLength(10);
      expect(Math.max(...metres)).toBeLessThan(1);
    });

  it('lie within a metre by OGC API Features', async () => {
    const metres = await farthest('ogcapi', undefined);
    expect(metres).toHaveLength(10);
    expect(Math.max(...metres)).toBeLessThan(1);
  });

  it.each(['wfs', 'wfs-1.1.0', 'ogcapi'] as const)('are found by a window, by %s', async (kind) => {
    const [west, south, east, north] = [120.2, 36, 120.5, 36.2];
    const inside = PLACES.filter(([lon, lat]) => lon > west && lon < east && lat > south && lat < north);
    const metres = await farthest(kind, kind === 'ogcapi' ? undefined : 'EPSG:4490', [west, south, east, north]);
    expect([metres.length, Math.max(...metres) < 1]).toEqual([inside.length, true]);
  });

  it('are asked for with latitude first in degrees by WFS, as its versions have it', () => {
    const boxes = server.asked.filter((line) => line.startsWith('/wfs') && line.includes('lowerCorner'));
    expect(boxes.length).toBeGreaterThan(0);
    for (const line of boxes) expect(line).toMatch(/lowerCorner>3[56]\S*[ +]1(?:19|20)/);
    expect(new Set(boxes.map((line) => /VERSION=([\d.]+)&/.exec(line)?.[1]))).toEqual(new Set(['2.0.0', '1.1.0']));
  });
});
