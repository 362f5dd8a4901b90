// @ts-check
// The library without a bundler: yizhangtu.js for a <script> tag, yizhangtu.mjs as a module, beside them yizhangtu.more.js with what only some
// pages need, the workers, and tokens.css.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { oldKernels } from '../lint/rules/kernels.mjs';
import { sourceOf } from '../lint/source.mjs';
import { chunkNames, lateModulesIn } from './further.mjs';
import { baseConfig, ROOT } from './options.mjs';
import { tokenStyleSheet } from './tokens.mjs';

const PACKAGE = join(ROOT, 'packages', 'yizhangtu');
export const DIST = join(PACKAGE, 'dist');
/** The two modules that the single files are made of. */
const PARTS = join(ROOT, '.cache', 'library');
const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
/** packages/yizhangtu/src/door.ts */
const DOOR = `globalThis[Symbol.for(${JSON.stringify(`yizhangtu ${version}`)})]`;
const WORKER = join(ROOT, 'packages', 'data', 'src', 'library', 'library.worker.ts');
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
async function bundle(/** @type {string} */ entry, /** @type {string} */ file, /** @type {'iife' | 'es'} */ format, /** @type {Record<string, string>} */ globals = {}) {
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
      rolldownOptions: { external: Object.keys(globals), output: { codeSplitting: false, minify: true, postBanner: BANNER, globals } },
    },
  });
}

/** The whole library as two modules in a folder: `core.mjs`, and `more.mjs` with what only some pages need. `index.mjs` exports what pages may use. */
async function partInTwo(/** @type {string} */ entry) {
  const config = baseConfig('production');
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
      lib: { entry, formats: ['es'], fileName: () => 'index.mjs' },
      rolldownOptions: {
        output: { chunkFileNames: '[name].mjs', codeSplitting: { groups: [{ name: chunkNames(entry), debugName: 'two files' }] } },
        // A module of the first file that is also reached by import() is what is wanted here.
        onLog: (level, log, say) => log.code === 'INEFFECTIVE_DYNAMIC_IMPORT' || say(level, log),
      },
    },
  });
  // The bundler's own helpers are a fourth; they go into both files.
  const chunks = readdirSync(PARTS).sort().join(' ');
  if (chunks !== 'core.mjs index.mjs more.mjs rolldown-runtime.mjs') throw new Error(`the library fell into other parts than two: ${chunks}`);
  const core = readFileSync(join(PARTS, 'core.mjs'), 'utf8');
  const parted = core.replace(/\bimport\((["'`])\.\/more\.mjs\1\)/g, `${DOOR}.load()`);
  if (parted === core) throw new Error('nothing of the first file loads the further one');
  writeFileSync(join(PARTS, 'core.mjs'), parted);
}

/** `yizhangtu.js`, `yizhangtu.mjs` and `yizhangtu.more.js`, which serves both. */
async function bundleLibrary() {
  await partInTwo(join(PACKAGE, 'src', 'single.ts'));
  const write = (/** @type {string} */ name, /** @type {string[]} */ lines) => {
    writeFileSync(join(PARTS, name), lines.join('\n'));
    return join(PARTS, name);
  };
  for (const [form, file, format] of /** @type {const} */ ([['script', 'yizhangtu.js', 'iife'], ['module', 'yizhangtu.mjs', 'es']])) {
    const where = JSON.stringify(join(PACKAGE, 'src', `single-${form}.ts`));
    const entry = write(`${form}.mjs`, [`import ${where};`, `import * as core from './core.mjs';`, `${DOOR}.core = core;`, `export * from './index.mjs';`]);
    await bundle(entry, file, format);
  }
  const more = write('further.mjs', [`import * as more from './more.mjs';`, `${DOOR}.arrived(more);`]);
  await bundle(more, 'yizhangtu.more.js', 'iife', { [join(PARTS, 'core.mjs')]: `${DOOR}.core` });
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
  await bundleLibrary();
  await bundle(WORKER, 'yizhangtu.worker.js', 'iife');
  await bundle(FILES_WORKER, 'yizhangtu.files.js', 'iife');
  writeFileSync(join(DIST, 'tokens.css'), await tokenStyleSheet());
  return ['yizhangtu.js', 'yizhangtu.mjs', 'yizhangtu.more.js', 'yizhangtu.worker.js', 'yizhangtu.files.js', 'tokens.css'];
}
