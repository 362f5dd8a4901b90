/**
 * Writes packages/map/src/crs/control-points.fixture.csv: places in every Gauss–Krüger zone of CGCS2000, Xian 1980 and Beijing 1954 as PROJ
 * has them, from the EPSG registry that comes with it. Degrees and metres of a row are of one datum, so that nothing is shifted.
 * Input: the program cs2cs of PROJ (Debian: proj-bin). For each zone: `cs2cs -f %.4f <degrees of the datum> <zone>`.
 * Run: node tools/data/control-points.mjs
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const CONTROL_POINTS_FILE = new URL('../../packages/map/src/crs/control-points.fixture.csv', import.meta.url);

/** First code of a row of zones, how many, the first central meridian, degrees between two, degrees of the datum. As in the EPSG registry. */
const ROWS = [
  [4491, 11, 75, 6, 4490], [4502, 11, 75, 6, 4490], [4513, 21, 75, 3, 4490], [4534, 21, 75, 3, 4490],
  [2327, 11, 75, 6, 4610], [2338, 11, 75, 6, 4610], [2349, 21, 75, 3, 4610], [2370, 21, 75, 3, 4610],
  [2401, 21, 75, 3, 4214], [2422, 21, 75, 3, 4214], [21413, 11, 75, 6, 4214], [21453, 11, 75, 6, 4214], [21473, 11, 75, 6, 4214],
];

/** Parts of half a zone east of the central meridian, the last one beyond the edge, and latitudes of China from 曾母暗沙 to 漠河. */
const EAST = [-1, -0.37, 0, 1.6];
const NORTH = [3.5, 30.1234567, 53.5];

/** Rows of the file: code, longitude, latitude, east, north. */
export function controlPoints() {
  const rows = [];
  for (const [first, count, meridian, width, degrees] of ROWS) {
    for (let i = 0; i < count; i++) {
      const code = first + i;
      const places = EAST.flatMap((part) => NORTH.map((lat) => [meridian + width * i + (part * width) / 2, lat]));
      // The registry has latitude and north first in all of them.
      const input = places.map(([lon, lat]) => `${lat} ${lon}\n`).join('');
      const output = execFileSync('cs2cs', ['-f', '%.4f', `EPSG:${degrees}`, `EPSG:${code}`], { input, encoding: 'utf8' });
      for (const [index, line] of output.trim().split('\n').entries()) {
        const [north, east] = line.split(/\s+/);
        rows.push([code, ...places[index].map((value) => Number(value.toFixed(7))), east, north].join(','));
      }
    }
  }
  return rows;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(CONTROL_POINTS_FILE, `${['epsg,lon,lat,east,north', ...controlPoints()].join('\n')}\n`);
}
