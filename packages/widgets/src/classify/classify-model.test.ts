import { Dataset } from '@yizhangtu/data/model';
import { parseSpec, symbologyOf, varianceFit, type BreaksSpec, type Symbology } from '@yizhangtu/data/symbology';
import { describe, expect, it, vi } from 'vitest';
import { barPath, binEdges, changedWords, fewerWords, fitWords, isSafe, isSkewed, keyPlace, limitsOf, methodChoices, movedLimit, numericFields, scaleOver, specOf, typedLimits, type ClassBars } from './classify-model.js';
import { Classed } from './classed.js';

const spec = (words: string): BreaksSpec => parseSpec(words) as BreaksSpec;

describe('how a layer is classed', () => {
  it('is what its words say, else five quantiles of the field', () => {
    expect(specOf('breaks:area:4:jenks:greens', undefined)).toMatchObject({ field: 'area', count: 4, method: 'jenks' });
    expect(specOf('class:kind', 'area')).toMatchObject({ field: 'area', count: 5, method: 'quantile', ramp: 'blues' });
    expect(specOf('class:kind', undefined)).toBeUndefined();
    expect(specOf('wert', 'area')).toMatchObject({ field: 'area' });
    // Another field keeps method and colours, but not limits that mean something else.
    expect(specOf('breaks:area:10,20:reds', 'people')).toMatchObject({ field: 'people', method: 'quantile', ramp: 'reds' });
  });

  it('changes in words', () => {
    const five = spec('breaks:area:5:quantile:blues');
    expect(changedWords(five, { method: 'jenks' })).toBe('breaks:area:5:jenks:blues');
    expect(changedWords(five, { edges: [10, 20], method: 'manual' })).toBe('breaks:area:10,20:blues');
    const own = spec('breaks:area:10,20:blues');
    expect(changedWords(own, { ramp: 'reds' })).toBe('breaks:area:10,20:reds');
    expect(changedWords(own, { count: 6 })).toBe('breaks:area:6:quantile:blues');
    expect(changedWords(own, { method: 'equal' })).toBe('breaks:area:3:equal:blues');
    expect(methodChoices(five)).not.toContain('manual');
    expect(methodChoices(own)).toContain('manual');
  });

  it('offers numbers only', () => {
    const data = Dataset.fromColumns({ columns: { name: ['a'], n: [1], m: [2] } });
    expect(numericFields(data, [])).toEqual(['n']);
    expect(numericFields(data, ['m', 'name', 'gone'])).toEqual(['m']);
  });
});

