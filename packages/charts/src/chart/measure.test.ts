import { describe, expect, it } from 'vitest';
import { isAdditive, parsedMeasure } from './measure.js';

describe('parsedMeasure', () => {
  it('reads a kind and its field', () => {
    expect(parsedMeasure('count', 'yzt-bar-chart')).toEqual({ kind: 'count' });
    expect(parsedMeasure(' sum:areaM2', 'yzt-bar-chart')).toEqual({ kind: 'sum', field: 'areaM2' });
    expect(parsedMeasure('mean:dc:price', 'yzt-bar-chart')).toEqual({ kind: 'mean', field: 'dc:price' });
  });

  it('names the tag, the value and the remedy when it cannot', () => {
    expect(() => parsedMeasure('median:x', 'yzt-bar-chart')).toThrowError(/<yzt-bar-chart>.*median:x.*sum:areaM2/s);
    expect(() => parsedMeasure('sum', 'yzt-bar-chart')).toThrowError(/measure="sum"/);
  });
});

describe('isAdditive', () => {
  it('holds for counts and sums only', () => {
    expect(['count', 'sum:a', 'mean:a', 'max:a'].map((text) => isAdditive(parsedMeasure(text, 't')))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
