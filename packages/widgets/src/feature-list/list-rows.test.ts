import { describe, expect, it } from 'vitest';
import { Dataset } from '@yizhangtu/data/model';
import { movedIndex, sortChoices, sortOf } from './list-rows.js';

describe('sortOf', () => {
  it('reads a minus as largest first', () => {
    expect(sortOf('-area')).toEqual({ field: 'area', descending: true });
    expect(sortOf('area')).toEqual({ field: 'area', descending: false });
    expect(sortOf('  ')).toBeUndefined();
    expect(sortOf('-')).toBeUndefined();
  });
});

describe('sortChoices', () => {
  it('offers both directions of each field there is, in words that fit its kind', () => {
    const data = Dataset.fromColumns({ columns: { name: ['a'], area: Float64Array.of(1) } });
    expect(sortChoices(data, ['name', 'area', 'area', 'gone'], 'zh-CN').map(({ label }) => label)).toEqual([
      '默认顺序',
      'name 升序',
      'name 降序',
      'area 从小到大',
      'area 从大到小',
    ]);
  });
});

describe('movedIndex', () => {
  it('stays in the list', () => {
    expect(movedIndex('ArrowDown', -1, 10, 5)).toBe(0);
    expect(movedIndex('ArrowUp', -1, 10, 5)).toBe(9);
    expect(movedIndex('ArrowUp', 0, 10, 5)).toBe(0);
    expect(movedIndex('PageDown', 7, 10, 5)).toBe(9);
    expect(movedIndex('End', 0, 10, 5)).toBe(9);
    expect(movedIndex('x', 0, 10, 5)).toBeUndefined();
    expect(movedIndex('constructor', 0, 10, 5)).toBeUndefined();
    expect(movedIndex('Home', 3, 0, 5)).toBeUndefined();
  });

  it('goes by lines where several rows stand in one', () => {
    expect(['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft'].map((key) => movedIndex(key, 4, 20, 9, 3))).toEqual([7, 1, 5, 3]);
    expect([movedIndex('ArrowDown', -1, 20, 9, 3), movedIndex('ArrowDown', 19, 20, 9, 3), movedIndex('ArrowRight', 4, 20, 9)]).toEqual([0, 19, undefined]);
  });
});
