import type { Answer } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { changeFrom, indicatorFigure, indicatorValue, measuredUnit, parsedShare, targetState } from './indicator-figures.js';

const answer: Answer = {
  groups: [
    { key: true, count: 6, values: [6] },
    { key: false, count: 2, values: [2] },
  ],
  total: { key: null, count: 8, values: [8] },
};

describe('indicatorValue', () => {
  it('is the total', () => {
    expect(indicatorValue(answer, undefined, undefined)).toBe(8);
  });

  it('is the total per head', () => {
    expect(indicatorValue(answer, undefined, 4)).toBe(2);
  });

  it('is the part of one value in percent', () => {
    expect(indicatorValue(answer, { field: 'open', value: 'true' }, undefined)).toBe(75);
    expect(indicatorValue(answer, { field: 'open', value: 'none' }, undefined)).toBe(0);
  });

  it('is unknown, not zero, when nothing is there', () => {
    expect(
      indicatorValue({ groups: [], total: { key: null, count: 0, values: [0] } }, { field: 'a', value: 'b' }, undefined),
    ).toBeNaN();
  });
});

describe('parsedShare', () => {
  it('reads field and value', () => {
    expect(parsedShare('open=true')).toEqual({ field: 'open', value: 'true' });
    expect(parsedShare('fee = 免费')).toEqual({ field: 'fee', value: '免费' });
    expect(parsedShare('open')).toBeUndefined();
  });
});

describe('changeFrom', () => {
  it('is relative to the size of the earlier value', () => {
    expect(changeFrom(110, 100)).toBeCloseTo(0.1);
    expect(changeFrom(-5, -10)).toBeCloseTo(0.5);
    expect(changeFrom(1, 0)).toBeUndefined();
    expect(changeFrom(1, undefined)).toBeUndefined();
  });
});

describe('targetState', () => {
  it('knows targets to reach and limits to keep', () => {
    expect(targetState(2.597, 2.6, false)?.reached).toBe(true);
    expect(targetState(2.597, 2.6, false, 3)?.reached).toBe(false);
    expect(targetState(2.31, 2.6, false)).toEqual({ reached: false, light: 'missed', progress: 2.31 / 2.6 });
    expect(targetState(2.6, 2.6, false)).toEqual({ reached: true, light: 'reached', progress: 1 });
    expect(targetState(30, 35, true)?.reached).toBe(true);
    expect(targetState(Number.NaN, 1, false)).toBeUndefined();
  });

  it('is near within a margin, for targets and for limits', () => {
    expect([96, 95, 94.99].map((value) => targetState(value, 100, false, 2, 5)?.light)).toEqual(['near', 'near', 'missed']);
    expect([35, 36, 38.5].map((value) => targetState(value, 35, true, 2, 5)?.light)).toEqual(['reached', 'near', 'missed']);
    expect(targetState(1, 0, true, 2, 5)?.light).toBe('missed');
  });
});

describe('indicatorFigure', () => {
  it('keeps number and unit apart', () => {
    expect(indicatorFigure(1284, { unit: '处', digits: undefined, compact: false }, 'zh-CN')).toEqual({
      number: '1,284',
      unit: '处',
      text: '1,284 处',
    });
  });

  it('shortens to 万 and K, the unit behind', () => {
    expect(indicatorFigure(6234567, { unit: '㎡', digits: 1, compact: true }, 'zh-CN').text).toBe('623.5 万㎡');
    expect(indicatorFigure(6234567, { unit: 'm²', digits: 1, compact: true }, 'en').text).toBe('6.2 M m²');
  });

  it('takes 万 and 亿 of the unit into the step', () => {
    expect(indicatorFigure(51_669_500, { unit: '万元', digits: 2, compact: true }, 'zh-CN').text).toBe('5,166.95 亿元');
    expect(indicatorFigure(0.5, { unit: '万元', digits: undefined, compact: true }, 'zh-CN').text).toBe('5,000 元');
    expect(indicatorFigure(51_669_500, { unit: '×10K CNY', digits: 1, compact: true }, 'en').text).toBe('516.7 B CNY');
    expect(indicatorFigure(51.669, { unit: '×100M CNY', digits: 2, compact: true }, 'en').text).toBe('5.17 B CNY');
    expect(indicatorFigure(51_669, { unit: '×10K CNY', digits: 0, compact: false }, 'en').text).toBe('517 M CNY');
    expect(indicatorFigure(12_000, { unit: '亿元', digits: undefined, compact: true }, 'zh-CN').text).toBe('1.2 万亿元');
  });
});

describe('measuredUnit', () => {
  const sum = { measure: { kind: 'sum', field: 'areaM2' } as const, share: false, given: '㎡', size: 6_000 };

  it('converts into another unit of the same quantity', () => {
    expect(measuredUnit({ ...sum, wanted: '公顷' }, 'zh-CN')).toEqual({ text: '公顷', per: 1e-4 });
    expect(measuredUnit({ ...sum, wanted: '亩' }, 'zh-CN').per * 6_000).toBeCloseTo(9, 12);
    expect(measuredUnit({ ...sum, size: -2e6, wanted: 'auto' }, 'zh-CN').text).toBe('平方公里');
  });

  it('keeps the number where the unit is the same, unknown or of something else', () => {
    expect(measuredUnit({ ...sum, wanted: undefined }, 'en')).toEqual({ text: 'm²', per: 1 });
    expect(measuredUnit({ ...sum, wanted: '处' }, 'zh-CN')).toEqual({ text: '处', per: 1 });
    expect(measuredUnit({ ...sum, given: undefined, wanted: '公顷' }, 'zh-CN')).toEqual({ text: '公顷', per: 1 });
  });

  it('never converts shares and counts', () => {
    expect(measuredUnit({ ...sum, share: true, wanted: undefined }, 'zh-CN')).toEqual({ text: '%', per: 1 });
    expect(measuredUnit({ ...sum, measure: { kind: 'distinct', field: 'areaM2' }, wanted: '公顷' }, 'zh-CN').per).toBe(1);
  });
});
