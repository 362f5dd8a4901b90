/**
 * Natural breaks: the classes with the least sum of squared distances to their means, found exactly by dynamic programming
 * (W. D. Fisher, 1958; the divide-and-conquer order of the inner loop as in H. Wang & M. Song, Ckmeans.1d.dp, The R Journal 3/2, 2011).
 */

/** First index of each class in `sorted` (ascending). The first entry is 0. At most as many classes as there are different values. */
export function naturalClasses(sorted: Float64Array, count: number): readonly number[] {
  const n = sorted.length;
  const classes = Math.min(count, differentValues(sorted));
  if (classes < 1) return [];
  const cost = costOf(sorted);
  let previous = Float64Array.from({ length: n }, (_, end) => cost(0, end));
  const starts: Uint32Array[] = [new Uint32Array(n)];
  for (let k = 1; k < classes; k++) {
    const current = new Float64Array(n).fill(Infinity);
    const start = new Uint32Array(n);
    fill(k, n - 1, k, n - 1, { k, previous, current, start, cost });
    previous = current;
    starts.push(start);
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

function differentValues(sorted: Float64Array): number {
  let count = sorted.length > 0 ? 1 : 0;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) count++;
  return count;
}

/** Sum of squared distances to the mean of `sorted[from … to]`, from running sums around the median so that big numbers keep their digits. */
function costOf(sorted: Float64Array): (from: number, to: number) => number {
  const n = sorted.length;
  const middle = sorted[n >> 1] ?? 0;
  const sums = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    const shifted = (sorted[i] as number) - middle;
    sums[i + 1] = (sums[i] as number) + shifted;
    squares[i + 1] = (squares[i] as number) + shifted * shifted;
  }
  return (from, to) => {
    const sum = (sums[to + 1] as number) - (sums[from] as number);
    const square = (squares[to + 1] as number) - (squares[from] as number);
    return Math.max(0, square - (sum * sum) / (to - from + 1));
  };
}

interface Layer {
  readonly k: number;
  readonly previous: Float64Array;
  readonly current: Float64Array;
  readonly start: Uint32Array;
  readonly cost: (from: number, to: number) => number;
}

/** Best start of class k for every end in [low, high]; the best start never falls as the end rises, which halves the search. */
function fill(low: number, high: number, from: number, to: number, layer: Layer): void {
  if (low > high) return;
  const { k, previous, current, start, cost } = layer;
  const end = (low + high) >> 1;
  let best = Infinity;
  let bestStart = Math.max(from, k);
  for (let first = Math.max(from, k); first <= Math.min(to, end); first++) {
    const total = (previous[first - 1] as number) + cost(first, end);
    if (total < best) {
      best = total;
      bestStart = first;
    }
  }
  current[end] = best;
  start[end] = bestStart;
  fill(low, end - 1, from, bestStart, layer);
  fill(end + 1, high, bestStart, to, layer);
}
