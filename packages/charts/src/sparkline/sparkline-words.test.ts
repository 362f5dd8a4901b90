import { describe, expect, it } from 'vitest';
import { sparklineSummary } from './sparkline-words.js';

describe('sparklineSummary', () => {
  it('says length, ends and the latest known value', () => {
    expect(sparklineSummary([3, 9, 5, Number.NaN], String).zh).toBe('4 期走势：最低 3，最高 9，最新 5');
  });

  it('says when there is nothing', () => {
    expect(sparklineSummary([Number.NaN], String).en).toBe('No data');
  });
});
