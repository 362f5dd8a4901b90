import type { FlatShapes } from './ellipsoidal-area.js';
import { polygonsOf, type Areal, type Feature } from './geometry.js';

/** Polygons as flat typed arrays, one row each: the layout that `pointsInPolygons` and `shapeAreas` read. */
export function flatShapes(rows: readonly (Areal | Feature<Areal>)[]): FlatShapes {
  const [partStart, ringStart, vertexStart]: [number[], number[], number[]] = [[0], [0], [0]];
  const numbers: number[] = [];
  for (const row of rows) {
    for (const rings of polygonsOf(row)) {
      for (const ring of rings) {
        for (const [lon = NaN, lat = NaN] of ring) numbers.push(lon, lat);
        vertexStart.push(numbers.length / 2);
      }
      ringStart.push(vertexStart.length - 1);
    }
    partStart.push(ringStart.length - 1);
  }
  return {
    partStart: Uint32Array.from(partStart),
    ringStart: Uint32Array.from(ringStart),
    vertexStart: Uint32Array.from(vertexStart),
    coordinates: Float64Array.from(numbers),
  };
}
