import { whileIdle } from '../shared/while-idle.js';
import type { Hit } from './map-types.js';

/** Questions after which a browser has translated the code that answers. */
const ENOUGH = 24;
/** Questions of one rest of the map. */
const AT_ONCE = 12;

/**
 * Asks what is at places of the map while nothing else is to do: the first question of a pointer shall not wait until the browser has
 * translated the code that answers it.
 */
export class PickWarmer {
  readonly #pick: (pixel: readonly [number, number], tolerance: number) => readonly Hit[];
  #stop: (() => void) | undefined;
  #found = 0;

  constructor(pick: (pixel: readonly [number, number], tolerance: number) => readonly Hit[]) {
    this.#pick = pick;
  }

  /** The map has been drawn and rests. @param size CSS px. */
  rest([width, height]: readonly [number, number]): void {
    this.stop();
    if (this.#found < ENOUGH) this.#stop = whileIdle(this.#asking(width, height));
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  *#asking(width: number, height: number): Generator<void, void, void> {
    for (let times = 0; times < AT_ONCE && this.#found < ENOUGH; times++) {
      yield;
      // Along a line through the middle, where what people look at is likely to be.
      const part = (times + 0.5) / AT_ONCE;
      if (this.#pick([width * part, height * (0.25 + part / 2)], 0).length > 0) this.#found++;
    }
  }
}
