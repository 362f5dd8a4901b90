/** Which part of a source a view wants. Pure. */
import type { Bounds } from '../model/geometry.js';

/** What is fetched beyond each edge of a view, as a part of its width: a small move asks for nothing. */
const MARGIN = 0.25;

/** A window somewhat larger than a view, within the world. A view across 180° wants the whole range of longitudes. */
export function windowOf([west, south, east, north]: Bounds): Bounds {
  const [dx, dy] = [(east - west) * MARGIN, (north - south) * MARGIN];
  const crosses = west > east || west < -180 || east > 180 || east - west >= 360;
  const [left, right] = crosses ? [-180, 180] : [Math.max(-180, west - dx), Math.min(180, east + dx)];
  return [left, Math.max(-90, south - dy), right, Math.min(90, north + dy)];
}

/** What has been fetched. */
export interface Fetched {
  readonly window: Bounds;
  /** There were more rows in it than were fetched. */
  readonly more: boolean;
}

/** Whether a view needs another window than the one that was fetched: it reaches beyond, or it is a smaller part of one that could not be fetched whole. */
export function needsFetch(view: Bounds, fetched: Fetched | undefined): boolean {
  if (!fetched) return true;
  const [west, south, east, north] = windowOf(view);
  const [left, low, right, high] = fetched.window;
  const [inner, below, outer, above] = [Math.max(view[0], -180), Math.max(view[1], -90), Math.min(view[2], 180), Math.min(view[3], 90)];
  if (inner < left || below < low || outer > right || above > high || view[0] > view[2]) return !(left === -180 && right === 180 && below >= low && above <= high);
  return fetched.more && (east - west) * (north - south) < 0.9 * (right - left) * (high - low);
}

/** True if two boxes meet. */
export function boxesMeet(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}
