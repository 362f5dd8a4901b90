// The packed columns of the benchmarks, written by the project's own packer.
import { packer } from '../tools/data/packer.mjs';
import { keptFile, pointColumns, rowName } from './data.mjs';
import { CACHE } from './places.mjs';

/** Points with the same four attributes as the GeoJSON ones, as packed columns. */
export async function packedPointsFile(count) {
  const { packTable, tableFromColumns } = await packer(CACHE);
  return keptFile(`points-${count}-once.yztc`, () => {
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