describe('the histogram', () => {
  it('is evenly spaced, or by powers where all are positive', () => {
    const even = scaleOver(0, 100, false);
    expect([even.place(25), even.value(0.25), even.place(-5), even.place(500)]).toEqual([0.25, 25, 0, 1]);
    const log = scaleOver(1, 10_000, true);
    expect(log.place(100)).toBeCloseTo(0.5, 12);
    expect(log.value(0.25)).toBeCloseTo(10, 9);
    expect(scaleOver(0, 10, true).log).toBe(false);
    expect(binEdges(even, 4)).toEqual([0, 25, 50, 75, 100]);
    expect([isSkewed(1, 10_000, 20), isSkewed(0, 10_000, 20), isSkewed(1, 100, 50)]).toEqual([true, false, false]);
  });

  it('has bars of all rows that the other views leave, over all values', () => {
    const data = Dataset.fromColumns({ columns: { n: [1, 2, 3, 4, 101, Number.NaN], kind: ['a', 'a', 'b', 'b', 'b', 'b'] } });
    data.setFilter('n', { kind: 'range', field: 'n', min: 3 });
    data.setFilter('kind', { kind: 'in', field: 'kind', values: ['b'] });
    const bars = (one: Dataset): ClassBars | undefined => new Classed(() => undefined).bars(one, 'n', false);
    expect([bars(data)?.scale.min, bars(data)?.scale.max, bars(data)?.groups.length]).toEqual([1, 101, 8]);
    expect(bars(data)?.groups.map(({ count }) => count)).toEqual([2, 0, 0, 0, 0, 0, 0, 1]);
    expect(bars(Dataset.fromColumns({ columns: { n: [5, 5] } }))).toBeUndefined();
  });

  it('has bars and fit of very many rows later, and shows the last ones until then', async () => {
    const rows = 200_000;
    const data = Dataset.fromColumns({ columns: { n: Float64Array.from({ length: rows }, (_, i) => i % 100), kind: Array.from({ length: rows }, (_, i) => (i % 2 ? 'a' : 'b')) } });
    let told = 0;
    const classed = new Classed(() => told++);
    const model = classed.model(data, 'breaks:n:4:equal:blues') as Symbology;
    const bars = (): ClassBars | undefined => classed.bars(data, 'n', false);
    await vi.waitUntil(() => bars() !== undefined && classed.fit(data, model) !== undefined);
    expect(told).toBeGreaterThan(0);
    expect(bars()?.groups.reduce((sum, { count }) => sum + count, 0)).toBe(rows);
    const column = data.column('n');
    expect(classed.fit(data, model)).toBe(varianceFit(column?.kind === 'number' ? column.values : [], model.classOf, 4));
    data.setFilter('kind', { kind: 'in', field: 'kind', values: ['a'] });
    expect(bars()).toBeDefined();
    await vi.waitUntil(() => bars() !== undefined && !classed.stale);
    expect(bars()?.groups.reduce((sum, { count }) => sum + count, 0)).toBe(rows / 2);
  });

  it('is cut where classes are', () => {
    const scale = scaleOver(0, 10, false);
    const groups = [{ key: 0, end: 5, count: 4, values: [4] }, { key: 5, end: 10, count: 2, values: [2] }];
    expect(barPath(groups, { max: 2 }, scale)).toBe('M0.0 100v-100.0h198.5v100.0z');
    expect(barPath(groups, { min: 7 }, scale)).toBe('M700.0 100v-50.0h298.5v50.0z');
    expect(barPath([{ key: 0, end: 5, count: Number.NaN, values: [] }], {}, scale)).toBe('');
  });
});

describe('limits under the hand', () => {
  const scale = scaleOver(0, 100, false);

  it('move between their neighbours, and are short', () => {
    expect(movedLimit([20, 40], 0, 0.2512, scale)).toEqual([25, 40]);
    expect(movedLimit([20, 40], 0, 0.5, scale)).toEqual([20, 40]);
    expect(movedLimit([20, 40], 1, 1, scale)).toEqual([20, 100]);
    expect(movedLimit([20, 40], 0, 0, scale)).toEqual([20, 40]);
    expect(movedLimit([2], 0, 0.34, scaleOver(0, 10, false), true)).toEqual([3]);
  });

  it('move by keys', () => {
    expect(keyPlace('ArrowRight', 0.5)).toBeCloseTo(0.51);
    expect(keyPlace('PageDown', 0.05)).toBe(0);
    expect([keyPlace('x', 0), keyPlace('constructor', 0)]).toEqual([undefined, undefined]);
  });

  it('are typed with any comma', () => {
    expect(typedLimits('10, 20，50、80')).toEqual([10, 20, 50, 80]);
    expect([typedLimits('20 10'), typedLimits('a'), typedLimits('')]).toEqual([undefined, undefined, undefined]);
  });
});

it('says how well classes fit', () => {
  expect(fitWords(0.873)?.zh).toBe('拟合较好：分级说明了 87% 的差异（方差拟合优度 0.87）');
  expect(fitWords(0.2)?.en).toContain('poor');
  expect(fitWords(Number.NaN)).toBeUndefined();
});

it('knows colours that every eye tells apart', () => {
  expect(isSafe(['#deebf7', '#9ecae1', '#3182bd'])).toBe(true);
  // RdYlGn, five classes: its authors mark it as not friendly to colour vision deficiency.
  expect(isSafe(['#d7191c', '#fdae61', '#ffffbf', '#a6d96a', '#1a9641'])).toBe(false);
});

it('says when there are fewer classes than asked for', () => {
  const data = Dataset.fromColumns({ columns: { n: [1, 1, 2] } });
  const five = spec('breaks:n:5:jenks:blues');
  const model = symbologyOf('breaks:n:5:jenks:blues', data);
  expect(limitsOf(model.classes)).toHaveLength(1);
  expect(fewerWords(model, five)?.zh).toBe('不同的值不够，只分成 2 级');
  expect(fewerWords(model, spec('breaks:n:2:jenks:blues'))).toBeUndefined();
});
