/** How a tile service does, from what became of its tiles. Pure. */
import type { YztError } from '@yizhangtu/base/errors';

/** Failures in a row after which a service that worked is called broken. Fewer are bad luck, which the parent tiles cover. */
const BROKEN_AFTER = 8;
/** Addresses that are kept to see whether the service is back. */
const KEPT = 32;

/** Numbers of tiles since the address was set. */
export interface TileCounts {
  readonly loaded: number;
  /** Tiles the service does not have (404, 204). That is normal. */
  readonly holes: number;
  /** Tiles that failed for any other reason, after all that was tried. */
  readonly failed: number;
}

/** What became of the tiles of one service. */
export class TileHealth {
  #loaded = 0;
  #holes = 0;
  #failed = 0;
  #inARow = 0;
  #last: YztError | undefined;
  readonly #addresses: string[] = [];

  get counts(): TileCounts {
    return { loaded: this.#loaded, holes: this.#holes, failed: this.#failed };
  }

  /** The service fails again and again: retries would only make it worse. */
  get isDown(): boolean {
    return this.#inARow >= BROKEN_AFTER;
  }

  /** What is to be said about the service; undefined while it does well enough. */
  get complaint(): YztError | undefined {
    return this.#loaded === 0 || this.isDown ? this.#last : undefined;
  }

  /** Addresses that failed last, the latest last. */
  get addresses(): readonly string[] {
    return this.#addresses;
  }

  /** A tile came. True if the service had been down. */
  good(): boolean {
    const back = this.isDown;
    this.#loaded++;
    this.#inARow = 0;
    this.#last = undefined;
    this.#addresses.length = 0;
    return back;
  }

  /** The service does not have a tile. It answered, so it is not down. */
  hole(error: YztError | undefined): void {
    this.#holes++;
    this.#inARow = 0;
    this.#last = error;
  }

  /** A tile failed for good. */
  bad(error: YztError | undefined, address: string): void {
    this.#failed++;
    this.#inARow++;
    this.#last = error ?? this.#last;
    this.#addresses.push(address);
    if (this.#addresses.length > KEPT) this.#addresses.shift();
  }

  /** Starts anew without forgetting how many there were. */
  again(): void {
    this.#inARow = 0;
    this.#last = undefined;
    this.#addresses.length = 0;
  }
}
