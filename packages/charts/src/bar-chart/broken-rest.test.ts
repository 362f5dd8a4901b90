import { describe, expect, it } from 'vitest';
import type { ChartRow } from '../chart/group-rows.js';
import { barExtent, barSegments } from './bar-segments.js';
import { brokenRest } from './broken-rest.js';

const row = (value: number, rest = false, parts?: readonly number[]) => ({ key: rest ? null : 'a', value, rest, ...(parts && { parts }) }) as unknown as ChartRow;
const drawn = (rows: readonly ChartRow[], layout: 'stacked' | 'share' | 'grouped' = 'stacked') => brokenRest(rows.map((one) => barSegments(one, layout)), rows, layout);

describe('the bar of all other groups', () => {
  it('is broken where it leaves nothing of the others, and stays the longest', () => {
    const { bars, broken } = drawn([row(40), row(20), row(1_400_000, true)]);
    expect(broken).toBe(2);
    expect(barExtent(bars)[1]).toBeCloseTo(50, 9);
    expect(bars[0]?.[0]?.to).toBe(40);
  });
  it('keeps the shares of its pieces', () => {
    const { bars, broken } = drawn([row(10, false, [4, 6]), row(1000, true, [250, 750])]);
    expect(broken).toBe(1);
    expect(bars[1]?.map(({ from, to }) => [from, to])).toEqual([[0, 3.125], [3.125, 12.5]]);
  });
  it('is whole where the others can be seen beside it', () => {
    expect(drawn([row(40), row(160, true)])).toMatchObject({ broken: undefined });
    expect(barExtent(drawn([row(40), row(160, true)]).bars)).toEqual([0, 160]);
  });
  it('is whole among shares, beside negative values and alone', () => {
    expect(drawn([row(1, false, [1]), row(100, true, [100])], 'share').broken).toBeUndefined();
    expect(drawn([row(-3), row(2), row(100, true)]).broken).toBeUndefined();
    expect(drawn([row(100, true)]).broken).toBeUndefined();
  });
  it('never breaks a group', () => expect(drawn([row(1), row(1000)]).broken).toBeUndefined());
});
