import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, collection, feature } from '../readers/geojson.fixture.js';
import { GeoJsonPieces } from '../readers/geojson-pieces.js';
import { drive } from '../steps/drive.js';
import { knownMercator, toMercator } from './mercator.js';

const lonLat = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }));
const rings = fc.array(fc.array(lonLat, { minLength: 3, maxLength: 8 }).map((ring) => [...ring, ring[0]]), { minLength: 1, maxLength: 3 });

async function geometryOf(source: unknown, cuts: readonly number[]) {
  const bytes = bytesOf(JSON.stringify(source));
  const reader = new GeoJsonPieces({});
  let end = 0;
  for (const cut of [...cuts.map((one) => one % bytes.length), bytes.length].sort((a, b) => a - b)) {
    reader.push(bytes.subarray(end, cut));
    end = cut;
  }
  return (await drive(reader.finish()))?.geometry;
}

describe('Web Mercator of a source that comes in pieces', () => {
  it('is that of its coordinates, wherever it is cut', async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(rings, { minLength: 1, maxLength: 12 }), fc.array(fc.nat(), { maxLength: 9 }), async (polygons, cuts) => {
        const geometry = await geometryOf(collection(polygons.map((coordinates) => feature({ type: 'Polygon', coordinates }, null))), cuts);
        if (geometry?.kind !== 'shape') return;
        const known = knownMercator(geometry);
        // Numbers that are in the wrong order are put right at the end, and worked out then.
        if (!known) return;
        kept++;
        expect(known).toEqual(toMercator(geometry.coordinates));
      }),
    );
    expect(kept).toBeGreaterThan(30);
  });

  it('follows lines and polygons that come behind points, and leaves bad ones out', async () => {
    const line = feature({ type: 'LineString', coordinates: [[120, 36], [121, 37]] }, null);
    const bad = feature({ type: 'Polygon', coordinates: [[[1, 'x']]] }, null);
    const geometry = await geometryOf(collection([feature({ type: 'Point', coordinates: [119, 35] }, null), line, bad, line]), [150, 300, 350]);
    expect(geometry?.kind).toBe('shape');
    expect(geometry?.kind === 'shape' && knownMercator(geometry)).toEqual(geometry?.kind === 'shape' && toMercator(geometry.coordinates));
  });

  it('is not kept where latitude and longitude were put right', async () => {
    const swapped = feature({ type: 'LineString', coordinates: [[36, 120], [37, 121]] }, null);
    const geometry = await geometryOf(collection([swapped, swapped, swapped]), [100]);
    expect(geometry?.kind === 'shape' && [...geometry.coordinates.subarray(0, 2)]).toEqual([120, 36]);
    expect(geometry && knownMercator(geometry)).toBeUndefined();
  });

  it('is not that of another geometry with the same coordinates: its places may be masked', async () => {
    const geometry = await geometryOf(collection([feature({ type: 'LineString', coordinates: [[120, 36], [121, 37]] }, null)]), [90]);
    expect(geometry && knownMercator({ ...geometry })).toBeUndefined();
  });
});
