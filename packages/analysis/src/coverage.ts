import { atOnce, type Steps } from '@yizhangtu/data/steps';
import { nearestFinder } from './nearest.js';

/** How much of a population has a facility near enough. */
export interface Coverage {
  /** Per place 1 if a facility is within reach. */
  readonly covered: Uint8Array;
  /** Per place the straight distance to the nearest facility, in metres; NaN for a place without coordinates or without any facility. */
  readonly meters: Float64Array;
  /** Places within reach. */
  readonly count: number;
  /** Sum of the weights within reach; the count where no weights are given. */
  readonly weight: number;
  /** Part of all weight that is within reach, 0–1; NaN when there is none. */
  readonly share: number;
}

/**
 * Straight-line coverage (直线距离估算): which places have a facility within a distance. Roads, hills and water are not seen, so what
 * is shown must say that it is an estimate.
 * @param places lon, lat, … in degrees: where people live.
 * @param facilities lon, lat, … in degrees.
 * @param meters Reach, such as 1 200 for 15 minutes on foot.
 * @param weights People per place; one each by default. NaN and negative weights count as 0.
 */
export function coverage(places: Float64Array, facilities: Float64Array, meters: number, weights?: ArrayLike<number>): Coverage {
  return atOnce(coverageSteps(places, facilities, meters, weights));
}

/** Places between two pauses. */
const STEP = 128;

/** `coverage` in steps, for pages that stay responsive over thousands of places. */
export function* coverageSteps(places: Float64Array, facilities: Float64Array, meters: number, weights?: ArrayLike<number>): Steps<Coverage> {
  const find = nearestFinder(facilities);
  const count = Math.floor(places.length / 2);
  const covered = new Uint8Array(count);
  const distances = new Float64Array(count).fill(NaN);
  let [reached, weight, all] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    if (i % STEP === STEP - 1) yield i / count;
    const own = weights === undefined ? 1 : Math.max(0, weights[i] || 0);
    all += own;
    const [hit] = find([places[2 * i] ?? NaN, places[2 * i + 1] ?? NaN]);
    if (!hit) continue;
    distances[i] = hit.meters;
    if (!(hit.meters <= meters)) continue;
    covered[i] = 1;
    reached++;
    weight += own;
  }
  return { covered, meters: distances, count: reached, weight, share: all > 0 ? weight / all : NaN };
}
