/**
 * Writes packages/map/src/basemap/land-rings.ts: land of the world for pages without a base map, the finer around China and 山东.
 * Input: npm `world-atlas` 2.0.2 (Natural Earth, public domain). Land only: no borders of countries.
 * Run: node tools/data/land-world.mjs
 */
import { writeFileSync } from 'node:fs';
import { atlas, land, WORLD } from './land.mjs';

const FILE = new URL('../../packages/map/src/basemap/land-rings.ts', import.meta.url);
const CHINA = [105, 16, 146, 48];
const inChina = ([lon, lat]) => lon >= CHINA[0] && lon <= CHINA[2] && lat >= CHINA[1] && lat <= CHINA[3];

/** From coarse to fine, as in `land.mjs`. */
const RINGS = [
  { read: () => atlas('land-110m'), box: WORLD, tolerance: 0.2, smallest: 2e10 },
  { read: () => atlas('land-50m'), box: CHINA, tolerance: 0.05, smallest: 5e8 },
  { read: () => atlas('land-10m'), box: [118, 34.8, 123, 39], tolerance: 0.01, smallest: 2e7 },
];

/** An integer in characters from `?` on: five bits each, the lowest first; the sign is the lowest bit. */
function packed(value) {
  let rest = value < 0 ? ~(value << 1) : value << 1;
  let text = '';
  for (; rest >= 32; rest >>= 5) text += String.fromCharCode(63 + (32 | (rest & 31)));
  return text + String.fromCharCode(63 + rest);
}

/** A ring as steps in hundredths of a degree. */
function packedRing(ring) {
  let [x, y] = [0, 0];
  let text = '';
  for (const [lon, lat] of ring) {
    const [east, north] = [Math.round(100 * lon), Math.round(100 * lat)];
    text += packed(east - x) + packed(north - y);
    [x, y] = [east, north];
  }
  return text;
}

const { features } = land(RINGS, (position) => (inChina(position) ? 2 : 1));
const lines = features.map(({ geometry }) => JSON.stringify(geometry.coordinates.map(packedRing).join(' ')));
writeFileSync(
  FILE,
  `/**
 * Land of the world, a polygon a line, its rings with spaces between. Written by tools/data/land-world.mjs; read by land.ts.
 * Made with Natural Earth (public domain), npm world-atlas 2.0.2. No borders of countries.
 */
export const LAND: readonly string[] = [
${lines.map((line) => `  ${line},`).join('\n')}
];
`,
);
console.log(`${features.length} polygons, ${features.flatMap(({ geometry }) => geometry.coordinates.flat()).length} positions`);
