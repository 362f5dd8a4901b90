import { describe, expect, it } from 'vitest';
import { parseColor, readableOn } from './color.js';
import { slotsOf, slotsSelected } from './slots.js';
import type { RenderColumns } from './types.js';

const columns = (more: Partial<RenderColumns> = {}): RenderColumns => ({
  rowCount: 4,
  geometry: { kind: 'none' },
  passing: Uint8Array.of(1, 1, 0, 1),
  classOf: Uint8Array.of(0, 1, 0, 255),
  selection: new Set(),
  hover: -1,
  ...more,
});
const classes = [{ color: '#111111', below: true }, { color: '#222222' }];

describe('slotsOf', () => {
  it('draws no row that fails a filter or has no class', () => {
    expect([...slotsOf(columns(), { classes, size: 10 }).of].map(Boolean)).toEqual([true, true, false, false]);
  });

  it('puts 无数据 and 其他 below, whatever their place in the legend', () => {
    const { of } = slotsOf(columns(), { classes: [{ color: '#222222' }, { color: '#111111', below: true }], size: 10 });
    expect(of[1]).toBeLessThan(of[0] as number);
  });

  it('lifts selected rows above all others, but not those that are filtered out', () => {
    const { of, list } = slotsOf(columns({ selection: new Set([0, 2]) }), { classes, size: 10 });
    expect(of[0]).toBeGreaterThan(of[1] as number);
    expect(list[(of[0] as number) - 1]).toEqual({ classIndex: 0, diameter: 10, selected: true });
    expect(of[2]).toBe(0);
  });

  it('draws large symbols below small ones', () => {
    const { of, list } = slotsOf(columns({ passing: Uint8Array.of(1, 1, 1, 0), diameters: Uint8Array.of(30, 8, 12, 8) }), { classes, size: 30 });
    const diameters = [...of.subarray(0, 3)].map((slot) => list[slot - 1]?.diameter);
    expect(diameters).toEqual([30, 8, 12]);
    expect((of[0] as number) < (of[2] as number) && (of[2] as number) < (of[1] as number)).toBe(true);
  });

  it('knows others as selected without looking at all rows', () => {
    const rowCount = 500;
    const each = (of: (row: number) => number) => Uint8Array.from({ length: rowCount }, (_, row) => of(row));
    const first = columns({ rowCount, passing: each((row) => Number(row % 7 > 0)), classOf: each((row) => (row % 11 === 0 ? 255 : row % 2)), diameters: each((row) => row % 5), selection: new Set([1, 2, 3, 7, 11, 499]) });
    for (const selection of [new Set([2, 14, 33, 40]), new Set<number>()]) {
      const other = { ...first, selection };
      expect(slotsSelected(slotsOf(first, { classes, size: 4 }), first.selection, selection)).toEqual(slotsOf(other, { classes, size: 4 }));
    }
    expect(slotsOf({ ...first, selection: new Set() }, { classes, size: 4 }).lifted).toBe(false);
  });

  it('takes an empty dataset', () => {
    const empty = columns({ rowCount: 0, passing: new Uint8Array(0), classOf: new Uint8Array(0) });
    expect(slotsOf(empty, { classes: [], size: 10 }).of).toHaveLength(0);
  });
});

describe('parseColor', () => {
  it('reads what styles and tokens hold', () => {
    expect(parseColor('#1f5fd0')).toEqual([31, 95, 208, 1]);
    expect(parseColor('#fff')).toEqual([255, 255, 255, 1]);
    expect(parseColor('rgba(17, 22, 29, 0.9)')).toEqual([17, 22, 29, 0.9]);
    expect(parseColor('rgb(0 10 20 / 50%)')).toEqual([0, 10, 20, 0.5]);
  });

  it('finds black or white text for any ground', () => {
    expect(readableOn([31, 95, 208, 1])).toBe('#ffffff');
    expect(readableOn([255, 220, 120, 1])).toBe('#000000');
  });
});
