/**
 * Writes examples/marine/data/typhoons.csv: positions of the 73 storms that came within 300 km of 青岛, 1949–2025, as facts in the shape
 * `marine/typhoon@1` of the pack. Positions, winds and pressures are those of IBTrACS (CC BY 4.0); wind radii, where there are any, are
 * worked out from those of the Japan Meteorological Agency for 2019.
 * Run: node tools/data/typhoons.mjs (needs ../shared/data)
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const TYPHOONS_FILE = new URL('../../examples/marine/data/typhoons.csv', import.meta.url);
const SHARED = new URL('../../../shared/data/typhoon/', import.meta.url);
const TRACKS = new URL('ibtracs_within_300km_of_qingdao_1949_2025.csv', SHARED);
const RADII = new URL('jma_best_track_2019.csv', SHARED);
/** Whether this machine has what the file is made from. */
export const HAS_SOURCES = existsSync(TRACKS) && existsSync(RADII);

const KNOT = 0.514444;
const MILE = 1.852;
/** Storms whose names were checked by hand; IBTrACS as it is at hand has none. */
const NAMES = {
  '2019214N15134': ['1909', '利奇马', 'Lekima'],
  '2021197N17135': ['2106', '烟花', 'In-fa'],
  '2022247N26147': ['2212', '梅花', 'Muifa'],
};
const QUADRANTS = { Ne: 45, Se: 135, Sw: 225, Nw: 315 };
const NONE = [7, 10].flatMap(() => quadrants(9, 0, 0));
const COLUMNS = ['storm', 'number', 'name', 'nameEn', 'time', 'lon', 'lat', 'windMs', 'pressureHpa', 'moveKmh', 'moveDeg', ...[7, 10].flatMap((force) => Object.keys(QUADRANTS).map((name) => `r${force}${name}Km`))];

function rows(/** @type {URL} */ file) {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, at) => [names[at] ?? '', value])));
}

const rounded = (/** @type {string} */ text, /** @type {number} */ factor, /** @type {number} */ digits) =>
  text === '' || text === undefined ? '' : String(Number((Number(text) * factor).toFixed(digits)));

/**
 * Radii of the four quadrants in km. The agency gives the longest radius with its direction and the shortest: that is a circle whose centre
 * lies beside the storm's by half the difference. A quadrant gets the distance to that circle along its middle. Empty: no such wind.
 */
function quadrants(/** @type {number} */ direction, /** @type {number} */ long, /** @type {number} */ short) {
  if (!(long > 0)) return Object.keys(QUADRANTS).map(() => '');
  const [radius, aside] = [(long + short) / 2, direction === 9 ? 0 : (long - short) / 2];
  return Object.values(QUADRANTS).map((middle) => {
    const turn = ((middle - direction * 45) * Math.PI) / 180;
    const reach = aside * Math.cos(turn) + Math.sqrt(radius ** 2 - (aside * Math.sin(turn)) ** 2);
    return String(Math.round(reach * MILE));
  });
}

function radiiByPlace() {
  const number = (/** @type {string | undefined} */ text) => Number(text);
  return new Map(
    rows(RADII).map((row) => {
      const instant = Date.UTC(number(row['year']), number(row['month']) - 1, number(row['day']), number(row['hour_utc']));
      const of = (/** @type {30 | 50} */ knots) => quadrants(number(row[`r${knots}_long_dir`]), number(row[`r${knots}_long_nm`]), number(row[`r${knots}_short_nm`]));
      return [`${row['number']} ${instant}`, [...of(30), ...of(50)]];
    }),
  );
}

/** The file's text. */
export function typhoonTable() {
  const radii = radiiByPlace();
  const lines = rows(TRACKS).map((row) => {
    const storm = row['SID'] ?? '';
    const [number = '', name = '', nameEn = ''] = NAMES[/** @type {keyof typeof NAMES} */ (storm)] ?? [];
    const instant = Date.parse(row['ISO_TIME'] ?? '');
    const lon = Number(row['LON']);
    const place = [String(Number((lon > 180 ? lon - 360 : lon).toFixed(2))), row['LAT'] ?? ''];
    const values = [rounded(row['WMO_WIND'] ?? '', KNOT, 1), row['WMO_PRES'] ?? '', rounded(row['STORM_SPEED'] ?? '', MILE, 0), row['STORM_DIR'] ?? ''];
    const time = new Date(instant).toISOString().replace(':00.000Z', 'Z');
    return [storm, number, name, nameEn, time, ...place, ...values, ...(radii.get(`${number} ${instant}`) ?? NONE)].join(',');
  });
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(TYPHOONS_FILE, typhoonTable());
