/** The words beside a point, px. */
export interface PointLabel {
  readonly index: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

export interface LabelBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly lineHeight: number;
  measure(text: string): number;
}

/**
 * The points that stand farthest from the middle of all, in parts of the spread of their axis: at most so many, and only those more than
 * three times the middle distance away. What is far on a logarithmic axis is far here too, because places are counted.
 */
export function outliersOf(xs: Float32Array, ys: Float32Array, most: number): number[] {
  if (xs.length < 8) return [...xs.keys()].slice(0, most);
  const [fx, fy] = [farOf(xs), farOf(ys)];
  const far: { index: number; by: number }[] = [];
  let least = 3;
  for (let index = 0; index < xs.length; index += 1) {
    const by = Math.max(fx(xs[index] as number), fy(ys[index] as number));
    if (by <= least) continue;
    far.push({ index, by });
    if (far.length < 4 * most) continue;
    far.sort((a, b) => b.by - a.by);
    far.length = most;
    least = far[most - 1]?.by ?? least;
  }
  return far.sort((a, b) => b.by - a.by).slice(0, most).map(({ index }) => index);
}

/** Distance from the median in median distances. */
function farOf(values: Float32Array): (value: number) => number {
  const middle = middleOf(values);
  const spread = middleOf(Float32Array.from(values, (value) => Math.abs(value - middle)));
  return (value) => (spread > 0 ? Math.abs(value - middle) / spread : 0);
}

function middleOf(values: Float32Array): number {
  return values.slice().sort()[values.length >> 1] ?? Number.NaN;
}

/** Words beside points that cover neither each other nor the edge; what has no room is left out. */
export function placedLabels(
  points: readonly { readonly index: number; readonly text: string; readonly x: number; readonly y: number; readonly radius: number }[],
  box: LabelBox,
): PointLabel[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  const half = box.lineHeight / 2;
  const placed: PointLabel[] = [];
  for (const { index, text, x, y, radius } of points) {
    const width = box.measure(text);
    const gap = radius + 4;
    const tries = ([[gap, 0, 'start'], [-gap, 0, 'end'], [2, -gap - half + 2, 'start'], [2, gap + half - 2, 'start']] as const).map(([dx, dy, anchor]) => {
      const left = anchor === 'start' ? x + dx : x + dx - width;
      return { x: x + dx, y: y + dy, anchor, area: { left, right: left + width, top: y + dy - half, bottom: y + dy + half } };
    });
    const fit = tries.find(({ area }) => {
      const inside = area.left >= box.left && area.right <= box.right && area.top >= box.top && area.bottom <= box.bottom;
      return inside && taken.every((other) => area.left > other.right + 4 || area.right < other.left - 4 || area.top > other.bottom || area.bottom < other.top);
    });
    if (!fit) continue;
    taken.push(fit.area);
    placed.push({ index, text, x: fit.x, y: fit.y, anchor: fit.anchor });
  }
  return placed;
}
