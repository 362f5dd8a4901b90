import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChange, formatCompact, formatNumber, formatPercent, parseNumber, roundTo } from './number-format.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const everyday = fc.double({ min: -1e15, max: 1e15, noNaN: true });

describe('formatNumber', () => {
  it.each([
    [0, {}, '0'],
    [-0, {}, '0'],
    [1284, {}, '1,284'],
    [1234567.891, {}, '1,234,567.891'],
    [1234567.891, { digits: 1 }, '1,234,567.9'],
    [999.9999, {}, '1,000'],
    [999.9999, { digits: 2 }, '1,000.00'],
    [1.005, { digits: 2 }, '1.01'],
    [2.5, { digits: 0 }, '3'],
    [-2.5, { digits: 0 }, '-3'],
    [0.5, { digits: 0 }, '1'],
    [0.49, { digits: 0 }, '0'],
    [-0.001, { digits: 2 }, '0.00'],
    [0.0000001, { maxDigits: 8 }, '0.0000001'],
    [1e21, {}, '1,000,000,000,000,000,000,000'],
    [123456789.12, { grouping: 'none' }, '123456789.12'],
    [3992467.72, { grouping: 'space' }, '3\u2009992\u2009467.72'],
    [12, { sign: 'always' }, '+12'],
    [-12, { sign: 'always' }, '-12'],
    [0.001, { sign: 'always', digits: 1 }, '0.0'],
    [NaN, {}, '—'],
    [null, {}, '—'],
    [undefined, {}, '—'],
    [Infinity, {}, '∞'],
    [-Infinity, {}, '-∞'],
    [Infinity, { sign: 'always' }, '+∞'],
  ] as const)('writes %s with %o as %s', (value, options, text) => {
    expect(formatNumber(value, options)).toBe(text);
  });

  it('agrees with Intl wherever Intl rounds the same way', () => {
    const intl = new Intl.NumberFormat('en', { maximumFractionDigits: 3, roundingMode: 'halfExpand' } as Intl.NumberFormatOptions);
    fc.assert(
      fc.property(everyday, (value) => {
        const ours = formatNumber(value);
        expect(ours === '0' ? '0' : ours).toBe(intl.format(value).replace(/^-0$/, '0'));
      }),
    );
  });

  it('loses at most half a unit of its last digit, and reads back', () => {
    fc.assert(
      fc.property(everyday, fc.integer({ min: 0, max: 6 }), (value, digits) => {
        const back = parseNumber(formatNumber(value, { digits }));
        expect(Math.abs(back - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits * (1 + 1e-9) + Math.abs(value) * 2 ** -52);
      }),
    );
  });

  it('keeps every finite number within 20 digits of its sign and size', () => {
    fc.assert(
      fc.property(finite, (value) => {
        const back = parseNumber(formatNumber(value, { maxDigits: 20 }));
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.max(5.1e-21, Math.abs(value) * 2 ** -52));
      }),
    );
  });
});

describe('roundTo', () => {
  it.each([
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [1234.5, 0, 1235],
    [0.1 + 0.2, 10, 0.3],
  ])('rounds %s to %i digits as %s', (value, digits, rounded) => {
    expect(roundTo(value, digits)).toBe(rounded);
  });

  it('does nothing to a number that it has rounded already', () => {
    fc.assert(
      fc.property(everyday, fc.integer({ min: 0, max: 8 }), (value, digits) => {
        const once = roundTo(value, digits);
        expect(roundTo(once, digits)).toBe(once);
      }),
    );
  });

  it('leaves NaN and the infinite alone', () => {
    expect(roundTo(NaN, 2)).toBeNaN();
    expect(roundTo(-Infinity, 2)).toBe(-Infinity);
  });
});

