import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Which of a widget's small panels is open: at most one. It closes with Escape and with a press outside. */
export class Disclosure<Name extends string> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #open: Name | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  /** The open panel, undefined for none. */
  get open(): Name | undefined {
    return this.#open;
  }

  /** Opens a panel instead of any other, or closes it where it is open. */
  toggle(name: Name): void {
    this.#set(this.#open === name ? undefined : name);
  }

  /** Closes whatever is open. */
  close(): void {
    this.#set(undefined);
  }

  hostDisconnected(): void {
    this.#listen(false);
    this.#open = undefined;
  }

  #set(next: Name | undefined): void {
    if (next === this.#open) return;
    this.#open = next;
    this.#listen(next !== undefined);
    this.#host.requestUpdate();
  }

  #listen(on: boolean): void {
    document.removeEventListener('pointerdown', this.#onPress, true);
    document.removeEventListener('keydown', this.#onKey, true);
    if (!on) return;
    document.addEventListener('pointerdown', this.#onPress, true);
    document.addEventListener('keydown', this.#onKey, true);
  }

  #onPress = (event: Event): void => {
    const path = event.composedPath();
    // Panels and the buttons that open them say so, so that a press on a button does not close and open again.
    if (path.some((node) => node instanceof Element && node.hasAttribute('data-disclosure') && this.#isOwn(node))) return;
    this.close();
  };

  #isOwn(node: Element): boolean {
    const root = node.getRootNode();
    return root instanceof ShadowRoot && root.host === this.#host;
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#open === undefined) return;
    const opener = this.#host.shadowRoot?.querySelector<HTMLElement>(`button[data-disclosure="${this.#open}"]`);
    event.stopPropagation();
    this.close();
    opener?.focus();
  };
}
