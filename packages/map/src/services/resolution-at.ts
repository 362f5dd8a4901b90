import type View from 'ol/View.js';
import { getPointResolution, transform, type Projection } from 'ol/proj.js';

/** Units of a projection per pixel, at a place in degrees, as a view shows it. */
export function resolutionAt(view: View, projection: Projection, place: readonly number[]): number {
  const own = view.getProjection();
  const resolution = view.getResolution() ?? 1;
  if (own.getCode() === projection.getCode()) return resolution;
  const metres = getPointResolution(own, resolution, transform([...place], 'EPSG:4326', own), 'm');
  const unit = getPointResolution(projection, 1, transform([...place], 'EPSG:4326', projection), 'm');
  return metres / unit;
}
