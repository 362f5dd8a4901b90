import { Dataset } from '@yizhangtu/data/model';
import { rowText } from '@yizhangtu/data/words';
import { describe, expect, it } from 'vitest';
import { dashOf } from '../line-layer/dash.js';
import { placeOfRow, proportionalDiameters, sizeSteps, turnsOf } from './columns.js';
import { labelReader } from './label-reader.js';

const dataset = Dataset.fromColumns({
  coordinates: Float64Array.of(120, 36, 121, 37, 122, 38),
  columns: { name: ['甲', '', '丙'], people: Float64Array.of(400, 100, NaN) },
});

describe('proportionalDiameters', () => {
  it('lets the area follow the value', () => {
    expect([...(proportionalDiameters(dataset.column('people'), 40) ?? [])]).toEqual([40, 20, 4]);
  });
  it('knows only numbers', () => expect(proportionalDiameters(dataset.column('name'), 40)).toBeUndefined());
  it('draws every symbol small when no value is above zero', () => {
    const zero = Dataset.fromColumns({ columns: { n: Float64Array.of(0, -3) } });
    expect([...(proportionalDiameters(zero.column('n'), 40) ?? [])]).toEqual([4, 4]);
  });
});

describe('sizeSteps', () => {
  const steps = (most: number, size = 36) => sizeSteps(Dataset.fromColumns({ columns: { n: Float64Array.of(most, most / 7, NaN, Infinity, -1) } }).column('n'), size);

  it('gives round values that fall by four times or more, with the diameters that rows of these values have', () => {
    expect(steps(23_500)?.map(({ value }) => value)).toEqual([20_000, 5000, 1000]);
    expect(steps(9)?.map(({ value }) => value)).toEqual([5, 1, 0.2]);
    expect(steps(0.31)?.map(({ value }) => value)).toEqual([0.2, 0.05, 0.01]);
    for (const { value, diameter } of steps(23_500) ?? []) {
      const column = Dataset.fromColumns({ columns: { n: Float64Array.of(23_500, value) } }).column('n');
      expect(proportionalDiameters(column, 36)?.[1]).toBe(diameter);
    }
  });
  it('leaves out what would be the smallest symbol, but keeps one', () => {
    expect(steps(100, 12)).toEqual([{ value: 100, diameter: 12 }, { value: 20, diameter: 5 }]);
    expect(steps(100, 4)).toHaveLength(1);
  });
  it('is absent where there are no sizes', () => {
    expect(steps(0)).toBeUndefined();
    expect(sizeSteps(dataset.column('name'), 20)).toBeUndefined();
  });
});

describe('turnsOf', () => {
  it('counts steps of 3° clockwise from north, and none for what is no direction', () => {
    const course = Dataset.fromColumns({ columns: { c: Float64Array.of(0, 90, 359, 360, -90, 1.6, 511, NaN, Infinity) } }).column('c');
    expect([...(turnsOf(course) ?? [])]).toEqual([0, 30, 0, 0, 90, 1, 255, 255, 255]);
  });
  it('knows only numbers', () => expect(turnsOf(dataset.column('name'))).toBeUndefined());
});

describe('labelReader', () => {
  it('reads a field as it is shown, and nothing for a missing value', () => {
    const read = labelReader(dataset, 'people', 'zh-CN');
    expect(read?.(0)).toBe(rowText(dataset, 0, 'people', 'zh-CN'));
    expect(read?.(2)).toBe('');
  });
  it('is absent without a field', () => {
    expect(labelReader(dataset, undefined, 'en')).toBeUndefined();
    expect(labelReader(dataset, 'nowhere', 'en')).toBeUndefined();
  });
});

describe('placeOfRow', () => {
  it('is the point itself', () => expect(placeOfRow(dataset, 1, [0, 0])).toEqual([121, 37]));
});

describe('dashOf', () => {
  it('reads lengths in words', () => {
    expect(dashOf('6 4')).toEqual([6, 4]);
    expect(dashOf('6,4')).toEqual([6, 4]);
    expect(dashOf(null)).toEqual([]);
  });
  it('refuses what would hang a canvas or mean nothing', () => {
    expect(dashOf('0 0')).toBeUndefined();
    expect(dashOf('6 -4')).toBeUndefined();
    expect(dashOf('six')).toBeUndefined();
  });
});
