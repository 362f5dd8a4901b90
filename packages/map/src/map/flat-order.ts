/** Order of elements as a page shows it: through slots and shadow roots, where `compareDocumentPosition` has no answer. */

/** The node that holds a node in the flat tree: its slot, its parent, or the host of its shadow root. */
export function flatParent(node: Node): Node | null {
  const slot = node instanceof Element ? node.assignedSlot : null;
  if (slot) return slot;
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}

function pathTo(node: Node): Node[] {
  const path: Node[] = [];
  for (let at: Node | null = node; at; at = flatParent(at)) path.unshift(at);
  return path;
}

function compare(a: readonly Node[], b: readonly Node[]): number {
  let depth = 0;
  while (depth < a.length && depth < b.length && a[depth] === b[depth]) depth++;
  const [one, two] = [a[depth], b[depth]];
  // One path ends inside the other: what encloses comes first.
  if (!one || !two) return a.length - b.length;
  const relation = one.compareDocumentPosition(two);
  // Different trees under one host: shadow content comes before light content without a slot.
  if (relation & Node.DOCUMENT_POSITION_DISCONNECTED) return one instanceof ShadowRoot ? -1 : 1;
  return relation & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The elements in the order of the flat tree, first to last. */
export function inFlatOrder<T extends Node>(nodes: Iterable<T>): T[] {
  return Array.from(nodes, (node) => ({ node, path: pathTo(node) }))
    .sort((a, b) => compare(a.path, b.path))
    .map(({ node }) => node);
}
