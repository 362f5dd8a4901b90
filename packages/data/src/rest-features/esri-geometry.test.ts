import { describe, expect, it } from 'vitest';
import { CURVES, esriGeometry } from './esri-geometry.js';
import { esriCrs } from '../esri/esri-fields.js';

const ring = (x: number, y: number, size: number, hole = false): number[][] => {
  const clockwise = [[x, y], [x, y + size], [x + size, y + size], [x + size, y], [x, y]];
  return hole ? clockwise.reverse() : clockwise;
};

describe('esriGeometry', () => {
  it('tells shells from holes by their turn, whatever their order', () => {
    const rings = [ring(1, 1, 2, true), ring(0, 0, 10), ring(20, 0, 5), ring(21, 1, 1, true)];
    expect(esriGeometry({ rings })).toEqual({ type: 'MultiPolygon', coordinates: [[rings[1], rings[0]], [rings[2], rings[3]]] });
  });

  it('reads points, many points, lines and boxes, without heights', () => {
    expect(esriGeometry({ x: 1, y: 2, z: 3 })).toEqual({ type: 'Point', coordinates: [1, 2] });
    expect(esriGeometry({ points: [[1, 2, 9], [3, 4, 9]] })).toEqual({ type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] });
    expect(esriGeometry({ paths: [[[1, 2], [3, 4]], []] })).toEqual({ type: 'LineString', coordinates: [[1, 2], [3, 4]] });
    expect(esriGeometry({ xmin: 0, ymin: 0, xmax: 1, ymax: 1 })).toMatchObject({ type: 'Polygon' });
  });

  it('has no place for empty ones, and names curves', () => {
    for (const empty of [null, undefined, {}, { x: null, y: null }, { x: 'NaN', y: 'NaN' }, { rings: [] }, { paths: [] }]) expect(esriGeometry(empty)).toBeNull();
    expect(esriGeometry({ curveRings: [[[0, 0], { c: [[1, 1], [2, 0]] }]] })).toBe(CURVES);
  });
});

describe('esriCrs', () => {
  it('takes the latest number, and knows the old ones of Web Mercator', () => {
    expect([{ wkid: 102100, latestWkid: 3857 }, { wkid: 102113 }, { wkid: 4490 }].map(esriCrs)).toEqual(['EPSG:3857', 'EPSG:3857', 'EPSG:4490']);
  });

  it('reads degrees that are only written out; a plane without a number is unknown', () => {
    expect(esriCrs({ wkt: 'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000"]]' })).toBe('EPSG:4490');
    expect(esriCrs({ wkt: 'PROJCS["qingdao",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000"]]' })).toBeUndefined();
    expect(esriCrs(null)).toBeUndefined();
  });
});
