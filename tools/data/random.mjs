/** Seeded random numbers for example and benchmark data: the same seed gives the same data on every machine. Never for draws that matter (双随机). */

/** A source of numbers in [0, 1) from a 32-bit seed (a counter scrambled by two multiply-xorshift rounds). */
export function randomSource(seed) {
  let counter = seed >>> 0;
  return () => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
  };
}

/** A bell-shaped number around 0 with standard deviation 1. */
export function bell(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A whole number from `low` to `high`, both included. */
export function between(random, low, high) {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of `[item, weight]` pairs, by weight. */
export function pick(random, pairs) {
  const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
  let rest = random() * total;
  for (const [item, weight] of pairs) {
    rest -= weight;
    if (rest < 0) return item;
  }
  return pairs[pairs.length - 1][0];
}
