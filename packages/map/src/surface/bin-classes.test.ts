import { describe, expect, it } from 'vitest';
import { binClasses, binLimits, NO_CELL } from './bin-classes.js';
import { breaksSpec, countWords, limitsOf, rangeWords } from './classes.js';
import { lengthFrom, metresText } from './length.js';
import { measureFrom } from './measure.js';
import { Memo } from './memo.js';
import { niceAbove, ticksTo } from './nice.js';
import { surfaceColors } from './surface-theme.js';
import type { Tally } from './tally.js';

function tally(counts: readonly number[], values: readonly number[] = counts): Tally {
  return { counts: Uint32Array.from(counts), values: Float64Array.from(values) };
}

describe('binClasses', () => {
  const all = tally([1, 2, 4, 9, 30, 2]);

  it('puts every cell with rows into one class and counts cells', () => {
    const { classOf, counts, missing, suppressed } = binClasses(all, tally([1, 0, 4, 9, 30, 2]), [3, 10], 0);
    expect([...classOf]).toEqual([0, NO_CELL, 1, 1, 2, 0]);
    expect(counts).toEqual([2, 2, 1]);
    expect([missing, suppressed]).toEqual([-1, -1]);
  });

  it('puts cells with few rows into a class of their own, whatever their value', () => {
    const { classOf, counts, suppressed } = binClasses(all, all, [10], 3);
    expect([...classOf]).toEqual([suppressed, suppressed, 0, 0, 1, suppressed]);
    expect(counts[suppressed]).toBe(3);
  });

  it('tells cells without a value', () => {
    const means = tally([3, 3, 3], [5, NaN, 20]);
    const { classOf, missing } = binClasses(means, means, [10], 0);
    expect([...classOf]).toEqual([0, missing, 1]);
  });
});

describe('binLimits', () => {
  it('are none before there is a cell to tell, unless the page gives them', () => {
    expect(binLimits(tally([]), breaksSpec('5:quantile'), 20, true)).toEqual([]);
    expect(binLimits(tally([1, 3]), breaksSpec('5:quantile'), 20, true)).toEqual([]);
    expect(binLimits(tally([]), breaksSpec('10,30'), 20, true)).toEqual([10, 30]);
  });

  it('leaves out cells that are not told, and has whole limits for counts', () => {
    const limits = binLimits(tally([1, 1, 1, 5, 6, 20, 21]), breaksSpec('2:jenks'), 3, true);
    expect(limits).toHaveLength(1);
    expect(limits.every((limit) => Number.isInteger(limit) && limit > 5 && limit <= 20)).toBe(true);
  });

  it('takes given limits as they are', () => {
    expect(binLimits(tally([1, 2]), breaksSpec('10,20.5'), 0, false)).toEqual([10, 20.5]);
  });
});

describe('classes', () => {
  it('reads words in any order and has a ramp of its own', () => {
    expect(breaksSpec('5:jenks')).toMatchObject({ count: 5, method: 'jenks', ramp: 'ylgnbu' });
    expect(breaksSpec('reds:4')).toMatchObject({ count: 4, ramp: 'reds' });
    expect(() => breaksSpec('often')).toThrow(/often/);
  });

  it('says ranges of numbers and of counts', () => {
    expect(rangeWords(undefined, 3).zh).toBe('3 以下');
    expect(rangeWords(1000, 2000).en).toBe('1,000–2,000');
    expect([countWords(undefined, 3, 1), countWords(3, 4, 1), countWords(4, 8, 1), countWords(8, undefined, 1)].map(({ zh }) => zh)).toEqual(['1–2', '3', '4–7', '8 及以上']);
  });

  it('finds one limit more where the lowest class is not drawn', () => {
    expect(limitsOf(breaksSpec('4:equal'), [0, 10, 20, 30, 40], 1)).toHaveLength(4);
  });
});

describe('surfaceColors', () => {
  const light = (color: string | undefined) => Number.parseInt((color ?? '').slice(1, 3), 16) + Number.parseInt((color ?? '').slice(3, 5), 16);

  it('begins near the ground and ends far from it, on light and dark maps', () => {
    for (const name of ['blues', 'viridis', 'ylorrd'] as const) {
      const [day, night] = [surfaceColors(name, 5, false), surfaceColors(name, 5, true)];
      expect(light(day[0])).toBeGreaterThan(light(day[4]));
      expect(light(night[0])).toBeLessThan(light(night[4]));
      expect(day).toHaveLength(5);
    }
  });

  it('turns round when asked to, and leaves diverging ramps alone', () => {
    expect(surfaceColors('blues-reversed', 4, false)).toEqual(surfaceColors('blues', 4, false).reverse());
    expect(surfaceColors('rdbu', 5, true)).toEqual(surfaceColors('rdbu', 5, false));
  });
});

describe('words', () => {
  it('reads lengths with their unit and within limits', () => {
    const rule = { m: [5, 5000], px: [6, 100] } as const;
    expect(lengthFrom('1.5km', rule)).toEqual({ value: 1500, unit: 'm' });
    expect(lengthFrom(' 24 px ', rule)).toEqual({ value: 24, unit: 'px' });
    for (const bad of ['24', '9km', '2m', 'px', '-5m', '1e3m', '', null, 'NaNm', '1.2.3m']) expect(lengthFrom(bad, rule), String(bad)).toBeUndefined();
    expect(lengthFrom('24px', { m: [1, 10] })).toBeUndefined();
    expect(metresText(1500).zh).toBe('1.5 公里');
  });

  it('reads measures', () => {
    expect(measureFrom('count')).toEqual({ kind: 'count' });
    expect(measureFrom('mean: areaM2')).toEqual({ kind: 'mean', field: 'areaM2' });
    for (const bad of ['sum', 'count:x', 'median:x', 'sum:a:b', '', undefined]) expect(measureFrom(bad), String(bad)).toBeUndefined();
  });

  it('rounds the end of a scale up and cuts it into round parts', () => {
    expect([37, 1130, 0.013, 1, 60, 0, NaN].map(niceAbove)).toEqual([40, 1200, 0.015, 1, 60, 1, 1]);
    expect(ticksTo(40)).toEqual([0, 10, 20, 30, 40]);
    expect(ticksTo(25)).toEqual([0, 5, 10, 15, 20, 25]);
    for (const max of [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]) expect(ticksTo(max).slice(-1)).toEqual([max]);
  });
});

describe('Memo', () => {
  it('makes a value once for equal keys', () => {
    const memo = new Memo<object>();
    const first = memo.get([1, 'a', NaN], () => ({}));
    expect(memo.get([1, 'a', NaN], () => ({}))).toBe(first);
    expect(memo.get([1, 'b', NaN], () => ({}))).not.toBe(first);
  });
});
