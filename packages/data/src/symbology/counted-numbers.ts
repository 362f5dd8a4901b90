/** Class limits of numbers that a server has counted by value. */
import type { Counted } from './counted.js';
import type { Numbers } from './number-facts.js';

/** Numbers that are counted, in ascending order. */
export function countedNumbers({ values, counts }: Counted): Numbers {
  return {
    above: (limit) => {
      const first = values.findIndex((value) => value > limit);
      const from = first < 0 ? values.length : first;
      const [own, times] = [values.subarray(from), counts.subarray(from)];
      const count = times.reduce((sum, one) => sum + one, 0);
      const mean = own.reduce((sum, value, i) => sum + value * (times[i] as number), 0) / count;
      const squares = own.reduce((sum, value, i) => sum + (value - mean) ** 2 * (times[i] as number), 0);
      const [min, max, below] = [own[0] ?? Infinity, own[own.length - 1] ?? -Infinity, values[from - 1] ?? -Infinity];
      return { count, min, max, mean, deviation: Math.sqrt(squares / Math.max(1, count - 1)), below };
    },
    at: (places) => {
      const found = new Map<number, number>();
      let [at, before] = [0, 0];
      for (const place of [...places].sort((a, b) => a - b)) {
        while (before + (counts[at] as number) <= place) before += counts[at++] as number;
        found.set(place, values[at] as number);
      }
      return found;
    },
  };
}
