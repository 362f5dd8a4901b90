import { formatDate } from '@yizhangtu/base/dates';
import type { Locale } from '@yizhangtu/base/locale';
import type { MeasureText } from '../marks/text-fit.js';
import type { DayClasses } from './calendar-classes.js';
import type { CalendarDay } from './calendar-days.js';
import { calendarLayout, GAP, type CalendarLayout, type DayCell } from './calendar-layout.js';
import { monthName, weekdayName } from './calendar-words.js';

export interface CalendarInput {
  readonly width: number;
  readonly fontSize: number;
  readonly locale: Locale;
  readonly measure: MeasureText;
  /** At least one, in order. */
  readonly days: readonly CalendarDay[];
  readonly classes: DayClasses;
}

/** Squares of one look as path data: a whole decade is a handful of elements. */
export interface DayPaths {
  /** By the number of the class. */
  readonly classes: readonly string[];
  readonly zero: string;
  readonly missing: string;
}

/** Where a calendar stands, px. */
export interface CalendarScene extends CalendarLayout {
  readonly width: number;
  readonly texts: readonly { readonly x: number; readonly y: number; readonly text: string; readonly strong: boolean }[];
  /** The square of a day by its number; undefined for none. */
  cell(index: number): DayCell | undefined;
  /** The number of the day at a place, −1 for none. */
  dayAt(x: number, y: number): number;
  /** The squares of the days that `keep` keeps. Squares of days without data are among those of every day. */
  paths(keep: (index: number) => boolean): DayPaths;
}

/** Everything a calendar is drawn by. */
export function calendarScene({ width, fontSize, locale, measure, days, classes }: CalendarInput): CalendarScene {
  const [first, last] = [days[0]?.day ?? 0, days[days.length - 1]?.day ?? 0];
  const left = Math.ceil(Math.max(...[0, 2, 4, 6].map((weekday) => measure(weekdayName(weekday, locale))))) + 8;
  const layout = calendarLayout(first, last, { width, lineHeight: fontSize * 1.4, left });
  const { size, cells } = layout;
  const numberOf = new Map(days.map(({ day }, index) => [day, index]));
  const numbers = cells.map(({ day }) => numberOf.get(day) ?? -1);
  const cellOf: DayCell[] = [];
  numbers.forEach((index, at) => {
    if (index >= 0) cellOf[index] = cells[at] as DayCell;
  });
  const near = (from: number, x: number): boolean => x >= from - GAP / 2 && x < from + size + GAP / 2;
  return {
    ...layout,
    width,
    texts: textsOf(layout, locale),
    cell: (index) => cellOf[index],
    dayAt: (x, y) => cellOf.findIndex((cell) => near(cell.x, x) && near(cell.y, y)),
    paths: (keep) => pathsOf(layout, numbers, days, classes, keep),
  };
}

function textsOf({ weekdays, names }: CalendarLayout, locale: Locale): CalendarScene['texts'] {
  return [
    ...weekdays.map(({ weekday, y }) => ({ x: 0, y, text: weekdayName(weekday, locale), strong: false })),
    ...names.map(({ instant, kind, x, y }) => ({ x, y, text: kind === 'year' ? formatDate(instant, { style: 'year' }, locale) : monthName(instant, locale), strong: kind === 'year' })),
  ];
}

function pathsOf({ cells, size }: CalendarLayout, numbers: readonly number[], days: readonly CalendarDay[], classes: DayClasses, keep: (index: number) => boolean): DayPaths {
  const filled = classes.classes.map(() => '');
  let [zero, missing] = ['', ''];
  cells.forEach(({ x, y }, at) => {
    const index = numbers[at] ?? -1;
    if (!keep(index)) return;
    const value = days[index]?.value ?? Number.NaN;
    const place = classes.of(value);
    // A line lies on both sides of its path: half a pixel in, so that its square is as large as the others.
    if (Number.isNaN(value)) missing += square(x + 0.5, y + 0.5, size - 1);
    else if (place < 0) zero += square(x + 0.5, y + 0.5, size - 1);
    else filled[place] += square(x, y, size);
  });
  return { classes: filled, zero, missing };
}

function square(x: number, y: number, size: number): string {
  return `M${round(x)} ${round(y)}h${round(size)}v${round(size)}h${-round(size)}z`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
