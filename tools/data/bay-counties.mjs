/**
 * Writes examples/market/data/bay-counties.geojson: counties around San Mateo County, for the view of real inspections.
 * Input: npm us-atlas 3.0.1 (US Census Bureau, 1:10,000,000; data public domain, package ISC), looked for in ../shared/data/perf. Positions to 0.0001°.
 * Run: node tools/data/bay-counties.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { feature } from 'topojson-client';

const ROOT = new URL('../../', import.meta.url);
const INPUT = new URL('../shared/data/perf/us_counties_10m.topojson', ROOT);
const OUT = new URL('examples/market/data/bay-counties.geojson', ROOT);

/** Counties that touch this box are kept, with their names in Chinese. */
const BOX = [-123.6, 36.2, -120.6, 38.9];
const NAMES = {
  '06081': '圣马特奥县',
  '06075': '旧金山',
  '06001': '阿拉米达县',
  '06085': '圣克拉拉县',
  '06087': '圣克鲁斯县',
  '06041': '马林县',
  '06013': '康特拉科斯塔县',
};

const topology = JSON.parse(readFileSync(INPUT, 'utf8'));
const positions = (/** @type {any} */ geometry) => geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2);
const near = ({ geometry }) => positions(geometry).some(([lon, lat]) => lon > BOX[0] && lon < BOX[2] && lat > BOX[1] && lat < BOX[3]);
const rounded = (value) => (Array.isArray(value) ? value.map(rounded) : Math.round(value * 1e4) / 1e4);
const features = feature(topology, topology.objects.counties).features.filter(near).map(({ id, properties, geometry }) => ({
  type: 'Feature',
  id,
  properties: { name: NAMES[id] ?? '', en: NAMES[id] ? properties.name : '' },
  geometry: { type: geometry.type, coordinates: rounded(geometry.coordinates) },
}));
features.sort((one, other) => one.id.localeCompare(other.id));
writeFileSync(OUT, `{"type":"FeatureCollection","features":[\n${features.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`);