describe('formatCompact', () => {
  it.each([
    [0, '0'],
    [9999, '9,999'],
    [10000, '1万'],
    [12345, '1.23万'],
    [-12345, '-1.23万'],
    [99_994_999, '9,999.5万'],
    [99_999_999, '1亿'],
    [123_456_789, '1.23亿'],
    [1_234_567_890_123, '1.23万亿'],
    [9999.999, '1万'],
    [NaN, '—'],
    [Infinity, '∞'],
  ])('writes %s as %s in Chinese', (value, text) => {
    expect(formatCompact(value, {}, 'zh-CN').text).toBe(text);
  });

  it.each([
    [999, '999'],
    [999.999, '1K'],
    [1234, '1.23K'],
    [999_999, '1M'],
    [1_234_567, '1.23M'],
    [-2.5e9, '-2.5B'],
    [7e12, '7T'],
  ])('writes %s as %s in English', (value, text) => {
    expect(formatCompact(value, {}, 'en').text).toBe(text);
  });

  it('gives the number and its unit apart', () => {
    expect(formatCompact(123456, { digits: 1 }, 'zh-CN')).toEqual({ text: '12.3万', number: '12.3', unit: '万' });
  });

  it('starts where it is told to', () => {
    expect(formatCompact(12345, { from: 1e5 }, 'zh-CN').text).toBe('12,345');
    expect(formatCompact(123456, { from: 1e5 }, 'zh-CN').text).toBe('12.35万');
  });

  it('reads back within half a unit of the last digit of its step', () => {
    fc.assert(
      fc.property(everyday, fc.constantFrom('zh-CN' as const, 'en' as const), (value, locale) => {
        const back = parseNumber(formatCompact(value, {}, locale).text);
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.max(0.0051, Math.abs(value) * 0.00501));
      }),
    );
  });

  it('never shows more than a step holds', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e4, max: 9e11, noNaN: true }), (value) => {
        expect(Math.abs(parseNumber(formatCompact(value, {}, 'zh-CN').number))).toBeLessThan(10000);
      }),
    );
  });
});

describe('formatPercent', () => {
  it.each([
    [0.1234, {}, '12.3%'],
    [0.07, { maxDigits: 15 }, '7%'],
    [1, {}, '100.0%'],
    [0.1234, { sign: 'always' }, '+12.3%'],
    [-0.00001, { sign: 'always' }, '0.0%'],
    [0.012, { as: 'points' }, '1.2 个百分点'],
    [null, {}, '—'],
    [Infinity, {}, '∞%'],
  ] as const)('writes %s with %o as %s', (value, options, text) => {
    expect(formatPercent(value, options, 'zh-CN')).toBe(text);
  });

  it('writes percentage points in English', () => {
    expect(formatPercent(0.012, { as: 'points' }, 'en')).toBe('1.2 pp');
  });
});

describe('formatChange', () => {
  it.each([
    [0.123, {}, 'up', '↑', '+12.3%', '同比增长 12.3%'],
    [-0.032, { basis: 'period' }, 'down', '↓', '-3.2%', '环比下降 3.2%'],
    [0.0004, {}, 'flat', '→', '0.0%', '同比持平'],
    [0.012, { as: 'points' }, 'up', '↑', '+1.2 个百分点', '同比提高 1.2 个百分点'],
    [-0.012, { as: 'points', basis: 'none' }, 'down', '↓', '-1.2 个百分点', '降低 1.2 个百分点'],
    [NaN, {}, 'unknown', '', '—', '同比—'],
  ] as const)('says %s with %o', (ratio, options, direction, arrow, number, text) => {
    expect(formatChange(ratio, options, 'zh-CN')).toEqual({ direction, arrow, number, text });
  });

  it.each([
    [0.123, 'up 12.3% year on year'],
    [-0.5, 'down 50.0% year on year'],
    [0, 'unchanged year on year'],
  ])('says %s in English', (ratio, text) => {
    expect(formatChange(ratio, {}, 'en').text).toBe(text);
  });
});

describe('parseNumber', () => {
  it.each([
    ['1,284', 1284],
    ['1,234.5', 1234.5],
    ['-3', -3],
    ['−3', -3],
    ['1.23万', 12300],
    ['2 亿', 2e8],
    ['1.5万亿', 1.5e12],
    ['12.3%', 0.123],
    ['3 992 467.72', 3992467.72],
    ['1.5e3', 1500],
    ['2.5k', 2500],
    ['-∞', -Infinity],
    ['.5', 0.5],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each(['', '—', 'abc', '1,23', '1.2.3', '12 人', '--1', '1-2'])('does not take %j for a number', (text) => {
    expect(parseNumber(text)).toBeNaN();
  });
});
