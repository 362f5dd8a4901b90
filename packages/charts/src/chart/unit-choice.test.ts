import { describe, expect, it } from 'vitest';
import { shownUnit, usefulDigits } from './unit-choice.js';

describe('shownUnit', () => {
  it('converts areas into 公顷, 亩 and 平方公里', () => {
    expect(shownUnit('㎡', '公顷', 1, 'zh-CN')).toEqual({ text: '公顷', per: 1e-4 });
    expect(shownUnit('公顷', '亩', 1, 'zh-CN').per).toBeCloseTo(15);
    expect(shownUnit('㎡', 'square-kilometer', 1, 'zh-CN').per).toBe(1e-6);
  });

  it('chooses the everyday unit of the largest number', () => {
    expect(shownUnit('㎡', 'auto', 5000, 'zh-CN').text).toBe('㎡');
    expect(shownUnit('㎡', 'auto', 50_000, 'zh-CN')).toEqual({ text: '公顷', per: 1e-4 });
    expect(shownUnit('㎡', 'auto', 5e7, 'zh-CN')).toEqual({ text: '平方公里', per: 1e-6 });
  });

  it('keeps the unit of the data when nothing is asked for, in the language of the reader', () => {
    expect(shownUnit('公顷', undefined, 1, 'zh-CN')).toEqual({ text: '公顷', per: 1 });
    expect(shownUnit('公顷', undefined, 1, 'en')).toEqual({ text: 'ha', per: 1 });
    expect(shownUnit(undefined, undefined, 1, 'en')).toEqual({ text: '', per: 1 });
  });

  it('takes words as they are, and never converts what measures something else', () => {
    expect(shownUnit(undefined, '处', 1, 'zh-CN')).toEqual({ text: '处', per: 1 });
    expect(shownUnit('人', '公顷', 1, 'zh-CN')).toEqual({ text: '公顷', per: 1 });
    expect(shownUnit('处', 'auto', 1, 'zh-CN')).toEqual({ text: '处', per: 1 });
  });
});

describe('usefulDigits', () => {
  it('leaves about three figures', () => {
    expect([1234, 100, 99.9, 9.99, 0.5].map(usefulDigits)).toEqual([0, 0, 1, 2, 2]);
  });
});
