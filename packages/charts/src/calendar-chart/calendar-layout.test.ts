import { shanghaiInstant, shanghaiParts } from '@yizhangtu/base/dates';
import { describe, expect, it } from 'vitest';
import { calendarLayout, daysBetween, weekdayFromMonday, type CalendarLayout } from './calendar-layout.js';

const at = (year: number, month: number, day: number) => shanghaiInstant(year, month, day);
const WIDE = { width: 800, lineHeight: 18, left: 30 };
const NARROW = { width: 340, lineHeight: 18, left: 30 };

const apart = ({ cells, size }: CalendarLayout) => {
  const taken = new Set(cells.map(({ x, y }) => `${x},${y}`));
  expect(taken.size).toBe(cells.length);
  expect(size).toBeGreaterThanOrEqual(10);
};

describe('calendarLayout', () => {
  it('has every day of the year once, leap years too', () => {
    expect(calendarLayout(at(2024, 1, 1), at(2024, 12, 31), WIDE).cells).toHaveLength(366);
    expect(calendarLayout(at(2025, 3, 1), at(2025, 3, 2), WIDE).cells).toHaveLength(365);
    for (const box of [WIDE, NARROW]) apart(calendarLayout(at(2024, 1, 1), at(2024, 12, 31), box));
  });

  it('begins weeks on Monday: all days of a row are the same weekday', () => {
    const { cells } = calendarLayout(at(2026, 1, 1), at(2026, 12, 31), WIDE);
    const top = Math.min(...cells.map(({ y }) => y));
    for (const { day, y } of cells) if (y === top) expect(shanghaiParts(day).weekday).toBe(1);
    expect(weekdayFromMonday(at(2026, 6, 7))).toBe(6);
  });

  it('stacks years', () => {
    const { cells, names } = calendarLayout(at(2024, 5, 1), at(2025, 2, 1), WIDE);
    expect(cells).toHaveLength(366 + 365);
    expect(names.filter(({ kind }) => kind === 'year')).toHaveLength(2);
  });

  it('becomes blocks of months where a year of weeks would be too small, inside its width', () => {
    const layout = calendarLayout(at(2025, 1, 1), at(2025, 12, 31), NARROW);
    expect(layout.form).toBe('months');
    expect(layout.cells).toHaveLength(365);
    for (const { x, y } of layout.cells) {
      expect(x + layout.size).toBeLessThanOrEqual(340);
      expect(y + layout.size).toBeLessThanOrEqual(layout.height);
    }
    expect(layout.names).toHaveLength(12);
  });
});

describe('daysBetween', () => {
  it('counts days through summer time of 1986, which has one of 23 hours', () => {
    const days = daysBetween(at(1986, 5, 1), at(1986, 5, 10));
    expect(days.map((day) => shanghaiParts(day).day)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(days.map((day) => shanghaiParts(day).hour))).toEqual(new Set([0]));
  });
});
