import { describe, expect, it } from 'vitest';
import { isInPolygon } from '../renderer/hits.js';
import { shapesOf, type ShapeSet } from '../renderer/geometry.js';
import { box, shapeGeometry } from '../renderer/shapes.fixture.js';
import { labelPoints } from './label-points.js';

const shapes = shapeGeometry([
  { type: 3, polygons: [[[[0, 0], [10, 0], [10, 10], [8, 10], [8, 2], [2, 2], [2, 10], [0, 10], [0, 0]]]] },
  { type: 3, polygons: [[box(0, 0, 1, 1)], [box(20, 20, 40, 40), box(22, 22, 39, 39)]] },
  { type: 2, lines: [[[0, 0], [4, 0]]] },
  { type: 1, points: [[7, 8], [9, 9]] },
  { type: 3, polygons: [] },
]);

describe('labelPoints', () => {
  const points = labelPoints(shapes);
  const at = (row: number) => (points.kind === 'point' ? [...points.coordinates.subarray(2 * row, 2 * row + 2)] : []);

  it('stand inside their polygon, beside holes and bays', () => {
    const drawn = shapesOf(shapes, 'EPSG:4326') as ShapeSet;
    for (const row of [0, 1]) expect(isInPolygon(drawn, row, ...(at(row) as [number, number]))).toBe(true);
  });

  it('are the middle of a line, the first of several points, and nothing for a row without a place', () => {
    expect(at(2)).toEqual([2, 0]);
    expect(at(3)).toEqual([7, 8]);
    expect(at(4)).toEqual([NaN, NaN]);
  });

  it('are the same points each time, and those of a point geometry its own', () => {
    expect(labelPoints(shapes)).toBe(points);
    expect(labelPoints(points)).toBe(points);
  });
});
