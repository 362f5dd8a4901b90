import { describe, expect, it } from 'vitest';
import { binFrom, parsedBin } from './bin-words.js';

describe('binFrom', () => {
  it('reads parts of the calendar and how many of them', () => {
    expect(binFrom('month')).toEqual({ kind: 'time', unit: 'month' });
    expect(binFrom(' hour : 6 ')).toEqual({ kind: 'time', unit: 'hour', step: 6 });
    expect(binFrom('day-of-week')).toEqual({ kind: 'cycle', unit: 'day-of-week' });
  });

  it('reads bins of numbers: how many, how wide, or where they end', () => {
    expect(binFrom('20')).toEqual({ kind: 'number', count: 20 });
    expect(binFrom('width:0.5')).toEqual({ kind: 'number', width: 0.5 });
    expect(binFrom('breaks:0,100, 500')).toEqual({ kind: 'number', breaks: [0, 100, 500] });
  });

  it('reads nothing else', () => {
    for (const words of ['', 'fortnight', '0', '-3', 'hour:0', 'hour:1.5', 'day-of-week:2', 'width:-1', 'width:x', 'breaks:1', 'breaks:2,1', 'breaks:1,,2', 'a:b:c']) {
      expect(binFrom(words)).toBe(undefined);
    }
  });
});

describe('parsedBin', () => {
  it('names the tag, the value and the remedy when it cannot', () => {
    expect(() => parsedBin('fortnight', 'yzt-bar-chart')).toThrowError(/<yzt-bar-chart>.*fortnight.*breaks:0,100,500/s);
    expect(parsedBin('year', 'yzt-bar-chart')).toEqual({ kind: 'time', unit: 'year' });
  });
});
