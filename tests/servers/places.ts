/** Ten places of the region of 青岛, as longitude and latitude. The names are 示例数据. */
export const PLACES: readonly (readonly [lon: number, lat: number])[] = [
  [120.3826, 36.0618], [120.31, 36.07], [120.46, 36.11], [120.68, 36.16], [119.99, 35.88], [119.74, 35.62], [120.45, 36.39], [120.02, 36.27], [119.96, 36.78], [120.51, 36.87],
];

/** As the layer `points` of a server has them. */
export const PLACES_GEOJSON = JSON.stringify({
  type: 'FeatureCollection',
  features: PLACES.map((coordinates, id) => ({ type: 'Feature', id, properties: { id, name: `示例点 ${id}`, kind: '公园' }, geometry: { type: 'Point', coordinates } })),
});
