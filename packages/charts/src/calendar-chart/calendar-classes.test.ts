import { describe, expect, it } from 'vitest';
import { calendarBreaks, dayClasses } from './calendar-classes.js';

const COUNTS = { whole: true, adds: true };

describe('dayClasses', () => {
  it('puts every value into the class whose words hold it, zero and nothing into none', () => {
    const { classes, of, zero } = dayClasses([0, 1, 4, 9, 12, 30, Number.NaN], calendarBreaks('5,10'), COUNTS);
    expect(classes.map(({ label }) => label.zh)).toEqual(['1–4', '5–9', '10 及以上']);
    expect([0, Number.NaN, 1, 4, 5, 9, 10, 30].map(of)).toEqual([-1, -1, 0, 0, 1, 1, 2, 2]);
    expect(zero).toBe(true);
  });

  it('finds limits that each class has days in', () => {
    const values = Array.from({ length: 365 }, (_, day) => (day * 7919) % 180);
    const { classes, of } = dayClasses(values, calendarBreaks('5'), COUNTS);
    expect(classes).toHaveLength(5);
    expect(new Set(values.map(of))).toEqual(new Set([-1, 0, 1, 2, 3, 4]));
    expect(classes.map(({ strength }) => strength)).toEqual([...classes.map(({ strength }) => strength)].sort((a, b) => a - b));
  });

  it('has zero as a value like any other in means, and where values are negative', () => {
    expect(dayClasses([-3, 0, 4], calendarBreaks('0,'), { whole: false, adds: true }).of(0)).toBe(1);
    expect(dayClasses([0, 4], calendarBreaks('2,'), { whole: false, adds: false }).zero).toBe(false);
  });

  it('takes the colours of a ramp that is named, and none for no values', () => {
    expect(dayClasses([1, 2, 3, 4], calendarBreaks('2:equal:reds'), COUNTS).classes.every(({ color }) => color?.startsWith('#'))).toBe(true);
    expect(dayClasses([1, 2], calendarBreaks('2'), COUNTS).classes[0]?.color).toBeUndefined();
    expect(dayClasses([0, 0], calendarBreaks('5'), COUNTS).classes).toEqual([]);
    expect(() => calendarBreaks('often')).toThrow(/often/);
  });
});
