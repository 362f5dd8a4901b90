/** Boxes on the ground. Pure. */
import type { Bounds, Filter } from '@yizhangtu/data/model';

/** Metres a degree of latitude, to the half percent. */
const DEGREE = 111_320;

/** The condition that says a window. */
export function windowFilter([west, south, east, north]: Bounds): Filter {
  return { kind: 'bounds', west, south, east, north };
}

/** A box with so many metres more on each side. */
export function grownBounds([west, south, east, north]: Bounds, metres: number): Bounds {
  const up = metres / DEGREE;
  const along = up / Math.max(0.05, Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180));
  return [west - along, south - up, east + along, north + up];
}
