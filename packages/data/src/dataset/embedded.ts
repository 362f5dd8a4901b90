import { parseJson } from '../readers/json.js';

/** What a data block says. @throws YztError `bad-json` with line and column. */
export function embeddedData(block: HTMLScriptElement): object {
  const data = parseJson(block.textContent ?? '', '<script type="application/json">');
  return typeof data === 'object' && data !== null ? data : [];
}
