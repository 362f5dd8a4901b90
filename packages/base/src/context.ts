/**
 * The community context protocol (webcomponents-cg, proposals/context): a child asks, the nearest provider answers. Events
 * cross slots and shadow roots, and a `Symbol.for` key works with two copies of the library and with `@lit/context`.
 */
export class ContextRequestEvent extends Event {
  readonly context: symbol;
  readonly callback: (value: unknown, unsubscribe?: () => void) => void;
  readonly subscribe = false;
  readonly contextTarget: Element;

  constructor(context: symbol, asker: Element, callback: (value: unknown) => void) {
    super('context-request', { bubbles: true, composed: true });
    this.context = context;
    this.contextTarget = asker;
    this.callback = callback;
  }
}

/** The nearest provider of a context around an element, or undefined. */
export function enclosing(asker: Element, context: symbol): unknown {
  let answer: unknown;
  asker.dispatchEvent(new ContextRequestEvent(context, asker, (value) => (answer ??= value)));
  return answer;
}
