/**
 * Writes examples/marine/data/tides.csv: harmonic constituents of 石臼所 and 连云港, the two stations nearest to 青岛 in TICON-4 (CC BY 4.0, from the records of
 * GESLA), as facts in the shape `marine/tide@1` of the pack.
 * Run: node tools/data/tides.mjs (needs ../shared/data)
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const TIDES_FILE = new URL('../../examples/marine/data/tides.csv', import.meta.url);
const STATIONS = new URL('../../../shared/data/marine/tide_stations_ticon4_china.json', import.meta.url);
/** Whether this machine has what the file is made from. */
export const HAS_STATIONS = existsSync(STATIONS);
/** Stations that are kept, with their Chinese names. */
const NAMES = { Shijiusuo: '石臼所', Lianyungang: '连云港' };

/** The file's text. Amplitudes in cm, phases in degrees at Greenwich; the mean sea level above the zero of the station's gauge. */
export function tideTable() {
  const stations = JSON.parse(readFileSync(STATIONS, 'utf8'));
  /** @type {any[]} */
  const list = Array.isArray(stations) ? stations : stations.stations;
  const lines = Object.entries(NAMES).flatMap(([name, zh]) => {
    const { latitude, longitude, datums, harmonic_constituents: constituents } = list.find((one) => one.name === name);
    const mean = Math.round(datums.MSL * 1000) / 10;
    return constituents.map((/** @type {any} */ one) =>
      [name.toLowerCase(), zh, name, longitude, latitude, mean, one.name, (one.amplitude * 100).toFixed(2), one.phase.toFixed(2)].join(','),
    );
  });
  return `${['station,name,nameEn,lon,lat,meanLevelCm,constituent,amplitudeCm,phaseDeg', ...lines].join('\n')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(TIDES_FILE, tideTable());
