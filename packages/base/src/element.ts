import { LitElement, type PropertyDeclarations } from 'lit';
import { watchEnvironment } from './environment.js';
import type { YztError } from './errors.js';
import type { EmitOptions, YztEvents } from './events.js';
import { inWords, localeOf, type Locale, type Text } from './locale.js';
import { installTokens } from './theme.js';
import { VERSION } from './version.js';

/** Frees the name `dataset`, see below. */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging -- a name is freed, no value promised.
export interface YztElement {
  /**
   * The dataset an element works with, on elements that have one; they declare `override dataset: string | Dataset | undefined`.
   * It takes the place of HTML's view of the `data-*` attributes: frameworks set an attribute `dataset` as a property, and HTML's own
   * cannot be set. The type of an inherited property can only be narrowed, except through `any`; nothing reads it from here.
   */
  dataset: any; // oxlint-disable-line typescript/no-explicit-any
}

/**
 * Base of every `yzt-…` element: language, theme, typed events and one way to fail.
 * @fires yzt-error - Something outside the page's code failed; `detail` is the `YztError`. Bubbles, cancelable.
 */
export abstract class YztElement extends LitElement {
  /** Version of the library, so that two copies on a page can tell each other apart. */
  static readonly version = VERSION;

  static override properties: PropertyDeclarations = { error: { attribute: false, noAccessor: true } };

  #error?: YztError;
  #stopWatching?: () => void;

  /** What went wrong last, or undefined. Reflected as the boolean attribute `error`. */
  get error(): YztError | undefined {
    return this.#error;
  }

  /** The language of this element: the nearest `lang`, as HTML has it. */
  get locale(): Locale {
    return localeOf(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    installTokens();
    this.#stopWatching ??= watchEnvironment(() => this.environmentChanged());
  }

  override disconnectedCallback(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    super.disconnectedCallback();
  }

  /** Language, theme, density or text size changed. Elements that draw on a canvas extend this. */
  protected environmentChanged(): void {
    this.requestUpdate();
  }

  /** A message in the language of this element. */
  protected say(text: Text): string {
    return inWords(text, this.locale);
  }

  /** Dispatches a typed event. Returns false if it was cancelable and a listener prevented it. */
  protected emit<K extends keyof YztEvents>(type: K, detail: YztEvents[K], options: EmitOptions = {}): boolean {
    return this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, ...options, detail }));
  }

  /** Enters the error state and tells the page: `error`, the attribute, `yzt-error`, and the console if nobody took it. */
  protected fail(error: YztError): void {
    this.#setError(error);
    if (this.emit('yzt-error', error, { cancelable: true })) {
      // The one place where a failure reaches the console (docs/decisions/0004-errors.md).
      console.error(`<${this.localName}>`, error.message, error.cause ?? '');
    }
  }

  /** Leaves the error state. */
  protected clearError(): void {
    if (this.#error) this.#setError(undefined);
  }

  #setError(error: YztError | undefined): void {
    const previous = this.#error;
    this.#error = error;
    this.toggleAttribute('error', error !== undefined);
    this.requestUpdate('error', previous);
  }
}
