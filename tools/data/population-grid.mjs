/**
 * Residents of 青岛 on a grid of about 1.1 km (示例数据): the census of 2020 of each 区市, spread by invented densities around the places of the example, so
 * that the cells of a district add up to its census. Not a survey of where people live. Made when the page is served or built (tools/examples/made.mjs).
 */
import { readFileSync } from 'node:fs';
import { bbox, booleanPointInPolygon } from '@turf/turf';
import { DISTRICTS, DISTRICTS_FILE } from './districts.mjs';
import { places } from './places.mjs';
import { ROUGH } from './qingdao-places.mjs';
import { randomSource } from './random.mjs';

const SEED = 20201101;
/** Degrees of longitude and latitude between cells. */
export const CELL = [0.0125, 0.01];
/** Part of a district's people who live spread over the countryside: more where it is large. */
const SPREAD = { 370202: 0.1, 370203: 0.1, 370213: 0.15, 370212: 0.2, 370214: 0.25, 370211: 0.3, 370215: 0.4, 370281: 0.4, 370283: 0.5, 370285: 0.5 };
/** Cells of fewer people are empty. */
const FEWEST = 12;

const PULL = new Map(ROUGH.map((row) => [row[0], row[6]]));

/** How much a place draws people to a cell: a bell of 2 km, 3.6 km for centres of districts. */
function drawn(lon, lat, place) {
  const wide = place.rank === 2 ? 3.6 : 2;
  const x = (lon - place.lon) * 111.3 * Math.cos((lat * Math.PI) / 180);
  const y = (lat - place.lat) * 111;
  return ((PULL.get(place.name) ?? (place.rank < 3 ? 6 : 1)) * Math.exp(-(x * x + y * y) / (2 * wide * wide))) / (wide * wide);
}

/** Whole numbers in the shares of weights that add up to a total: the largest remainders are rounded up. */
export function apportion(total, weights) {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  const order = exact.map((value, at) => [value - Math.floor(value), at]).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  for (let left = total - whole.reduce((all, value) => all + value, 0), i = 0; i < left; i++) whole[order[i][1]] += 1;
  return whole;
}

/** Cells of one district, before they have people. */
function cellsOf(feature, random) {
  const [west, south, east, north] = bbox(feature);
  const [stepX, stepY] = CELL;
  const cells = [];
  for (let j = Math.floor(south / stepY); j * stepY < north; j++) {
    for (let i = Math.floor(west / stepX); i * stepX < east; i++) {
      const [lon, lat] = [(i + 0.5) * stepX, (j + 0.5) * stepY];
      if (booleanPointInPolygon([lon, lat], feature)) cells.push({ lon: Number(lon.toFixed(5)), lat: Number(lat.toFixed(5)), noise: 0.6 + 0.8 * random() });
    }
  }
  return cells;
}

/** Columns of the grid: coordinates, `people`, `district` (its code). */
export function populationColumns() {
  const random = randomSource(SEED);
  const all = places();
  const rows = JSON.parse(readFileSync(DISTRICTS_FILE, 'utf8')).features.flatMap((feature) => {
    const { adcode, population } = feature.properties;
    const own = all.filter((place) => place.adcode === adcode);
    const cells = cellsOf(feature, random);
    const near = cells.map(({ lon, lat, noise }) => noise * own.reduce((sum, place) => sum + drawn(lon, lat, place), 0));
    const sum = near.reduce((total, value) => total + value, 0);
    const weights = cells.map(({ noise }, at) => ((1 - SPREAD[adcode]) * near[at]) / sum + (SPREAD[adcode] * noise) / cells.length);
    const kept = weights.map((weight) => (weight * population < FEWEST ? 0 : weight));
    const people = apportion(population, kept);
    return cells.map((cell, at) => ({ ...cell, people: people[at], district: adcode })).filter((cell) => cell.people > 0);
  });
  return {
    coordinates: Float64Array.from(rows.flatMap(({ lon, lat }) => [lon, lat])),
    columns: { people: Float64Array.from(rows, ({ people }) => people), district: rows.map(({ district }) => district) },
  };
}

/** Census of each district, for the check. */
export const CENSUS = Object.fromEntries(Object.entries(DISTRICTS).map(([adcode, row]) => [adcode, row[2]]));
