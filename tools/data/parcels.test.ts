import { readFileSync } from 'node:fs';
import { ellipsoidalArea, shapeAreas } from '../../packages/analysis/src/ellipsoidal-area.js';
import { LAND_SURVEY_2019 } from '../../packages/standards/src/land-survey-2019.js';
import { LAND_USE_2023 } from '../../packages/standards/src/land-use-2023.js';
import { entryIn } from '../../packages/standards/src/scheme.js';
import { expect, it } from 'vitest';
import { DISTRICTS_FILE } from './districts.mjs';
import { SAME_LAND } from './parcel-classes.mjs';
import { parcelColumns } from './parcels.mjs';

it('invented parcels tile each district, in both years and both code lists', () => {
  const { columns, geometry } = parcelColumns({ shapeAreas });
  const sums = new Map<string, number>();
  columns.district.forEach((code: string, row: number) => sums.set(code, (sums.get(code) ?? 0) + (columns.areaM2[row] ?? 0)));
  for (const feature of JSON.parse(readFileSync(DISTRICTS_FILE, 'utf8')).features) {
    const own = ellipsoidalArea(feature);
    // Corners on a border are rounded to 7 digits, 1 cm, and borders are not cut where parcels meet them: less than two parts in a million.
    expect(Math.abs((sums.get(feature.properties.adcode) ?? 0) - own) / own, feature.properties.name).toBeLessThan(2e-6);
  }
  expect(columns.number.length).toBeGreaterThan(9000);
  expect([geometry.coordinates.length > 1e5, Math.min(...columns.areaM2) >= 0]).toEqual([true, true]);
  for (const code of new Set<string>([...columns.dlbm2019, ...columns.dlbm2023])) expect(entryIn(LAND_SURVEY_2019, code), code).toBeDefined();
  for (const code of new Set<string>([...columns.ydyh2019, ...columns.ydyh2023])) expect(entryIn(LAND_USE_2023, code), code).toBeDefined();
  expect(columns.dlbm2019.every((code: string, row: number) => (SAME_LAND as Record<string, string>)[code] === columns.ydyh2019[row])).toBe(true);
}, 60_000);
