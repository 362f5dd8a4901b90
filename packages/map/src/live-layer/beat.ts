/** Brings work to frames, at most so often: what comes a thousand times a second is done a few times. */

/** Milliseconds between two times at least. */
const LEAST = 100;
/** Part of the time that work may take. */
const SHARE = 0.25;

export class Beat {
  readonly #work: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame: number | undefined;
  /** Nothing before. */
  #next = 0;

  constructor(work: () => void) {
    this.#work = work;
  }

  /** Asks for the work to be done soon. */
  ask(): void {
    if (this.#timer !== undefined || this.#frame !== undefined) return;
    const wait = this.#next - performance.now();
    if (wait <= 0) this.#inFrame();
    else this.#timer = setTimeout(() => this.#inFrame(), wait);
  }

  /** Ends what was asked for. */
  stop(): void {
    clearTimeout(this.#timer);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#timer = this.#frame = undefined;
  }

  #inFrame(): void {
    this.#timer = undefined;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      const began = performance.now();
      this.#work();
      const took = performance.now() - began;
      this.#next = began + Math.max(LEAST, took / SHARE);
    });
  }
}
