/**
 * As many points as a line of this width can show: of each column of pixels the first, the lowest, the highest and the last, in
 * order. The drawn line is the same to the pixel, peaks included (M4, Jugel et al. 2014, VLDB 7(10)). Gaps stay.
 * @param width px.
 * @param x px of a point by its number, rising.
 * @param y Height of a point, in px or as a value; NaN where a line has a gap.
 * @returns Numbers of the points that are kept; undefined for all.
 */
export function thinnedPlaces(length: number, width: number, x: (index: number) => number, y: (index: number) => number): number[] | undefined {
  if (length <= width * 4 || width < 1) return undefined;
  const kept: number[] = [];
  for (let start = 0; start < length; ) {
    const end = endOfColumn(start, length, x);
    addColumn(y, start, end, kept);
    start = end;
  }
  return kept;
}

/** The first point beyond the column of a point. Points rise in `x`, so few of them are looked at. */
function endOfColumn(start: number, length: number, x: (index: number) => number): number {
  const column = Math.floor(x(start));
  let [inside, step] = [start, 1];
  while (inside + step < length && Math.floor(x(inside + step)) <= column) {
    inside += step;
    step *= 2;
  }
  let beyond = Math.min(length, inside + step);
  while (beyond - inside > 1) {
    const middle = (inside + beyond) >> 1;
    if (Math.floor(x(middle)) <= column) inside = middle;
    else beyond = middle;
  }
  return beyond;
}

/** The points of one column, `from` to before `to`, that decide how it looks. */
function addColumn(yOf: (index: number) => number, from: number, to: number, kept: number[]): void {
  let [low, high, gap] = [-1, -1, -1];
  let [least, most] = [Infinity, -Infinity];
  for (let index = from; index < to; index += 1) {
    const y = yOf(index);
    if (y !== y) gap = index;
    else {
      if (low < 0 || y < least) [low, least] = [index, y];
      if (high < 0 || y > most) [high, most] = [index, y];
    }
  }
  const chosen = [...new Set([from, low, high, gap, to - 1])].filter((index) => index >= 0).sort((a, b) => a - b);
  kept.push(...chosen);
}
