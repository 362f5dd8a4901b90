/** The first few of many, without putting all of them in order. */

/** Numbers 0 … count − 1 in an order; only the first `limit` of them, if it is given. */
export function firstOf(count: number, limit: number | undefined, compare: (a: number, b: number) => number): number[] {
  const all = Array.from({ length: count }, (_, i) => i);
  if (limit === undefined || limit >= count) return all.sort(compare);
  if (limit > 0 && limit < count / 4) partition(all, limit - 1, compare);
  else all.sort(compare);
  return all.slice(0, Math.max(0, limit)).sort(compare);
}

/** Hoare's selection: nothing before place `k` comes after what is there. */
function partition(items: number[], k: number, compare: (a: number, b: number) => number): void {
  let [from, to] = [0, items.length - 1];
  while (to > from) {
    const pivot = items[(from + to) >> 1] as number;
    let [i, j] = [from, to];
    while (i <= j) {
      while (compare(items[i] as number, pivot) < 0) i++;
      while (compare(items[j] as number, pivot) > 0) j--;
      if (i > j) break;
      [items[i], items[j]] = [items[j] as number, items[i] as number];
      i++;
      j--;
    }
    if (k <= j) to = j;
    else if (k >= i) from = i;
    else return;
  }
}
