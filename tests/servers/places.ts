import { expect } from 'vitest';
import type { Table } from '@yizhangtu/data/model';

/** Ten places of the region of 青岛, as longitude and latitude. The names are 示例数据. */
export const PLACES: readonly (readonly [lon: number, lat: number])[] = [
  [120.3826, 36.0618], [120.31, 36.07], [120.46, 36.11], [120.68, 36.16], [119.99, 35.88], [119.74, 35.62], [120.45, 36.39], [120.02, 36.27], [119.96, 36.78], [120.51, 36.87],
];

/** The same in Web Mercator (EPSG:3857) and in the zone of 120° (EPSG:4549; EPSG:4528 has 40 before the easting), by PROJ 9.1.1. */
export const MERCATOR: typeof PLACES = [
  [13400929.732, 4309128.292], [13392847.937, 4310257.544], [13409545.861, 4315767.778], [13434036.149, 4322659.518], [13357225.7, 4284122.095],
  [13329395.828, 4248459.15], [13408432.666, 4354418.321], [13360565.285, 4337836.838], [13353886.116, 4408485.828], [13415111.835, 4421001.921],
];
export const ZONE: typeof PLACES = [
  [534469.771, 3992467.72], [527926.063, 3993354.326], [541417.759, 3997846.258], [561187.661, 4003510.595], [499096.999, 3972227.77],
  [476445.468, 3943410.712], [540373.07, 4028912.155], [501797.107, 4015502.462], [496429.301, 4072097.093], [545473.289, 4082205.471],
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
