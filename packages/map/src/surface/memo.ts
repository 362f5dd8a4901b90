import type { Steps } from '@yizhangtu/data/steps';

/** The last answer to the last question: steps of a picture are made again only when what they are made from changed. */
export class Memo<T> {
  #key?: readonly unknown[];
  #value?: T;

  /** The value for a key; `make` is called when a part of the key is not what it was. */
  get(key: readonly unknown[], make: () => T): T {
    return this.#has(key) ? (this.#value as T) : this.#keep(key, make());
  }

  /** The same for what is made in steps. */
  *getting(key: readonly unknown[], make: () => Steps<T>): Steps<T> {
    return this.#has(key) ? (this.#value as T) : this.#keep(key, yield* make());
  }

  #has(key: readonly unknown[]): boolean {
    const last = this.#key;
    return last !== undefined && last.length === key.length && key.every((part, index) => Object.is(part, last[index]));
  }

  #keep(key: readonly unknown[], value: T): T {
    this.#value = value;
    this.#key = key;
    return value;
  }

  clear(): void {
    this.#key = undefined;
    this.#value = undefined;
  }
}
