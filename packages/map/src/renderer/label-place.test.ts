import { describe, expect, it } from 'vitest';
import { shapesOf, type ShapeSet } from './geometry.js';
import { isInPolygon } from './hits.js';
import { lineLabelPlace, polygonLabelPlace } from './label-place.js';
import { box, shapeGeometry } from './shapes.fixture.js';

const shapes = shapesOf(
  shapeGeometry([
    { type: 3, polygons: [[box(0, 0, 10, 10)]] },
    // A U: its centre of gravity lies outside.
    { type: 3, polygons: [[[[0, 0], [10, 0], [10, 10], [8, 10], [8, 2], [2, 2], [2, 10], [0, 10], [0, 0]]]] },
    { type: 3, polygons: [[box(0, 0, 1, 1)], [box(20, 20, 40, 40), box(22, 22, 39, 39)]] },
    { type: 2, lines: [[[0, 0], [1, 0]], [[0, 5], [4, 5], [4, 11]]] },
  ]),
  'EPSG:4326',
) as ShapeSet;

describe('polygonLabelPlace', () => {
  it('is the middle of a box', () => expect(polygonLabelPlace(shapes, 0)).toEqual([5, 5]));
  it.each([0, 1, 2])('lies inside polygon %d, beside holes and in the largest part', (row) => {
    expect(isInPolygon(shapes, row, ...polygonLabelPlace(shapes, row))).toBe(true);
  });
  it('takes the largest part', () => expect(polygonLabelPlace(shapes, 2)[1]).toBeCloseTo(30));
});

describe('lineLabelPlace', () => {
  it('is halfway along the longest part', () => expect(lineLabelPlace(shapes, 3)).toEqual([4, 6]));
});
