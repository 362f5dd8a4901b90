/** Who wants to know what changed in a dataset. */
import type { DatasetChange } from './types.js';

type Listener = (changes: ReadonlySet<DatasetChange>) => void;

/** Collects changes and tells them once a microtask, all together. */
export class Changes {
  readonly #listeners = new Set<Listener>();
  #pending?: Set<DatasetChange> | undefined;

  /** Calls `listener` once a microtask with everything that changed. Returns the function that ends it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
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
      for (const listener of [...this.#listeners]) if (this.#listeners.has(listener)) listener(changes);
    });
  }
}
