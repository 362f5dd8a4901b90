/** What the worker that ranks vertices does. */
import { serveTasks } from '../task-worker/serve-tasks.js';
import { vertexRanks } from './vertex-ranks.js';

/** Makes this worker the one that ranks vertices. */
export function serveRanks(): void {
  serveTasks(vertexRanks, ({ rank, twin }) => [rank.buffer, twin.buffer]);
}
