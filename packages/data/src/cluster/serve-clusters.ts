/** What the worker that builds hierarchies does. Trees go back by transfer, without a copy. */
import { treeOf } from './build-tree.js';
import type { ClusterTree, FromClusterWorker, ToClusterWorker } from './types.js';

/** The part of a worker's global scope that is used here; the page's types and the worker's cannot be loaded together. */
interface WorkerScope {
  postMessage(message: FromClusterWorker, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToClusterWorker>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

function buffersOf(tree: ClusterTree): ArrayBuffer[] {
  const { x, y, start, count, direct, skip, born, order } = tree;
  return [x, y, start, count, direct, skip, born, order].map((array) => array.buffer as ArrayBuffer);
}

/** Makes this worker the one that builds hierarchies. */
export function serveClusters(): void {
  scope.addEventListener('message', ({ data: { id, request } }) => {
    try {
      const tree = treeOf(request);
      scope.postMessage({ id, tree }, buffersOf(tree));
    } catch (reason) {
      // Out of memory; the page goes on with its live grid.
      scope.postMessage({ id, reason: String(reason) });
    }
  });
  scope.postMessage({ ready: true });
}
