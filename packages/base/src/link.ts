import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { enclosing, type ContextRequestEvent } from './context.js';
import type { ErrorCode } from './errors.js';
import { hint } from './hints.js';
import { elementById } from './lookup.js';

/** Announces on the document that a partner came or went. Internal to linking. */
const ANNOUNCE = 'yzt-link-announce';
/** How long after `load` a missing partner is a mistake of the page and not a late script. */
const GRACE_MS = 2000;

/** What links two elements: the kind of partner, and how the host names it. */
export interface LinkKind<T extends Element, H extends Element = Element> {
  /** Name of the context, `Symbol.for(name)`: `yzt-map`, `yzt-dataset`. */
  readonly name: string;
  /** The partner given as a property, if any. It wins over everything, also while it is not upgraded or not on the page yet. */
  given(host: H): Element | undefined;
  /** The id of the partner as the host's attribute names it. */
  id(host: H): string | undefined;
  /** Whether a partner around the host counts. */
  readonly enclosing: boolean;
  /** True for an upgraded partner. */
  is(node: unknown): node is T;
  /** What to say when no partner came. */
  readonly missing: ErrorCode;
}

/**
 * Keeps `target` on the partner its host works with, for as long as both are on the page: property, then id (own root, then each
 * outer root), then the enclosing one. Waits for late partners, lets go of removed ones, links again when anything moves.
 */
export class LinkController<T extends Element, H extends Element & ReactiveControllerHost = Element & ReactiveControllerHost>
  implements ReactiveController
{
  target?: T;
  readonly #host: H;
  readonly #kind: LinkKind<T, H>;
  readonly #onChange?: (next: T | undefined, previous: T | undefined) => void;
  #queued = false;
  #connected = false;
  #grace?: ReturnType<typeof setTimeout>;

  /** @param onChange Called with the new and the old partner each time it changes, undefined for none. */
  constructor(host: H, kind: LinkKind<T, H>, onChange?: (next: T | undefined, previous: T | undefined) => void) {
    this.#host = host;
    this.#kind = kind;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    document.addEventListener(ANNOUNCE, this.#onAnnounce);
    this.#relink();
  }

  hostDisconnected(): void {
    this.#connected = false;
    document.removeEventListener(ANNOUNCE, this.#onAnnounce);
    this.#stopGrace();
    // A move is a removal and an insertion in one task: decide after it.
    this.#queue();
  }

  hostUpdate(): void {
    if (!this.#connected || !this.#relink()) return;
    // The host's `willUpdate` has run with the old partner already: one more update shows it the new one.
    queueMicrotask(() => this.#host.requestUpdate());
  }

  #onAnnounce = (event: Event): void => {
    if ((event as CustomEvent<string>).detail === this.#kind.name) this.#queue();
  };

  #queue(): void {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      this.#relink();
    });
  }

  #find(): T | undefined {
    if (!this.#connected) return undefined;
    const kind = this.#kind;
    const given = kind.given(this.#host);
    if (given) return kind.is(given) && given.isConnected ? given : undefined;
    const id = kind.id(this.#host);
    if (id) {
      const hit = elementById(this.#host, id);
      return kind.is(hit) ? hit : undefined;
    }
    if (!kind.enclosing) return undefined;
    const around = enclosing(this.#host, Symbol.for(kind.name));
    return kind.is(around) ? around : undefined;
  }

  /** Looks for the partner. True when it is another one than before. */
  #relink(): boolean {
    const next = this.#find();
    this.#watchForMissing(next);
    if (next === this.target) return false;
    const previous = this.target;
    this.target = next;
    this.#onChange?.(next, previous);
    this.#host.requestUpdate();
    return true;
  }

  #watchForMissing(next: T | undefined): void {
    if (next || !this.#connected || !this.#wants()) {
      this.#stopGrace();
      this.#host.removeAttribute('unlinked');
    } else {
      this.#grace ??= setTimeout(this.#sayMissing, GRACE_MS);
    }
  }

  #wants(): boolean {
    return this.#kind.enclosing || this.#kind.id(this.#host) !== undefined;
  }

  #sayMissing = (): void => {
    if (document.readyState !== 'complete') {
      this.#grace = setTimeout(this.#sayMissing, GRACE_MS);
      return;
    }
    this.#host.setAttribute('unlinked', '');
    const id = this.#kind.id(this.#host);
    const what = id === undefined ? `<${this.#kind.name}>` : `<${this.#kind.name} id="${id}">`;
    hint(
      this.#kind.missing,
      {
        zh: `<${this.#host.localName}>：找不到 ${what}。请检查 id，或把元素放进去。`,
        en: `<${this.#host.localName}>: there is no ${what}. Check the id, or put the element inside it.`,
      },
      this.#host,
    );
  };

  #stopGrace(): void {
    clearTimeout(this.#grace);
    this.#grace = undefined;
  }
}

/** Makes an element findable as a partner: it answers context requests from inside and announces its coming and going. */
export class LinkTarget implements ReactiveController {
  readonly #host: Element & ReactiveControllerHost;
  readonly #name: string;
  /** `for="id"` must follow an id that is set, changed or taken away later. */
  readonly #idWatch = new MutationObserver(() => this.announce());

  constructor(host: Element & ReactiveControllerHost, name: string) {
    this.#host = host;
    this.#name = name;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('context-request', this.#answer as EventListener);
    this.#idWatch.observe(this.#host, { attributeFilter: ['id'] });
    this.announce();
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('context-request', this.#answer as EventListener);
    this.#idWatch.disconnect();
    this.announce();
  }

  /** Tells every waiting element to look again. Called by itself when the partner comes, goes or changes its id. */
  announce(): void {
    document.dispatchEvent(new CustomEvent(ANNOUNCE, { detail: this.#name }));
  }

  #answer = (event: ContextRequestEvent): void => {
    if (event.context !== Symbol.for(this.#name) || event.contextTarget === this.#host) return;
    event.stopPropagation();
    event.callback(this.#host);
  };
}
