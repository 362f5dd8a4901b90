import type { FitOptions } from './map-types.js';

type Edges = readonly [top: number, right: number, bottom: number, left: number];

/** Room to leave beside a box: what was asked for, and what lies over the map. Pixels, top, right, bottom, left. */
export function roomAround(padding: FitOptions['padding'] = 0, covered: Edges = [0, 0, 0, 0]): Edges {
  const [top, right, bottom, left] = typeof padding === 'number' ? [padding, padding, padding, padding] : padding;
  return [top + covered[0], right + covered[1], bottom + covered[2], left + covered[3]];
}
