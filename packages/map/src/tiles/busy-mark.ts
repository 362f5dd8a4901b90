/** Says that something is under way, once it takes longer than people wait without asking themselves. */

const SHOWN_AFTER_MS = 300;

export class BusyMark {
  readonly #show: (busy: boolean) => void;
  #underWay = 0;
  #shown = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param show Called with true 0.3 s after the first of several things began that is not done yet, and with false when all are. */
  constructor(show: (busy: boolean) => void) {
    this.#show = show;
  }

  /** Counts a piece of work, however it ends. */
  async while<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay++;
    this.#timer ??= setTimeout(() => this.#set(true), SHOWN_AFTER_MS);
    try {
      return await work();
    } finally {
      if (--this.#underWay === 0) this.#end();
    }
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#set(false);
  }

  #set(busy: boolean): void {
    if (this.#shown === busy) return;
    this.#shown = busy;
    this.#show(busy);
  }
}
