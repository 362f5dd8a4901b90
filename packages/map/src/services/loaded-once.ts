/** Loads a thing once for each key, such as the capabilities of an address. A failure is not kept: the next one to ask has another try. */
export class LoadedOnce<T> {
  #coming?: { readonly key: string; readonly thing: Promise<T> } | undefined;

  /** @param load Called for a key that was not asked for last. */
  of(key: string, load: () => Promise<T>): Promise<T> {
    if (this.#coming?.key === key) return this.#coming.thing;
    const coming = { key, thing: load() };
    this.#coming = coming;
    coming.thing.catch(() => {
      if (this.#coming === coming) this.#coming = undefined;
    });
    return coming.thing;
  }

  /** Whether this key was asked for last. */
  isCurrent(key: string): boolean {
    return this.#coming?.key === key;
  }
}
