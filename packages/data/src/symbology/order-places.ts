/** Values at some places of the ascending order, without putting very many in order. */

/** Numbers that are simply sorted. */
const SORTED = 50_000;
const BINS = 1 << 16;

/** The values at places of the ascending order: counted into bins first, so that only the bins with a wanted place are sorted. */
export function valuesAt(known: Float64Array, places: readonly number[], min: number, max: number): ReadonlyMap<number, number> {
  if (known.length <= SORTED) {
    const sorted = known.slice().sort();
    return new Map(places.map((place) => [place, sorted[place] as number]));
  }
  const scale = BINS / (max - min);
  const first = firstPlaces(known, min, scale);
  // Lists of the bins with a wanted place; −1 for the others, which are most.
  const listOf = new Int32Array(BINS).fill(-1);
  const lists: Float64Array[] = [];
  const wanted = places.map((place) => {
    const bin = binAt(first, place);
    if (listOf[bin] === -1) {
      listOf[bin] = lists.length;
      lists.push(new Float64Array((first[bin + 1] as number) - (first[bin] as number)));
    }
    return { place, list: lists[listOf[bin] as number] as Float64Array, at: place - (first[bin] as number) };
  });
  const filled = new Uint32Array(lists.length);
  for (let i = 0; i < known.length; i++) {
    const value = known[i] as number;
    const list = listOf[binOf(value, min, scale)] as number;
    if (list < 0) continue;
    const at = filled[list] as number;
    (lists[list] as Float64Array)[at] = value;
    filled[list] = at + 1;
  }
  for (const values of lists) values.sort();
  return new Map(wanted.map(({ place, list, at }) => [place, list[at] as number]));
}

function binOf(value: number, min: number, scale: number): number {
  const bin = Math.floor((value - min) * scale);
  return bin < BINS ? bin : BINS - 1;
}

/** Place of the first value of each bin, and the number of all at the end. */
function firstPlaces(known: Float64Array, min: number, scale: number): Uint32Array {
  const first = new Uint32Array(BINS + 1);
  for (let i = 0; i < known.length; i++) {
    const next = binOf(known[i] as number, min, scale) + 1;
    first[next] = (first[next] as number) + 1;
  }
  for (let bin = 0; bin < BINS; bin++) first[bin + 1] = (first[bin + 1] as number) + (first[bin] as number);
  return first;
}

/** The bin a place lies in: the last one that begins at or before it and is not empty. */
function binAt(first: Uint32Array, place: number): number {
  let [low, high] = [0, BINS - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((first[middle] as number) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
