// @ts-check
// The library without a bundler: yizhangtu.js for a <script> tag, yizhangtu.mjs as a module, beside them yizhangtu.more.js with what only some
// pages need, the workers, and tokens.css.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { oldKernels } from '../lint/rules/kernels.mjs';
import { sourceOf } from '../lint/source.mjs';
import { chunkNames, lateModulesIn, packs } from './further.mjs';
import { baseConfig, ROOT } from './options.mjs';
import { tokenStyleSheet } from './tokens.mjs';

const PACKAGE = join(ROOT, 'packages', 'yizhangtu');
export const DIST = join(PACKAGE, 'dist');
/** The modules that the single files are made of, and the entries of packs. */
const PARTS = join(ROOT, '.cache', 'library');
const ENTRIES = join(ROOT, '.cache', 'pack-entries');
const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
/** packages/yizhangtu/src/door.ts */
const DOOR = `globalThis[Symbol.for(${JSON.stringify(`yizhangtu ${version}`)})]`;
const WORKER = join(ROOT, 'packages', 'data', 'src', 'library', 'library.worker.ts');
const OVERLAY_WORKER = join(ROOT, 'packages', 'analysis', 'src', 'overlay.worker.ts');
const FILES_WORKER = join(ROOT, 'packages', 'data', 'src', 'worker', 'files.worker.ts');
const BANNER =
  '/*! 一张图 components, Apache-2.0. Contains OpenLayers (BSD-2-Clause), Lit (BSD-3-Clause), d3 (ISC), proj4js (MIT) and others, see NOTICE. */';

/**
 * The single files name their worker themselves (packages/yizhangtu/src/files-beside.ts). Without this Vite would put a
 * second copy of it into the file. @type {import('vite').Plugin}
 */
const workerBeside = {
  name: 'yizhangtu-worker-beside',
  enforce: 'pre',
  transform(code, id) {
    // A pack does not know where it stands itself; where the first file does not either, `new URL` throws, and the page does without a worker.
    if (id.endsWith('packages/analysis/src/overlay-client.ts')) return code.replace(/new URL\('\.\/overlay\.worker\.js', import\.meta\.url\)/, () => `new URL('yizhangtu.overlay.js', (${DOOR} || {}).base)`);
    return /packages\/data\/src\/(worker|cluster|simplify)\/(files-)?client\.ts$/.test(id)
      ? code.replace(/new URL\('\.\/\w+\.worker\.js', import\.meta\.url\)/, "'yizhangtu.worker.js'")
      : null;
  },
};

/**
 * ZSTD and LERC in TIFF are WebAssembly, as large as twenty layers, and most pages that use the single files have a policy that refuses it: there the
 * layer names the compression; pages with a bundler have both. Deflate is opened by fflate everywhere. @type {import('vite').Plugin}
 */
const fewDecoders = {
  name: 'yizhangtu-few-decoders',
  enforce: 'pre',
  load: (id) => (/\/geotiff\/dist-\w+\/compression\/(lerc|zstd|deflate)\.js$/.test(id) ? "export const zstd = { init: () => Promise.reject(new Error('not in the single file')) }; export default class {}" : null),
};

/** One entry into one file. */
async function bundle(/** @type {string} */ entry, /** @type {string} */ file, /** @type {'iife' | 'es'} */ format, { globals = {}, first = '' } = /** @type {{ globals?: Record<string, string>, first?: string }} */ ({})) {
  const config = baseConfig('production');
  await build({
    ...config,
    root: PACKAGE,
    publicDir: false,
    plugins: [workerBeside],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ...config.build,
      outDir: DIST,
      emptyOutDir: false,
      minify: 'oxc',
      lib: { entry, formats: [format], name: 'yizhangtu', fileName: () => file },
      // Vite leaves white space in ES libraries; here the file is the end product.
      rolldownOptions: { external: Object.keys(globals), output: { codeSplitting: false, minify: true, postBanner: first === '' ? BANNER : `${BANNER}\n${first}`, globals } },
    },
  });
}

/** An entry a pack, which names its elements. @returns {Record<string, string>} */
function packEntries() {
  rmSync(ENTRIES, { recursive: true, force: true });
  mkdirSync(ENTRIES, { recursive: true });
  return Object.fromEntries(
    Object.entries(packs()).map(([name, elements]) => {
      const file = join(ENTRIES, `${name}.mjs`);
      writeFileSync(file, elements.map((path) => `export * from ${JSON.stringify(path)};`).join('\n'));
      return [name, file];
    }),
  );
}

/**
 * The whole library as modules in a folder: `core.mjs`, `more.mjs` with what only some pages need, and one a pack. `index.mjs`, and `marine.mjs` of a
 * pack, export what pages may use. Returns the names of the packs.
 */
