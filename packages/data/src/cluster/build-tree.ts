/** Builds the hierarchy: level by level from the finest, as supercluster does, but over typed arrays and in any projection. */
import { flatTree } from './flat-tree.js';
import { Forest } from './forest.js';
import { joinLevel } from './join-level.js';
import type { ClusterTree, ClusterTreeRequest } from './types.js';

/** Levels that a tree can have at most; the distance of the last is 2⁴⁸ times that of the first. */
const MOST_LEVELS = 48;

/** Part of the distance within which clusters of the same level join after all. */
const TOO_NEAR = 0.75;

function finitePoints(xy: Float64Array): Int32Array {
  const out = new Int32Array(xy.length / 2);
  let count = 0;
  for (let i = 0; i < out.length; i++) if (Number.isFinite(xy[2 * i]) && Number.isFinite(xy[2 * i + 1])) out[count++] = i;
  return out.subarray(0, count);
}

/** Longest side of the box around some entries. */
function spanOf(forest: Forest, current: Int32Array): number {
  const { x, y } = forest;
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const id of current) {
    minX = Math.min(minX, x[id] as number);
    maxX = Math.max(maxX, x[id] as number);
    minY = Math.min(minY, y[id] as number);
    maxY = Math.max(maxY, y[id] as number);
  }
  return current.length > 0 ? Math.max(maxX - minX, maxY - minY) : 0;
}

/** Builds a tree. Gives way now and then, so that a page without workers can do it in slices. */
export function* buildTree(request: ClusterTreeRequest): Generator<number, ClusterTree> {
  const forest = new Forest(request);
  let current = finitePoints(request.xy);
  const span = spanOf(forest, current);
  let born = 0;
  for (; born < MOST_LEVELS; born++) {
    const distance = request.distance * 2 ** (request.finest + born);
    yield born / MOST_LEVELS;
    const before = current.length;
    current = yield* joinLevel(forest, current, distance, born);
    // Joining moves centres, some of them so near to each other that their discs would overlap.
    if (current.length < before) current = yield* joinLevel(forest, current, TOO_NEAR * distance, born);
    // Everything lies within one distance: whatever is near has joined.
    if (current.length <= 1 || distance > 2 * span) break;
  }
  yield 1;
  return flatTree(request, forest, current, request.finest + born);
}
