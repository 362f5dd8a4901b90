// @ts-check
// Example data that git does not hold, too large or there already: made when a page is served or built, kept in .cache until what makes it changes.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { controlColumns, controlSchema } from '../data/controls.mjs';
import { DISTRICTS_FILE } from '../data/districts.mjs';
import { devicesCsv, eventsCsv, inspectorsCsv, poolCsv } from '../data/draw-pool.mjs';
import { LAND_FILE } from '../data/land.mjs';
import { populationColumns } from '../data/population-grid.mjs';
import { PARCEL_SCHEMA, parcelColumns } from '../data/parcels.mjs';
import { packer } from '../data/packer.mjs';
import { SUBJECT_SCHEMA, subjectColumns } from '../data/subjects.mjs';
import { vesselColumns } from '../data/vessels.mjs';
import { ROOT } from '../build/options.mjs';

const CACHE = join(ROOT, '.cache', 'examples');
/** What the bytes depend on. */
const SOURCES = ['tools/data/*.mjs', 'examples/fitness/data/land.geojson', 'examples/fitness/data/districts.geojson', 'tools/examples/made.mjs', 'packages/data/src/pack/*.ts', 'packages/data/src/readers/packed*.ts', 'packages/analysis/src/ellipsoidal-area.ts'];
const PROVENANCE = { source: '示例数据（种子生成）', updated: '2026-06-30', example: true };

/** Example → files that are made, at `data/…` of its page. @type {Record<string, Record<string, () => Promise<Uint8Array>>>} */
const MADE = {
  fitness: { 'population.yztc': packedPopulation },
  marine: { 'land.geojson': async () => readFileSync(LAND_FILE), 'vessels.yztc': packedVessels },
  'natural-resources': {
    'parcels.yztc': () => packedParcels(),
    'farmland.yztc': () => packedControl('farmland'),
    'ecology.yztc': () => packedControl('ecology'),
    'growth.yztc': () => packedControl('growth'),
    'districts.geojson': async () => readFileSync(DISTRICTS_FILE),
    'land.geojson': async () => readFileSync(LAND_FILE),
  },
  market: {
    'subjects.yztc': () => packedSubjects(1_000_000),
    'pool.csv': async () => utf8(poolCsv(10_000)),
    'events.csv': async () => utf8(eventsCsv(poolCsv(10_000))),
    'devices.csv': async () => utf8(devicesCsv(poolCsv(10_000))),
    'inspectors.csv': async () => utf8(inspectorsCsv(60, poolCsv(10_000))),
    'districts.geojson': async () => readFileSync(DISTRICTS_FILE),
    'land.geojson': async () => readFileSync(LAND_FILE),
  },
  linked: { 'subjects.yztc': () => packedSubjects(1_000_000), 'land.geojson': async () => readFileSync(LAND_FILE) },
};

const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** Invented subjects as packed columns, with their schema and provenance: the page is markup alone. */
async function packedSubjects(/** @type {number} */ count) {
  const { packTable, tableFromColumns } = await packer(CACHE);
  const table = tableFromColumns(subjectColumns(count));
  const columns = table.columns.map((/** @type {any} */ column) => (column.name === 'founded' ? { ...column, kind: 'date', dateOnly: true } : column));
  return packTable({ ...table, columns }, { schema: SUBJECT_SCHEMA, provenance: PROVENANCE });
}

/** Invented vessels as packed columns; the shape `marine/vessel@1` is the pack's. */
async function packedVessels() {
  const { packTable, tableFromColumns } = await packer(CACHE);
  const table = tableFromColumns(vesselColumns());
  const columns = table.columns.map((/** @type {any} */ column) => (column.name === 'time' ? { ...column, kind: 'date' } : column));
  return packTable({ ...table, columns }, { provenance: { ...PROVENANCE, updated: '2019-08-12' } });
}

/** Residents on a grid: the shape `fitness/population@1` is the pack's. */
async function packedPopulation() {
  const { packTable, tableFromColumns } = await packer(CACHE);
  const provenance = { source: '第七次全国人口普查的区市人数，按示意密度分到约 1 km 网格（示例）', updated: '2020-11-01', example: true };
  return packTable(tableFromColumns(populationColumns()), { provenance });
}

/** Invented parcels of land at two times, as packed columns. */
async function packedParcels() {
  const { packTable, shapeAreas, tableFromColumns } = await packer(CACHE);
  return packTable(tableFromColumns(parcelColumns({ shapeAreas })), { schema: PARCEL_SCHEMA, provenance: { ...PROVENANCE, updated: '2023-12-31' } });
}

/** An invented control layer over the parcels. */
async function packedControl(/** @type {'farmland' | 'ecology' | 'growth'} */ name) {
  const { packTable, tableFromColumns } = await packer(CACHE);
  return packTable(tableFromColumns(controlColumns(name)), { schema: controlSchema(name), provenance: { ...PROVENANCE, updated: '2023-12-31' } });
}

/** What the bytes depend on, as one short word. */
function stamp() {
  const hash = createHash('sha256');
  for (const path of globSync(SOURCES, { cwd: ROOT }).sort()) hash.update(readFileSync(join(ROOT, path)));
  return hash.digest('hex').slice(0, 12);
}

/** Where a made file stands; it is made first if it has to be. Undefined for what is not made. */
export async function madeFile(/** @type {string} */ name, /** @type {string} */ file) {
  const make = MADE[name]?.[file];
  if (!make) return undefined;
  const path = join(CACHE, `${stamp()}-${file}`);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.part`, await make());
    renameSync(`${path}.part`, path);
  }
  return path;
}

/** Puts the made files of an example beside its built page. */
export async function copyMadeFiles(/** @type {string} */ name, /** @type {string} */ target) {
  for (const file of Object.keys(MADE[name] ?? {})) {
    mkdirSync(join(target, 'data'), { recursive: true });
    copyFileSync(/** @type {string} */ (await madeFile(name, file)), join(target, 'data', file));
  }
}
