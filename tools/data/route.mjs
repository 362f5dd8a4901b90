/**
 * Writes examples/fitness/data/route.gpx: an invented loop through 青岛 (示例数据) with invented heights, the same on every run.
 * It follows no street and no event; its places are on land, and its hills are noise and two bumps.
 * Run: node tools/data/route.mjs
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { noise } from './noise.mjs';
import { bell, randomSource } from './random.mjs';

export const ROUTE_FILE = new URL('../../examples/fitness/data/route.gpx', import.meta.url);
const SEED = 20260630;
/** Metres of a degree of latitude, about. */
const DEGREE = 111_300;
/** Metres between two points of the track. */
const STEP = 60;

/** Turns of the loop, the last one is followed by the first. */
const TURNS = [
  [120.384, 36.0668], [120.37, 36.0655], [120.353, 36.0612], [120.338, 36.0632], [120.323, 36.0652], [120.3265, 36.0722],
  [120.342, 36.0772], [120.354, 36.0742], [120.362, 36.083], [120.381, 36.0838], [120.399, 36.0782], [120.414, 36.0822], [120.428, 36.0795], [120.413, 36.0733], [120.398, 36.071],
];
/** Hills: lon, lat, metres high, width in degrees. */
const HILLS = [[120.352, 36.0745, 62, 0.008], [120.414, 36.0815, 34, 0.007]];
/** Stops: share of the way, name, English, kind. */
const STOPS = [
  [0, '起点、终点', 'Start and finish', '起终点'],
  [0.22, '补给站 1', 'Refreshments 1', '补给站'],
  [0.36, '医疗点 1', 'First aid 1', '医疗点'],
  [0.5, '补给站 2', 'Refreshments 2', '补给站'],
  [0.68, '医疗点 2', 'First aid 2', '医疗点'],
  [0.82, '补给站 3', 'Refreshments 3', '补给站'],
];

const metersApart = ([lon1, lat1], [lon2, lat2]) => DEGREE * Math.hypot((lon2 - lon1) * Math.cos((lat1 * Math.PI) / 180), lat2 - lat1);

/** A smooth curve through the turns (Catmull–Rom), finely stepped. */
function curve() {
  const turn = (i) => TURNS[(i + TURNS.length) % TURNS.length];
  const fine = [];
  for (let i = 0; i < TURNS.length; i++) {
    const [a, b, c, d] = [turn(i - 1), turn(i), turn(i + 1), turn(i + 2)];
    for (let t = 0; t < 1; t += 0.01) {
      fine.push([0, 1].map((k) => 0.5 * (2 * b[k] + (c[k] - a[k]) * t + (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k]) * t * t + (3 * b[k] - a[k] - 3 * c[k] + d[k]) * t ** 3)));
    }
  }
  return [...fine, TURNS[0]];
}

function heightAt([lon, lat]) {
  const hills = HILLS.map(([x, y, high, width]) => high * Math.exp(-(((lon - x) / width) ** 2) - ((lat - y) / width) ** 2));
  return 5 + 16 * noise(lon, lat, 0.02, SEED) + hills.reduce((sum, one) => sum + one, 0);
}

/** Points of the track: lon, lat, height in metres with the trembling of a receiver. */
export function routePoints() {
  const random = randomSource(SEED);
  const points = [];
  let left = 0;
  let last;
  for (const place of curve()) {
    left -= last ? metersApart(last, place) : 0;
    last = place;
    if (left > 0) continue;
    points.push([Number(place[0].toFixed(6)), Number(place[1].toFixed(6)), Number((heightAt(place) + 0.5 * bell(random)).toFixed(1))]);
    left += STEP;
  }
  return points;
}

/** The file. */
export function routeGpx() {
  const points = routePoints();
  const stops = STOPS.map(([share, name, en, kind]) => {
    const [lon, lat, ele] = points[Math.round(share * (points.length - 1))];
    return ` <wpt lat="${lat}" lon="${lon}"><ele>${ele}</ele><name>${name}</name><cmt>${en}</cmt><type>${kind}</type></wpt>`;
  });
  const track = points.map(([lon, lat, ele]) => `  <trkpt lat="${lat}" lon="${lon}"><ele>${ele}</ele></trkpt>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="tools/data/route.mjs" xmlns="http://www.topografix.com/GPX/1/1">
 <metadata><name>示例环线（示例数据，不是真实赛道）</name></metadata>
${stops.join('\n')}
 <trk><name>示例环线</name><cmt>Invented loop</cmt><trkseg>
${track.join('\n')}
 </trkseg></trk>
</gpx>
`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(ROUTE_FILE, routeGpx());
  console.log(`${routePoints().length} points`);
}
