import { describe, expect, it } from 'vitest';
import { axisTexts } from './axis-texts.js';

describe('axisTexts', () => {
  it('leaves numbers below ten thousand as they are', () => {
    expect(axisTexts([0, 2000, 4000, 6000], 'zh-CN')).toEqual(['0', '2,000', '4,000', '6,000']);
    expect(axisTexts([0, 0.5, 1], 'zh-CN')).toEqual(['0', '0.5', '1.0']);
  });

  it('shortens ticks, each by its own size, without needless digits', () => {
    expect(axisTexts([0, 5000, 10000, 15000], 'zh-CN')).toEqual(['0', '5,000', '1万', '1.5万']);
    expect(axisTexts([0, 5e7, 1e8], 'zh-CN')).toEqual(['0', '5,000万', '1亿']);
    expect(axisTexts([-20000, 0, 20000], 'zh-CN')).toEqual(['-2万', '0', '2万']);
    expect(axisTexts([0, 5000, 10000], 'en')).toEqual(['0', '5K', '10K']);
    expect(axisTexts([500, 2000, 10000], 'en')).toEqual(['500', '2K', '10K']);
    expect(axisTexts([0, 2500, 5000, 7500, 10000], 'en')).toEqual(['0', '2.5K', '5K', '7.5K', '10K']);
    expect(axisTexts([-1e6, -5e5, 0, 5e5], 'en')).toEqual(['-1M', '-500K', '0', '500K']);
    expect(axisTexts([500, 1000, 1500, 2000], 'en')).toEqual(['500', '1,000', '1,500', '2,000']);
    expect(axisTexts([0, 2e6, 4e6], 'en')).toEqual(['0', '2M', '4M']);
  });

  it('leaves small numbers readable beside large ones', () => {
    expect(axisTexts([0, 100, 500, 12000], 'zh-CN')).toEqual(['0', '100', '500', '12,000']);
    expect(axisTexts([0, 100, 500, 12000], 'en')).toEqual(['0', '100', '500', '12,000']);
    expect(axisTexts([0, 2500, 5000, 7500, 10000], 'zh-CN')).toEqual(['0', '2,500', '5,000', '7,500', '10,000']);
  });

  it('does not shorten where that would take more digits than it saves', () => {
    expect(axisTexts([10005, 10010, 10015], 'zh-CN')).toEqual(['10,005', '10,010', '10,015']);
  });

  it('has a text for a single tick and for none', () => {
    expect(axisTexts([30000], 'zh-CN')).toEqual(['3万']);
    expect(axisTexts([], 'en')).toEqual([]);
  });
});
