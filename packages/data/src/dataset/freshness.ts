/** How old data may be before it says so. */
import { parseInstant } from '@yizhangtu/base/dates';

const HOUR_MS = 3_600_000;
/** `setTimeout` counts in 32 bits; a longer wait is cut up. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** Milliseconds until data of a date is older than `maxAge` hours: 0 or less if it is. Undefined if the date or the age says nothing. */
export function msUntilStale(updated: string | undefined, maxAge: number | undefined, now: number): number | undefined {
  if (updated === undefined || maxAge === undefined || !(maxAge >= 0)) return undefined;
  const instant = parseInstant(updated, 'shanghai');
  return Number.isNaN(instant) ? undefined : instant + maxAge * HOUR_MS - now;
}

/** Tells when data has become stale, at once or later. */
export class FreshnessClock {
  #timer?: ReturnType<typeof setTimeout> | undefined;
  readonly #tell: (stale: boolean) => void;

  constructor(tell: (stale: boolean) => void) {
    this.#tell = tell;
  }

  /** Starts again with other values. */
  set(updated: string | undefined, maxAge: number | undefined): void {
    this.stop();
    const left = msUntilStale(updated, maxAge, Date.now());
    this.#tell(left !== undefined && left <= 0);
    if (left === undefined || left <= 0) return;
    this.#timer = setTimeout(() => this.set(updated, maxAge), Math.min(left, LONGEST_WAIT_MS));
  }

  /** Waits no more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
