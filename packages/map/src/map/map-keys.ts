/** What a key does on a focused map. Pure, so that the table can be tested and shown in the help. */
export type KeyAction =
  | { readonly kind: 'pan'; readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 }
  | { readonly kind: 'zoom'; readonly delta: 1 | -1 }
  | { readonly kind: 'home' }
  | { readonly kind: 'pick'; readonly additive: boolean }
  | { readonly kind: 'clear' };

const PANS: Readonly<Record<string, readonly [-1 | 0 | 1, -1 | 0 | 1]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The action of a key, or undefined for keys that belong to the page and the browser. */
export function keyAction(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): KeyAction | undefined {
  if (event.altKey) return undefined;
  const additive = event.ctrlKey || event.metaKey || event.shiftKey;
  if (event.key === 'Enter' || event.key === ' ') return { kind: 'pick', additive };
  if (event.ctrlKey || event.metaKey) return undefined;
  const pan = PANS[event.key];
  if (pan) return { kind: 'pan', x: pan[0], y: pan[1] };
  switch (event.key) {
    case '+':
    case '=':
      return { kind: 'zoom', delta: 1 };
    case '-':
    case '_':
      return { kind: 'zoom', delta: -1 };
    case 'Home':
      return { kind: 'home' };
    case 'Escape':
      return { kind: 'clear' };
    default:
      return undefined;
  }
}
