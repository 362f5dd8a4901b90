// @ts-check
// tsc never takes away what it wrote: a file whose source was moved would stay in `dist`, be imported by accident, and be published.
import { existsSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const OUTPUT = /(?:\.d\.ts|\.js)(?:\.map)?$/;
/** What build/bundle.mjs writes into the same folder. */
const BUNDLES = /^yizhangtu(?:\.[\w-]+)?\.m?js$/;

/** Removes outputs of tsc that have no source any more. Returns their paths. */
export function pruneStale(/** @type {string} */ root) {
  const stale = globSync('packages/*/dist/**/*.{js,ts,map}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => OUTPUT.test(path) && !BUNDLES.test(path.split('/').at(-1) ?? ''))
    .filter((path) => !existsSync(join(root, path.replace('/dist/', '/src/').replace(OUTPUT, '.ts'))));
  for (const path of stale) {
    rmSync(join(root, path));
    // tsc believes its own notes about what it wrote: without them a source that comes back is written in full again.
    rmSync(join(root, '.cache', `${path.split('/')[1]}.tsbuildinfo`), { force: true });
  }
  return stale;
}
