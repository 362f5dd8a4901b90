/** The clock of an animation that runs only while somebody can see it, and stands still on paper. */

/** What a clock drives. */
export interface Ticking {
  isShown(): boolean;
  /** A step. @param seconds Since the last one, at most a twentieth. */
  tick(seconds: number): void;
  /** Draws the form that stands still. */
  still(): void;
  /** Asks for a frame of the map: start or stop may have changed. */
  redraw(): void;
}

/** Milliseconds between two steps, at least: more than thirty a second nobody sees, but pays for. */
const LEAST = 30;
const LONGEST_STEP = 0.05;

/** Browsers give no frames to pages in the background; what is scrolled out of sight or switched off stands until it is drawn again. */
export class Ticker {
  readonly #work: Ticking;
  readonly #motion = matchMedia('(prefers-reduced-motion: reduce)');
  #frame = 0;
  #last = 0;
  #inSight = true;
  #watch: IntersectionObserver | undefined;
  #canvas: HTMLCanvasElement | undefined;
  #printing = false;

  constructor(work: Ticking) {
    this.#work = work;
    window.addEventListener('beforeprint', this.#print);
    window.addEventListener('afterprint', this.#printed);
    this.#motion.addEventListener('change', this.#changed);
  }

  get isRunning(): boolean {
    return this.#frame !== 0;
  }

  /** Runs; goes on where it runs already. @param canvas What must be in sight. */
  start(canvas: HTMLCanvasElement): void {
    if (canvas !== this.#canvas) this.#look(canvas);
    if (this.#frame === 0 && this.#inSight && !this.#printing) this.#next();
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#last = 0;
  }

  dispose(): void {
    this.stop();
    this.#watch?.disconnect();
    this.#watch = this.#canvas = undefined;
    window.removeEventListener('beforeprint', this.#print);
    window.removeEventListener('afterprint', this.#printed);
    this.#motion.removeEventListener('change', this.#changed);
  }

  #look(canvas: HTMLCanvasElement): void {
    this.#watch?.disconnect();
    this.#canvas = canvas;
    this.#watch = new IntersectionObserver((entries) => {
      this.#inSight = entries[entries.length - 1]?.isIntersecting ?? true;
      if (this.#inSight) this.#work.redraw();
      else this.stop();
    });
    this.#watch.observe(canvas);
  }

  #next(): void {
    this.#frame = requestAnimationFrame((now) => {
      this.#frame = 0;
      // Switched off: the frame of the map that shows the layer again starts the clock.
      if (!this.#work.isShown()) {
        this.#last = 0;
        return;
      }
      const passed = now - this.#last;
      if (this.#last === 0 || passed >= LEAST) {
        if (this.#last !== 0) this.#work.tick(Math.min(LONGEST_STEP, passed / 1000));
        this.#last = now;
      }
      if (this.#frame === 0) this.#next();
    });
  }

  readonly #print = (): void => {
    this.#printing = true;
    this.stop();
    this.#work.still();
  };

  readonly #printed = (): void => {
    this.#printing = false;
    this.#work.redraw();
  };

  readonly #changed = (): void => this.#work.redraw();
}
