import { expect, it } from 'vitest';
import { areaText, areaUnitOf, areaWriting, changeText, shareText } from './land-use-words.js';

it('writes areas in one unit, without fractions where they are large', () => {
  expect(areaText(10_000, areaWriting('square-meter', 'mu', 10_000))).toBe('15.00');
  expect(areaText(12_345_678_900, areaWriting('square-meter', 'hectare', 12_345_678_900))).toBe('1,234,568');
  expect(areaText(2, areaWriting('hectare', 'square-meter', 2))).toBe('20,000');
});

it('writes changes with their sign, and nothing that is not seen', () => {
  const writing = areaWriting('square-meter', 'hectare', 1e6);
  expect([changeText(20_000, 10_000, writing), changeText(10_000, 20_000, writing), changeText(1, 0, writing)]).toEqual(['+1.00', '−1.00', '0']);
});

it('writes shares, and a dash where there is no whole', () => {
  expect([shareText(1, 3), shareText(1, 0)]).toEqual(['33.33%', '—']);
});

it('reads units by any of their names', () => {
  expect([areaUnitOf('公顷'), areaUnitOf('亩'), areaUnitOf('m2'), areaUnitOf('km')]).toEqual(['hectare', 'mu', 'square-meter', undefined]);
});
