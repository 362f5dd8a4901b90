import { shanghaiInstant, shanghaiParts } from '@yizhangtu/base/dates';

/** The square of a day, px. */
export interface DayCell {
  /** Midnight in Shanghai, ms. */
  readonly day: number;
  readonly x: number;
  readonly y: number;
}

/** The place of a month or year name, px. */
export interface CalendarName {
  /** First instant of what it names, ms. */
  readonly instant: number;
  readonly kind: 'month' | 'year';
  readonly x: number;
  readonly y: number;
}

export interface CalendarLayout {
  /** Weeks as columns of whole years, or a block a month where years are too wide. */
  readonly form: 'years' | 'months';
  readonly size: number;
  readonly height: number;
  readonly cells: readonly DayCell[];
  readonly names: readonly CalendarName[];
  /** Middles of the rows of Monday, Wednesday, Friday and Sunday; where weeks are columns. */
  readonly weekdays: readonly { readonly weekday: number; readonly y: number }[];
}

export interface CalendarBox {
  readonly width: number;
  readonly lineHeight: number;
  /** Room for names of weekdays, px. */
  readonly left: number;
}

const GAP = 2;
/** A square of a year of weeks that is smaller is hard to see and to hit, px. */
const LEAST = 10;
const LARGEST = 18;
/** Days of a month block are as large as fingers hit; blocks stand so far apart, px. */
const BLOCK_SIZE = 15;
const BLOCK_GAP = 16;

/** Days since Monday: 0 Monday – 6 Sunday. */
export function weekdayFromMonday(day: number): number {
  return (shanghaiParts(day).weekday + 6) % 7;
}

/** All days from one to another in Shanghai, both included. */
export function daysBetween(from: number, to: number): number[] {
  const { year, month, day } = shanghaiParts(from);
  const days: number[] = [];
  for (let n = 0; ; n += 1) {
    const next = shanghaiInstant(year, month, day + n);
    if (!(next <= to) || days.length > 40_000) return days;
    days.push(next);
  }
}

/** The days of whole years (or of a shorter span within one) as squares, weeks from Monday. */
export function calendarLayout(from: number, to: number, box: CalendarBox): CalendarLayout {
  const room = box.width - box.left;
  const size = Math.min(LARGEST, Math.floor((room + GAP) / 54) - GAP);
  return size >= LEAST ? yearsOf(from, to, box, size) : monthsOf(from, to, box);
}

function yearsOf(from: number, to: number, { left, lineHeight }: CalendarBox, size: number): CalendarLayout {
  const step = size + GAP;
  const cells: DayCell[] = [];
  const names: CalendarName[] = [];
  const weekdays: { weekday: number; y: number }[] = [];
  const [first, last] = [shanghaiParts(from).year, shanghaiParts(to).year];
  let top = 0;
  for (let year = first; year <= last; year += 1) {
    const start = shanghaiInstant(year, 1, 1);
    const end = shanghaiInstant(year, 12, 31);
    const offset = weekdayFromMonday(start);
    const grid = top + lineHeight * (last > first ? 2.3 : 1.2);
    if (last > first) names.push({ instant: start, kind: 'year', x: left, y: top + lineHeight / 2 });
    daysBetween(start, end).forEach((day, index) => {
      const column = Math.floor((index + offset) / 7);
      const row = (index + offset) % 7;
      cells.push({ day, x: left + column * step, y: grid + row * step });
      if (shanghaiParts(day).day === 1) names.push({ instant: day, kind: 'month', x: left + (column + (row > 0 ? 1 : 0)) * step, y: grid - lineHeight * 0.6 });
    });
    for (const weekday of [0, 2, 4, 6]) weekdays.push({ weekday, y: grid + weekday * step + size / 2 });
    top = grid + 7 * step + lineHeight * 0.6;
  }
  return { form: 'years', size, height: top - lineHeight * 0.6, cells, names, weekdays };
}

function monthsOf(from: number, to: number, { width, lineHeight }: CalendarBox): CalendarLayout {
  const step = BLOCK_SIZE + GAP;
  const blockWidth = 7 * step - GAP;
  const across = Math.max(1, Math.floor((width + BLOCK_GAP) / (blockWidth + BLOCK_GAP)));
  const blockHeight = lineHeight * 1.3 + 6 * step + lineHeight * 0.4;
  const cells: DayCell[] = [];
  const names: CalendarName[] = [];
  const { year, month } = shanghaiParts(from);
  let count = 0;
  for (let n = 0; ; n += 1) {
    const start = shanghaiInstant(year, month + n, 1);
    if (!(start <= to) || n > 1200) break;
    const [x, y] = [(n % across) * (blockWidth + BLOCK_GAP), Math.floor(n / across) * blockHeight];
    names.push({ instant: start, kind: 'month', x, y: y + lineHeight / 2 });
    const offset = weekdayFromMonday(start);
    daysBetween(start, shanghaiInstant(year, month + n + 1, 1) - 1).forEach((day, index) => {
      cells.push({ day, x: x + ((index + offset) % 7) * step, y: y + lineHeight * 1.3 + Math.floor((index + offset) / 7) * step });
    });
    count = n + 1;
  }
  return { form: 'months', size: BLOCK_SIZE, height: Math.ceil(count / across) * blockHeight, cells, names, weekdays: [] };
}
