/**
 * Natural breaks: the classes with the least sum of squared distances to their means, found exactly by dynamic programming
 * (W. D. Fisher, On grouping for maximum homogeneity, 1958; the divide-and-conquer order of the inner loop as in H. Wang & M. Song,
 * Ckmeans.1d.dp, The R Journal 3/2, 2011). Over different values with their counts, O(classes · values · log values).
 */
import { atOnce, type Steps } from '../steps/drive.js';
import type { Counted } from './counted.js';

/** Sums between two pauses: about two milliseconds. */
const STEP = 1 << 18;

/** First index of each class in `values`. The first entry is 0. At most as many classes as there are different values. */
export function naturalClasses(counted: Counted, count: number): readonly number[] {
  return atOnce(naturalSteps(counted, count));
}

/** The same in slices, for very many different values. */
export function* naturalSteps(counted: Counted, count: number): Steps<readonly number[]> {
  const n = counted.values.length;
  const classes = Math.min(count, n);
  if (classes < 1) return [];
  const sums = yield* runningSums(counted);
  let previous = new Float64Array(n);
  for (let end = 0; end < n; end++) {
    previous[end] = squaresOf(sums, 0, end);
    if (end % STEP === STEP - 1) yield 0;
  }
  const starts: Uint32Array[] = [new Uint32Array(n)];
  for (let k = 1; k < classes; k++) {
    const layer = { k, previous, current: new Float64Array(n).fill(Infinity), start: new Uint32Array(n), sums };
    yield* filled(layer, k / classes, 1 / classes);
    previous = layer.current;
    starts.push(layer.start);
  }
  const result = Array.from<number>({ length: classes });
  let end = n - 1;
  for (let k = classes - 1; k >= 0; k--) {
    const from = (starts[k] as Uint32Array)[end] as number;
    result[k] = from;
    end = from - 1;
  }
  return result;
}

interface Sums {
  readonly weight: Float64Array;
  readonly sum: Float64Array;
  readonly square: Float64Array;
}

/** Running sums around the middle value, so that big numbers keep their digits. */
function* runningSums({ values, counts }: Counted): Steps<Sums> {
  const n = values.length;
  const middle = values[n >> 1] ?? 0;
  const sums = { weight: new Float64Array(n + 1), sum: new Float64Array(n + 1), square: new Float64Array(n + 1) };
  for (let i = 0; i < n; i++) {
    const [shifted, count] = [(values[i] as number) - middle, counts[i] as number];
    sums.weight[i + 1] = (sums.weight[i] as number) + count;
    sums.sum[i + 1] = (sums.sum[i] as number) + count * shifted;
    sums.square[i + 1] = (sums.square[i] as number) + count * shifted * shifted;
    if (i % STEP === STEP - 1) yield 0;
  }
  return sums;
}

/** Sum of squared distances to the mean of the values `from … to`. */
function squaresOf({ weight, sum, square }: Sums, from: number, to: number): number {
  const total = (sum[to + 1] as number) - (sum[from] as number);
  const squares = (square[to + 1] as number) - (square[from] as number);
  return Math.max(0, squares - (total * total) / ((weight[to + 1] as number) - (weight[from] as number)));
}

interface Layer {
  readonly k: number;
  readonly previous: Float64Array;
  readonly current: Float64Array;
  readonly start: Uint32Array;
  readonly sums: Sums;
}

/** Best start of class k for every end; it never falls as the end rises, so the best start of the middle halves the search on both sides. */
function* filled(layer: Layer, done: number, share: number): Steps<void> {
  const { k } = layer;
  const last = layer.start.length - 1;
  const waiting = [k, last, k, last];
  let [work, ends] = [0, 0];
  while (waiting.length > 0) {
    const [low, high, from, to] = waiting.splice(-4) as [number, number, number, number];
    const end = (low + high) >> 1;
    const best = bestStart(layer, end, from, Math.min(to, end));
    work += Math.min(to, end) - from + 1;
    ends++;
    if (low < end) waiting.push(low, end - 1, from, best);
    if (end < high) waiting.push(end + 1, high, best, to);
    if (work < STEP) continue;
    work = 0;
    yield done + (share * ends) / last;
  }
}

function bestStart({ k, previous, current, start, sums }: Layer, end: number, from: number, to: number): number {
  let [best, at] = [Infinity, Math.max(from, k)];
  for (let first = at; first <= to; first++) {
    const total = (previous[first - 1] as number) + squaresOf(sums, first, end);
    if (total >= best) continue;
    best = total;
    at = first;
  }
  current[end] = best;
  start[end] = at;
  return at;
}
