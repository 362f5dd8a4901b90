import { describe, expect, it } from 'vitest';
import { halfWidth, withGaps } from './text.js';

describe('text', () => {
  it.each([
    ['第3类', '第\u20093\u2009类'],
    ['使用WGS84坐标', '使用\u2009WGS84\u2009坐标'],
    ['占80%以上', '占\u200980%\u2009以上'],
    ['已有 3 处', '已有 3 处'],
    ['plain', 'plain'],
    ['全民健身', '全民健身'],
  ])('sets gaps in %s', (text, gapped) => {
    expect(withGaps(text)).toBe(gapped);
    expect(withGaps(gapped)).toBe(gapped);
  });

  it('makes full-width signs half-width', () => {
    expect(halfWidth('12.3,(ABc)\u3000x')).toBe('12.3,(ABc) x');
  });
});
