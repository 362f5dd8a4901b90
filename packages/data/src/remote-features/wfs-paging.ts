/** Pages of a service, whose promises about paging are not always kept: some ignore where a page begins, some give fewer rows a page than asked. */
import { PAGE_SIZE } from './answers.js';
import type { Feature } from './types.js';

/** A page that came short but not this short may have been cut by the server. */
const CUT = 50;

/** How pages are had. */
export interface Pages {
  /** So many rows from an offset. */
  page(offset: number, size: number): Promise<readonly Feature[]>;
  /** Rows there are; undefined where the service does not count. */
  count(): Promise<number | undefined>;
  /** Said when a service cannot give what lies beyond its first page. */
  stuck(rows: number): Error;
}

/** What tells a feature apart: its id, else all of it. */
export function identity(feature: Feature): string {
  const { id } = feature;
  return typeof id === 'string' || typeof id === 'number' ? `${typeof id}:${id}` : JSON.stringify(feature);
}

/** Whether the second row, asked for by itself, is the second row. A service that ignores the offset gives the first one again. */
export function keepsOffset(sample: readonly Feature[], second: readonly Feature[]): boolean {
  const [first, next] = sample;
  const [came] = second;
  if (!first || !next || !came || identity(first) === identity(next)) return true;
  return identity(came) !== identity(first);
}

/**
 * Rows of a question over as many pages as it takes. Where a page repeats rows of the pages before it, the offset was not kept: all are asked for
 * at once, and if that is refused as well the service is said to be stuck; rows are never lost or doubled without a word.
 * @param paged False for a service that is known to ignore offsets.
 */
export async function pagedRows(pages: Pages, offset: number, limit: number, paged: boolean): Promise<readonly Feature[]> {
  const end = offset + limit;
  if (!paged && (offset > 0 || limit > PAGE_SIZE)) return atOnce(pages, offset, end);
  const found: Feature[] = [];
  const met = new Set<string>();
  let total: number | undefined;
  while (found.length < limit) {
    const size = Math.min(PAGE_SIZE, limit - found.length);
    const page = (await pages.page(offset + found.length, size)).slice(0, size);
    if (found.length > 0 && page.some((feature) => met.has(identity(feature)))) return atOnce(pages, offset, end);
    if (page.length < size || found.length > 0 || limit > PAGE_SIZE) for (const feature of page) met.add(identity(feature));
    found.push(...page);
    if (page.length === size) continue;
    if (page.length < CUT) break;
    // Short: the end, or a server that gives fewer rows a page.
    total ??= (await pages.count()) ?? -1;
    if (offset + found.length >= total) break;
  }
  return found;
}

/** All rows up to an end in one request. */
async function atOnce(pages: Pages, offset: number, end: number): Promise<readonly Feature[]> {
  const found = await pages.page(0, end);
  if (found.length < end) {
    const total = await pages.count();
    if (total !== undefined && found.length < Math.min(end, total)) throw pages.stuck(found.length);
  }
  return found.slice(offset, end);
}
