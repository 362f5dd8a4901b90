import type { Answer } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { describe, expect, it } from 'vitest';
import { binColors, edgesFilter, edgesOf, edgesOfFilter, histogramOf, histogramOfData, placeInBins } from './histogram-bins.js';

const group = (key: number | null, value: number, end?: number, closed = false) => ({
  key,
  count: value,
  values: [value],
  ...(end !== undefined && { end, closed }),
});
const answer: Answer = {
  groups: [group(0, 3, 10), group(10, 1, 20), group(20, 4, 30, true), group(null, 2)],
  total: { key: null, count: 10, values: [10] },
};
const data = histogramOf(answer, undefined);

describe('histogramOf', () => {
  it('has a bin a group and counts apart what has no value', () => {
    expect(data.bins.map(({ start, end, value, whole }) => [start, end, value, whole])).toEqual([
      [0, 10, 3, 3],
      [10, 20, 1, 1],
      [20, 30, 4, 4],
    ]);
    expect(data.missing).toBe(2);
    expect(data.outside).toBe(0);
    expect(histogramOf({ ...answer, total: { key: null, count: 14, values: [14] } }, undefined).outside).toBe(4);
  });

  it('knows bins of one whole number each', () => {
    const ones: Answer = { ...answer, groups: [group(3, 3, 4), group(4, 1, 5)] };
    expect(histogramOf(ones, undefined, true).single).toBe(true);
    expect(histogramOf(ones, undefined).single).toBe(false);
    expect(histogramOf(answer, undefined, true).single).toBe(false);
  });

  it('puts everything behind what passes', () => {
    const everything: Answer = { ...answer, groups: [group(0, 9, 10), group(10, 8, 20), group(20, 7, 30)] };
    expect(histogramOf(answer, everything).bins.map(({ whole }) => whole)).toEqual([9, 8, 7]);
  });
});

it('histogramOfData sorts lower edges and closes the last bin', () => {
  const { bins } = histogramOfData([{ key: 5, value: 2 }, { key: 0, value: 1 }, { key: 'x', value: 9 }]);
  expect(bins).toEqual([
    { start: 0, end: 5, closed: false, value: 1, whole: 1 },
    { start: 5, end: 10, closed: true, value: 2, whole: 2 },
  ]);
});

it('placeInBins goes by bins, not by values, and stays within', () => {
  const uneven = histogramOfData([{ key: 0, value: 1 }, { key: 1, value: 1 }, { key: 10, value: 1 }]);
  expect([-3, 0, 0.5, 1, 5.5, 10, 99].map((value) => placeInBins(uneven, value))).toEqual([0, 0, 0.5, 1, 1.5, 2, 3]);
});

describe('edgesFilter', () => {
  it('leaves whole bins, the upper edge only where the last bin holds it', () => {
    expect(edgesFilter(data, 'v', { from: 0, to: 2 })).toEqual({ kind: 'range', field: 'v', min: 0, max: 20, maxExclusive: true });
    expect(edgesFilter(data, 'v', { from: 1, to: 3 })).toEqual({ kind: 'range', field: 'v', min: 10, max: 30 });
    expect(edgesFilter(data, 'v', { from: 1, to: 9 })).toBe(undefined);
  });

  it('is found again, also where others have set an open range', () => {
    for (const range of [{ from: 0, to: 1 }, { from: 1, to: 3 }]) {
      expect(edgesOfFilter(data, 'v', edgesFilter(data, 'v', range))).toEqual(range);
    }
    expect(edgesOfFilter(data, 'v', { kind: 'range', field: 'v', min: 12 })).toEqual({ from: 1, to: 3 });
    expect(edgesOfFilter(data, 'v', { kind: 'range', field: 'w', min: 12 })).toBe(undefined);
  });

  it('edgesOf has one more than there are bins', () => {
    expect(edgesOf(data)).toEqual([0, 10, 20, 30]);
    expect(edgesOf({ bins: [] })).toEqual([]);
  });
});

describe('binColors', () => {
  const label = { zh: '', en: '' };
  const breaks: Symbology = {
    spec: '',
    kind: 'breaks',
    field: 'v',
    label,
    classes: [
      { key: undefined, label, color: '#aaaaaa', max: 15 },
      { key: undefined, label, color: '#bbbbbb', min: 15 },
      { key: null, label, color: 'token:data-none' },
    ],
    classOf: new Uint8Array(0),
  };
  const bin = (start: number) => ({ start, end: start + 10, closed: false, value: 1, whole: 1 });

  it('cuts a bin where one class of the map ends', () => {
    expect(binColors(bin(0), breaks, 'v')).toEqual([{ from: 0, to: 1, color: '#aaaaaa' }]);
    expect(binColors(bin(10), breaks, 'v')).toEqual([
      { from: 0, to: 0.5, color: '#aaaaaa' },
      { from: 0.5, to: 1, color: '#bbbbbb' },
    ]);
  });

  it('is the accent for classes of another field, and the fixed colour', () => {
    expect(binColors(bin(0), breaks, 'w')).toEqual([{ from: 0, to: 1, color: undefined }]);
    expect(binColors(bin(0), undefined, 'v')).toEqual([{ from: 0, to: 1, color: undefined }]);
    const fixed: Symbology = { ...breaks, kind: 'fixed', classes: [{ key: undefined, label, color: 'token:data-2' }] };
    expect(binColors(bin(0), fixed, 'v')).toEqual([{ from: 0, to: 1, color: 'var(--yzt-data-2)' }]);
  });
});
