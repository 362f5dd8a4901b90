/** What a key does in the tree, after the tree pattern of the ARIA Authoring Practices. Pure logic. */

/** The line that has the focus. */
export interface KeyPlace {
  /** From 0, among the lines that are shown. */
  readonly index: number;
  readonly total: number;
  /** Line of the group around it, -1 on top. */
  readonly parent: number;
  /** Whether a group is open; undefined for a layer. */
  readonly open: boolean | undefined;
}

/** Go to a line, or do something to the one with the focus. */
export type KeyAction = { readonly go: number } | 'open' | 'close' | 'tick' | 'details' | 'up' | 'down';

/** Undefined: the key is somebody else's. */
export function treeKey({ key, altKey, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>, { index, total, parent, open }: KeyPlace): KeyAction | undefined {
  if (ctrlKey || metaKey) return undefined;
  if (altKey) return key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : undefined;
  switch (key) {
    case 'ArrowDown':
      return { go: Math.min(index + 1, total - 1) };
    case 'ArrowUp':
      return { go: Math.max(index - 1, 0) };
    case 'Home':
      return { go: 0 };
    case 'End':
      return { go: total - 1 };
    case 'ArrowRight':
      return open === undefined ? undefined : open ? { go: Math.min(index + 1, total - 1) } : 'open';
    case 'ArrowLeft':
      if (open) return 'close';
      return parent < 0 ? undefined : { go: parent };
    case ' ':
      return 'tick';
    case 'Enter':
      return 'details';
    default:
      return undefined;
  }
}
