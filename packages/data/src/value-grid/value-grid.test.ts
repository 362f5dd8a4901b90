import { describe, expect, it } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { gridValue, rangeOf } from './grid-value.js';
import { readGrid } from './read-grid.js';
import type { GridData } from './types.js';

const SUBJECT = { tag: 'yzt-contour-layer', url: 'sst.json' };
const DATA: GridData = { extent: [120, 36, 123, 38], width: 3, height: 2, values: [1, 2, 3, 4, 5, 6] };
const read = (more: Partial<Record<keyof GridData, unknown>>) => readGrid({ ...DATA, ...more }, SUBJECT);
const column = (more: Partial<Record<keyof GridData, unknown>>): number[] => [...(read(more).columns.get('values') ?? [])];

describe('a grid of JSON or of a page', () => {
  it('is columns of Float32 with its words', () => {
    const grid = read({ unit: '℃', label: '海表温度', time: '2026-07-01T08:00+08:00', source: '示例数据' });
    expect(grid).toMatchObject({ crs: 'EPSG:4326', extent: [120, 36, 123, 38], unit: '℃', label: { zh: '海表温度', en: '海表温度' }, time: '2026-07-01T08:00+08:00', source: '示例数据' });
    expect(grid.columns.get('values')).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6));
  });

  it('has NaN for null, NaN, infinity and its own number for missing ones, as Float32 holds it', () => {
    expect(column({ values: [null, NaN, Infinity, -9999.9, 5, 6], noData: -9999.9 })).toEqual([NaN, NaN, NaN, NaN, 5, 6]);
    expect(column({ values: Float32Array.of(1e20, 2, 3, 4, 5, 6), noData: 1e20 })[0]).toBeNaN();
  });

  it('turns rows that begin in the south', () => {
    expect(column({ southFirst: true })).toEqual([4, 5, 6, 1, 2, 3]);
  });

  it('with nodes reaches half a step beyond its first and last place', () => {
    expect(read({ nodes: true, extent: [120, 36, 122, 37] }).extent).toEqual([119.5, 35.5, 122.5, 37.5]);
    // A model of the world has places on both poles.
    expect(read({ nodes: true, extent: [0, -90, 240, 90] }).extent).toEqual([-60, -180, 300, 180]);
  });

  it.each([
    [null, 'values'],
    [{ ...DATA, width: 2.5 }, 'width「2.5」'],
    [{ ...DATA, width: 1e6, height: 1e6 }, '1000000 × 1000000'],
    [{ ...DATA, extent: [123, 36, 120, 38] }, 'extent「123, 36, 120, 38」'],
    [{ ...DATA, extent: [120, 36, Infinity, 38] }, 'extent'],
    [{ ...DATA, extent: [500_000, 3_990_000, 520_000, 4_000_000] }, 'EPSG:4549'],
    [{ ...DATA, values: [1, 2] }, 'values 有 2 个数，应为 3 × 2 = 6'],
    [{ ...DATA, values: 'abcdef' }, 'values'],
    [{ ...DATA, values: undefined }, '没有数值'],
    [{ ...DATA, values: undefined, u: [1, 2, 3, 4, 5, 6] }, 'u、v 之一'],
    [{ ...DATA, nodes: true, height: 1, values: [1, 2, 3] }, 'nodes'],
  ])('that is none is named: %#', (data, words) => {
    const read = () => readGrid(data, SUBJECT);
    expect(read).toThrow(YztError);
    expect(read).toThrow(words);
    expect(read).toThrow('<yzt-contour-layer>：格网 sst.json');
  });
});

