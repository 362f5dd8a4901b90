// Builds the pages of the benchmarks, ours and raw `ol`, with the same bundler and the same target.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { polygons } from './data.mjs';

const here = dirname(fileURLToPath(import.meta.url));
export const OUT = join(here, '../.cache/bench');
export const PAGES = ['ours', 'ol'];

/** Each page in a build of its own: pages built together would share chunks and carry each other's code. */
async function buildPage(page) {
  await build({
    root: join(here, 'pages'),
    base: './',
    logLevel: 'error',
    configFile: false,
    resolve: { conditions: ['yizhangtu-source', 'module', 'browser', 'import', 'default'] },
    oxc: { decorator: { legacy: true }, assumptions: { setPublicClassFields: true }, typescript: { removeClassFieldsWithoutInitializer: true } },
    build: {
      outDir: join(OUT, page),
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(here, 'pages', page, 'index.html') },
    },
    worker: { format: 'es' },
  });
  mkdirSync(join(OUT, page, 'data'), { recursive: true });
  writeFileSync(join(OUT, page, 'data/polygons.geojson'), JSON.stringify(polygons(1000)));
}

export async function buildPages() {
  for (const page of PAGES) await buildPage(page);
}

const htmlOf = (page) => join(OUT, page, page, 'index.html');

const IMPORT = /(?:import|from)\s*["'](\.[^"']+\.js)["']/g;

/** The script a page needs before anything of it runs: entry and static imports, followed through the built files. */
export function startFiles(page) {
  const html = readFileSync(htmlOf(page), 'utf8');
  const queue = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map((match) => normalize(join(dirname(htmlOf(page)), match[1])));
  const files = new Set();
  while (queue.length) {
    const file = queue.pop();
    if (files.has(file)) continue;
    files.add(file);
    for (const match of readFileSync(file, 'utf8').matchAll(IMPORT)) queue.push(normalize(join(dirname(file), match[1])));
  }
  return [...files];
}

/** Brotli bytes of a page at start, and in how many files. */
export function bytesOf(page) {
  const size = (file) => brotliCompressSync(readFileSync(file)).length;
  const start = startFiles(page);
  return {
    start: start.reduce((sum, file) => sum + size(file), 0),
    files: start.length,
  };
}
