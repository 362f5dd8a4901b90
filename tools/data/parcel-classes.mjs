/**
 * What lies where in an invented landscape over the schematic 青岛: towns around places, forest on hills, water in valleys, flats along the coast, fields between.
 * Roughly in the right places, so that the picture is believable; no parcel describes a real one.
 */
import { noise } from './noise.mjs';

/** 三调 code → 用地用海 code. Where the newer list is finer, one of its classes. */
export const SAME_LAND = {
  '0101': '0101', '0102': '0102', '0103': '0103', '0201': '0201', '0202': '0202', '0301': '0301', '0305': '0303', '0307': '0304', '0404': '0403',
  '05H1': '0901', '0508': '1101', '0601': '1001', '0602': '1002', '0603': '1003', '0701': '0701', '0702': '0703', '08H1': '0801', '08H2': '0804',
  '0809': '1302', '0810': '1401', '09': '15', '1003': '1202', '1004': '1207', '1006': '0601', '1007': '1203', '1008': '1204', '1101': '1701',
  '1103': '1703', '1104': '1704', '1105': '0505', '1106': '0506', '1107': '1705', '1202': '0602', '1207': '2307',
};

/** Hills: longitude, latitude, reach in degrees, height 0–1.2. */
const HILLS = [
  [120.62, 36.18, 0.11, 1.2], [120.5, 36.24, 0.06, 0.7], [120.05, 35.94, 0.07, 1], [119.99, 35.78, 0.07, 0.95], [119.82, 35.87, 0.1, 0.95],
  [119.97, 36.98, 0.1, 1.1], [119.78, 36.93, 0.09, 0.9], [120.55, 36.55, 0.05, 0.7], [120.13, 37.02, 0.08, 0.8], [120.72, 36.42, 0.05, 0.6],
];
/** Lakes and reservoirs: longitude, latitude, half widths. */
const LAKES = [
  [120.22, 36.39, 0.035, 0.026], [120.42, 37.0, 0.032, 0.045], [120.12, 36.95, 0.03, 0.016], [119.9, 36.7, 0.02, 0.016], [119.76, 35.98, 0.018, 0.014],
  [120.47, 36.24, 0.012, 0.016], [120.57, 36.5, 0.016, 0.012], [120.3, 36.72, 0.014, 0.012],
];
/** Rivers as lines. */
const RIVERS = [
  [[120.42, 36.96], [120.39, 36.85], [120.33, 36.72], [120.22, 36.6], [120.15, 36.46], [120.1, 36.32], [120.12, 36.24]],
  [[119.55, 36.62], [119.72, 36.6], [119.86, 36.66], [120.0, 36.72]], [[120.62, 36.9], [120.6, 36.75], [120.66, 36.62], [120.78, 36.55]],
];
const AIRPORT = [120.09, 36.36];
const REACH = { city: 0.085, area: 0.05, seat: 0.06, town: 0.021 };
/** What a town consists of, and a port quarter. */
const TOWN = [['0701', 36], ['0601', 20], ['05H1', 9], ['08H1', 4], ['08H2', 7], ['0810', 10], ['0809', 3], ['0508', 4], ['1004', 6], ['09', 1]];
const FIELDS = [['1003', 2.4], ['1006', 1.6], ['1107', 1.6], ['1104', 2], ['1202', 1.8], ['0404', 2.4], ['0307', 3]];

function chosen(share, pairs) {
  let rest = share * pairs.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [code, weight] of pairs) {
    rest -= weight;
    if (rest < 0) return code;
  }
  return pairs[pairs.length - 1][0];
}

function distanceToLine([x, y], line) {
  return Math.min(
    ...line.slice(1).map(([bx, by], at) => {
      const [ax, ay] = line[at];
      const along = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
      return Math.hypot((x - ax - along * (bx - ax)) * 0.8, y - ay - along * (by - ay));
    }),
  );
}

