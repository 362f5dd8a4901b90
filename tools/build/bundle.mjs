// @ts-check
// The library in one file: yizhangtu.js for a <script> tag, yizhangtu.mjs as a module, the workers beside them, tokens.css.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { oldKernels } from '../lint/rules/kernels.mjs';
import { sourceOf } from '../lint/source.mjs';
import { baseConfig, ROOT } from './options.mjs';
import { tokenStyleSheet } from './tokens.mjs';

const PACKAGE = join(ROOT, 'packages', 'yizhangtu');
export const DIST = join(PACKAGE, 'dist');
const WORKER = join(ROOT, 'packages', 'data', 'src', 'library', 'library.worker.ts');
const FILES_WORKER = join(ROOT, 'packages', 'data', 'src', 'worker', 'files.worker.ts');
const BANNER =
  '/*! 一张图 components, Apache-2.0. Contains OpenLayers (BSD-2-Clause), Lit (BSD-3-Clause), d3 (ISC), proj4js (MIT) and others, see NOTICE. */';

/**
 * The single files name their worker themselves (packages/yizhangtu/src/worker-beside-*.ts). Without this Vite would put a
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

/** One entry into one file. */
async function bundle(/** @type {string} */ entry, /** @type {string} */ file, /** @type {'iife' | 'es'} */ format) {
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
      rolldownOptions: { output: { codeSplitting: false, minify: true, postBanner: BANNER } },
    },
  });
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
  await bundle(join(PACKAGE, 'src', 'single-script.ts'), 'yizhangtu.js', 'iife');
  await bundle(join(PACKAGE, 'src', 'single-module.ts'), 'yizhangtu.mjs', 'es');
  await bundle(WORKER, 'yizhangtu.worker.js', 'iife');
  await bundle(FILES_WORKER, 'yizhangtu.files.js', 'iife');
  writeFileSync(join(DIST, 'tokens.css'), await tokenStyleSheet());
  return ['yizhangtu.js', 'yizhangtu.mjs', 'yizhangtu.worker.js', 'yizhangtu.files.js', 'tokens.css'];
}
