/** Which rows a profile needs of data elsewhere. Pure. */
import type { DatasetLike } from '@yizhangtu/data/model';
import type { RowsNeed } from '@yizhangtu/data/remote-rows';

/** Rows of one subject, whatever is filtered; none where nobody is chosen. */
export function rowsOfSubject(whole: DatasetLike, field: string, code: string | undefined): RowsNeed {
  const value = whole.column(field)?.kind === 'number' ? Number(code) : code;
  return { beyond: 'all', only: [{ kind: 'in', field, values: value === undefined ? [] : [value] }] };
}
