/** The worker's side of tasks that come now and then. */
import type { Reading } from '../readers/types.js';
import type { TaskAnswer, TaskQuestion } from './task-worker.js';
import type { WorkerReady } from '../worker/worker-life.js';

/** The part of a worker's global scope that is used here; the page's types and the worker's cannot be loaded together. */
interface WorkerScope<Request, Result> {
  postMessage(message: TaskAnswer<Result> | WorkerReady, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<TaskQuestion<Request>>) => void): void;
}

/** Runs a task to its end at once. */
export function wholly<Result>(task: Reading<Result>): Result {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
  }
}

/**
 * Makes this worker the one that does a kind of task.
 * @param buffersOf What of the result goes to the page without a copy.
 */
export function serveTasks<Request, Result>(task: (request: Request) => Reading<Result>, buffersOf: (result: Result) => ArrayBuffer[]): void {
  const scope = globalThis as unknown as WorkerScope<Request, Result>;
  // Imported where there are no messages, as a package's files may be in Node: there is nobody to serve.
  if (typeof scope.addEventListener !== 'function') return;
  scope.addEventListener('message', ({ data: { id, request } }) => {
    try {
      const result = wholly(task(request));
      scope.postMessage({ id, result }, buffersOf(result));
    } catch (reason) {
      // Out of memory; the page goes on without.
      scope.postMessage({ id, reason: String(reason) });
    }
  });
  scope.postMessage({ ready: true });
}
