/** What the worker that builds hierarchies does. */
import { serveTasks } from '../task-worker/serve-tasks.js';
import { buildTree } from './build-tree.js';

/** Makes this worker the one that builds hierarchies. */
export function serveClusters(): void {
  serveTasks(buildTree, ({ x, y, start, count, direct, skip, born, order }) =>
    [x, y, start, count, direct, skip, born, order].map((array) => array.buffer as ArrayBuffer),
  );
}
