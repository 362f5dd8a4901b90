import { describe, expect, it } from 'vitest';
import { isPartial, parsedCompleteTo, partialWords } from './periods.js';

const july = Date.UTC(2026, 5, 30, 16);

describe('parsedCompleteTo', () => {
  it('counts a day whole, in 北京时间, and takes a moment as it is', () => {
    expect(parsedCompleteTo('2026-06-30', 'yzt-x')).toBe(july);
    expect(parsedCompleteTo('2026-06-30T08:00', 'yzt-x')).toBe(Date.UTC(2026, 5, 30));
  });

  it('says what is no date', () => {
    expect(() => parsedCompleteTo('上半年', 'yzt-x')).toThrow(/yzt-x.*上半年/);
  });
});

describe('isPartial', () => {
  const year = { kind: 'time', unit: 'year' } as const;
  const bin = (from: number) => ({ key: Date.UTC(from - 1, 11, 31, 16), end: Date.UTC(from, 11, 31, 16) });

  it('is true for the period that the data end in', () => {
    expect([2025, 2026].map((one) => isPartial(bin(one), year, july))).toEqual([false, true]);
  });

  it('is false for a period that ends with the data, without a date, and for other bins', () => {
    expect(isPartial({ end: july }, year, july)).toBe(false);
    expect(isPartial(bin(2026), year, undefined)).toBe(false);
    expect(isPartial({ end: 1e15 }, { kind: 'number', width: 5 }, july)).toBe(false);
  });
});

it('names the last day', () => {
  expect(partialWords('2026年', july, 'zh-CN')).toBe('2026年（截至2026年6月30日）');
  expect(partialWords('2026', july, 'en')).toBe('2026 (up to 30 Jun 2026)');
});
