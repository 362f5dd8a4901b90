import { describe, expect, it } from 'vitest';
import { gaugeScale, reachedThreshold } from './gauge-scale.js';

const LEVELS = [
  { value: 90, label: '优' },
  { value: 60, label: '中' },
  { value: 75, label: '良' },
];

describe('gaugeScale', () => {
  it('places values, and those beyond its ends at them', () => {
    const { at } = gaugeScale(-20, 40, []);
    expect([-20, 10, 40, -99, 99].map(at)).toEqual([0, 0.5, 1, 0, 1]);
  });

  it('fills the scale with bands side by side, whatever their order in the words', () => {
    const { bands } = gaugeScale(0, 100, LEVELS);
    expect(bands.map(({ label, from, to, index }) => [label, from, to, index])).toEqual([['', 0, 60, -1], ['中', 60, 75, 1], ['良', 75, 90, 2], ['优', 90, 100, 0]]);
  });

  it('leaves out bands beyond the scale and cuts those over its ends', () => {
    const { bands } = gaugeScale(70, 80, LEVELS);
    expect(bands.map(({ label, from, to }) => [label, from, to])).toEqual([['中', 70, 75], ['良', 75, 80]]);
    expect(gaugeScale(0, 100, []).bands).toEqual([]);
  });
});

describe('reachedThreshold', () => {
  it('is the highest that is not above the value', () => {
    expect([59.9, 60, 74.99, 75, 1000].map((value) => reachedThreshold(value, LEVELS)?.label)).toEqual([undefined, '中', '中', '良', '优']);
    expect(reachedThreshold(Number.NaN, LEVELS)).toBeUndefined();
  });
});
