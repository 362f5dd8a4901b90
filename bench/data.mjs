// Seeded data of the benchmarks, the same bytes at every run: points of a city along streets and in neighbourhoods, and polygons
// that share their borders. Both fill the view of the case pages.
import { mkdirSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomSource } from '../tools/data/random.mjs';
import { CACHE } from './places.mjs';

/** Middle of the city, degrees, and the zoom (256 px tiles) at which all of it is in a view of 1280 × 800. */
export const VIEW = { center: [120.4, 36.1], zoom: 11 };
const WIDTH = 0.8;
const HEIGHT = 0.42;
/** Change it with anything that changes the bytes. */
const VERSION = 4;
/** Class and its share: unequal, so that the order of classes by frequency is certain. */
const KINDS = [['学校', 0.3], ['医院', 0.55], ['公园', 0.75], ['商店', 0.9], ['场馆', 1]];

/** A copy in random order (Fisher and Yates). */
export function shuffled(list, next) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

const round = (value, digits) => Number(value.toFixed(digits));

/** Bell-shaped around 0, about ±1.5. */
const bell = (next) => next() + next() + next() - 1.5;

/** Neighbourhoods with streets of their own direction; those near the middle are larger. */
function neighbourhoods(next) {
  return Array.from({ length: 48 }, () => {
    const x = bell(next) * 0.38;
    const y = bell(next) * 0.36;
    return { x, y, angle: next() * Math.PI, weight: 1 / (0.15 + x * x + y * y), radius: 0.03 + 0.05 * next() };
  });
}

/** Inside the city, which is 1 wide and 1 high around 0. */
function place(home, next) {
  const along = bell(next) * home.radius;
  // Four of five stand along one of the streets of their neighbourhood, the others anywhere in it.
  const across = next() < 0.8 ? (Math.floor(next() * 9) - 4) * home.radius * 0.25 + bell(next) * 0.0008 : bell(next) * home.radius;
  const [u, v] = next() < 0.5 ? [along, across] : [across, along];
  const x = home.x + u * Math.cos(home.angle) - v * Math.sin(home.angle);
  const y = home.y + u * Math.sin(home.angle) + v * Math.cos(home.angle);
  return [Math.max(-0.5, Math.min(0.5, x)), Math.max(-0.5, Math.min(0.5, y))];
}

/** Number of the class of a row. */
function kindOf(next) {
  const share = next();
  return KINDS.findIndex(([, upTo]) => share < upTo);
}

/** Points as columns: lon, lat pairs, class numbers, values from 0 to 100. */
export function pointColumns(count) {
  const next = randomSource(20261);
  const homes = neighbourhoods(next);
  const total = homes.reduce((sum, home) => sum + home.weight, 0);
  const coordinates = new Float64Array(2 * count);
  const kinds = new Uint8Array(count);
  const values = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    let left = next() * total;
    const home = homes.find((one) => (left -= one.weight) <= 0) ?? homes[0];
    const [x, y] = place(home, next);
    coordinates[2 * i] = round(VIEW.center[0] + x * WIDTH, 6);
    coordinates[2 * i + 1] = round(VIEW.center[1] + y * HEIGHT, 6);
    kinds[i] = kindOf(next);
    values[i] = round(next() * 100, 2);
  }
  return { coordinates, kinds, values, kindNames: KINDS.map(([name]) => name) };
}

/** Name of a row: every row has its own. */
export const rowName = (kind, row) => [kind === 'point' ? '设施' : '地块', row].join(' ');

const properties = (id, what, kind, value) => `{"id":${id},"name":"${rowName(what, id)}","kind":"${KINDS[kind][0]}","value":${value}}`;

const collection = (features) => `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}`;

/** The same points as GeoJSON with four attributes, about 150 bytes each. */
export function pointsGeoJson(count) {
  const { coordinates, kinds, values } = pointColumns(count);
  return collection(Array.from({ length: count }, (_, i) => {
    const at = `[${coordinates[2 * i]},${coordinates[2 * i + 1]}]`;
    return `{"type":"Feature","properties":${properties(i, 'point', kinds[i], round(values[i], 2))},"geometry":{"type":"Point","coordinates":${at}}}`;
  }));
}

/** A border between two corners: `steps` pieces, bent the same way from both sides. */
function border([x1, y1], [x2, y2], steps, bend, next) {
  const out = [];
  let off = 0;
  for (let i = 0; i < steps; i++) {
    const t = i / steps;
    out.push([x1 + (x2 - x1) * t - (y2 - y1) * off, y1 + (y2 - y1) * t + (x2 - x1) * off]);
    // A walk that is pulled back to the straight line towards its end.
    off = (off + (next() - 0.5) * bend) * (1 - 1 / (steps - i));
  }
  return out;
}

/** Corners of a bent grid, and the borders between them, each made once. */
function grid(side, steps, next) {
  const corner = Array.from({ length: (side + 1) ** 2 }, (_, i) => {
    const x = (i % (side + 1)) + (next() - 0.5) * 0.5;
    const y = Math.floor(i / (side + 1)) + (next() - 0.5) * 0.5;
    return [x / side - 0.5, y / side - 0.5];
  });
  const at = (x, y) => corner[y * (side + 1) + x];
  const made = new Map();
  const edge = (x1, y1, x2, y2) => {
    const key = `${x1} ${y1} ${x2} ${y2}`;
    if (!made.has(key)) made.set(key, [...border(at(x1, y1), at(x2, y2), steps, 0.12, next), at(x2, y2)]);
    return made.get(key);
  };
  return (x, y) => [
    ...edge(x, y, x + 1, y).slice(0, -1),
    ...edge(x + 1, y, x + 1, y + 1).slice(0, -1),
    ...[...edge(x, y + 1, x + 1, y + 1)].reverse().slice(0, -1),
    ...[...edge(x, y, x, y + 1)].reverse().slice(0, -1),
  ];
}

/** `count` polygons of `vertices` (a multiple of four) in rows, with shared borders, as GeoJSON; the middle of the view is covered. */
export function polygonsGeoJson(count, vertices) {
  const next = randomSource(20262);
  const side = Math.ceil(Math.sqrt(count));
  const ringOf = grid(side, vertices / 4, next);
  const text = ([x, y]) => `[${(VIEW.center[0] + x * WIDTH).toFixed(6)},${(VIEW.center[1] + y * HEIGHT).toFixed(6)}]`;
  return collection(Array.from({ length: count }, (_, i) => {
    const corners = ringOf(i % side, Math.floor(i / side)).map(text);
    const ring = `[${[...corners, corners[0]].join(',')}]`;
    const value = round(next() * 100, 2);
    return `{"type":"Feature","properties":${properties(i, 'polygon', kindOf(next), value)},"geometry":{"type":"Polygon","coordinates":[${ring}]}}`;
  }));
}

const DATA = join(CACHE, 'data');

/** Writes a data file unless it is there; answers its address on the server. */
export function keptFile(name, make) {
  const file = `v${VERSION}-${name}`;
  const path = join(DATA, file);
  if (!existsSync(path)) {
    mkdirSync(DATA, { recursive: true });
    writeFileSync(`${path}.part`, make());
    renameSync(`${path}.part`, path);
  }
  return { url: `/data/${file}`, path };
}

/** Points as a GeoJSON file. */
export const pointsFile = (count) => keptFile(`points-${count}.geojson`, () => pointsGeoJson(count));

/** Polygons as a GeoJSON file. */
export const polygonsFile = (count, vertices) => keptFile(`polygons-${count}-${vertices}.geojson`, () => polygonsGeoJson(count, vertices));
