/** A worker for tasks that come now and then: it lives only while it has one, and where there can be none the page works in slices. */
import { abortError, drive } from '../steps/drive.js';
import type { Reading } from '../readers/types.js';
import { WorkerLife, type WorkerPlan } from '../worker/worker-life.js';

/** A task for the worker. */
export interface TaskQuestion<Request> {
  readonly id: number;
  readonly request: Request;
}

/** What became of it. */
export type TaskAnswer<Result> = { readonly id: number; readonly result: Result } | { readonly id: number; readonly reason: string };

interface Task<Request, Result> {
  readonly request: Request;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/** What differs between such workers. */
export interface TaskPlan<Request, Result> extends Pick<WorkerPlan<never>, 'make' | 'lost'> {
  /** Does a task on the page, giving way now and then. */
  readonly here: (request: Request) => Reading<Result>;
}

/** Milliseconds of work between two pauses where the page has to do it. */
const SLICE_MS = 8;

/** The page's side. */
export class TaskWorker<Request, Result> {
  readonly #plan: TaskPlan<Request, Result>;
  readonly #life: WorkerLife<TaskQuestion<Request>, TaskAnswer<Result>>;
  readonly #tasks = new Map<number, Task<Request, Result>>();
  #lastId = 0;

  constructor(plan: TaskPlan<Request, Result>) {
    this.#plan = plan;
    this.#life = new WorkerLife({ make: plan.make, lost: plan.lost, onMessage: (answer) => this.#take(answer), onLost: () => this.#doHere() });
  }

  /** For tests. */
  get state(): 'none' | 'running' | 'unavailable' {
    const { state } = this.#life;
    return state === 'starting' || state === 'ready' ? 'running' : state;
  }

  /** Says where the file of the worker is. */
  setUrl(url: string | URL): void {
    this.#life.setUrl(url);
  }

  /**
   * Does a task. What it is made from is copied, so that the page keeps it.
   * @param signal Gives the task up; a worker without any other task ends at once.
   * @throws DOMException `AbortError` when the signal says so; Error when the task failed.
   */
  do(request: Request, signal?: AbortSignal): Promise<Result> {
    if (signal?.aborted) return Promise.reject(abortError());
    if (!this.#life.start()) return drive(this.#plan.here(request), { signal, sliceMs: SLICE_MS });
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#tasks.set(id, { request, signal, resolve, reject });
      signal?.addEventListener('abort', () => this.#cancel(id), { once: true });
      this.#life.post({ id, request });
    });
  }

  #take(answer: TaskAnswer<Result>): void {
    const task = this.#tasks.get(answer.id);
    if (!task) return;
    this.#tasks.delete(answer.id);
    if ('result' in answer) task.resolve(answer.result);
    else task.reject(new Error(answer.reason));
    this.#endIfIdle();
  }

  #doHere(): void {
    const waiting = [...this.#tasks.values()];
    this.#tasks.clear();
    for (const { request, signal, resolve, reject } of waiting) this.do(request, signal).then(resolve, reject);
  }

  #cancel(id: number): void {
    const task = this.#tasks.get(id);
    if (!task) return;
    this.#tasks.delete(id);
    task.reject(abortError());
    this.#endIfIdle();
  }

  #endIfIdle(): void {
    if (this.#tasks.size === 0) this.#life.stop();
  }
}
