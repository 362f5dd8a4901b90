// @ts-check
// `pnpm size`: bytes a page loads at start (entry and its static imports, brotli), by page, against tools/size-budgets.json.
// `pnpm size --modules ["minimal page"]` says what they are made of.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { baseConfig, ROOT } from './build/options.mjs';

/**
 * `kib`: budget of the start. `picture`: lazy modules without which there is no first picture, and `pictureKib`: budget of both together,
 * so that nothing is won by only moving bytes behind an `import()`.
 * @typedef {{ name: string, entry: string[], kib?: number, picture?: string[], pictureKib?: number, why?: string, file?: string }} Page
 */
/** @type {Page[]} */
const PAGES = JSON.parse(readFileSync(new URL('size-budgets.json', import.meta.url), 'utf8')).pages;
const WORK = join(ROOT, '.cache', 'size');

const kib = (/** @type {number} */ bytes) => bytes / 1024;
const brotli = (/** @type {string | Buffer} */ code) =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** Builds a page as a user's bundler would, and returns the code of its start and of what comes later. */
async function chunksOf(/** @type {Page} */ page) {
  const entry = join(WORK, 'entry.js');
  writeFileSync(entry, page.entry.map((one) => `import '${one}';`).join('\n'));
  const config = baseConfig('production');
  const built = await build({
    ...config,
    root: ROOT,
    publicDir: false,
    logLevel: 'silent',
    build: { ...config.build, target: 'es2022', write: false, minify: 'oxc', rolldownOptions: { input: entry } },
  });
  const { output } = /** @type {{ output: any[] }} */ (Array.isArray(built) ? built[0] : built);
  const chunks = new Map(output.filter((one) => one.type === 'chunk').map((one) => [one.fileName, one]));
  const first = new Set();
  const add = (/** @type {string} */ name) => {
    if (first.has(name) || !chunks.has(name)) return;
    first.add(name);
    chunks.get(name).imports.forEach(add);
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) add(chunk.fileName);
  const start = new Set(first);
  for (const chunk of chunks.values()) if (page.picture?.some((name) => chunk.facadeModuleId?.endsWith(name))) add(chunk.fileName);
  const within = [...chunks.values()].filter((one) => first.has(one.fileName));
  const code = (/** @type {any[]} */ list) => list.map((one) => one.code);
  return {
    start: code(within.filter((one) => start.has(one.fileName))),
    picture: code(within),
    later: code([...chunks.values()].filter((one) => !start.has(one.fileName))),
    modules: within.flatMap((one) => Object.entries(one.modules)),
  };
}

/** @returns {Promise<{ raw: number, gzip: number, brotli: number, picture: number, later: number, modules: [string, any][] }>} */
async function measure(/** @type {Page} */ page) {
  const { start, picture, later, modules } = page.file
    ? { start: [readFileSync(join(ROOT, page.file), 'utf8')], picture: [], later: [], modules: [] }
    : await chunksOf(page);
  const total = (/** @type {string[]} */ list, /** @type {(code: string) => number} */ size) =>
    list.reduce((sum, code) => sum + size(code), 0);
  return {
    raw: total(start, (code) => Buffer.byteLength(code)),
    gzip: total(start, (code) => gzipSync(code, { level: 9 }).length),
    brotli: total(start, brotli),
    picture: page.picture ? total(picture, brotli) : 0,
    later: total(later, brotli),
    modules,
  };
}

rmSync(WORK, { recursive: true, force: true });
mkdirSync(WORK, { recursive: true });
/** `pnpm size --modules [page]`: what a page's start is made of, by folder and by file, before minification. */
function printModules(/** @type {[string, any][]} */ modules) {
  const sizes = new Map();
  for (const [id, module] of modules) {
    const path = id.replace(ROOT, '').replace(/^.*node_modules\//, '');
    const folder = path
      .split('/')
      .slice(0, path.startsWith('packages/') ? 4 : path.startsWith('@') ? 2 : 1)
      .join('/');
    for (const name of path === folder ? [path] : [`${folder}/`, path]) sizes.set(name, (sizes.get(name) ?? 0) + module.renderedLength);
  }
  for (const [name, bytes] of [...sizes].sort((a, b) => b[1] - a[1]).slice(0, 150))
    console.log(`  ${kib(bytes).toFixed(1).padStart(7)}  ${name}`);
}

const showModules = process.argv.includes('--modules');
const wanted = process.argv.slice(2).filter((word) => word !== '--modules');
const count = { passed: 0, failed: 0 };
console.log(
  'page'.padEnd(28),
  'raw KiB'.padStart(9),
  'gzip'.padStart(8),
  'brotli'.padStart(8),
  'budget'.padStart(8),
  'picture'.padStart(8),
  'budget'.padStart(8),
  'later'.padStart(8),
);
for (const page of PAGES.filter((one) => wanted.length === 0 || wanted.includes(one.name))) {
  try {
    const size = await measure(page);
    const good = kib(size.brotli) <= (page.kib ?? Infinity) && kib(size.picture) <= (page.pictureKib ?? Infinity);
    count[good ? 'passed' : 'failed'] += 1;
    const cells = [kib(size.raw), kib(size.gzip), kib(size.brotli)].map((value) => value.toFixed(1));
    console.log(
      page.name.padEnd(28),
      ...[
        cells[0]?.padStart(9),
        cells[1]?.padStart(8),
        cells[2]?.padStart(8),
        String(page.kib ?? '–').padStart(8),
        (size.picture ? kib(size.picture).toFixed(1) : '–').padStart(8),
        String(page.pictureKib ?? '–').padStart(8),
        kib(size.later).toFixed(1).padStart(8),
      ],
      good ? '' : ' ✗ 超出预算 / over budget',
    );
    if (showModules) printModules(size.modules);
  } catch (error) {
    count.failed += 1;
    console.log(page.name.padEnd(28), `✗ ${String(error).split('\n').slice(0, 4).join(' ')}`);
  }
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed > 0 ? 1 : 0;