describe('a number between the places of a grid', () => {
  const grid = read({});
  const numbers = grid.columns.get('values') as Float32Array;

  it('is that of a cell in its middle, and bilinear between', () => {
    expect(gridValue(grid, numbers, 120.5, 37.5)).toBe(1);
    expect(gridValue(grid, numbers, 122.5, 36.5)).toBe(6);
    expect(gridValue(grid, numbers, 121, 37)).toBe(3);
    expect(gridValue(grid, numbers, 121.75, 37.25)).toBeCloseTo(3, 6);
  });

  it('holds to the edge, and ends there', () => {
    expect(gridValue(grid, numbers, 120, 38)).toBe(1);
    expect(gridValue(grid, numbers, 123, 36)).toBe(6);
    expect(gridValue(grid, numbers, 123.001, 37)).toBeNaN();
    expect(gridValue(grid, numbers, 121, 35.999)).toBeNaN();
  });

  it('is missing where one that counts is missing, and only there', () => {
    const holed = Float32Array.of(1, NaN, 3, 4, 5, 6);
    expect(gridValue(grid, holed, 120.5, 37.5)).toBe(1);
    expect(gridValue(grid, holed, 120.5, 37)).toBe(2.5);
    expect(gridValue(grid, holed, 120.51, 37.5)).toBeNaN();
    expect(gridValue(grid, holed, 121.5, 36.5)).toBe(5);
    expect(gridValue(grid, holed, 121.5, 36.6)).toBeNaN();
  });

  it('is found on a grid from 0° to 360° by western longitudes', () => {
    const world = readGrid({ extent: [0, -90, 360, 90], width: 4, height: 2, values: [1, 2, 3, 4, 5, 6, 7, 8] }, SUBJECT);
    expect(gridValue(world, world.columns.get('values') as Float32Array, -45, 45)).toBe(4);
    expect(gridValue(world, world.columns.get('values') as Float32Array, -405, 45)).toBe(4);
  });

  it('has the last column for a neighbour of the first where a grid goes round the world', () => {
    const world = readGrid({ extent: [0, -90, 270, 90], nodes: true, width: 4, height: 2, values: [0, 90, 180, 270, 0, 90, 180, 270] }, SUBJECT);
    expect(world.extent).toEqual([-45, -180, 315, 180]);
    const numbers = world.columns.get('values') as Float32Array;
    expect([gridValue(world, numbers, -22.5, 0), gridValue(world, numbers, 292.5, 0), gridValue(world, numbers, 337.5, 0)]).toEqual([67.5, 202.5, 67.5]);
  });

  it('of a single cell is the same everywhere in it', () => {
    const one = readGrid({ extent: [0, 0, 1, 1], width: 1, height: 1, values: [7] }, SUBJECT);
    expect(gridValue(one, Float32Array.of(7), 0.9, 0.2)).toBe(7);
  });
});

describe('wind as grib2json writes it', () => {
  const header = { nx: 2, ny: 2, lo1: 120, la1: 37, la2: 36, dx: 1, dy: 1, parameterUnit: 'm.s-1', refTime: '2026-07-01T06:00:00Z' };
  const records = [{ header: { ...header, parameterNumber: 3 }, data: [5, 6, 7, null] }, { header: { ...header, parameterNumber: 2 }, data: [1, 2, 3, null] }];

  it('is a grid of u and v, whichever comes first', () => {
    const grid = readGrid(records, SUBJECT);
    expect(grid).toMatchObject({ extent: [119.5, 35.5, 121.5, 37.5], unit: 'm/s', time: '2026-07-01T06:00:00Z' });
    expect([...(grid.columns.get('u') ?? []), ...(grid.columns.get('v') ?? [])]).toEqual([1, 2, 3, NaN, 5, 6, 7, NaN]);
  });

  it('may begin in the south', () => {
    const turned = records.map(({ header: own, data }) => ({ header: { ...own, la1: 36, la2: 37 }, data }));
    expect([...(readGrid(turned, SUBJECT).columns.get('u') ?? [])]).toEqual([3, NaN, 1, 2]);
  });

  it('is none with one record', () => {
    expect(() => readGrid(records.slice(1), SUBJECT)).toThrow('不是格网数据');
  });
});

describe('the range of numbers', () => {
  it('passes over missing ones', () => {
    expect(rangeOf(Float32Array.of(NaN, 3, -1))).toEqual([-1, 3]);
    expect(rangeOf(Float32Array.of(NaN))).toBeUndefined();
  });
});
