/** Pure logic: days as `<input type="date">` has them, by the calendar of Asia/Shanghai. */
import { parseInstant, shanghaiInstant, shanghaiParts } from '@yizhangtu/base/dates';

const two = (value: number): string => String(value).padStart(2, '0');

/** The day an instant lies in: `2026-03-01`; empty without one. */
export function dayText(instant: unknown): string {
  if (typeof instant !== 'number' || !Number.isFinite(instant)) return '';
  const { year, month, day } = shanghaiParts(instant);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** First instant of a day, or with `end` its last, ms; undefined for words that are no day. */
export function dayInstant(text: string, end = false): number | undefined {
  const instant = parseInstant(text, 'shanghai');
  if (Number.isNaN(instant)) return undefined;
  if (!end) return instant;
  // The day after begins a day later, also where summer time makes a day shorter or longer.
  const { year, month, day } = shanghaiParts(instant);
  return shanghaiInstant(year, month, day + 1) - 1;
}
