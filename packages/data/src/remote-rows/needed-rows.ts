/** All rows of a dataset elsewhere that a view needs, or a sentence that says why not: never a part of them. */
import { YztError } from '@yizhangtu/base/errors';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { Filter } from '../model/query-types.js';
import type { Table } from '../model/types.js';
import type { RemoteDataset } from '../remote/remote-dataset.js';
import type { Narrowed } from '../remote/types.js';
import { rowsTable } from './rows-table.js';

/** Most rows that are fetched: as many as a map draws one by one. */
const MOST = 20_000;

/** Which rows a view needs. */
export interface RowsNeed {
  /** Keys of filters that must not narrow the rows, since the view counts beyond them; `all` where no filter may. Default: none. */
  readonly beyond?: readonly string[] | 'all';
  /** Conditions of the view itself, where the dataset is too large to be here as a whole. */
  readonly only?: readonly Filter[];
}

/** Rows of a dataset elsewhere. */
export interface NeededRows {
  readonly table: Table;
  /** Theirs in the whole. */
  readonly numbers: ArrayLike<number>;
  /** All rows of the dataset: whatever is filtered, they need not be fetched again. */
  readonly all: boolean;
}

/** The conditions under which rows are fetched. */
export function narrowedBy(whole: RemoteDataset, { beyond = [], only = [] }: RowsNeed): Narrowed {
  return { ignore: beyond === 'all' ? [...whole.filters.keys()] : beyond, also: only };
}

function tooMany(tag: string, count: number, filtered: boolean): YztError {
  const [has, most] = [formatNumber(count), formatNumber(MOST)];
  return new YztError(
    'needs-rows',
    filtered
      ? {
          zh: `<${tag}>：需要逐行数据，而通过筛选的有 ${has} 行，超过 ${most} 行。请先筛选。`,
          en: `<${tag}> needs the rows themselves, and ${has} pass the filters, more than ${most}. Filter first.`,
        }
      : {
          zh: `<${tag}>：需要逐行数据，不论筛选；而这样的行有 ${has} 行，超过 ${most} 行。请在 <yzt-remote-dataset> 上用 scope-field 限定范围，或换一张较小的表。`,
          en: `<${tag}> needs the rows themselves, filtered or not, and there are ${has}, more than ${most}. Narrow the data by scope-field of <yzt-remote-dataset>, or take a smaller table.`,
        },
  );
}

/** The server has said how many rows there are and sent fewer. */
function incomplete(tag: string, count: number, came: number): YztError {
  return new YztError('needs-rows', {
    zh: `<${tag}>：应有 ${formatNumber(count)} 行，服务器只给出 ${formatNumber(came)} 行，不完整，未采用。请检查服务器的行数上限，或稍后再试。`,
    en: `<${tag}>: there are ${formatNumber(count)} rows and the server sent ${formatNumber(came)}; an incomplete list is not used. Check the limits of the server, or try again.`,
  });
}

/**
 * Fetches them: all rows of a dataset that has no more than the limit, else those that are needed.
 * @param tag Of the view, for errors.
 * @throws YztError `needs-rows` for more than 20,000, and where the server sends fewer than there are.
 */
export async function neededRows(whole: RemoteDataset, need: RowsNeed, tag: string, signal: AbortSignal): Promise<NeededRows> {
  const countOf = async (which: Narrowed): Promise<number> => (await whole.query({ measures: [{ kind: 'count' }], ...which }, signal)).total.count;
  const everything = narrowedBy(whole, { beyond: 'all' });
  // How many there are in all is not known before the first answer.
  let count = whole.rowCount > MOST ? Infinity : await countOf(everything);
  const all = count <= MOST && whole.rowCount <= MOST;
  const which = all ? everything : narrowedBy(whole, need);
  if (!all) count = await countOf(which);
  const filtered = need.beyond !== 'all';
  if (count > MOST) throw tooMany(tag, count, filtered);
  const columns = whole.columns;
  // One more than may come: the data may have grown since they were counted.
  const { rows, numbers } = await whole.numbered({ fields: columns.map(({ name }) => name), limit: MOST + 1, ...which }, signal);
  if (rows.length > MOST) throw tooMany(tag, rows.length, filtered);
  if (rows.length < count) throw incomplete(tag, count, rows.length);
  return { table: await rowsTable(rows, columns, signal), numbers, all };
}
