/** Things worked out and kept by name, so many at once: the one asked for longest ago goes first. */
export class Kept<V> {
  readonly #most: number;
  readonly #values = new Map<string, V>();

  constructor(most: number) {
    this.#most = most;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** What is kept under a name; from now on the one asked for last. */
  get(name: string): V | undefined {
    const value = this.#values.get(name);
    if (value !== undefined) {
      this.#values.delete(name);
      this.#values.set(name, value);
    }
    return value;
  }

  set(name: string, value: V): void {
    this.#values.delete(name);
    if (this.#values.size >= this.#most) this.#values.delete(this.#values.keys().next().value as string);
    this.#values.set(name, value);
  }
}
