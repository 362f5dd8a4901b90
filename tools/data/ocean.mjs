/**
 * Writes grids of the sea for the example page, examples/marine/data: mean sea surface temperature and wind of August (COADS climatology), and depths
 * (ETOPO5). All from the Debian package ferret-datasets 7.6.0 (NOAA PMEL, public domain), in the form that `<yzt-contour-layer>` and `<yzt-flow-layer>` read.
 * Run: node tools/data/ocean.mjs (needs ../shared/data)
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const SHARED = new URL('../../../shared/data/marine/', import.meta.url);
const read = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(name, SHARED), 'utf8'));
/** Whether this machine has what the files are made from. */
export const HAS_GRIDS = ['coads_sst_monthly_wnp.json', 'coads_wind_august.velocity.json', 'etopo5_yellow_sea_grid.json'].every((name) => existsSync(new URL(name, SHARED)));
export const oceanFile = (/** @type {string} */ name) => new URL(`../../examples/marine/data/${name}`, import.meta.url);

const AUGUST = 8;
const digits = (/** @type {number | null} */ value, /** @type {number} */ count) => (value === null ? null : Number(value.toFixed(count)));
/** Places of first and last value; values stand at the nodes. */
const nodes = (/** @type {{ lon0: number, lat0: number, dlon: number, dlat: number, nx: number, ny: number }} */ { lon0, lat0, dlon, dlat, nx, ny }) =>
  [lon0, lat0 + dlat * (ny - 1), lon0 + dlon * (nx - 1), lat0].map((value) => Number(value.toFixed(6)));

function temperature() {
  const grid = read('coads_sst_monthly_wnp.json');
  return {
    label: { zh: '八月海表温度（多年平均）', en: 'Sea surface temperature, mean of August' }, unit: '℃', source: 'NOAA/PMEL, COADS climatology',
    extent: nodes(grid), nodes: true, width: grid.nx, height: grid.ny, values: grid.values[AUGUST - 1].map((/** @type {number | null} */ value) => digits(value, 1)),
  };
}

function wind() {
  const [east, north] = read('coads_wind_august.velocity.json');
  const { lo1, la1, dx, dy, nx, ny } = east.header;
  const of = (/** @type {{ data: (number | null)[] }} */ part) => part.data.map((value) => digits(value, 2));
  return {
    label: { zh: '八月风（多年平均）', en: 'Wind, mean of August' }, unit: 'm/s', source: 'NOAA/PMEL, COADS climatology',
    extent: nodes({ lon0: lo1, lat0: la1, dlon: dx, dlat: -dy, nx, ny }), nodes: true, width: nx, height: ny, u: of(east), v: of(north),
  };
}

/** Depths below the sea, land left out. */
function depth() {
  const grid = read('etopo5_yellow_sea_grid.json');
  return {
    label: { zh: '水深', en: 'Depth' }, unit: 'm', source: 'ETOPO5, NOAA NGDC 1988', extent: nodes(grid), nodes: true, width: grid.nx, height: grid.ny,
    values: grid.values.map((/** @type {number} */ height) => (height < 0 ? -height : null)),
  };
}

/** File → text. */
export function oceanGrids() {
  return new Map(Object.entries({ 'temperature.json': temperature(), 'wind.json': wind(), 'depth.json': depth() }).map(([name, grid]) => [name, `${JSON.stringify(grid)}\n`]));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) for (const [name, text] of oceanGrids()) writeFileSync(oceanFile(name), text);
