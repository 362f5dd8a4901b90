/** Which rows leave a table, and those that must be fetched for it. */
import { YztError } from '@yizhangtu/base/errors';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { DatasetLike, RowsQuery } from '@yizhangtu/data/model';
import type { ListRows } from '../feature-list/row-pages.js';

/** Rows of a server that become a file; a page keeps no more of them at a time. */
export const MOST_FETCHED = 20_000;
/** Rows a request. */
const STEP = 5000;

/** The selected rows in the order of the table, where it is known, else in that of their selection. */
export function selectedRows({ all }: ListRows, selection: ReadonlySet<number>): Uint32Array {
  return all ? all.filter((row) => selection.has(row)) : Uint32Array.from(selection);
}

/**
 * All rows that pass, fetched in pages where they are elsewhere.
 * @throws YztError `not-answerable` for more rows than a page should fetch; nothing has been fetched then.
 */
export async function allRows({ all, total }: ListRows, dataset: DatasetLike, query: RowsQuery): Promise<Uint32Array> {
  if (all) return all;
  if (total > MOST_FETCHED) {
    const most = formatNumber(MOST_FETCHED);
    throw new YztError('not-answerable', { zh: `超过 ${most} 行，请先筛选再导出`, en: `More than ${most} rows: narrow them down first` });
  }
  const rows = new Uint32Array(total);
  for (let offset = 0; offset < total; offset += STEP) {
    const page = await dataset.rows({ ...query, offset, limit: Math.min(STEP, total - offset) });
    rows.set(page.rows.subarray(0, total - offset), offset);
  }
  return rows;
}
