/** One point for each row of a geometry: where its label stands. Pure. */
import type { Geometry, PointGeometry, ShapeGeometry } from '@yizhangtu/data/model';
import { verticesOf } from '../renderer/geometry.js';
import { lineLabelPlace, polygonLabelPlace } from '../renderer/label-place.js';

const made = new WeakMap<ShapeGeometry, PointGeometry>();

function placeOf(source: ShapeGeometry, row: number): readonly [number, number] {
  const [from, to] = verticesOf(source, row);
  if (from === to) return [NaN, NaN];
  const shapes = { source, xy: source.coordinates };
  if (source.types[row] === 3) return polygonLabelPlace(shapes, row);
  if (source.types[row] === 2) return lineLabelPlace(shapes, row);
  return [source.coordinates[2 * from] as number, source.coordinates[2 * from + 1] as number];
}

/**
 * Points in degrees: inside a polygon, in the middle of a line, the first of several points; NaN for a row without a place. Made once for a
 * geometry, so that nobody who keeps it is told of another one.
 */
export function labelPoints(geometry: Geometry): Geometry {
  if (geometry.kind !== 'shape') return geometry;
  const known = made.get(geometry);
  if (known) return known;
  const coordinates = new Float64Array(2 * geometry.types.length);
  for (let row = 0; row < geometry.types.length; row++) coordinates.set(placeOf(geometry, row), 2 * row);
  const points: PointGeometry = { kind: 'point', coordinates };
  made.set(geometry, points);
  return points;
}
