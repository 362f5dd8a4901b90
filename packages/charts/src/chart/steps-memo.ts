import type { Steps } from '@yizhangtu/data/steps';

/** Keeps what was made in steps until one of the things it was made from is another. */
export class StepsMemo<T> {
  #from?: readonly unknown[];
  #made?: T;

  /** @param from Compared by identity. */
  *of(from: readonly unknown[], make: () => Steps<T>): Steps<T> {
    const same = this.#from?.length === from.length && from.every((part, index) => Object.is(part, this.#from?.[index]));
    if (same) return this.#made as T;
    const made = yield* make();
    this.#made = made;
    this.#from = from;
    return made;
  }
}
