import { describe, expect, it, test } from 'vitest';
import { paperSize, roundScale, scaleFrom } from './paper.js';

test('paper lies or stands', () => {
  expect([paperSize('A4', 'landscape'), paperSize('A3', 'portrait')]).toEqual([[297, 210], [297, 420]]);
});

describe('roundScale', () => {
  it.each([[43_817, 50_000], [50_000, 50_000], [50_000.0000001, 50_000], [50_001, 60_000], [9_999, 10_000], [61_000, 75_000], [1_100_000, 1_250_000]])('1:%d → 1:%d', (value, round) => {
    expect(roundScale(value)).toBe(round);
  });
  it('never makes the map smaller than a third more than needed', () => {
    for (let value = 12; value < 5e8; value *= 1.173) expect(roundScale(value) / value).toBeLessThan(1.34);
    expect(roundScale(Number.NaN)).toBeNaN();
  });
});

test('scales as people write them', () => {
  expect(['1:50000', '1：50,000', '5万', ' 2.5 万 ', '25000'].map(scaleFrom)).toEqual([50_000, 50_000, 50_000, 25_000, 25_000]);
  expect(['', '1:', 'abc', '0', '5', '1:-3', '9e99'].map(scaleFrom)).toEqual(Array.from({ length: 7 }, () => undefined));
});
