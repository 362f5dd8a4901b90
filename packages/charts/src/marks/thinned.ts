/** A place on the plot, px; `y` is NaN where a line has a gap. */
export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * As many points as a line of this width can show: of each column of pixels the first, the lowest, the highest and the last, in
 * order. The drawn line is the same to the pixel, peaks included (M4, Jugel et al. 2014, VLDB 7(10)). Gaps stay.
 * @param points Rising in `x`.
 * @param width px.
 */
export function thinned<P extends PlotPoint>(points: readonly P[], width: number): readonly P[] {
  const kept = thinnedPlaces(points.length, width, (index) => (points[index] as P).x, (index) => (points[index] as P).y);
  return kept ? kept.map((index) => points[index] as P) : points;
}

/** The same of points that are no objects: numbers of those that are kept; undefined for all. */
export function thinnedPlaces(length: number, width: number, x: (index: number) => number, y: (index: number) => number): number[] | undefined {
  if (length <= width * 4 || width < 1) return undefined;
  const kept: number[] = [];
  for (let start = 0; start < length; ) {
    const column = Math.floor(x(start));
    let end = start + 1;
    while (end < length && Math.floor(x(end)) === column) end += 1;
    addColumn(y, start, end, kept);
    start = end;
  }
  return kept;
}

/** The points of one column, `from` to before `to`, that decide how it looks. */
function addColumn(yOf: (index: number) => number, from: number, to: number, kept: number[]): void {
  let [low, high, gap] = [-1, -1, -1];
  for (let index = from; index < to; index += 1) {
    const y = yOf(index);
    if (y !== y) gap = index;
    else {
      if (low < 0 || y < yOf(low)) low = index;
      if (high < 0 || y > yOf(high)) high = index;
    }
  }
  const chosen = [...new Set([from, low, high, gap, to - 1])].filter((index) => index >= 0).sort((a, b) => a - b);
  kept.push(...chosen);
}
