/**
 * Writes examples/fitness/data/venues.geojson: 1,284 invented sports venues (示例数据), the same on every run.
 * Positions are scattered around places inside the schematic districts; nothing in it describes a real venue.
 * Run: node tools/data/venues.mjs (after land.mjs, places.mjs and districts.mjs)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { bbox, booleanPointInPolygon } from '@turf/turf';
import { DISTRICTS, DISTRICTS_FILE } from './districts.mjs';
import { LAND_FILE } from './land.mjs';
import { places } from './places.mjs';
import { ROUGH } from './qingdao-places.mjs';
import { bell, between, pick, randomSource } from './random.mjs';
import { HOURS_RULES, OPERATION, VENUES_BY_DISTRICT, VENUE_TYPES } from './venue-types.mjs';

export const VENUES_FILE = new URL('../../examples/fitness/data/venues.geojson', import.meta.url);
const SEED = 20231284;
const COASTAL = ['370202', '370211', '370212', '370215'];
const INLAND_CITY = ['370202', '370203', '370213'];
const WALK_WIDTH = 2.5;

/** Group of a type, as in `sports-venue-type` of @yizhangtu/standards. */
const GROUPS = {
  stadium: [1, 2, 3, 4, 5, 10],
  aquatic: [6, 7, 8, 9, 70, 71, 72],
  'ball-hall': [11, 12, 13, 15, 16, 23, 24, 25, 26, 27, 28, 35, 36],
  gym: [14, 17, 18, 19, 20, 21, 22],
  'ice-roller': [31, 32, 33, 34, 53, 58, 59, 60, 74, 75],
  trail: [80, 81, 82, 83],
  'ball-field': [37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 54, 55, 56, 57],
};

function groupOf(type) {
  return Object.entries(GROUPS).find(([, types]) => types.includes(Number(type)))?.[0] ?? 'special';
}

/** Places of each district with their pull. */
function hotSpots() {
  const pull = new Map(ROUGH.map((row) => [row[0], row[6]]));
  const spots = new Map();
  for (const place of places()) {
    const weight = pull.get(place.name) ?? (place.rank < 3 ? 6 : 1);
    if (weight > 0) spots.set(place.adcode, [...(spots.get(place.adcode) ?? []), [place, weight]]);
  }
  return spots;
}

function placeFinder(random) {
  const districts = JSON.parse(readFileSync(DISTRICTS_FILE, 'utf8')).features;
  const land = JSON.parse(readFileSync(LAND_FILE, 'utf8')).features.filter((feature) => {
    const [west, south, east, north] = bbox(feature);
    return west < 122 && east > 119 && south < 38 && north > 35;
  });
  const onLand = (point) => land.some((feature) => booleanPointInPolygon(point, feature));
  const around = (lon, lat, distance) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((turn) => [
      lon + distance * Math.cos((turn * Math.PI) / 4),
      lat + 0.8 * distance * Math.sin((turn * Math.PI) / 4),
    ]);
  const candidate = (shape, spots, where, adcode) => {
    if (where === 'town' && random() < (INLAND_CITY.includes(adcode) ? 0.8 : 0.88)) {
      const { lon, lat, rank } = pick(random, spots);
      const spread = rank === 2 ? 0.026 : 0.016;
      return [lon + spread * bell(random), lat + 0.8 * spread * bell(random)];
    }
    const [west, south, east, north] = shape.bounds;
    return [west + random() * (east - west), south + random() * (north - south)];
  };
  const spotsOf = hotSpots();
  const shapes = new Map(districts.map((feature) => [feature.properties.adcode, { feature, bounds: bbox(feature) }]));
  return (adcode, where) => {
    const shape = shapes.get(adcode);
    const spots = spotsOf.get(adcode);
    for (;;) {
      const [lon, lat] = candidate(shape, spots, where, adcode);
      if (!booleanPointInPolygon([lon, lat], shape.feature)) continue;
      if (!around(lon, lat, 0.001).every((point) => booleanPointInPolygon(point, shape.feature))) continue;
      if (where === 'shore' && around(lon, lat, 0.006).every(onLand)) continue;
      return [lon, lat];
    }
  };
}

function typeFor(random, adcode) {
  const fits = Object.entries(VENUE_TYPES).filter(([, row]) => {
    if (row[5] === 'shore') return COASTAL.includes(adcode);
    return row[5] !== 'wild' || !INLAND_CITY.includes(adcode);
  });
  return pick(
    random,
    fits.map(([code, row]) => [code, row[1]]),
  );
}

function dateWithin(random, from, to) {
  const start = Date.parse(from);
  const days = Math.round((Date.parse(to) - start) / 86_400_000);
  return new Date(start + between(random, 0, days) * 86_400_000).toISOString().slice(0, 10);
}

function areaWithin(random, low, high) {
  const area = low * (high / low) ** random();
  return Math.round(area / (area < 1000 ? 5 : 50)) * (area < 1000 ? 5 : 50);
}

function venue(random, serial, adcode, district, number, find) {
  const typeCode = typeFor(random, adcode);
  const [word, , low, high, perPerson, where, run] = VENUE_TYPES[typeCode];
  const operation = OPERATION[run];
  const areaM2 = areaWithin(random, low, high);
  const openState = pick(random, operation.openState);
  const [lon, lat] = find(adcode, where);
  const closed = openState === 'closed';
  const trail = typeCode === '80' || typeCode === '81';
  const properties = {
    name: `${district}示例${word} ${String(number).padStart(3, '0')}号`,
    typeCode,
    typeGroup: groupOf(typeCode),
    district: adcode,
    districtName: district,
    areaM2,
    ...(trail && { lengthM: Math.round(areaM2 / WALK_WIDTH / 10) * 10 }),
    capacity: Math.max(4, Math.round(areaM2 / perPerson)),
    openState,
    ...(!closed && { fee: pick(random, operation.fee), hours: pick(random, operation.hours) }),
    owner: pick(random, operation.owner),
    builtYear: Math.min(2025, 2025 - Math.floor(Math.abs(bell(random)) * 11)),
    accessible: random() < 0.62,
    phone: `0532-****${String(between(random, 0, 9999)).padStart(4, '0')}`,
    updated: dateWithin(random, '2025-07-01', '2026-06-30'),
  };
  // After the columns that were there before: their values stay.
  if (!closed) properties.hoursRule = HOURS_RULES[properties.hours] ?? `Mo-Su ${properties.hours}`;
  const coordinates = [Number(lon.toFixed(5)), Number(lat.toFixed(5))];
  return { type: 'Feature', id: `QD-S-${String(serial).padStart(4, '0')}`, properties, geometry: { type: 'Point', coordinates } };
}

/** The venues as GeoJSON, in order of district and number. */
export function venueCollection() {
  const random = randomSource(SEED);
  const find = placeFinder(random);
  let serial = 0;
  const features = Object.entries(VENUES_BY_DISTRICT).flatMap(([adcode, count]) =>
    Array.from({ length: count }, (_, at) => venue(random, ++serial, adcode, DISTRICTS[adcode][0], at + 1, find)),
  );
  return { type: 'FeatureCollection', features };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { features } = venueCollection();
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  writeFileSync(VENUES_FILE, `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);
  console.log(`${features.length} venues`);
}
