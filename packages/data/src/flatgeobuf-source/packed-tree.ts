/**
 * The packed R-tree of a FlatGeobuf: which features meet a window, read level by level. A node is 40 bytes: four doubles of its box and eight
 * bytes that say where its first child is (the number of a node) or where its feature is (bytes from the first feature). Pure but for `read`.
 */
import type { Bounds } from '../model/geometry.js';

/** Bytes of a node. */
export const NODE = 40;
/** Nodes that are read along rather than asked for apart: a request costs more. */
const GAP = 200;

/** Nodes that are read at once, so that a limit ends the reading. */
const MOST = 2048;

/** Gives the bytes of some nodes, by number. */
export type ReadNodes = (first: number, count: number) => Promise<DataView>;

/** A feature that meets the window. */
export interface FeatureAt {
  /** Bytes from the first feature. */
  readonly offset: number;
  /** Where the next one begins, where that was seen. */
  readonly end: number | undefined;
}

/** First node of each level and the one after the last, from the root down. */
export function levelsOf(count: number, nodeSize: number): (readonly [first: number, end: number])[] {
  const sizes = [count];
  do sizes.push(Math.ceil((sizes[sizes.length - 1] as number) / nodeSize));
  while (sizes[sizes.length - 1] !== 1);
  let first = 0;
  return sizes.reverse().map((size) => {
    const level = [first, first + size] as const;
    first += size;
    return level;
  });
}

/** Spans, put together where what lies between them is short and the whole does not become longer than `most`. Spans come in rising order. */
export function merged(spans: readonly (readonly [first: number, end: number])[], gap: number, most = Infinity): [first: number, end: number][] {
  const all: [number, number][] = [];
  for (const [first, end] of spans) {
    const last = all[all.length - 1];
    if (last && first - last[1] <= gap && end - last[0] <= most) last[1] = Math.max(last[1], end);
    else all.push([first, end]);
  }
  return all;
}

function place(view: DataView, at: number): number {
  return view.getUint32(at + 32, true) + 2 ** 32 * view.getUint32(at + 36, true);
}

function meets(view: DataView, at: number, [west, south, east, north]: Bounds): boolean {
  return view.getFloat64(at, true) <= east && view.getFloat64(at + 8, true) <= north && view.getFloat64(at + 16, true) >= west && view.getFloat64(at + 24, true) >= south;
}

/**
 * Features that meet a window, in the order of the file.
 * @param limit No more than so many are looked for.
 * @throws RangeError for a tree that is damaged.
 */
export async function featuresIn(window: Bounds, count: number, nodeSize: number, limit: number, read: ReadNodes): Promise<FeatureAt[]> {
  const levels = levelsOf(count, nodeSize);
  let spans: (readonly [number, number])[] = [levels[0] as readonly [number, number]];
  for (let depth = 0; depth < levels.length; depth++) {
    const [from, to] = levels[depth] as readonly [number, number];
    const below = levels[depth + 1];
    const found: FeatureAt[] = [];
    const next: [number, number][] = [];
    for (const [first, end] of merged(spans, GAP, MOST)) {
      if (first < from || end > to) throw new RangeError('node beyond its level');
      const view = await read(first, end - first);
      for (let node = first; node < end; node++) {
        const at = NODE * (node - first);
        if (!meets(view, at, window)) continue;
        const where = place(view, at);
        if (below) next.push([where, Math.min(where + nodeSize, below[1])]);
        else found.push({ offset: where, end: node + 1 < end ? place(view, at + NODE) : undefined });
      }
      if (found.length >= limit) break;
    }
    if (!below) return found.slice(0, limit);
    spans = next.sort((a, b) => a[0] - b[0]);
  }
  return [];
}
