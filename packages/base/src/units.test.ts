import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, formatQuantity, quantityOf, UNIT_IDS, unitOf, unitSymbol, writtenUnit, type UnitId } from './units.js';

const unitIds = fc.constantFrom(...UNIT_IDS);

describe('units', () => {
  it.each([
    [1, 'hectare', 'mu', 15],
    [1, 'square-kilometer', 'mu', 1500],
    [1, 'mu', 'square-meter', 666.6666666666666],
    [1, 'ten-thousand-mu', 'hectare', 10000 / 15],
    [1, 'nautical-mile', 'meter', 1852],
    [1, 'knot', 'kilometer-per-hour', 1.852],
    [36, 'kilometer-per-hour', 'meter-per-second', 10],
    [999636.499, 'square-meter', 'mu', 1499.4547485],
  ] as const)('converts %s %s to %s as %s', (value, from, to, result) => {
    expect(convert(value, from, to)).toBeCloseTo(result, 9);
  });

  it('comes back from every unit of the same quantity', () => {
    fc.assert(
      fc.property(unitIds, unitIds, fc.double({ min: -1e12, max: 1e12, noNaN: true }), (a, b, value) => {
        if (quantityOf(a) !== quantityOf(b)) {
          expect(() => convert(value, a, b)).toThrow(RangeError);
          return;
        }
        expect(Math.abs(convert(convert(value, a, b), b, a) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-14 + Number.MIN_VALUE * 1e8);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives no spelling to two units', () => {
    for (const id of UNIT_IDS) {
      expect(unitOf(id)).toBe(id);
      expect(unitOf(unitSymbol(id, 'zh-CN'))).toBe(id);
      expect(unitOf(unitSymbol(id, 'en'))).toBe(id);
    }
  });

  it.each([
    ['㎡', 'square-meter'],
    ['m2', 'square-meter'],
    ['平方千米', 'square-kilometer'],
    [' km ', 'kilometer'],
    ['处', undefined],
    ['', undefined],
  ])('knows %j as %s', (name, id) => {
    expect(unitOf(name)).toBe(id);
  });
});

describe('formatQuantity', () => {
  it.each([
    [1284, '处', {}, '1,284 处', '1,284', '处'],
    [12345, '处', { compact: true }, '1.23 万处', '1.23', '万处'],
    [999636.499, '㎡', {}, '999,636.5 ㎡', '999,636.5', '㎡'],
    [999636.499, 'm2', { to: 'mu' }, '1,499.45 亩', '1,499.45', '亩'],
    [999636.499, 'm2', { to: 'auto' }, '99.96 公顷', '99.96', '公顷'],
    [5000, 'm2', { to: 'auto' }, '5,000 ㎡', '5,000', '㎡'],
    [11.293e9, 'square-meter', { to: 'auto' }, '11,293 平方公里', '11,293', '平方公里'],
    [800, 'hectare', { to: 'mu' }, '1.2 万亩', '1.2', '万亩'],
    [12.34567, 'hectare', { digits: 4 }, '12.3457 公顷', '12.3457', '公顷'],
    [12.5, 'km', {}, '12.5 km', '12.5', 'km'],
    [12.5, 'kilometer', {}, '12.5 公里', '12.5', '公里'],
    [350, 'm', { to: 'auto' }, '350 米', '350', '米'],
    [3704, 'm', { to: 'sea' }, '2 海里', '2', '海里'],
    [10, 'm/s', { to: 'sea' }, '19.4 节', '19.4', '节'],
    [12.34, 'm/s', { remark: { zh: '6级', en: 'force 6' } }, '12.3 m/s（6级）', '12.3', 'm/s'],
    [5, '处', { remark: { zh: '含在建', en: 'some unfinished' } }, '5 处（含在建）', '5', '处'],
    [NaN, 'm/s', { remark: { zh: '6级', en: 'force 6' } }, '—', '—', ''],
    [386, 'cm', {}, '386 cm', '386', 'cm'],
    [386, '厘米', { to: 'meter' }, '3.9 米', '3.9', '米'],
    [123456789, '元', { to: 'auto' }, '1.23 亿元', '1.23', '亿元'],
    [10257100, '人', { to: 'auto' }, '1,025.71 万人', '1,025.71', '万人'],
    [25.04, '℃', {}, '25℃', '25', '℃'],
    [80.7, '%', {}, '80.7%', '80.7', '%'],
    [5, '', {}, '5', '5', ''],
    [NaN, '亩', {}, '—', '—', ''],
    [null, '亩', { to: 'auto' }, '—', '—', ''],
    [-20000, 'm2', { to: 'auto' }, '-2 公顷', '-2', '公顷'],
    [Infinity, 'km', {}, '∞ km', '∞', 'km'],
  ] as const)('writes %s %s with %o as %s', (value, unit, options, text, number, shown) => {
    expect(formatQuantity(value, unit, options, 'zh-CN')).toMatchObject({ text, number, unit: shown });
  });

  it.each([
    [999636.499, 'm2', { to: 'mu' }, '1,499.45 mu'],
    [999636.499, '㎡', { to: 'auto' }, '99.96 ha'],
    [1234567, '平方公里', { compact: true }, '1.23M km²'],
    [12.34, 'm/s', { remark: { zh: '6级', en: 'force 6' } }, '12.3 m/s (force 6)'],
    [3704, '米', { to: 'sea' }, '2 nmi'],
    [7, 'sites', {}, '7 sites'],
    [12.4, '万元', { digits: 1 }, '124,000 CNY'],
    [1.1, '万元', { maxDigits: 12 }, '11,000 CNY'],
    [0.5, '亿元', { compact: true }, '50M CNY'],
    [123456789, '元', { to: 'auto' }, '123.46M CNY'],
    [800, 'hectare', { to: 'mu' }, '12K mu'],
  ] as const)('writes %s %s with %o in English as %s', (value, unit, options, text) => {
    expect(formatQuantity(value, unit, options, 'en').text).toBe(text);
  });

  it('says which unit it chose, and none for words', () => {
    expect(formatQuantity(2e4, 'm2', { to: 'auto' }, 'zh-CN').unitId).toBe('hectare' satisfies UnitId);
    expect(formatQuantity(2, '处', {}, 'zh-CN').unitId).toBeUndefined();
  });

  it('writes the unit of data in the words of a locale', () => {
    expect(['人', '万元', '㎡', '处', ''].map((unit) => writtenUnit(unit, 'zh-CN'))).toEqual(['人', '万元', '㎡', '处', '']);
    expect(['人', '万元', '㎡', '处', ''].map((unit) => writtenUnit(unit, 'en'))).toEqual(['people', '×10K CNY', 'm²', '处', '']);
  });

  it('refuses a unit that measures something else', () => {
    expect(() => formatQuantity(1, 'km', { to: 'mu' }, 'zh-CN')).not.toThrow();
    expect(() => formatQuantity(1, 'km', { to: 'hectare' }, 'zh-CN')).toThrow(RangeError);
  });
});
