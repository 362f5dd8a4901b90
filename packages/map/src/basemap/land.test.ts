import { describe, expect, it } from 'vitest';
import { landDataset, ringsOf } from './land.js';
import { LAND } from './land-rings.js';

const polygons = LAND.map(ringsOf);

/** Whether a place lies on land: on an odd number of rings' inner sides. */
function isLand(lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of polygons.flat())
    for (let i = 0; i + 3 < ring.length; i += 2) {
      const [x = 0, y = 0, nextX = 0, nextY = 0] = ring.slice(i, i + 4);
      if (y > lat !== nextY > lat && lon < x + ((lat - y) / (nextY - y)) * (nextX - x)) inside = !inside;
    }
  return inside;
}

describe('the land of the world', () => {
  it('is read as it was written: steps of a hundredth of a degree, the sign in the lowest bit', () => {
    expect(ringsOf('@?AB A@')).toEqual([[-0.01, 0, 0, -0.02], [0.01, -0.01]]);
    // 100 is 0b11001000 with its sign: a digit that says more comes, and one that does not.
    expect(ringsOf('gE?')).toEqual([[1, 0]]);
  });

  it('has closed rings within the globe', () => {
    for (const ring of polygons.flat()) {
      expect([ring.length >= 8, ring.slice(0, 2)]).toEqual([true, ring.slice(-2)]);
      expect(ring.every((number, i) => Math.abs(number) <= (i % 2 ? 90 : 180))).toBe(true);
    }
  });

  it('has cities on land and seas off it', () => {
    for (const [lon, lat] of [[116.4, 39.9], [120.2, 36.4], [121, 23.8], [110, 19.2], [2.3, 48.8], [-100, 40]] as const) expect(isLand(lon, lat), `${lon} ${lat}`).toBe(true);
    for (const [lon, lat] of [[122, 35.5], [119.5, 38.3], [115, 15], [-30, 0], [137, 40]] as const) expect(isLand(lon, lat), `${lon} ${lat}`).toBe(false);
  });

  it('is one dataset for all maps, with its source', () => {
    const dataset = landDataset();
    expect(dataset).toBe(landDataset());
    expect([dataset.rowCount, dataset.provenance.source]).toEqual([LAND.length, 'Natural Earth']);
  });
});
