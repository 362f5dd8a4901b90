// @ts-check
// The packer from its sources, as a module that Node can load: for example data and for benchmarks.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from '../build/options.mjs';

/** `packTable`, `tableFromColumns` and `shapeAreas`. @param {string} folder Where the built module may stand. */
export async function packer(folder) {
  const outfile = join(folder, 'packer.mjs');
  await build({
    stdin: { contents: "export { shapeAreas } from '@yizhangtu/analysis/ellipsoidal-area'; export { packTable } from '@yizhangtu/data/pack'; export { tableFromColumns } from '@yizhangtu/data/model';", resolveDir: ROOT },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['yizhangtu-source'],
    tsconfig: join(ROOT, 'tsconfig.base.json'),
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}
