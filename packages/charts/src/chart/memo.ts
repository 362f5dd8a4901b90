/** Keeps what was made until one of the things it was made from is another. */
export class Memo<T> {
  #from?: readonly unknown[];
  #made?: T;

  /** @param from Compared by identity. */
  of(from: readonly unknown[], make: () => T): T {
    const same = this.#from?.length === from.length && from.every((part, index) => Object.is(part, this.#from?.[index]));
    if (!same) {
      this.#made = make();
      this.#from = from;
    }
    return this.#made as T;
  }
}
