// @ts-check
// What the views of a page say in words, so that two pages can be compared.

/** Waits until nothing is under way inside an element. @param {import('playwright').Page} page @param {string} root Its selector. */
export async function quiet(page, root) {
  await page.evaluate(async (selector) => {
    for (let turns = 0; turns < 10; turns++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (document.querySelector(selector)?.querySelector('[stale], [loading]')) turns = 0;
    }
  }, root);
}

/**
 * One line a view: its name, and all words in it, shadow roots included. Maps have pictures, and stand apart with what says nothing itself.
 * @param {import('playwright').Page} page @param {string} root Selector of what holds the views.
 * @param {{ legends?: boolean }} [more] Legends that stand in shadow roots, too.
 */
export async function viewWords(page, root, { legends = false } = {}) {
  return page.evaluate(
    ([selector, deep]) => {
      /** @param {Node} node @returns {string} */
      const textOf = (node) => {
        if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
        if (!(node instanceof HTMLElement || node instanceof SVGElement)) return '';
        // What was said aloud last depends on how long answers took.
        if (/^(?:style|script)$/.test(node.localName) || ('hidden' in node && node.hidden) || node.role === 'status') return '';
        return [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(textOf).join(' ');
      };
      /** @param {ParentNode} from @returns {Element[]} */
      const legendsIn = (from) => [...from.querySelectorAll('*')].flatMap((one) => (one.localName === 'yzt-legend' ? [one] : one.shadowRoot ? legendsIn(one.shadowRoot) : []));
      const apart = /^yzt-(?:page|map|legend|dataset|remote-dataset|field|joined-field|layer-list|share-tool|print-tool|.*-layer)$/;
      const holder = document.querySelector(selector) ?? document;
      const views = [...holder.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('yzt-') && !apart.test(localName));
      return [...views, ...(deep ? legendsIn(holder) : [])].map((view) => `${view.localName} ${view.getAttribute('label') ?? view.getAttribute('field') ?? ''}: ${textOf(view).replace(/\s+/g, ' ').trim()}`);
    },
    /** @type {const} */ ([root, legends]),
  );
}
