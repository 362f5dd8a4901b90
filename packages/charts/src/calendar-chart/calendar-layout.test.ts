import { shanghaiInstant, shanghaiParts } from '@yizhangtu/base/dates';
import { describe, expect, it } from 'vitest';
import { calendarLayout, weekdayFromMonday, type CalendarLayout } from './calendar-layout.js';

const at = (year: number, month: number, day: number) => shanghaiInstant(year, month, day);
const WIDE = { width: 800, lineHeight: 18, left: 30 };
const NARROW = { width: 340, lineHeight: 18, left: 30 };

const apart = ({ cells, size }: CalendarLayout) => {
  expect(new Set(cells.map(({ x, y }) => `${x},${y}`)).size).toBe(cells.length);
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

  it('stacks years, with a line before each month but the first', () => {
    const { cells, names, borders } = calendarLayout(at(2024, 5, 1), at(2025, 2, 1), WIDE);
    expect(cells).toHaveLength(366 + 365);
    expect(names.filter(({ kind }) => kind === 'year')).toHaveLength(2);
    expect(borders.match(/M/g)).toHaveLength(22);
  });

  it('parts months: no day of one is on the side of the other', () => {
    const { cells, borders, size } = calendarLayout(at(2026, 1, 1), at(2026, 12, 31), WIDE);
    // 1 September 2026 is a Tuesday: the line comes down right of the Monday before it, and goes on left of the first.
    const [monday, tuesday] = [at(2026, 8, 31), at(2026, 9, 1)].map((day) => cells.find((cell) => cell.day === day));
    expect(monday?.x).toBe(tuesday?.x);
    const [x, y] = [(tuesday?.x ?? 0) - 1, (tuesday?.y ?? 0) - 1];
    expect(borders).toContain(`M${x + size + 2} ${y - size - 2}V${y}H${x}V`);
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
    expect(calendarLayout(at(2024, 12, 1), at(2025, 1, 3), NARROW).names.filter(({ kind }) => kind === 'year')).toHaveLength(2);
  });
});
