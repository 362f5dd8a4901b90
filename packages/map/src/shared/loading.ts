/** What a layer shows comes from one address: loaded once, ended when it is wanted no more, asked for again when a session or the network is back. */
import { isAbort } from '@yizhangtu/base/errors';
import { onResume } from '@yizhangtu/data/request';

/** The layer that something is loaded for. */
export interface LoadingHost<T> {
  /** It is here. */
  loaded(thing: T): void;
  /** It could not be had. */
  failed(reason: unknown): void;
  /** Loading began or ended. */
  state(): void;
}

/** Loads a thing at a time; the last one wanted counts. */
export class Loading<T> {
  readonly #host: LoadingHost<T>;
  #key = '';
  #load: ((signal: AbortSignal) => Promise<T>) | undefined;
  #stop: AbortController | undefined;
  #unlisten: (() => void) | undefined;

  constructor(host: LoadingHost<T>) {
    this.#host = host;
  }

  /** Whether something is on its way. */
  get isUnderWay(): boolean {
    return this.#stop !== undefined;
  }

  /** @param key What the thing depends on; nothing happens where it is that of the last call. Empty: nothing is wanted. */
  want(key: string, load: (signal: AbortSignal) => Promise<T>): void {
    if (key === this.#key) return;
    this.end();
    this.#key = key;
    this.#load = load;
    if (key !== '') void this.#run(load);
  }

  /** Loads again what was wanted last. */
  again(): void {
    const load = this.#load;
    this.#stop?.abort();
    if (load && this.#key !== '') void this.#run(load);
  }

  /** Ends what is under way. What is wanted next is loaded, whatever its key. */
  end(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#unlisten?.();
    this.#unlisten = undefined;
    this.#key = '';
    this.#load = undefined;
  }

  async #run(load: (signal: AbortSignal) => Promise<T>): Promise<void> {
    const stop = new AbortController();
    this.#stop = stop;
    this.#host.state();
    try {
      const thing = await load(stop.signal);
      if (stop.signal.aborted) return;
      this.#settle();
      this.#host.loaded(thing);
    } catch (reason) {
      if (stop.signal.aborted || isAbort(reason)) return;
      this.#settle();
      this.#unlisten = onResume(() => this.again());
      this.#host.failed(reason);
    }
  }

  #settle(): void {
    this.#stop = undefined;
    this.#unlisten?.();
    this.#unlisten = undefined;
    this.#host.state();
  }
}
