// @ts-check
// Every example as a static folder that can be copied anywhere, and the index page that links them.
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { copyFiles } from '../examples/files.mjs';
import { EXAMPLES, examples } from '../examples/list.mjs';
import { copyMadeFiles } from '../examples/made.mjs';
import { indexPage } from '../examples/plugin.mjs';
import { baseConfig, ROOT } from './options.mjs';
import { tokenStyleSheet } from './tokens.mjs';

export const OUT = join(ROOT, 'dist', 'examples');

/** Builds one page folder. */
async function buildPage(
  /** @type {string} */ root,
  /** @type {string} */ outDir,
  /** @type {import('vite').Plugin[]} */ plugins = [],
) {
  const config = baseConfig('production');
  const publicDir = join(root, 'public');
  await build({
    ...config,
    root,
    plugins,
    publicDir: root !== EXAMPLES && existsSync(publicDir) ? publicDir : false,
    // The library's own files are put beside the page afterwards; a page may name them without a bundler.
    build: { ...config.build, outDir, emptyOutDir: root !== EXAMPLES, rolldownOptions: { onwarn: quiet } },
  });
}

/** @type {(warning: { message?: string }, warn: (warning: any) => void) => void} */
function quiet(warning, warn) {
  if (!/yizhangtu\.m?js|tokens\.css/.test(warning.message ?? '')) warn(warning);
}

/** Builds all examples. Returns their names, and what could not be put beside them. */
export async function buildExamples() {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const list = examples();
  /** @type {string[]} */
  const missing = [];
  for (const one of list) {
    const target = join(OUT, one.name);
    await buildPage(join(EXAMPLES, one.name), target);
    missing.push(...copyFiles(one.name, target));
    await copyMadeFiles(one.name, target);
    if (one.picture) copyFileSync(join(EXAMPLES, one.name, one.picture), join(target, one.picture));
  }
  await buildPage(EXAMPLES, OUT, [indexPage()]);
  writeFileSync(join(OUT, 'tokens.css'), await tokenStyleSheet());
  return { names: list.map((one) => one.name), missing };
}
