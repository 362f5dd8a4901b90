/** Pure logic: a table as it leaves the page. Masks hold, code names stand for codes, numbers and dates stay what they are. */
import type { Locale } from '@yizhangtu/base/locale';
import type { DatasetLike } from '@yizhangtu/data/model';
import type { Sheet, SheetValue } from '@yizhangtu/data/export';
import { cellWords } from '@yizhangtu/data/words';
import type { TableColumn } from './table-columns.js';

/** What one cell becomes in a file. */
function sheetValue(dataset: DatasetLike, row: number, column: TableColumn, locale: Locale): SheetValue {
  const value = dataset.value(row, column.field);
  if (value === null || value === '') return null;
  if (column.numeric && typeof value === 'number') return value;
  if (value instanceof Date && !column.written.mask) return value;
  return cellWords(dataset, row, column.written, locale);
}

/**
 * Rows of a dataset with the columns of a table, in the table's order.
 * @param rows Row numbers of the dataset, in order.
 */
export function tableSheet(
  dataset: DatasetLike,
  columns: readonly TableColumn[],
  rows: ArrayLike<number>,
  name: string,
  locale: Locale,
): Sheet {
  const [open, close] = locale === 'en' ? [' (', ')'] : ['（', '）'];
  return {
    name,
    rowCount: rows.length,
    columns: columns.map(({ field, label, unit, numeric, written }) => {
      const column = dataset.column(field);
      return {
        label: unit ? label + open + unit + close : label,
        ...(column?.kind === 'date' && column.dateOnly && { dateOnly: true }),
        ...(numeric && written.digits !== undefined && { digits: written.digits }),
      };
    }),
    cell: (row, index) => {
      const column = columns[index];
      return column ? sheetValue(dataset, rows[row] as number, column, locale) : null;
    },
  };
}
