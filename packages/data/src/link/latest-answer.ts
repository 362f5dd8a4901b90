import { asYztError, isAbort, type YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { isPromise } from '../steps/drive.js';

/** Puts a question. The signal ends it when nobody waits for its answer any more. */
export type Put<A> = (signal: AbortSignal) => A | Promise<A>;

const UNANSWERED: Text = { zh: '无法统计这份数据。', en: 'The data could not be measured.' };

/** The same parts, one by one. */
function same(a: readonly unknown[] | undefined, b: readonly unknown[]): boolean {
  return a !== undefined && a.length === b.length && a.every((part, index) => part === b[index]);
}

/**
 * The answer to the last of many questions, whether answers come at once or later. A question that is overtaken is ended and its
 * answer dropped; what was known last stays until the new answer is there.
 */
export class LatestAnswer<A> {
  #key?: readonly unknown[] | undefined;
  #subject: unknown;
  #answer?: A | undefined;
  #error?: YztError | undefined;
  #stop?: AbortController | undefined;
  /** The answer belongs to an earlier question about the same thing. */
  #old = false;
  readonly #settled: () => void;

  /** @param settled Called when an answer that was waited for has come, or will not come. */
  constructor(settled: () => void) {
    this.#settled = settled;
  }

  /** What is known last; the same object until it changes. */
  get answer(): A | undefined {
    return this.#answer;
  }

  /** Why the last question has no answer. */
  get error(): YztError | undefined {
    return this.#error;
  }

  /** True while an answer is under way. */
  get pending(): boolean {
    return this.#stop !== undefined;
  }

  /** True where `answer` is not the one to the last question. */
  get stale(): boolean {
    return this.#old;
  }

  /**
   * Asks, unless just this question is answered or under way.
   * @param subject What the question is about. An answer stays over a new question only while this stays the same.
   * @param key Everything the answer depends on.
   */
  ask(subject: unknown, key: readonly unknown[], put: Put<A>): void {
    if (subject === this.#subject && same(this.#key, key)) return;
    if (subject !== this.#subject) this.forget();
    this.#stop?.abort();
    this.#stop = undefined;
    this.#subject = subject;
    this.#key = key;
    this.#old = this.#answer !== undefined;
    const stop = new AbortController();
    try {
      const result = put(stop.signal);
      if (isPromise(result)) this.#await(result, stop);
      else this.#take(result);
    } catch (reason) {
      this.#answer = undefined;
      this.#old = false;
      this.#error = asYztError(reason, 'bad-argument', UNANSWERED);
    }
  }

  /** Lets go of everything, also of a question that is under way. */
  forget(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#key = undefined;
    this.#subject = undefined;
    this.#answer = undefined;
    this.#error = undefined;
    this.#old = false;
  }

  #take(answer: A): void {
    this.#answer = answer;
    this.#error = undefined;
    this.#old = false;
  }

  #await(result: Promise<A>, stop: AbortController): void {
    this.#stop = stop;
    result.then(
      (answer) => {
        if (this.#stop !== stop) return;
        this.#stop = undefined;
        this.#take(answer);
        this.#settled();
      },
      (reason: unknown) => {
        if (this.#stop !== stop) return;
        this.#stop = undefined;
        // An engine that ends a question itself has been told to: there is nothing to say.
        if (!isAbort(reason)) this.#error = asYztError(reason, 'bad-argument', UNANSWERED);
        this.#settled();
      },
    );
  }
}
