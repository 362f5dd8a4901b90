import { parseInstant } from '@yizhangtu/base/dates';

/** The instant in a cell of a table, ms; NaN for none. Words without a zone are meant in Asia/Shanghai, whatever the machine's. */
export function instantOf(cell: unknown): number {
  if (cell instanceof Date) return cell.getTime();
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' && cell.trim() !== '' ? parseInstant(cell.trim(), 'shanghai') : NaN;
}