/** 0 in the country, 1 in the middle of a town. @param {number} growth 1 for the reach of towns in the first year. */
export function urbanness([lon, lat], places, growth) {
  let most = 0;
  for (const { geometry, properties } of places) {
    const [x, y] = geometry.coordinates;
    const reach = REACH[properties.kind] * growth;
    const away = Math.hypot((lon - x) * 0.8, lat - y) / reach;
    if (away < 2.5) most = Math.max(most, Math.exp(-away * away));
  }
  return most;
}

/** Height of the hills at a place, 0 to 1.2. */
export function hilliness([lon, lat]) {
  return HILLS.reduce((sum, [x, y, reach, height]) => sum + height * Math.exp(-(((lon - x) * 0.8) ** 2 + (lat - y) ** 2) / reach ** 2), 0);
}

function waterAt(place, rough) {
  const [lon, lat] = place;
  if (LAKES.some(([x, y, width, height]) => ((lon - x) / width) ** 2 + ((lat - y) / height) ** 2 < 0.7 + 0.6 * rough)) return '1103';
  const river = Math.min(...RIVERS.map((line) => distanceToLine(place, line)));
  return river < 0.0045 ? '1101' : river < 0.008 && rough > 0.5 ? '1106' : undefined;
}

function coastal([lon, lat], rough, share) {
  if (lon < 120.36 && lat > 36.1 && rough > 0.48) return share < 0.6 ? '0603' : '1104';
  return rough > 0.55 ? (share < 0.55 ? '1105' : '1104') : undefined;
}

function onHills(height, rough, share) {
  if (height > 0.95 && share < 0.07) return '1207';
  if (share > 0.985) return '0602';
  return rough > 0.62 ? '0305' : share < 0.12 ? '0307' : share < 0.18 ? '0404' : '0301';
}

function country([lon, lat], rough, share, height) {
  if (share < 0.12) return '0702';
  if (share < 0.19) return chosen((share - 0.12) / 0.07, FIELDS);
  if (lon > 120.5 && lat < 36.4 && noise(lon, lat, 0.06, 71) > 0.58) return '0202';
  if (noise(lon, lat, 0.16, 51) + 0.3 * height > 0.66) return '0201';
  if (noise(lon, lat, 0.05, 91) > 0.8) return '0301';
  return rough > 0.47 ? '0102' : '0103';
}

/**
 * The 三调 code of a block.
 * @param {[number, number]} place Its middle. @param {number} share A number in [0, 1) of its own. @param {{ places: any[], growth: number, nearSea: boolean }} scene
 */
export function surveyCode(place, share, { places, growth, nearSea }) {
  const rough = noise(place[0], place[1], 0.09, 11);
  const town = urbanness(place, places, growth) + 0.9 * (noise(place[0], place[1], 0.035, 31) - 0.5);
  const water = waterAt(place, rough);
  if (water) return water;
  if (Math.hypot((place[0] - AIRPORT[0]) * 0.8, place[1] - AIRPORT[1]) < 0.018) return '1007';
  const height = hilliness(place) + 0.5 * (noise(place[0], place[1], 0.05, 41) - 0.5);
  if (town > 0.42 && height < 0.75) return nearSea && share < 0.12 ? '1008' : chosen(share, TOWN);
  if (height > 0.5) return onHills(height, rough, share);
  return (nearSea && coastal(place, rough, share)) || country(place, rough, share, height);
}

/** What has become of a block outside the towns some years later. @param {number} fate A number in [0, 1) of its own. */
export function laterCode(code, fate) {
  if (code === '0103' && fate < 0.025) return '0102';
  if ((code === '0103' || code === '0102') && fate > 0.992) return '1202';
  if (code === '0201' && fate < 0.05) return '0103';
  if (code === '0404' && fate < 0.12) return '0307';
  if (code === '0602' && fate < 0.3) return '0307';
  if (code === '0603' && fate < 0.2) return '1104';
  return code;
}
