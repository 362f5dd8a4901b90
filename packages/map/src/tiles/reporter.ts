/** Says once what is wrong with a tile service, and sees whether it comes back. */
import type { YztError } from '@yizhangtu/base/errors';
import type { TileHealth } from './tile-health.js';
import type { TileHost } from './loading.js';

/** After a failure: time for another tile to succeed. Holes in a map are normal, a dead service is not. */
const PATIENCE_MS = 800;
/** Seconds until a dead service is tried again, and at most: screens on a wall have nobody to press a button. */
const [FIRST_TRY, LAST_TRY] = [15, 300];

export class Reporter {
  /** First requests that have no answer yet. */
  underWay = 0;
  readonly #host: TileHost;
  readonly #health: () => TileHealth;
  readonly #try: (address: string) => Promise<unknown>;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #trial: ReturnType<typeof setTimeout> | undefined;
  #seconds = FIRST_TRY;
  #said: string | undefined;

  /** @param tryAgain Asks for one tile, once. */
  constructor(host: TileHost, health: () => TileHealth, tryAgain: (address: string) => Promise<unknown>) {
    this.#host = host;
    this.#health = health;
    this.#try = tryAgain;
  }

  /** Something failed: is there something to say? */
  look(): void {
    if (this.#health().complaint) this.#patience ??= setTimeout(() => this.#decide(), PATIENCE_MS);
  }

  /** Says it, once for each cause. */
  say(error: YztError): void {
    if (this.#said === error.code) return;
    this.#said = error.code;
    this.#host.report(error);
  }

  /** The service works. */
  mended(): void {
    this.stop();
    this.#seconds = FIRST_TRY;
    if (this.#said === undefined) return;
    this.#said = undefined;
    this.#host.mended();
  }

  /** Another address: nothing has been said of it. */
  restart(): void {
    this.stop();
    this.#seconds = FIRST_TRY;
    this.#said = undefined;
  }

  /** Waits for nothing any more. */
  stop(): void {
    clearTimeout(this.#patience);
    clearTimeout(this.#trial);
    this.#patience = undefined;
    this.#trial = undefined;
  }

  #decide(): void {
    this.#patience = undefined;
    const error = this.#health().complaint;
    if (!error) return;
    // A tile that is still under way may be the good one; after a whole time limit nobody is to wait for another.
    if (this.underWay > 0 && error.code !== 'timeout') return this.look();
    this.say(error);
    this.#tryLater();
  }

  #tryLater(): void {
    if (this.#health().addresses.length === 0) return;
    this.#trial ??= setTimeout(() => void this.#tryOne(), 1000 * this.#seconds);
    this.#seconds = Math.min(LAST_TRY, 2 * this.#seconds);
  }

  async #tryOne(): Promise<void> {
    this.#trial = undefined;
    const { addresses } = this.#health();
    const address = addresses[Math.floor(addresses.length / 2)];
    if (address === undefined) return;
    try {
      if (!this.#host.isWanted()) return this.#tryLater();
      await this.#try(address);
      this.mended();
      this.#health().again();
      this.#host.refresh();
    } catch {
      this.#tryLater();
    }
  }
}
