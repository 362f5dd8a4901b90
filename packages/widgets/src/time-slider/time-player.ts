import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the player drives. */
export interface Played {
  /** Steps a second. */
  speed(): number;
  /** An answer is under way: the next step waits for it. */
  waiting(): boolean;
  /** One step on; false at the end. */
  next(): boolean;
}

/** Goes on step by step while it plays; never faster than answers come. */
export class TimePlayer implements ReactiveController {
  readonly #played: Played;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, played: Played) {
    this.#played = played;
    host.addController(this);
  }

  get playing(): boolean {
    return this.#timer !== undefined;
  }

  play(): void {
    if (!this.playing) this.#plan();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  hostDisconnected(): void {
    this.stop();
  }

  #plan(): void {
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        if (this.#played.waiting() || this.#played.next()) this.#plan();
      },
      1000 / Math.min(60, Math.max(0.1, this.#played.speed() || 1)),
    );
  }
}
