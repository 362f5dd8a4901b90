/** Drawn areas as SQL. */
import type { Ring } from '../model/query-types.js';
import { numberText } from './values.js';

type Corner = readonly [lon: number, lat: number];

/** Sides of a ring, without those that have no length. */
function sides(ring: Ring): (readonly [Corner, Corner])[] {
  return ring.flatMap((from, index): (readonly [Corner, Corner])[] => {
    const to = ring[(index + 1) % ring.length] as Corner;
    return from[0] === to[0] && from[1] === to[1] ? [] : [[from, to]];
  });
}

/**
 * Rows inside by the even-odd rule over all rings: a line to the east of a place crosses the sides an odd number of times. Written out as
 * arithmetic over the corners, because the server's own function takes no area that crosses itself, and hand-drawn ones do.
 */
export function shapeSql(rings: readonly Ring[], place: { readonly lon: string; readonly lat: string }): string {
  const { lon, lat } = place;
  const all = rings.flatMap(sides).filter(([from, to]) => from[1] !== to[1] && [...from, ...to].every(Number.isFinite));
  if (all.length === 0) return '0';
  // From the lower end upwards, as the dataset in memory does it, so that both agree to the last digit.
  const rising = all.map(([from, to]) => (from[1] < to[1] ? [...from, ...to] : [...to, ...from]));
  const list = (place: number): string => `[${rising.map((side) => `toFloat64(${numberText(side[place] as number)})`).join(', ')}]`;
  const limit = (place: number, pick: (...numbers: number[]) => number): string => numberText(pick(...rising.flatMap((side) => [side[place] as number, side[place + 2] as number])));
  const near = `${lat} >= ${limit(1, Math.min)} AND ${lat} <= ${limit(1, Math.max)} AND ${lon} >= ${limit(0, Math.min)} AND ${lon} <= ${limit(0, Math.max)}`;
  const [x, y] = [`assumeNotNull(${lon})`, `assumeNotNull(${lat})`];
  const crossed = `arrayCount((x1, y1, x2, y2) -> (y1 > ${y}) != (y2 > ${y}) AND ${x} < x1 + (x2 - x1) * (${y} - y1) / (y2 - y1), ${[0, 1, 2, 3].map(list).join(', ')})`;
  return `ifNull(${near} AND ${crossed} % 2 = 1, 0)`;
}