async function part(/** @type {string} */ entry) {
  const config = baseConfig('production');
  const entries = packEntries();
  rmSync(PARTS, { recursive: true, force: true });
  await build({
    ...config,
    root: PACKAGE,
    publicDir: false,
    plugins: [workerBeside, fewDecoders, lateModulesIn(entry)],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ...config.build,
      outDir: PARTS,
      minify: false,
      lib: { entry: { index: entry, ...entries }, formats: ['es'], fileName: (_, name) => `${name}.mjs` },
      rolldownOptions: {
        output: { chunkFileNames: '[name].mjs', codeSplitting: { groups: [{ name: chunkNames(entry, entries), debugName: 'files' }] } },
        // A module of the first file that is also reached by import() is what is wanted here.
        onLog: (level, log, say) => log.code === 'INEFFECTIVE_DYNAMIC_IMPORT' || say(level, log),
      },
    },
  });
  const names = Object.keys(entries);
  // The bundler's own helpers are one more; they go into each file.
  const wanted = ['core', 'index', 'more', 'rolldown-runtime', ...names.flatMap((name) => [name, `pack-${name}`])].map((name) => `${name}.mjs`).sort();
  const chunks = readdirSync(PARTS).sort();
  if (chunks.join() !== wanted.join()) throw new Error(`the library fell into other parts: ${chunks.join(' ')}, not ${wanted.join(' ')}`);
  for (const chunk of chunks) {
    const path = join(PARTS, chunk);
    const code = readFileSync(path, 'utf8');
    const parted = code.replace(/\bimport\((["'`])\.\/more\.mjs\1\)/g, `${DOOR}.load()`);
    if (chunk === 'core.mjs' && parted === code) throw new Error('nothing of the first file loads the further one');
    writeFileSync(path, parted);
  }
  return names;
}

/** `yizhangtu.js`, `yizhangtu.mjs`, and what serves both: `yizhangtu.more.js` and a file a pack. Returns the names of the files. */
async function bundleLibrary() {
  const names = await part(join(PACKAGE, 'src', 'single.ts'));
  const write = (/** @type {string} */ name, /** @type {string[]} */ lines) => {
    writeFileSync(join(PARTS, name), lines.join('\n'));
    return join(PARTS, name);
  };
  for (const [form, file, format] of /** @type {const} */ ([['script', 'yizhangtu.js', 'iife'], ['module', 'yizhangtu.mjs', 'es']])) {
    const where = JSON.stringify(join(PACKAGE, 'src', `single-${form}.ts`));
    const entry = write(`${form}.mjs`, [`import ${where};`, `import * as core from './core.mjs';`, `${DOOR}.core = core;`, `export * from './index.mjs';`]);
    await bundle(entry, file, format);
  }
  const globals = { [join(PARTS, 'core.mjs')]: `${DOOR}.core` };
  const more = write('further.mjs', [`import * as more from './more.mjs';`, `${DOOR}.arrived(more);`]);
  await bundle(more, 'yizhangtu.more.js', 'iife', { globals });
  for (const name of names) {
    const file = `yizhangtu.${name}.js`;
    const entry = write(`${name}-script.mjs`, [`import * as pack from './${name}.mjs';`, `if (globalThis.yizhangtu) Object.assign(globalThis.yizhangtu, pack);`]);
    const first = `if(!(globalThis[Symbol.for("yizhangtu ${version}")]||{}).core)throw new Error("${file}：请先加载同一版本（${version}）的 yizhangtu.js / load yizhangtu.js of the same version (${version}) before it");`;
    await bundle(entry, file, 'iife', { globals, first });
  }
  return ['yizhangtu.js', 'yizhangtu.mjs', 'yizhangtu.more.js', ...names.map((name) => `yizhangtu.${name}.js`)];
}

/** Run-time interfaces in a built file that Chromium 80 lacks; `polyfilled` ones are brought along. */
export function missingInterfaces(/** @type {string} */ path, /** @type {string[]} */ polyfilled) {
  const found = oldKernels(sourceOf(path))
    .filter((one) => one.rule === 'old-kernel' && one.what !== 'Math.random')
    .map((one) => one.what);
  return [...new Set(found)].filter((what) => !polyfilled.includes(what)).sort();
}

/** Writes the single-file library. Returns the names of the files. */
export async function buildBundles() {
  const library = await bundleLibrary();
  await bundle(WORKER, 'yizhangtu.worker.js', 'iife');
  await bundle(FILES_WORKER, 'yizhangtu.files.js', 'iife');
  await bundle(OVERLAY_WORKER, 'yizhangtu.overlay.js', 'iife');
  writeFileSync(join(DIST, 'tokens.css'), await tokenStyleSheet());
  return [...library, 'yizhangtu.worker.js', 'yizhangtu.files.js', 'yizhangtu.overlay.js', 'tokens.css'];
}
