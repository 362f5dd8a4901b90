import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LAND_FILE } from './land.mjs';
import { waterMask } from './raster.mjs';
import { FIRST_FIX, FIX_COUNT, vesselColumns } from './vessels.mjs';

const { coordinates, columns } = vesselColumns();

describe('invented vessels', () => {
  it('are 900, the same on every run, with MMSI of no country and fixes of three days', () => {
    expect(vesselColumns()).toEqual({ coordinates, columns });
    expect([new Set(columns.mmsi).size, Math.min(...columns.mmsi), Math.max(...columns.mmsi)]).toEqual([900, 799_000_001, 799_000_900]);
    expect([new Set(columns.time).size, Math.min(...columns.time)]).toEqual([FIX_COUNT, FIRST_FIX]);
  });

  it('are at sea', () => {
    const isWater = waterMask(JSON.parse(readFileSync(LAND_FILE, 'utf8')), [116, 23, 130, 41]);
    const ashore = [...columns.time.keys()].filter((row) => {
      const [lon, lat] = coordinates.subarray(2 * row);
      return !Number.isNaN(lon) && !isWater(lon, lat);
    });
    // A boat on its last miles home may cross a cape: a coast of GSHHG in cells of 2 km is no chart.
    expect(ashore.length / columns.time.length).toBeLessThan(0.004);
  });

  it('say what real AIS says where nothing is known', () => {
    const share = (test: (row: number) => boolean): number => [...columns.time.keys()].filter(test).length / columns.time.length;
    for (const found of [share((row) => columns.headingDeg[row] === 511), share((row) => columns.navStatus[row] === 15), share((row) => Math.abs((columns.sogKn[row] ?? 0) - 102.3) < 0.01)]) {
      expect(found).toBeGreaterThan(0.005);
      expect(found).toBeLessThan(0.15);
    }
    expect(share((row) => Number.isNaN(coordinates[2 * row] ?? NaN))).toBeGreaterThan(0);
  });
});
