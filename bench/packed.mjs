// The packed columns of the benchmarks, written by the project's own packer.
import { join } from 'node:path';
import { build } from 'esbuild';
import { keptFile, pointColumns, rowName } from './data.mjs';
import { CACHE, ROOT } from './places.mjs';

/** The packer from its sources, as a module that Node can load. */
async function packer() {
  const outfile = join(CACHE, 'packer.mjs');
  await build({
    stdin: {
      contents: "export { packTable } from '@yizhangtu/data/pack'; export { tableFromColumns } from '@yizhangtu/data/model';",
      resolveDir: ROOT,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['yizhangtu-source'],
    tsconfig: join(ROOT, 'tsconfig.base.json'),
    logLevel: 'error',
  });
  return import(outfile);
}

/** Points with the same four attributes as the GeoJSON ones, as packed columns. */
export async function packedPointsFile(count) {
  const { packTable, tableFromColumns } = await packer();
  return keptFile(`points-${count}.yztc`, () => {
    const { coordinates, kinds, kindNames, values } = pointColumns(count);
    const columns = {
      id: Uint32Array.from({ length: count }, (_, i) => i),
      name: Array.from({ length: count }, (_, i) => rowName('point', i)),
      kind: { dictionary: kindNames, codes: kinds },
      value: Float64Array.from(values, (value) => Number(value.toFixed(2))),
    };
    return packTable(tableFromColumns({ coordinates, columns }));
  });
}
