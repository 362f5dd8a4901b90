import { atOnce, begun, isPromise, type Steps } from '@yizhangtu/data/steps';

/** Milliseconds of work between two pauses: half a frame. */
const SLICE_MS = 8;

/**
 * What a picture of very many rows is drawn from, worked out in slices, one work at a time. What changes meanwhile is worked out after it, so that a
 * filter that moves faster than the work is no endless beginning; until then there is what was there before.
 */
export class InTurn<T> {
  readonly #settled: () => void;
  #last: T | undefined;
  #stop: AbortController | undefined;
  #ended: Promise<void> | undefined;

  /** @param settled Called when a work is done that could not be done at once: time to ask again. */
  constructor(settled: () => void) {
    this.#settled = settled;
  }

  /** What the last work came to. */
  get last(): T | undefined {
    return this.#last;
  }

  /** True while a work is under way. */
  get pending(): boolean {
    return this.#stop !== undefined;
  }

  /** Resolves when the work under way is done; undefined where there is none. */
  get ended(): Promise<void> | undefined {
    return this.#stop && this.#ended;
  }

  /**
   * What the steps come to; of very many rows what the work before came to, until this one is done.
   * @param sliced In slices rather than at once.
   */
  of(make: () => Steps<T>, sliced: boolean): T | undefined {
    if (!sliced) {
      this.#end();
      return (this.#last = atOnce(make()));
    }
    if (this.#stop) return this.#last;
    const stop = new AbortController();
    const result = begun(make(), { signal: stop.signal, sliceMs: SLICE_MS });
    if (!isPromise(result)) return (this.#last = result);
    this.#stop = stop;
    this.#ended = this.#wait(result, stop);
    return this.#last;
  }

  /** Lets go of everything, also of a work under way. */
  forget(): void {
    this.#end();
    this.#last = undefined;
  }

  #end(): void {
    this.#stop?.abort();
    this.#stop = undefined;
  }

  async #wait(result: Promise<T>, stop: AbortController): Promise<void> {
    try {
      const last = await result;
      if (this.#stop === stop) this.#last = last;
    } catch (reason) {
      if (this.#stop !== stop) return;
      this.#stop = undefined;
      throw reason;
    }
    if (this.#stop !== stop) return;
    this.#stop = undefined;
    this.#settled();
  }
}
