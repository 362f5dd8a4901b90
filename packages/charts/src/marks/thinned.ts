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
  if (points.length <= width * 4 || width < 1) return points;
  const kept: P[] = [];
  let start = 0;
  for (let index = 1; index <= points.length; index += 1) {
    const here = points[index];
    if (here && Math.floor(here.x) === Math.floor((points[start] as P).x)) continue;
    addColumn(points, start, index, kept);
    start = index;
  }
  return kept;
}

/** The points of one column, `from` to before `to`, that decide how it looks. */
function addColumn<P extends PlotPoint>(points: readonly P[], from: number, to: number, kept: P[]): void {
  let [low, high, gap] = [-1, -1, -1];
  for (let index = from; index < to; index += 1) {
    const { y } = points[index] as P;
    if (y !== y) gap = index;
    else {
      if (low < 0 || y < (points[low] as P).y) low = index;
      if (high < 0 || y > (points[high] as P).y) high = index;
    }
  }
  const chosen = [...new Set([from, low, high, gap, to - 1])].filter((index) => index >= 0).sort((a, b) => a - b);
  for (const index of chosen) kept.push(points[index] as P);
}
