/** The last answer to the last question: steps of a picture are made again only when what they are made from changed. */
export class Memo<T> {
  #key?: readonly unknown[];
  #value?: T;

  /** The value for a key; `make` is called when a part of the key is not what it was. */
  get(key: readonly unknown[], make: () => T): T {
    const last = this.#key;
    if (last && last.length === key.length && key.every((part, index) => Object.is(part, last[index]))) return this.#value as T;
    this.#value = make();
    this.#key = key;
    return this.#value;
  }

  clear(): void {
    this.#key = undefined;
    this.#value = undefined;
  }
}
