import { expect } from 'vitest';
import type { Table } from '@yizhangtu/data/model';

/** Ten places of the region of 青岛, as longitude and latitude. The names are 示例数据. */
export const PLACES: readonly (readonly [lon: number, lat: number])[] = [
  [120.3826, 36.0618], [120.31, 36.07], [120.46, 36.11], [120.68, 36.16], [119.99, 35.88], [119.74, 35.62], [120.45, 36.39], [120.02, 36.27], [119.96, 36.78], [120.51, 36.87],
];

/** As the layer `points` of a server has them. */
export const PLACES_GEOJSON = JSON.stringify({
  type: 'FeatureCollection',
  features: PLACES.map((coordinates, id) => ({ type: 'Feature', id, properties: { id, name: `示例点 ${id}`, kind: '公园' }, geometry: { type: 'Point', coordinates } })),
});

/** Expects rows whose ids are the numbers of the places to lie within a metre of them. @param count Rows that are expected. */
export function expectAtPlaces({ geometry, ids, idColumn }: Table, count = PLACES.length): void {
  if (geometry.kind !== 'point') throw new Error(geometry.kind);
  const numbers = ids ?? [...((idColumn?.kind === 'number' && idColumn.values) || [])];
  const metres = numbers.map((id, row) => {
    const [lon, lat] = PLACES[Number(id)] ?? [NaN, NaN];
    const [x = NaN, y = NaN] = geometry.coordinates.subarray(2 * row, 2 * row + 2);
    return Math.hypot((x - lon) * 111_320 * Math.cos((lat * Math.PI) / 180), (y - lat) * 111_320);
  });
  expect(metres).toHaveLength(count);
  expect(Math.max(...metres)).toBeLessThan(1);
}
