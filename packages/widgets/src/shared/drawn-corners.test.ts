import { Dataset } from '@yizhangtu/data/model';
import { expect, it } from 'vitest';
import { areaTable, cornerTable, lineTable, ringOf, withCorner, type DrawnCorner } from './drawn-corners.js';

const at = (lon: number, lat: number): DrawnCorner => ({ lonLat: [lon, lat], pixel: [lon * 100, lat * 100] });
const THREE = [at(1, 1), at(2, 1), at(2, 2)];

it('takes corners one after the other, a double click once', () => {
  const two = withCorner(withCorner([], at(1, 1)), at(2, 1));
  expect(two).toHaveLength(2);
  expect(withCorner(two, { lonLat: [2, 1], pixel: [201, 101] })).toBe(two);
});

it('closes the ring, and has none of one corner', () => {
  expect(ringOf(THREE)).toEqual([[1, 1], [2, 1], [2, 2], [1, 1]]);
  expect(ringOf([at(1, 1)])).toEqual([]);
});

it('is one polygon, and its corners as points', () => {
  const area = new Dataset(areaTable(THREE, '红线'));
  expect([area.rowCount, area.value(0, 'name'), area.feature(0).geometry?.type]).toEqual([1, '红线', 'Polygon']);
  expect(new Dataset(cornerTable(THREE)).rowCount).toBe(3);
});

it('is one line, without a place while there is one corner', () => {
  const line = new Dataset(lineTable([[1, 1], [2, 1], [2, 2]]));
  expect([line.rowCount, line.feature(0).geometry]).toEqual([1, { type: 'LineString', coordinates: [[1, 1], [2, 1], [2, 2]] }]);
  expect(new Dataset(lineTable([[1, 1]])).feature(0).geometry).toBeNull();
});
