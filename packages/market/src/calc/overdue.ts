/** What is past its day: devices that were not tested in time, by the subject that uses them. Pure. */
import type { Subject } from './draw-types.js';
import { instantOf } from './instant.js';

/** What is read of a dataset: `Dataset` has it. */
interface RowsToRead {
  readonly rowCount: number;
  value(row: number, field: string): unknown;
}

/** Names of the columns. */
export interface OverdueFields {
  readonly code: string;
  readonly name: string;
  readonly area: string;
  readonly holder: string;
  readonly due: string;
}

/** A subject with devices that are overdue. */
export interface OverdueSubject {
  readonly subject: Subject;
  /** Rows of its overdue devices, the longest overdue first. */
  readonly rows: readonly number[];
  /** Calendar days since the oldest was due. */
  readonly days: number;
}

const DAY = 86_400_000;
/** China Standard Time, without summer time. */
const SHANGHAI = 8 * 3_600_000;

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value as string | number)).trim();
const dayOf = (instant: number): number => Math.floor((instant + SHANGHAI) / DAY);

/** Calendar days of Asia/Shanghai from the day something was due to another, 1 for the day after; NaN where the day is missing or no date. */
export function daysOverdue(due: unknown, today: number): number {
  return dayOf(today) - dayOf(instantOf(due));
}

/**
 * Subjects with overdue devices, the longest overdue first, then by code.
 * @param keeps 1 for the rows that take part.
 * @param today Milliseconds: the day that overdue is told by.
 */
export function overdueSubjects(data: RowsToRead, keeps: ArrayLike<number>, fields: OverdueFields, today: number): readonly OverdueSubject[] {
  const found = new Map<string, { row: number; days: number }[]>();
  for (let row = 0; row < data.rowCount; row++) {
    if (keeps[row] !== 1) continue;
    const days = daysOverdue(data.value(row, fields.due), today);
    if (!(days > 0)) continue;
    const code = text(data.value(row, fields.code));
    const late = found.get(code);
    if (late) late.push({ row, days });
    else found.set(code, [{ row, days }]);
  }
  const all = [...found].map(([uscc, late]): OverdueSubject => {
    late.sort((a, b) => b.days - a.days || a.row - b.row);
    const [{ row, days } = { row: -1, days: 0 }] = late;
    const [area, holder] = [text(data.value(row, fields.area)), text(data.value(row, fields.holder))];
    const subject = { uscc, name: text(data.value(row, fields.name)) || uscc, stratum: '', ...(area && { area }), ...(holder && { holder }) };
    return { subject, rows: late.map((one) => one.row), days };
  });
  return all.sort((a, b) => b.days - a.days || (a.subject.uscc < b.subject.uscc ? -1 : 1));
}
