import { describe, expect, it } from 'vitest';
import { dayInstant, dayText } from './days.js';

describe('days', () => {
  it('begin and end at midnight in China', () => {
    expect(dayInstant('2026-03-01')).toBe(Date.parse('2026-03-01T00:00:00+08:00'));
    expect(dayInstant('2026-03-01', true)).toBe(Date.parse('2026-03-02T00:00:00+08:00') - 1);
  });
  it('come back as the same words', () => {
    for (const day of ['2026-12-31', '2024-02-29', '1988-04-17', '1990-09-16']) {
      expect([dayText(dayInstant(day)), dayText(dayInstant(day, true))]).toEqual([day, day]);
    }
  });
  it('are nothing for nothing', () => {
    expect([dayText(undefined), dayText(NaN), dayInstant(''), dayInstant('soon')]).toEqual(['', '', undefined, undefined]);
  });
});
