/**
 * Invented business subjects (市场主体) of 青岛 as columns: 示例数据, the same on every run, made where they are needed and never kept in git.
 * Districts weigh by their residents of the census of 2020; positions are scattered around places inside the schematic districts.
 * Nothing in them describes a real business.
 */
import { readFileSync } from 'node:fs';
import { DISTRICTS, DISTRICTS_FILE } from './districts.mjs';
import { placeCollection } from './places.mjs';
import { bell, pick, randomSource } from './random.mjs';
import { fillRings } from './raster.mjs';

const SEED = 20270101;
/** Cell of the raster that says which district a position is in, degrees. */
const CELL = 0.002;
/** Section of GB/T 4754: share of all subjects, capital in 万元 (middle), staff (middle). */
const INDUSTRIES = [
  ['F', 46, 20, 2], ['H', 12, 10, 4], ['C', 8, 200, 18], ['O', 8, 8, 2], ['L', 6, 100, 6], ['G', 5, 50, 5], ['E', 4, 300, 12], ['M', 3.5, 100, 7],
  ['I', 2.5, 100, 8], ['K', 1.5, 500, 10], ['A', 1.4, 80, 6], ['R', 1, 50, 6], ['P', 0.5, 60, 12], ['Q', 0.3, 120, 15], ['J', 0.2, 1000, 12], ['D', 0.1, 800, 30],
];
const KINDS = [['self-employed', 68], ['company', 29], ['co-operative', 3]];
const RISKS = [['A', 40], ['B', 38], ['C', 17], ['D', 5]];
const STATES = [['active', 90], ['abnormal', 4], ['cancelled', 6]];
const FIRST_YEAR = 1995;
const LAST_DAY = Date.UTC(2026, 5, 30) - 8 * 3_600_000;
const DAY = 86_400_000;

/** Fields as every view shows them. */
export const SUBJECT_SCHEMA = {
  id: 'market/subject@1',
  label: { zh: '市场主体', en: 'Business subjects' },
  titleField: 'number',
  fields: [
    { name: 'number', label: { zh: '编号', en: 'Number' }, plain: true },
    { name: 'district', label: { zh: '区市', en: 'District' }, codes: { scheme: 'division' } },
    { name: 'industry', label: { zh: '行业门类', en: 'Section' }, codes: { scheme: 'industry', version: '2017' } },
    {
      name: 'kind', label: { zh: '主体类型', en: 'Kind' },
      values: { 'self-employed': { zh: '个体工商户', en: 'Self-employed' }, company: { zh: '企业', en: 'Company' }, 'co-operative': { zh: '农民专业合作社', en: "Farmers' co-operative" } },
    },
    { name: 'risk', label: { zh: '信用风险', en: 'Credit risk' }, codes: { scheme: 'credit-risk', version: '2022' } },
    {
      name: 'state', label: { zh: '登记状态', en: 'State' },
      values: { active: { zh: '存续', en: 'Active' }, abnormal: { zh: '经营异常', en: 'Abnormal' }, cancelled: { zh: '注销', en: 'Cancelled' } },
    },
    { name: 'founded', label: { zh: '成立日期', en: 'Founded' }, kind: 'date' },
    { name: 'capital', label: { zh: '注册资本', en: 'Registered capital' }, unit: '万元', digits: 1 },
    { name: 'staff', label: { zh: '从业人数', en: 'Staff' }, unit: '人', digits: 0 },
  ],
};

/** A raster of the districts: `at(lon, lat)` is the code there, or undefined. */
export function districtRaster(features) {
  const box = [119.2, 35.2, 121.4, 37.4];
  const width = Math.round((box[2] - box[0]) / CELL);
  const height = Math.round((box[3] - box[1]) / CELL);
  const cells = new Uint8Array(width * height);
  features.forEach((feature, index) => {
    const { type, coordinates } = feature.geometry;
    for (const rings of type === 'Polygon' ? [coordinates] : coordinates) fillRings(rings, (x, y) => (cells[y * width + x] = index + 1), { box, width, height, cell: CELL });
  });
  return (lon, lat) => {
    const x = Math.floor((lon - box[0]) / CELL);
    const y = Math.floor((lat - box[1]) / CELL);
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : cells[y * width + x];
  };
}

/** What `count` draws of weighted words give: a dictionary and codes. */
function drawn(random, count, pairs) {
  const dictionary = pairs.map(([word]) => word);
  const numbered = pairs.map(([, weight], at) => [at, weight]);
  return { dictionary, codes: Uint32Array.from({ length: count }, () => pick(random, numbered)) };
}

/** Positions and district of each row. */
function positions(random, count) {
  const districts = JSON.parse(readFileSync(DISTRICTS_FILE, 'utf8')).features;
  const codes = districts.map((feature) => feature.properties.adcode);
  const districtAt = districtRaster(districts);
  const weights = codes.map((code, at) => [at, DISTRICTS[code][2]]);
  const spots = codes.map((code) =>
    placeCollection().features.filter((one) => one.properties.adcode === code)
      .map((one) => [one.geometry.coordinates, one.properties.kind === 'seat' || one.properties.kind === 'city' ? 8 : 2]));
  const coordinates = new Float64Array(2 * count);
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    const district = pick(random, weights);
    rows[row] = district;
    for (;;) {
      const [lon, lat] = pick(random, spots[district]);
      const spread = random() < 0.7 ? 0.022 : 0.08;
      const at = [lon + spread * bell(random), lat + 0.8 * spread * bell(random)];
      if (districtAt(at[0], at[1]) !== district + 1) continue;
      coordinates[2 * row] = Number(at[0].toFixed(5));
      coordinates[2 * row + 1] = Number(at[1].toFixed(5));
      break;
    }
  }
  return { coordinates, district: { dictionary: codes, codes: rows } };
}

/** A founding day: more of them every year, with a dip in January and February. */
function foundedOn(random) {
  const years = 2026.5 - FIRST_YEAR;
  for (;;) {
    const day = LAST_DAY - Math.floor((1 - random() ** 0.42) * years * 365.25) * DAY;
    const month = new Date(day).getUTCMonth();
    if (month > 1 || random() < 0.6) return day;
  }
}

/** `count` subjects as columns for a table: coordinates in degrees, a column a field of the schema, `founded` in ms. */
export function subjectColumns(count) {
  const random = randomSource(SEED);
  const { coordinates, district } = positions(random, count);
  const industry = drawn(random, count, INDUSTRIES);
  const kind = drawn(random, count, KINDS);
  const around = (row, column) => INDUSTRIES[industry.codes[row]][column] * (kind.codes[row] === 0 ? 0.3 : 1) * Math.exp(0.9 * bell(random));
  return {
    coordinates,
    columns: {
      number: Uint32Array.from({ length: count }, (_, row) => 1_000_001 + row),
      district,
      industry,
      kind,
      risk: drawn(random, count, RISKS),
      state: drawn(random, count, STATES),
      founded: Float64Array.from({ length: count }, () => foundedOn(random)),
      capital: Float64Array.from({ length: count }, (_, row) => Math.max(0.1, Math.round(around(row, 2) * 10) / 10)),
      staff: Uint16Array.from({ length: count }, (_, row) => Math.max(1, Math.min(60_000, Math.round(around(row, 3))))),
    },
  };
}
