import type { Bounds } from '../model/geometry.js';
import type { CrsTransform } from './crs-transforms.js';

/** Places along an edge of a window that show where it lies in another system. */
const STEPS = 8;

/** A box in another system that holds a window in degrees; the window itself where the way back is not known. */
export function boxIn(window: Bounds, toDegrees: CrsTransform | undefined): Bounds {
  if (!toDegrees?.inverse) return window;
  const [west, south, east, north] = window;
  const places: number[] = [];
  for (let i = 0; i <= STEPS; i++) {
    const [lon, lat] = [west + ((east - west) * i) / STEPS, south + ((north - south) * i) / STEPS];
    places.push(lon, south, lon, north, west, lat, east, lat);
  }
  const plane = Float64Array.from(places);
  toDegrees.inverse(plane);
  const axis = (from: 0 | 1): number[] => [...plane].filter((value, i) => i % 2 === from && Number.isFinite(value));
  const [xs, ys] = [axis(0), axis(1)];
  // A window whose corners have no place in the system may hold all of it.
  if (xs.length < plane.length / 2) return [-Infinity, -Infinity, Infinity, Infinity];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
