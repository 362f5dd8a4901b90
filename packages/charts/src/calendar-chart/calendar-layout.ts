import { shanghaiInstant, shanghaiParts } from '@yizhangtu/base/dates';
import { daysBetween } from './calendar-days.js';

/** The square of a day, px. */
export interface DayCell {
  /** Midnight in Shanghai, ms. */
  readonly day: number;
  readonly x: number;
  readonly y: number;
}

/** The place of the name of a month or year, px. */
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
  /** Side of a square, px. */
  readonly size: number;
  readonly height: number;
  readonly cells: readonly DayCell[];
  readonly names: readonly CalendarName[];
  /** Middles of the rows of Monday, Wednesday, Friday and Sunday; where weeks are columns. */
  readonly weekdays: readonly { readonly weekday: number; readonly y: number }[];
  /** Path data of the lines between months, where weeks are columns. */
  readonly borders: string;
}

export interface CalendarBox {
  readonly width: number;
  readonly lineHeight: number;
  /** Room for names of weekdays, px. */
  readonly left: number;
}

/** Space between squares, px. */
export const GAP = 2;
/** A square of a year of weeks that is smaller is hard to see and to hit, px. */
const LEAST = 10;
/** Largest square in heights of a line: larger ones are a wall, not a chart. */
const LARGEST = 1.7;
/** Least side of the squares of month blocks, px, and space between blocks. */
const BLOCK_LEAST = 12;
const BLOCK_GAP = 14;
/** Months in a row at most: two rows of six read as half years. */
const MOST_ACROSS = 6;

/** Days since Monday: 0 Monday – 6 Sunday. */
export function weekdayFromMonday(day: number): number {
  return (shanghaiParts(day).weekday + 6) % 7;
}

/** The days of whole years as squares, weeks from Monday. */
export function calendarLayout(from: number, to: number, box: CalendarBox): CalendarLayout {
  const room = box.width - box.left;
  const size = Math.min(Math.round(LARGEST * box.lineHeight), Math.floor((room + GAP) / 54) - GAP);
  return size >= LEAST ? yearsOf(from, to, box, size) : monthsOf(from, to, box);
}

interface Growing {
  readonly cells: DayCell[];
  readonly names: CalendarName[];
}

function yearsOf(from: number, to: number, { left, lineHeight }: CalendarBox, size: number): CalendarLayout {
  const step = size + GAP;
  const [cells, names, weekdays, borders]: [DayCell[], CalendarName[], { weekday: number; y: number }[], string[]] = [[], [], [], []];
  const [first, last] = [shanghaiParts(from).year, shanghaiParts(to).year];
  let top = 0;
  for (let year = first; year <= last; year += 1) {
    const several = last > first;
    // Whole px, so that the lines between months are sharp.
    const grid = Math.round(top + lineHeight * (several ? 2.5 : 1.3));
    if (several) names.push({ instant: shanghaiInstant(year, 1, 1), kind: 'year', x: left, y: top + lineHeight * 0.6 });
    borders.push(oneYear(year, { left, grid, step, above: lineHeight * 0.7 }, { cells, names }));
    for (const weekday of [0, 2, 4, 6]) weekdays.push({ weekday, y: grid + weekday * step + size / 2 });
    top = grid + 7 * step + lineHeight * 0.7;
  }
  return { form: 'years', size, height: Math.ceil(top - lineHeight * 0.7) + 1, cells, names, weekdays, borders: borders.join('') };
}

/** Adds the days and names of a year of weeks; returns the lines between its months. */
function oneYear(year: number, at: { readonly left: number; readonly grid: number; readonly step: number; readonly above: number }, { cells, names }: Growing): string {
  const { left, grid, step, above } = at;
  const start = shanghaiInstant(year, 1, 1);
  const offset = weekdayFromMonday(start);
  let borders = '';
  daysBetween(start, shanghaiInstant(year, 12, 31)).forEach((day, index) => {
    const [column, row] = [Math.floor((index + offset) / 7), (index + offset) % 7];
    cells.push({ day, x: left + column * step, y: grid + row * step });
    if (shanghaiParts(day).day !== 1) return;
    names.push({ instant: day, kind: 'month', x: left + (column + (row > 0 ? 1 : 0)) * step, y: grid - above });
    if (index > 0) borders += border(left + column * step - GAP / 2, grid - GAP / 2, row, step);
  });
  return borders;
}

/** The line before the first day of a month: down beside its column, and a step to the next one above a first day that is no Monday. */
function border(x: number, y: number, row: number, step: number): string {
  const bottom = y + 7 * step;
  return row === 0 ? `M${x} ${y}V${bottom}` : `M${x + step} ${y}V${y + row * step}H${x}V${bottom}`;
}

function monthsOf(from: number, to: number, { width, lineHeight }: CalendarBox): CalendarLayout {
  const across = Math.max(1, Math.min(MOST_ACROSS, Math.floor((width + BLOCK_GAP) / (7 * (BLOCK_LEAST + GAP) - GAP + BLOCK_GAP))));
  // Rows of blocks without a rest: 3 or 4 in a row, not 5.
  const columns = across === 5 ? 4 : across;
  const blockWidth = (width + BLOCK_GAP) / columns;
  const step = Math.min(24, Math.floor((blockWidth - BLOCK_GAP + GAP) / 7));
  const size = step - GAP;
  const blockHeight = lineHeight * 1.4 + 6 * step + lineHeight * 0.5;
  const growing: Growing = { cells: [], names: [] };
  const [first, last] = [shanghaiParts(from).year, shanghaiParts(to).year];
  let top = 0;
  for (let year = first; year <= last; year += 1) {
    if (last > first) growing.names.push({ instant: shanghaiInstant(year, 1, 1), kind: 'year', x: 0, y: top + lineHeight * 0.6 });
    if (last > first) top += lineHeight * 1.5;
    // Of several years only the months of the data: half a year of empty squares is a long way for a finger.
    const [begin, end] = last > first ? [year === first ? shanghaiParts(from).month : 1, year === last ? shanghaiParts(to).month : 12] : [1, 12];
    for (let month = begin; month <= end; month += 1) {
      const place = month - begin;
      oneMonth(year, month, { x: Math.floor((place % columns) * blockWidth), y: top + Math.floor(place / columns) * blockHeight, step, lineHeight }, growing);
    }
    top += Math.ceil((end - begin + 1) / columns) * blockHeight + (year < last ? lineHeight * 0.5 : 0);
  }
  return { form: 'months', size, height: top - lineHeight * 0.5, ...growing, weekdays: [], borders: '' };
}

function oneMonth(year: number, month: number, at: { readonly x: number; readonly y: number; readonly step: number; readonly lineHeight: number }, { cells, names }: Growing): void {
  const { x, y, step, lineHeight } = at;
  const start = shanghaiInstant(year, month, 1);
  names.push({ instant: start, kind: 'month', x, y: y + lineHeight * 0.6 });
  const offset = weekdayFromMonday(start);
  daysBetween(start, shanghaiInstant(year, month + 1, 1) - 1).forEach((day, index) => {
    cells.push({ day, x: x + ((index + offset) % 7) * step, y: y + lineHeight * 1.4 + Math.floor((index + offset) / 7) * step });
  });
}
