import { describe, expect, it } from 'vitest';
import { thresholdColor, thresholdsFrom } from './thresholds.js';

describe('thresholdsFrom', () => {
  it('reads names, values and colours', () => {
    expect(thresholdsFrom('蓝色警戒=430:blue; 黄色警戒 = 460 : yellow；红线=-5.5')).toEqual([
      { label: '蓝色警戒', value: 430, color: 'blue' },
      { label: '黄色警戒', value: 460, color: 'yellow' },
      { label: '红线', value: -5.5 },
    ]);
    expect(thresholdsFrom('a=b=3:token:data-2')).toEqual([{ label: 'a=b', value: 3, color: 'token:data-2' }]);
    expect(thresholdsFrom('')).toEqual([]);
  });

  it('reads nothing else', () => {
    for (const words of ['430', '蓝色=', '蓝色=x', '=:blue']) expect(thresholdsFrom(words)).toBe(undefined);
  });
});

describe('thresholdColor', () => {
  it('takes 预警四色 from the standard, tokens and hex as they are', () => {
    const of = (color?: string) => thresholdColor({ value: 1, label: '', ...(color !== undefined && { color }) });
    expect(of('red')).toBe('#e60012');
    expect(of('token:data-2')).toBe('var(--yzt-data-2)');
    expect(of('#123456')).toBe('#123456');
    expect(of()).toBe(undefined);
  });
});
