/**
 * Writes examples/fitness/data/land.geojson: land of the world, the finer the nearer to 青岛.
 * Inputs: GSHHG 2.3.7 land polygons (Debian `gmt-gshhg-full`, LGPL-3+) cut to two boxes, looked for in ../shared/data/marine;
 * npm `world-atlas` 2.0.2 (Natural Earth, public domain). Land only: no borders of countries.
 * Run: node tools/data/land.mjs
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { area, bboxClip, bboxPolygon, difference, featureCollection, simplify, union } from '@turf/turf';
import { feature } from 'topojson-client';

/** What the world is cut to. */
export const WORLD = [-180, -85, 180, 85];

const require = createRequire(import.meta.url);
const ROOT = new URL('../../', import.meta.url);
const MARINE = new URL('../shared/data/marine/', ROOT);
export const LAND_FILE = new URL('examples/fitness/data/land.geojson', ROOT);

/** From coarse to fine: where it comes from, its box, tolerance of simplification in degrees, smallest island in m². */
const RINGS = [
  { read: () => atlas('land-110m'), box: WORLD, tolerance: 0.02, smallest: 3e9 },
  { read: () => atlas('land-50m'), box: [105, 16, 146, 48], tolerance: 0.03, smallest: 5e7 },
  { read: () => gshhg('gshhg_h_land_yellow_sea'), box: [117, 33, 127, 41], tolerance: 0.005, smallest: 8e6 },
  { read: () => gshhg('gshhg_f_land_qingdao'), box: [119, 35.2, 121.6, 37.4], tolerance: 0.00025, smallest: 2e4 },
];

/** Land of Natural Earth, by the name of a file of `world-atlas`, cut at the date line. */
export function atlas(name) {
  const topology = require(`world-atlas/${name}.json`);
  return polygons(feature(topology, topology.objects.land).features).flatMap(cutAtDateLine);
}

/** Longitudes without jumps at ±180, so that a ring is drawn as it lies on the globe. */
function unwrapped(ring) {
  let turn = 0;
  return ring.map(([lon, lat], at) => {
    const step = at === 0 ? 0 : lon - ring[at - 1][0];
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return [lon + turn, lat];
  });
}

/** A ring that runs around the south pole closed along it; others as they are. */
function closedAtPole(ring) {
  const first = ring[0];
  const last = ring[ring.length - 1];
  return Math.abs(last[0] - first[0]) < 1 ? ring : [...ring, [last[0], -89], [first[0], -89], first];
}

/** The parts of a polygon that crosses the date line, each within ±180. */
function cutAtDateLine({ geometry }) {
  const [shell, ...holes] = geometry.coordinates.map((ring) => closedAtPole(unwrapped(ring)));
  const west = Math.min(...shell.map(([lon]) => lon));
  const inShell = ([lon, lat], [start]) => [lon + 360 * Math.ceil((west - start) / 360), lat];
  const rings = [shell, ...holes.map((hole) => hole.map((position) => inShell(position, hole[0])))];
  return [-360, 0, 360].flatMap((shift) => {
    const moved = { type: 'Polygon', coordinates: rings.map((ring) => ring.map(([lon, lat]) => [lon + shift, lat])) };
    const cut = bboxClip({ type: 'Feature', properties: {}, geometry: moved }, WORLD);
    return cut.geometry.coordinates.length > 0 ? polygons([cut]) : [];
  });
}

function gshhg(name) {
  const file = new URL(`${name}.geojson`, MARINE);
  if (!existsSync(file)) {
    throw new Error(
      `${file.pathname} is missing. Cut GSHHG 2.3.7 land (Debian gmt-gshhg-full) to the boxes in this script and put it there.`,
    );
  }
  return JSON.parse(readFileSync(file, 'utf8')).features;
}

/** Polygons of features, one by one. */
function polygons(features) {
  return features.flatMap(({ geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map((coordinates) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates },
    })),
  );
}

/** The polygons of one ring, cut to its box, without the box of the next finer one. */
function ringOf({ read, box, tolerance, smallest }, inner) {
  const hole = inner && bboxPolygon(inner);
  return polygons(read())
    .map((polygon) => bboxClip(polygon, box))
    .filter((polygon) => polygon.geometry.coordinates.length > 0)
    .flatMap((polygon) => polygons([polygon]))
    .filter((polygon) => area(polygon) >= smallest)
    .map((polygon) => simplify(polygon, { tolerance, highQuality: true }))
    .flatMap((polygon) => {
      const rest = hole ? difference(featureCollection([polygon, hole])) : polygon;
      return rest ? polygons([rest]) : [];
    });
}

const round = (digits) => (position) => position.map((part) => Number(part.toFixed(digits)));

/** Positions rounded; rings that collapse are dropped. */
function rounded(polygon, digits) {
  const coordinates = polygon.geometry.coordinates
    .map((ring) => {
      const points = ring.map((position) => round(digits(position))(position));
      return points.filter((point, at) => at === 0 || point[0] !== points[at - 1][0] || point[1] !== points[at - 1][1]);
    })
    .filter((ring) => ring.length >= 4);
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates } };
}

/** 4 digits (11 m) near 青岛, 2 to 3 elsewhere. */
function digitsAt([lon, lat]) {
  const within = ([west, south, east, north]) => lon >= west && lon <= east && lat >= south && lat <= north;
  if (within(RINGS[3].box)) return 4;
  return within(RINGS[2].box) ? 3 : 2;
}

/** Land as one collection of polygons that touch nowhere. @param digits Digits after the point, by position. */
export function land(rings = RINGS, digits = digitsAt) {
  const parts = rings.flatMap((ring, at) => ringOf(ring, rings[at + 1]?.box));
  const joined = union(featureCollection(parts));
  return featureCollection(
    polygons([joined])
      .map((polygon) => rounded(polygon, digits))
      .filter((polygon) => polygon.geometry.coordinates.length > 0),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const collection = land();
  writeFileSync(LAND_FILE, `${JSON.stringify(collection)}\n`);
  const positions = collection.features.flatMap((one) => one.geometry.coordinates.flat()).length;
  console.log(`${collection.features.length} polygons, ${positions} positions`);
}
