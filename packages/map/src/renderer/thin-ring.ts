/**
 * Leaves out vertices of a ring that hardly change its shape. Which ones depends on a vertex and its neighbours only, not on the
 * direction in which the ring runs, so that two neighbours leave out the same ones along their common border. Pure.
 */

let sizes = new Float64Array(256);

/** Twice the area of the triangle that would be lost with the vertex. */
function lossOf(xy: Int32Array, before: number, at: number, after: number): number {
  const ax = (xy[at] as number) - (xy[before] as number);
  const ay = (xy[at + 1] as number) - (xy[before + 1] as number);
  const bx = (xy[after] as number) - (xy[at] as number);
  const by = (xy[after + 1] as number) - (xy[at + 1] as number);
  return Math.abs(ax * by - ay * bx);
}

/** Whether a vertex matters less than another one; equal ones are told apart by their places. */
function isLess(xy: Int32Array, first: number, i: number, j: number): boolean {
  const difference = (sizes[i] as number) - (sizes[j] as number);
  if (difference !== 0) return difference < 0;
  const dx = (xy[first + 2 * i] as number) - (xy[first + 2 * j] as number);
  return dx !== 0 ? dx < 0 : (xy[first + 2 * i + 1] as number) < (xy[first + 2 * j + 1] as number);
}

/**
 * Thins the ring in [first, end) in place and answers its new end.
 * @param most Twice the area a vertex may be worth to be left out.
 * @param passes Each pass takes at most every second vertex.
 */
export function thinRing(xy: Int32Array, first: number, end: number, most: number, passes: number): number {
  for (let pass = 0; pass < passes; pass++) {
    const count = (end - first) / 2;
    if (count <= 4) return end;
    if (count > sizes.length) sizes = new Float64Array(2 * count);
    for (let i = 0; i < count; i++)
      sizes[i] = lossOf(xy, first + 2 * (i === 0 ? count - 1 : i - 1), first + 2 * i, first + 2 * (i + 1 === count ? 0 : i + 1));
    let to = first;
    for (let i = 0; i < count; i++) {
      const before = i === 0 ? count - 1 : i - 1;
      const after = i + 1 === count ? 0 : i + 1;
      const least = (sizes[i] as number) <= most && isLess(xy, first, i, before) && isLess(xy, first, i, after);
      // The places of vertices already passed are needed for ties with the first one only, and those stay.
      if (least && i > 0 && i + 1 < count) continue;
      xy[to] = xy[first + 2 * i] as number;
      xy[to + 1] = xy[first + 2 * i + 1] as number;
      to += 2;
    }
    if (to === end) return end;
    end = to;
  }
  return end;
}
