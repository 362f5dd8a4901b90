/** Data written into the page: `<script type="application/json">` inside the element. A data block, so no content policy stops it. */
import { parseJson } from '../readers/json.js';

/** The data block of an element; undefined if it has none. */
export function dataBlock(element: Element): HTMLScriptElement | undefined {
  return element.querySelector<HTMLScriptElement>(':scope > script[type="application/json"], :scope > script[type="application/geo+json"]') ?? undefined;
}

/** What the data block says; undefined without one. @throws YztError `bad-json` with line and column. */
export function embeddedData(element: Element): object | undefined {
  const block = dataBlock(element);
  if (!block) return undefined;
  const data = parseJson(block.textContent ?? '', '<script type="application/json">');
  return typeof data === 'object' && data !== null ? data : [];
}
