import { atOnce, type Steps } from '@yizhangtu/data/steps';
import { withinFinder } from './within.js';

/** What hot spots are looked for in. */
export interface HotSpotQuestion {
  /** lon, lat, … in degrees: centres of cells, or places. Those without a position (NaN) take no part. */
  readonly places: Float64Array;
  /** One value a place. NaN takes no part. */
  readonly values: ArrayLike<number>;
  /** Neighbours are places within so many metres, the place itself among them; above 0. */
  readonly meters: number;
  /** Levels after the false discovery rate (Benjamini and Hochberg 1995) instead of place by place. Default false. */
  readonly fdr?: boolean | undefined;
}

/** What was found, one entry a place. */
export interface HotSpots {
  /** Gi* as a standard normal score; NaN where it is not defined: no value, all values the same, or everybody a neighbour. */
  readonly z: Float64Array;
  /** Two-sided probability of such a score by chance; NaN where z is. */
  readonly p: Float64Array;
  /** 3, 2, 1: hot with 99, 95, 90 % confidence; the same below 0 for cold; 0 otherwise. */
  readonly level: Int8Array;
  /** Neighbours of each place with itself; 0 for those that take no part. */
  readonly neighbours: Uint32Array;
}

/** Places between two pauses. */
const SLICE = 256;
const ALPHAS: readonly (readonly [alpha: number, level: number])[] = [[0.1, 1], [0.05, 2], [0.01, 3]];

/**
 * Hot and cold spots by Gi* with binary weights: places whose neighbourhood, themselves included, holds higher or lower values than chance explains.
 * Gi* = (Σj wij xj − X̄ Wi) / (S √((n S1i − Wi²) / (n − 1))), Wi = Σj wij, S1i = Σj wij², X̄ the mean and S² = Σ xj² / n − X̄² (Getis and Ord 1992,
 * Geographical Analysis 24: 189–206; Ord and Getis 1995, Geographical Analysis 27: 286–306, equation 14 with wii ≠ 0).
 * The score is near normal where places have about eight neighbours or more.
 */
export function hotSpots(question: HotSpotQuestion): HotSpots {
  return atOnce(hotSpotSteps(question));
}

/** The same in steps, for a page that must stay responsive: yields the part done, 0 to 1. */
export function* hotSpotSteps({ places, values, meters, fdr = false }: HotSpotQuestion): Steps<HotSpots> {
  const count = Math.floor(places.length / 2);
  const own = placesWithValue(places, values);
  const known = Array.from({ length: count }, (_, i) => i).filter((i) => !Number.isNaN(own[2 * i]));
  const { mean, spread } = momentsOf(known.map((i) => Number(values[i])));
  const found: HotSpots = { z: new Float64Array(count).fill(NaN), p: new Float64Array(count).fill(NaN), level: new Int8Array(count), neighbours: new Uint32Array(count) };
  const within = withinFinder(own, meters);
  for (const [at, i] of known.entries()) {
    const near = within([own[2 * i] ?? NaN, own[2 * i + 1] ?? NaN]);
    const sum = near.reduce((total, j) => total + Number(values[j]), 0);
    const weight = near.length;
    found.neighbours[i] = weight;
    const scale = spread * Math.sqrt((known.length * weight - weight * weight) / (known.length - 1));
    if (scale > 0) {
      found.z[i] = (sum - mean * weight) / scale;
      found.p[i] = normalTails(found.z[i] ?? NaN);
    }
    if (at % SLICE === SLICE - 1) yield at / known.length;
  }
  levels(found, fdr);
  return found;
}

/** The places that take part; NaN for the others, which are near nobody. */
function placesWithValue(places: Float64Array, values: ArrayLike<number>): Float64Array {
  return places.map((value, at) => {
    const one = values[Math.floor(at / 2)];
    const other = places[at % 2 === 0 ? at + 1 : at - 1];
    return typeof one === 'number' && Number.isFinite(one) && Number.isFinite(other) && Number.isFinite(value) ? value : NaN;
  });
}

/** Mean and standard deviation of a whole population; the deviation around the mean, so that large values do not cancel. */
function momentsOf(values: readonly number[]): { readonly mean: number; readonly spread: number } {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const square = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length;
  const spread = Math.sqrt(square);
  // Values that are the same but for rounding have no spread.
  return { mean, spread: spread > 1e-12 * Math.abs(mean) ? spread : 0 };
}

/** Writes the levels: place by place, or with each threshold lowered so that of the places called so no more than that share is false. */
function levels({ z, p, level }: HotSpots, fdr: boolean): void {
  const sorted = fdr ? Float64Array.from(p).filter((one) => !Number.isNaN(one)).sort() : undefined;
  for (const [alpha, number] of ALPHAS) {
    const limit = sorted ? rateLimit(sorted, alpha) : alpha;
    for (let i = 0; i < p.length; i++) if ((p[i] ?? NaN) <= limit) level[i] = (z[i] ?? 0) > 0 ? number : -number;
  }
}

/** The largest p with p(k) ≤ α k / n of sorted probabilities; -1 where there is none. */
function rateLimit(sorted: Float64Array, alpha: number): number {
  for (let k = sorted.length; k > 0; k--) if ((sorted[k - 1] ?? 1) <= (alpha * k) / sorted.length) return sorted[k - 1] ?? -1;
  return -1;
}

/** Probability of a standard normal score at least so far from 0, on either side: by the series of erf near 0, by the continued fraction of erfc beyond. */
export function normalTails(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  if (Number.isNaN(x)) return NaN;
  if (x < 2) {
    let [term, sum] = [x, x];
    for (let n = 1; Math.abs(term) > 1e-17 * sum; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let fraction = x;
  for (let n = 60; n > 0; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}
