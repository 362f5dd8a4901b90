// What is compared, and what each needs.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH, ROOT } from './places.mjs';

/** The one that all ratios are against. */
export const BASELINE = 'ol';

/**
 * @typedef {object} Library
 * @property {string} name folder of its small page, file of its adapter
 * @property {string} label
 * @property {string[]} needs packages from bench/package.json
 * @property {boolean} [page] has a small page (cases A and B)
 * @property {string} cases cases its adapter takes part in
 */

/** @type {Library[]} */
const ALL = [
  { name: 'ours', label: '一张图', needs: [], page: true, cases: 'CDEFGH' },
  { name: 'ol', label: 'ol VectorLayer（E：Cluster）', needs: [], page: true, cases: 'CDEFGH' },
  { name: 'ol-image', label: 'ol VectorImageLayer', needs: ['ol'], cases: 'CDFGH' },
  { name: 'ol-webgl', label: 'ol WebGLVectorLayer', needs: ['ol'], cases: 'CDFGH' },
  { name: 'ol-supercluster', label: 'supercluster + ol', needs: ['ol', 'supercluster'], cases: 'E' },
  { name: 'leaflet', label: 'leaflet（E：markercluster）', needs: ['leaflet', 'leaflet.markercluster'], page: true, cases: 'CDEFGH' },
  { name: 'maplibre', label: 'maplibre-gl', needs: ['maplibre-gl'], page: true, cases: 'CDEFGH' },
  { name: 'engine-ours', label: '一张图 Dataset', needs: [], cases: 'I' },
  { name: 'engine-plain', label: '对象数组 arrays of objects', needs: [], cases: 'I' },
  { name: 'engine-crossfilter2', label: 'crossfilter2', needs: ['crossfilter2'], cases: 'I' },
  { name: 'engine-arquero', label: 'arquero', needs: ['arquero'], cases: 'I' },
  { name: 'eox', label: '@eox/map', needs: ['@eox/map', 'ol'], page: true, cases: 'CDEFGH' },
];

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const wanted = json(join(BENCH, 'package.json')).dependencies;

const installedAt = (folder, name) => join(folder, 'node_modules', name, 'package.json');

/** Version of a package that the pages are built with; undefined if it is not there. */
export function versionOf(name) {
  const path = [BENCH, ROOT].map((folder) => installedAt(folder, name)).find(existsSync);
  return path && json(path).version;
}

/** Installs what is compared with, beside the workspace; without a network the benchmark goes on with what is there. */
export function installPeers() {
  if (Object.entries(wanted).every(([name, version]) => existsSync(installedAt(BENCH, name)) && versionOf(name) === version)) return;
  process.stdout.write('安装对照库 / installing the libraries to compare with …\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(npm, args, { cwd: BENCH, stdio: 'inherit', shell: npm.endsWith('.cmd') });
  if (status !== 0) process.stdout.write('安装失败，缺少的库将跳过 / not installed; what is missing is left out\n');
}

/** Libraries that can be measured here, of those asked for; says which cannot. */
export function libraries(only) {
  const unknown = (only ?? []).filter((name) => !ALL.some((one) => one.name === name));
  if (unknown.length > 0) throw new Error(`没有 / there is no ${unknown.join(' ')}; 可用 / there are: ${ALL.map((one) => one.name).join(' ')}`);
  return ALL.filter(({ name, needs }) => {
    if (only && !only.includes(name)) return false;
    const missing = needs.filter((one) => !existsSync(installedAt(BENCH, one)));
    if (missing.length > 0) process.stdout.write(`skipped: ${name} (未安装 / not installed: ${missing.join(' ')})\n`);
    return missing.length === 0;
  });
}

/** What the numbers were measured with. */
export function versions() {
  return [...new Set(['ol', ...Object.keys(wanted)])].map((name) => [name, versionOf(name)]).filter(([, version]) => version);
}
