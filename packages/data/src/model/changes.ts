/** Who wants to know what changed in a dataset. */
import { pause, SLICED_FROM } from '../steps/drive.js';
import type { DatasetChange } from './types.js';

type Listener = (changes: ReadonlySet<DatasetChange>) => void;

/** Views are told in one task as long as the next one, if it takes no longer than the longest so far, ends within so many ms: a task stays under 50. */
const TURNS_MS = 29;
/** Microtasks after which an element that was told has drawn itself. */
const UPDATE_TICKS = 4;
/** Changes after which a view has to count rows. */
const COUNTED: readonly DatasetChange[] = ['data', 'filter'];

/** Collects changes and tells them once a microtask, all together. */
export class Changes {
  readonly #rowCount: () => number;
  /** Listener → the view it belongs to, if it said so. */
  readonly #listeners = new Map<Listener, object | undefined>();
  #pending?: Set<DatasetChange> | undefined;
  /** Views whose turn has not come yet, and what they are to be told. */
  readonly #waiting = new Map<object, Set<DatasetChange>>();
  #running = false;

  /** @param rowCount Rows that views count. Of very many one view after the other is told, over several tasks. */
  constructor(rowCount: () => number = () => 0) {
    this.#rowCount = rowCount;
  }

  /**
   * Calls `listener` once a microtask with everything that changed. Returns the function that ends it.
   * @param view Who is told. Of very many rows its turn may come some tasks later, and what has changed meanwhile is told with it.
   */
  subscribe(listener: Listener, view?: object): () => void {
    // A function of its own, so that one listener may be there twice.
    const one: Listener = (changes) => listener(changes);
    this.#listeners.set(one, view);
    return () => {
      this.#listeners.delete(one);
    };
  }

  /** Something changed. */
  tell(change: DatasetChange): void {
    if (this.#pending) {
      this.#pending.add(change);
      return;
    }
    this.#pending = new Set([change]);
    queueMicrotask(() => {
      const changes = this.#pending ?? new Set();
      this.#pending = undefined;
      this.#deliver(changes);
    });
  }

  #deliver(changes: ReadonlySet<DatasetChange>): void {
    const inTurns = COUNTED.some((one) => changes.has(one)) && this.#rowCount() >= SLICED_FROM;
    for (const [listener, view] of [...this.#listeners]) {
      if (!this.#listeners.has(listener)) continue;
      if (view && (inTurns || this.#waiting.has(view))) this.#waiting.set(view, new Set([...(this.#waiting.get(view) ?? []), ...changes]));
      else listener(changes);
    }
    if (this.#waiting.size > 0 && !this.#running) void this.#takeTurns();
  }

  /** View after view. When they have taken long enough a pointer or a frame comes in between; each frame costs, so not after every one. */
  async #takeTurns(): Promise<void> {
    this.#running = true;
    let began = performance.now();
    let longest = 0;
    try {
      for (;;) {
        const [next] = this.#waiting;
        if (!next) return;
        const [view, changes] = next;
        const start = performance.now();
        this.#waiting.delete(view);
        for (const [listener, its] of [...this.#listeners]) if (its === view && this.#listeners.has(listener)) listener(changes);
        for (let tick = 0; tick < UPDATE_TICKS; tick++) await Promise.resolve();
        const end = performance.now();
        longest = Math.max(longest, end - start);
        if (end - began + longest < TURNS_MS) continue;
        await pause();
        began = performance.now();
      }
    } finally {
      this.#running = false;
      // A view that throws keeps no other from its turn; its error goes to the console.
      if (this.#waiting.size > 0) void this.#takeTurns();
    }
  }
}
