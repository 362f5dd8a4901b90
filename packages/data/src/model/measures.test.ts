import { describe, expect, it } from 'vitest';
import { isAdditive, measureWords, parsedMeasure } from './measures.js';

describe('parsedMeasure', () => {
  it('reads a kind and its field', () => {
    expect(parsedMeasure('count', 'yzt-bar-chart')).toEqual({ kind: 'count' });
    expect(parsedMeasure(' sum:areaM2', 'yzt-bar-chart')).toEqual({ kind: 'sum', field: 'areaM2' });
    expect(parsedMeasure('mean:dc:price', 'yzt-bar-chart')).toEqual({ kind: 'mean', field: 'dc:price' });
  });

  it.each([
    ['median:price', { kind: 'median', field: 'price' }],
    ['p90:price', { kind: 'quantile', field: 'price', p: 0.9 }],
    ['p2.5:price', { kind: 'quantile', field: 'price', p: 0.025 }],
    ['stdev:price', { kind: 'stdev', field: 'price' }],
    ['count:price', { kind: 'count', field: 'price' }],
  ] as const)('%s, and back', (words, measure) => {
    expect(parsedMeasure(words, 't')).toEqual(measure);
    expect(measureWords(measure)).toBe(words);
  });

  it('names the tag, the value and the remedy when it cannot', () => {
    expect(() => parsedMeasure('mode:x', 'yzt-bar-chart')).toThrowError(/<yzt-bar-chart>.*mode:x.*sum:areaM2/s);
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
