/** The life of a worker as the page sees it: started when it is needed, given up when it does not answer, ended when nobody needs it. */
import { hint } from '@yizhangtu/base/hints';
import type { Text } from '@yizhangtu/base/locale';

/** What every worker of the library says once, when it has started. */
export interface WorkerReady {
  readonly ready: true;
}

/** What differs between workers. */
export interface WorkerPlan<Answer> {
  /** Makes the worker: from the address somebody named, else from the file that bundlers find. */
  readonly make: (url: string | URL | undefined) => Worker;
  readonly onMessage: (message: Answer) => void;
  /** It has started: what was sent has come to somebody. */
  readonly onReady?: () => void;
  /** There is no worker any more and there will be none: what it had to do is done on the page. */
  readonly onLost: () => void;
  /** Said to developers when there can be no worker. */
  readonly lost: Text;
}

/** `unavailable` where the worker could not start, or broke. */
export type WorkerState = 'none' | 'starting' | 'ready' | 'unavailable';

/** A worker that says nothing for so long after its start will not say anything. */
const START_LIMIT_MS = 8000;

/** One worker, for as long as it is needed. */
export class WorkerLife<Question, Answer extends object> {
  readonly #plan: WorkerPlan<Answer>;
  #url?: string | URL;
  #worker?: Worker | undefined;
  #state: WorkerState = 'none';
  #startTimer?: ReturnType<typeof setTimeout>;

  constructor(plan: WorkerPlan<Answer>) {
    this.#plan = plan;
  }

  get state(): WorkerState {
    return this.#state;
  }

  /** Names the file, for pages that load the library as one script. A worker that was given up gets another chance. */
  setUrl(url: string | URL): void {
    this.#url = url;
    if (this.#state === 'unavailable') this.#state = 'none';
  }

  /** Starts the worker if it does not run. False where there can be none. */
  start(): boolean {
    if (this.#worker || this.#state === 'unavailable') return this.#worker !== undefined;
    try {
      this.#worker = this.#plan.make(this.#url);
    } catch {
      // No workers, or the file is on another origin.
      this.#giveUp();
      return false;
    }
    this.#state = 'starting';
    this.#worker.addEventListener('message', this.#onMessage);
    this.#worker.addEventListener('error', this.#onError);
    this.#startTimer = setTimeout(() => this.#giveUp(), START_LIMIT_MS);
    return true;
  }

  /** Sends a message to the running worker; does nothing where none runs. */
  post(message: Question, transfer: Transferable[] = []): void {
    this.#worker?.postMessage(message, transfer);
  }

  /** Ends the worker. */
  stop(): void {
    clearTimeout(this.#startTimer);
    this.#worker?.removeEventListener('message', this.#onMessage);
    this.#worker?.removeEventListener('error', this.#onError);
    this.#worker?.terminate();
    this.#worker = undefined;
    if (this.#state !== 'unavailable') this.#state = 'none';
  }

  readonly #onMessage = ({ data }: MessageEvent<Answer | WorkerReady>): void => {
    if (!('ready' in data)) {
      this.#plan.onMessage(data);
      return;
    }
    clearTimeout(this.#startTimer);
    this.#state = 'ready';
    this.#plan.onReady?.();
  };

  /** Before it is ready: the file did not load. After: out of memory or the like. */
  readonly #onError = (event: Event): void => {
    event.preventDefault();
    this.#giveUp();
  };

  #giveUp(): void {
    this.#state = 'unavailable';
    this.stop();
    hint('worker-unavailable', this.#plan.lost);
    this.#plan.onLost();
  }
}
