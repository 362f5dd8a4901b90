/** Cells of rows as words and numbers, whatever columns there are. */
import type { Dataset } from '@yizhangtu/data/model';

/** Rows whose cells can be read. */
export type CellRows = Pick<Dataset, 'column' | 'value'>;

/** A cell as text; empty for a missing one, and for a field that is not there. */
export function textAt(rows: CellRows, row: number, field: string): string {
  const value = rows.column(field) ? rows.value(row, field) : null;
  return value === null ? '' : String(value);
}

/** A cell as a number; NaN for a missing one, and for a field that is not there. Codes may come as words: `70`. */
export function numberAt(rows: CellRows, row: number, field: string): number {
  const text = textAt(rows, row, field).trim();
  return text === '' ? Number.NaN : Number(text);
}
