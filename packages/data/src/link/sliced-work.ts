import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { atOnce, begun, isPromise, type Steps } from '../steps/drive.js';
import { LatestAnswer } from './latest-answer.js';

/** What a host shows, worked out in steps: at once where it is little, else as soon as it is there; until then that before, and the host is `stale`. */
export class SlicedWork<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #latest: LatestAnswer<T>;
  readonly #alsoStale: () => boolean;
  #subject: readonly unknown[] = [];
  #work: Promise<unknown> | undefined;

  /** @param alsoStale Whether the host is out of date for another reason. */
  constructor(host: ReactiveControllerHost & Element, alsoStale: () => boolean = () => false) {
    this.#host = host;
    this.#alsoStale = alsoStale;
    this.#latest = new LatestAnswer(() => host.requestUpdate());
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    this.#host.toggleAttribute('stale', this.#latest.stale || this.#alsoStale());
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** True while the last work is under way. */
  get pending(): boolean {
    return this.#latest.pending;
  }

  /** Resolves when the last work is done. */
  async done(): Promise<void> {
    while (this.#latest.pending && this.#work) await this.#work;
  }

  /** Lets go of everything. */
  forget(): void {
    this.#latest.forget();
  }

  /**
   * What the last steps came to; undefined before the first.
   * @param subject What it is about. Something older stays only while this stays the same.
   * @param key Everything else that it depends on.
   * @param sliced In slices rather than at once.
   */
  of(subject: readonly unknown[], key: readonly unknown[], sliced: boolean, make: () => Steps<T>): T | undefined {
    if (subject.length !== this.#subject.length || subject.some((part, index) => part !== this.#subject[index])) this.#subject = subject;
    this.#latest.ask(this.#subject, key, (signal) => this.#put(make(), sliced, signal));
    return this.#latest.answer;
  }

  #put(steps: Steps<T>, sliced: boolean, signal: AbortSignal): T | Promise<T> {
    if (!sliced) return atOnce(steps);
    const result = begun(steps, { signal });
    // Who waits for it is told of an error by the answer.
    this.#work = isPromise(result) ? result.catch(() => undefined) : undefined;
    return result;
  }
}
