import { isAbort, YztError } from '@yizhangtu/base/errors';

/** What goes wrong with an engine. The same trouble is the same error object until something works again, so that it is told once. */
export class Troubles {
  #now?: YztError | undefined;
  readonly #listeners = new Set<(now: YztError | undefined) => void>();

  /** What is wrong now; undefined when the last question was answered. */
  get now(): YztError | undefined {
    return this.#now;
  }

  /** Passes a result on, and takes note of how it came out. What a page asks wrongly is no trouble of the engine. */
  async watch<T>(result: Promise<T>): Promise<T> {
    try {
      const value = await result;
      this.#set(undefined);
      return value;
    } catch (reason) {
      if (isAbort(reason) || !(reason instanceof YztError) || reason.code === 'unknown-field' || reason.code === 'not-answerable') throw reason;
      const known = this.#now;
      if (known?.code === reason.code && known.message === reason.message) throw known;
      this.#set(reason);
      throw reason;
    }
  }

  /** Calls `listener` when trouble begins, changes or ends. Returns the function that ends it. */
  onChange(listener: (now: YztError | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #set(now: YztError | undefined): void {
    if (now === this.#now) return;
    this.#now = now;
    for (const listener of [...this.#listeners]) listener(now);
  }
}
