/** Land of the world as a dataset, for pages whose base map is not there. Loaded when it is first drawn. */
import { Dataset, type ShapeGeometry } from '@yizhangtu/data/model';
import { LAND } from './land-rings.js';

/** The rings of a polygon: positions in steps of a hundredth of a degree, each number in characters of five bits. */
export function ringsOf(packed: string): number[][] {
  return packed.split(' ').map((ring) => {
    const positions: number[] = [];
    const at: [number, number] = [0, 0];
    for (let i = 0, value = 0, shift = 0; i < ring.length; i++) {
      const bits = ring.charCodeAt(i) - 63;
      value += (bits & 31) << shift;
      shift += 5;
      if (bits >= 32) continue;
      const axis = (positions.length % 2) as 0 | 1;
      at[axis] += value & 1 ? ~(value >> 1) : value >> 1;
      positions.push(at[axis] / 100);
      value = shift = 0;
    }
    return positions;
  });
}

function shapesOf(polygons: readonly string[]): ShapeGeometry {
  const [partStart, ringStart, vertexStart, coordinates] = [[0], [0], [0], [] as number[]];
  for (const polygon of polygons) {
    for (const ring of ringsOf(polygon)) {
      for (const number of ring) coordinates.push(number);
      vertexStart.push(coordinates.length / 2);
    }
    ringStart.push(vertexStart.length - 1);
    partStart.push(ringStart.length - 1);
  }
  return {
    kind: 'shape',
    types: new Uint8Array(polygons.length).fill(3),
    partStart: Uint32Array.from(partStart),
    ringStart: Uint32Array.from(ringStart),
    vertexStart: Uint32Array.from(vertexStart),
    coordinates: Float64Array.from(coordinates),
  };
}

let dataset: Dataset | undefined;

/** The land; one dataset for all maps of a page. */
export function landDataset(): Dataset {
  return (dataset ??= Dataset.fromColumns({ geometry: shapesOf(LAND) }, { provenance: { source: 'Natural Earth' } }));
}
