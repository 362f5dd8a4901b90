/** Shapes for tests: geometry written as GeoJSON has it. */
import type { ShapeGeometry } from '@yizhangtu/data/model';

export type Ring = readonly (readonly [number, number])[];
export type TestShape =
  | { readonly type: 1; readonly points: Ring }
  | { readonly type: 2; readonly lines: readonly Ring[] }
  | { readonly type: 3; readonly polygons: readonly (readonly Ring[])[] };

function partsOf(shape: TestShape): readonly (readonly Ring[])[] {
  if (shape.type === 1) return shape.points.map((point) => [[point]]);
  return shape.type === 2 ? shape.lines.map((line) => [line]) : shape.polygons;
}

/** Columns of shapes. */
export function shapeGeometry(shapes: readonly TestShape[]): ShapeGeometry {
  const partStart = [0];
  const ringStart = [0];
  const vertexStart = [0];
  const coordinates: number[] = [];
  for (const shape of shapes) {
    for (const part of partsOf(shape)) {
      for (const ring of part) {
        for (const [x, y] of ring) coordinates.push(x, y);
        vertexStart.push(coordinates.length / 2);
      }
      ringStart.push(vertexStart.length - 1);
    }
    partStart.push(ringStart.length - 1);
  }
  return {
    kind: 'shape',
    types: Uint8Array.from(shapes, ({ type }) => type),
    partStart: Uint32Array.from(partStart),
    ringStart: Uint32Array.from(ringStart),
    vertexStart: Uint32Array.from(vertexStart),
    coordinates: Float64Array.from(coordinates),
  };
}

/** A closed box. */
export function box(west: number, south: number, east: number, north: number): Ring {
  return [[west, south], [east, south], [east, north], [west, north], [west, south]];
}
