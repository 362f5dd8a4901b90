/** Collects what an element must not do while a test runs: throw, reject, log errors, or emit what nobody documented. */
export class Watch {
  readonly faults: string[] = [];
  readonly events = new Set<string>();
  readonly #error = console.error;
  readonly #dispatch = EventTarget.prototype.dispatchEvent;

  /** @param tag Only events dispatched by elements of this tag are collected. */
  constructor(tag: string) {
    window.addEventListener('error', this.#onError);
    window.addEventListener('unhandledrejection', this.#onRejection);
    console.error = (...words: unknown[]) => void this.faults.push(`console.error: ${words.map(String).join(' ')}`);
    const { events } = this;
    const dispatch = this.#dispatch;
    EventTarget.prototype.dispatchEvent = function (event: Event): boolean {
      if (this instanceof HTMLElement && this.localName === tag) events.add(event.type);
      return dispatch.call(this, event);
    };
  }

  stop(): void {
    window.removeEventListener('error', this.#onError);
    window.removeEventListener('unhandledrejection', this.#onRejection);
    console.error = this.#error;
    EventTarget.prototype.dispatchEvent = this.#dispatch;
  }

  #onError = (event: ErrorEvent): void => {
    this.faults.push(`error: ${event.message}`);
  };

  #onRejection = (event: PromiseRejectionEvent): void => {
    this.faults.push(`rejection: ${String(event.reason)}`);
  };
}
