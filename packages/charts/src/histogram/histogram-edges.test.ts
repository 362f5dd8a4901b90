import type { Symbology } from '@yizhangtu/data/symbology';
import { describe, expect, it } from 'vitest';
import { chosenBin, classEdges, logEdges, needsExtent, timeUnit, type BinWish } from './histogram-edges.js';

const DAY = 86_400_000;
const wish: BinWish = { bin: undefined, date: false, log: false, whole: false, symbology: undefined };
const extent = (min: number, max: number, low = min, median = (min + max) / 2) => ({ min, max, low, median });

describe('logEdges', () => {
  it('has round edges that hold all values, about as many as wanted', () => {
    let seed = 3;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    for (let round = 0; round < 300; round += 1) {
      const min = 10 ** (random() * 12 - 6);
      const max = min * 10 ** (random() * 6);
      const edges = logEdges(extent(min, max), 20, false);
      expect(edges[0]).toBeLessThanOrEqual(min);
      expect(edges[edges.length - 1]).toBeGreaterThan(max);
      expect(edges.length - 1).toBeLessThanOrEqual(25);
      edges.forEach((edge, index) => {
        expect(edge).toBeGreaterThan(edges[index - 1] ?? 0);
        expect(Number(edge.toPrecision(2))).toBe(edge);
      });
      // No edge but the first lies below all values.
      expect(edges[1] ?? Infinity).toBeGreaterThan(min);
    }
  });

  it('takes finer steps where values span less', () => {
    expect(logEdges(extent(1, 900), 6, false)).toEqual([1, 3, 10, 30, 100, 300, 1000]);
    expect(logEdges(extent(1, 900), 10, false)).toEqual([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
  });

  it('begins above zero where the least value is not, and is nothing where no value is', () => {
    expect(logEdges(extent(-5, 90, 2), 10, false)[0]).toBe(2);
    expect(logEdges(extent(0, 90, 0, 30), 20, false)[0]).toBe(30);
    expect(logEdges(extent(-9, 0, -8, -4), 20, false)).toEqual([]);
  });

  it('has no edge between whole numbers', () => {
    expect(logEdges(extent(1, 90), 20, true).every(Number.isInteger)).toBe(true);
  });
});

describe('classEdges', () => {
  const label = { zh: '', en: '' };
  const symbology: Symbology = {
    ...{ spec: '', kind: 'breaks', field: 'v', label, classOf: new Uint8Array(0) },
    classes: [
      { key: undefined, label, color: '#aaa', max: 10 },
      { key: undefined, label, color: '#bbb', min: 10, max: 20 },
      { key: undefined, label, color: '#ccc', min: 20 },
      { key: null, label, color: 'token:data-none' },
    ],
  };

  it('closes the limits of the map by the least and the largest value', () => {
    expect(classEdges(symbology, extent(3, 44))).toEqual([3, 10, 20, 44]);
    expect(classEdges(symbology, extent(12, 20))).toEqual([10, 20]);
    expect(classEdges(undefined, extent(0, 1))).toEqual([]);
  });

  it('is what bins of classes are', () => {
    expect(chosenBin({ ...wish, bin: 'classes', symbology }, extent(3, 44))).toEqual({ kind: 'number', breaks: [3, 10, 20, 44] });
    expect(chosenBin({ ...wish, bin: 'classes' }, extent(3, 44))).toEqual({ kind: 'number', count: 20 });
  });
});

describe('chosenBin', () => {
  it('asks for nothing more where the page has said enough', () => {
    for (const bin of [{ kind: 'number', width: 5 }, { kind: 'time', unit: 'day' }] as const) {
      expect(needsExtent({ ...wish, bin })).toBe(false);
      expect(chosenBin({ ...wish, bin }, undefined)).toEqual(bin);
    }
    expect(chosenBin(wish, undefined)).toEqual({ kind: 'number', count: 20 });
  });

  it('waits for the extent of dates, of logarithms and of whole numbers', () => {
    for (const more of [{ date: true }, { log: true }, { whole: true }]) {
      expect(needsExtent({ ...wish, ...more })).toBe(true);
      expect(chosenBin({ ...wish, ...more }, undefined)).toBe(undefined);
      expect(chosenBin({ ...wish, ...more }, extent(Number.NaN, Number.NaN))).toBe(undefined);
    }
  });

  it('has no bins narrower than one between whole numbers', () => {
    expect(chosenBin({ ...wish, whole: true }, extent(1, 7))).toEqual({ kind: 'number', width: 1 });
    expect(chosenBin({ ...wish, whole: true }, extent(1, 700))).toEqual({ kind: 'number', count: 20 });
  });

  it('goes by the calendar for dates', () => {
    expect(chosenBin({ ...wish, date: true }, extent(0, 40 * DAY))).toEqual({ kind: 'time', unit: 'day' });
    expect([1, 100, 900, 4000, 9000].map((days) => timeUnit(days * DAY))).toEqual(['hour', 'week', 'month', 'quarter', 'year']);
  });
});
