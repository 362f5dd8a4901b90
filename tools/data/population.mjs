/**
 * Writes examples/fitness/data/population.json: 常住人口 of the ten 区市 at the census of 2020-11-01, from the table in districts.mjs.
 * Run: node tools/data/population.mjs
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DISTRICTS } from './districts.mjs';

export const POPULATION_FILE = new URL('../../examples/fitness/data/population.json', import.meta.url);
/** 常住人口 of the whole city in the same census; the districts must add up to it. */
export const CITY_POPULATION = 10_071_722;

/** The file's content. */
export function population() {
  const districts = Object.entries(DISTRICTS).map(([adcode, [name, en, count]]) => ({ adcode, name, en, population: count }));
  return {
    label: '常住人口(第七次全国人口普查)',
    labelEn: 'Resident population (seventh national census)',
    source: '青岛市第七次全国人口普查公报',
    asOf: '2020-11-01',
    unit: '人',
    total: CITY_POPULATION,
    districts,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(POPULATION_FILE, `${JSON.stringify(population(), null, 2)}\n`);
}
