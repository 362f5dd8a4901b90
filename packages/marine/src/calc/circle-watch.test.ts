import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { circleWatch } from './circle-watch.js';
import { lastOf, typhoonTracks, type TyphoonTrack } from './tracks.js';
import type { VesselFix } from './vessels.js';

const HOUR = 3_600_000;
const START = Date.UTC(2019, 7, 10);

function storm(lon = 122, radii: Record<string, number | null> = { r7NeKm: 300, r7SeKm: 250, r7SwKm: null, r7NwKm: 200, r10NeKm: 100, r10SeKm: 80, r10SwKm: 80, r10NwKm: 80 }): Dataset {
  const columns = Object.fromEntries(Object.entries(radii).map(([name, value]) => [name, [value]]));
  return Dataset.fromColumns({ coordinates: Float64Array.of(lon, 36), columns: { storm: ['a'], time: [new Date(START)], ...columns } });
}
const positionOf = (data: Dataset) => lastOf(typhoonTracks(data)[0] as TyphoonTrack);

/** 40 × 40 vessels around a place, at irrational steps so that none lies on a corner. */
const fleet = (lon: number): VesselFix[] =>
  Array.from({ length: 1600 }, (_, row) => ({ row, time: START, lon: lon - 4 + 0.2003 * (row % 40), lat: 32.5 + 0.1717 * Math.floor(row / 40) }));

describe('circleWatch', () => {
  it('counts a vessel in every circle that holds it; there is no count of a circle that the storm does not have', () => {
    const data = storm();
    const { counts, inside } = circleWatch(data, positionOf(data), fleet(122));
    expect(counts['12']).toBeUndefined();
    for (const force of ['7', '10'] as const) expect(inside.filter(({ forces }) => forces.includes(force)).length).toBe(counts[force]);
    // The south-west has a circle of force 10 and, by a mistake of the bulletin, none of force 7.
    expect(inside.filter(({ forces }) => !forces.includes('7')).every(({ azimuth }) => azimuth >= 180 && azimuth <= 270)).toBe(true);
    // Each is nearer than the longest radius; 0.4 % for the sphere that rings are drawn on.
    expect(inside.every(({ meters, forces: [force] }) => meters < (force === '10' ? 100_400 : 301_200))).toBe(true);
  });

  it('lists the nearest first, with distance and direction from the centre and the strongest circle', () => {
    const data = storm();
    const fixes = [[122, 38], [122.3, 36], [121, 35]].map(([lon = 0, lat = 0], row): VesselFix => ({ row, time: START, lon, lat }));
    const { inside } = circleWatch(data, positionOf(data), fixes);
    // The third lies in the south-west, which has a circle of force 10 of 80 km only.
    expect(inside.map(({ fix, meters, azimuth, forces }) => [fix.row, Math.round(meters / 1000), Math.round(azimuth), forces])).toEqual([[1, 27, 90, ['10', '7']], [0, 222, 0, ['7']]]);
  });

  it('says of how many vessels nothing is known, because their fix is of another time', () => {
    const data = storm();
    const fixes = [0, 5, -5, 7].map((hours, row): VesselFix => ({ row, time: START + hours * HOUR, lon: 122.1, lat: 36.1 }));
    const watch = circleWatch(data, positionOf(data), fixes, 6 * HOUR);
    expect([watch.counts['7'], watch.unknown]).toEqual([3, 1]);
    // Vessels without times are taken as they are.
    expect(circleWatch(data, positionOf(data), [{ row: 0, time: NaN, lon: 122.1, lat: 36.1 }], 6 * HOUR).counts['7']).toBe(1);
  });

  it('finds vessels on both sides of the antimeridian', () => {
    const data = storm(179.5);
    const fixes = [179, -179.5].map((lon, row): VesselFix => ({ row, time: START, lon, lat: 36.2 }));
    expect(circleWatch(data, positionOf(data), fixes).counts['7']).toBe(2);
  });

  it('is empty for a storm without radii', () => {
    const data = storm(122, {});
    expect(circleWatch(data, positionOf(data), fleet(122))).toEqual({ counts: { 7: undefined, 10: undefined, 12: undefined }, inside: [], unknown: 0 });
  });
});
