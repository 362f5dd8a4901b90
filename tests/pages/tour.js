// In the page: names every control once, through shadow roots, as the tour will name them, and says how each looks.
const CONTROLS = 'a[href], button, input, select, textarea, [tabindex]';
const labels = new WeakMap();
let next = 0;
window.nameOf = (node) => {
  if (!labels.has(node))
    labels.set(
      node,
      `${(next += 1)} ${node.getRootNode().host?.localName ?? 'page'} ${node.localName} ${node.getAttribute('aria-label') ?? node.textContent.trim().slice(0, 20)}`,
    );
  return labels.get(node);
};
window.focused = () => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node === document.body ? null : node;
};
window.controls = () => {
  const found = [];
  const groups = new Set();
  const visit = (root) => {
    for (const node of root.querySelectorAll('*')) {
      if (node.shadowRoot) visit(node.shadowRoot);
      if (!node.matches(CONTROLS) || node.tabIndex < 0 || node.disabled || !node.checkVisibility({ visibilityProperty: true }))
        continue;
      // One radio button of a group takes the focus.
      if (node.type === 'radio' && node.name) {
        if (groups.has(node.name)) continue;
        groups.add(node.name);
        found.push([...root.querySelectorAll(`input[name="${node.name}"]`)].find((one) => one.checked) ?? node);
      } else found.push(node);
    }
  };
  visit(document);
  return found.map(window.nameOf);
};
/** How the focused control, its parts and what belongs to it look. */
window.lookOf = (node) => {
  const root = node.getRootNode();
  const label = node.id ? [...root.querySelectorAll(`label[for="${node.id}"]`)] : [];
  const around = [
    node,
    node.parentElement,
    node.closest('label'),
    ...label,
    ...(node.localName === 'input' ? [...(node.parentElement?.children ?? [])] : []),
    ...node.querySelectorAll('*'),
  ].filter(Boolean);
  const style = (element) =>
    [
      'outlineStyle',
      'outlineWidth',
      'outlineColor',
      'boxShadow',
      'stroke',
      'strokeWidth',
      'borderTopColor',
      'backgroundColor',
      'opacity',
    ]
      .map((name) => getComputedStyle(element)[name])
      .join();
  // The map draws its ring over what it shows.
  const { borderTopWidth, borderTopColor, content } = getComputedStyle(node, '::after');
  return [...around.slice(0, 40).map(style), borderTopWidth, borderTopColor, content].join('|');
};
