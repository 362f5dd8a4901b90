// Builds the pages of the benchmarks, every library's with the same bundler and the same target.
import { existsSync, mkdirSync, readdirSync, readFileSync, copyFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { polygonsFile } from './data.mjs';
import { BENCH, CACHE } from './places.mjs';

/** One build a page: pages built together would share chunks and carry each other's code. */
export const shared = {
  base: './',
  logLevel: 'error',
  configFile: false,
  resolve: { conditions: ['yizhangtu-source', 'module', 'browser', 'import', 'default'] },
  oxc: { decorator: { legacy: true }, assumptions: { setPublicClassFields: true }, typescript: { removeClassFieldsWithoutInitializer: true } },
  worker: { format: 'es' },
};
const output = (outDir) => ({ outDir, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 10_000, reportCompressedSize: false });

/**
 * Few files, as docs/guide/start.md has it: what the page begins with is one, and what later parts share is no smaller than 10 kB if it can be. Left to itself the
 * bundler gives each module that is shared another way a file of its own, some of 200 bytes, and each waits for its turn on the line. With 24 kB files came to
 * import each other, and one ran before what it needs.
 */
const FEW_FILES = {
  groups: [
    { name: 'start', tags: ['$initial'], priority: 2 },
    { name: 'more', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 10_000 },
  ],
};

/** Folder of a small page. */
export const smallFolder = (name) => join(CACHE, 'small', name);

/** Builds the small page of a library: a map, one GeoJSON layer, a tooltip (cases A and B). */
export async function buildSmall(name) {
  const input = join(BENCH, 'pages', name, 'index.html');
  await build({ ...shared, root: join(BENCH, 'pages'), build: { ...output(smallFolder(name)), rolldownOptions: { input, output: { codeSplitting: FEW_FILES } } } });
  mkdirSync(join(smallFolder(name), 'data'), { recursive: true });
  copyFileSync(polygonsFile(1000, 40).path, join(smallFolder(name), 'data/polygons.geojson'));
}

/** Address of a small page on the server. */
export const smallUrl = (name) => `/small/${name}/${name}/index.html`;

/** Builds the page that drives a library's adapter (cases C to H), in as few files as the small pages. */
export async function buildCase(name) {
  const outDir = join(CACHE, 'case', name);
  const entryFileNames = 'main.js';
  await build({
    ...shared,
    root: BENCH,
    publicDir: false,
    build: { ...output(outDir), cssCodeSplit: false, rolldownOptions: { input: join(BENCH, 'adapters', `${name}.js`), output: { entryFileNames, codeSplitting: FEW_FILES } } },
  });
  const assets = join(outDir, 'assets');
  const styles = (existsSync(assets) ? readdirSync(assets) : []).filter((file) => file.endsWith('.css'));
  const links = styles.map((file) => `<link rel="stylesheet" href="./assets/${file}" />`).join('');
  const head = `<meta charset="utf-8" /><title>${name}</title>${links}<script type="module" src="./main.js"></script>`;
  writeFileSync(join(outDir, 'index.html'), `<!doctype html><html lang="zh-CN"><head>${head}</head><body></body></html>`);
}

/** Address of a case page on the server. */
export const caseUrl = (name) => `/case/${name}/index.html`;

const IMPORT = /(?:import|from)\s*["'](\.[^"']+\.js)["']/g;

const importsOf = (file) => [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => normalize(join(dirname(file), match[1])));

/** Files and everything they import, followed through the built files. */
function withImports(queue) {
  const files = new Set();
  while (queue.length) {
    const file = queue.pop();
    if (files.has(file) || !existsSync(file)) continue;
    files.add(file);
    queue.push(...importsOf(file));
  }
  return files;
}

/** The script a page needs before anything of it runs: entry and static imports. */
function startFiles(name) {
  const page = join(smallFolder(name), name, 'index.html');
  const html = readFileSync(page, 'utf8');
  return withImports([...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((match) => normalize(join(dirname(page), match[1]))));
}

/** Files of a small page that import each other, maybe through others: one of them runs before what it needs. */
export function filesInCircles(name) {
  const assets = join(smallFolder(name), 'assets');
  const files = readdirSync(assets).filter((file) => file.endsWith('.js')).map((file) => join(assets, file));
  return files.filter((file) => withImports(importsOf(file)).has(file));
}

/** Script of a small page: brotli bytes at start, in how many files, and what may come later (workers, lazy chunks). */
export function bytesOf(name) {
  const size = (file) => brotliCompressSync(readFileSync(file)).length;
  const sum = (files) => files.reduce((total, file) => total + size(file), 0);
  const start = startFiles(name);
  const all = readdirSync(smallFolder(name), { recursive: true }).map((file) => join(smallFolder(name), String(file)));
  const later = all.filter((file) => file.endsWith('.js') && statSync(file).isFile() && !start.has(file));
  return { start: sum([...start]), files: start.size, later: sum(later) };
}
