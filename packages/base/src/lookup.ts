/** The element with an id, looked for in the element's own root first and then in each root around it. */
export function elementById(from: Node, id: string): Element | undefined {
  let root: Node | undefined = from.getRootNode();
  while (root) {
    if (root instanceof Document || root instanceof ShadowRoot) {
      const hit = root.getElementById(id);
      if (hit) return hit;
    }
    root = root instanceof ShadowRoot ? root.host.getRootNode() : undefined;
  }
  return undefined;
}
