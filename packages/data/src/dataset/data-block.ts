/** Data written into the page: `<script type="application/json">` inside the element. A data block, so no content policy stops it. */
const BLOCKS = ['application/json', 'application/geo+json'].map((type) => `:scope > script[type="${type}"]`).join();

/** The data block of an element; undefined if it has none. */
export function dataBlock(element: Element): HTMLScriptElement | undefined {
  return element.querySelector<HTMLScriptElement>(BLOCKS) ?? undefined;
}
