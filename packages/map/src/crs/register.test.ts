import { YztError } from '@yizhangtu/base/errors';
import { get, getPointResolution, transform } from 'ol/proj.js';
import { fromEPSGCode, fromProjectionCode, register } from 'ol/proj/proj4.js';
import TileWMS from 'ol/source/TileWMS.js';
import proj4 from 'proj4';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { projectionOf, registerCrs } from './register.js';

const fetched = vi.fn(() => Promise.reject(new Error('no network')));
vi.stubGlobal('fetch', fetched);

beforeAll(() => registerCrs());
beforeEach(() => {
  fetched.mockClear();
});

describe('registerCrs', () => {
  it('gives EPSG:4490 all that EPSG:4326 has', () => {
    const own = projectionOf('EPSG:4490');
    const world = projectionOf('EPSG:4326');
    expect(own.getExtent()).toEqual([-180, -90, 180, 90]);
    expect(own.getWorldExtent()).toEqual([-180, -90, 180, 90]);
    expect(own.isGlobal()).toBe(true);
    expect(own.canWrapX()).toBe(true);
    expect(own.getUnits()).toBe('degrees');
    expect(own.getMetersPerUnit()).toBeCloseTo(111_319.49079, 4);
    expect(own.getMetersPerUnit()).toBe(world.getMetersPerUnit());
    expect(own.getAxisOrientation()).toBe('neu');
    expect(getPointResolution(own, 1, [120, 36], 'm')).toBe(getPointResolution(world, 1, [120, 36], 'm'));
  });

  it('keeps coordinates of EPSG:4490 as [lon, lat]', () => {
    expect(transform([120.3826, 36.0618], 'EPSG:4490', 'EPSG:4326')).toEqual([120.3826, 36.0618]);
    expect(transform([120.3826, 36.0618], 'CRS:84', 'urn:ogc:def:crs:EPSG::4490')).toEqual([120.3826, 36.0618]);
    expect(transform([120.3826, 36.0618], 'EPSG:4490', 'EPSG:3857')).toEqual(transform([120.3826, 36.0618], 'EPSG:4326', 'EPSG:3857'));
  });

  it.each([
    ['EPSG:4490', '1.3.0', '35.859375,120.234375,36.5625,120.9375'],
    ['EPSG:4490', '1.1.1', '120.234375,35.859375,120.9375,36.5625'],
    ['EPSG:4326', '1.3.0', '35.859375,120.234375,36.5625,120.9375'],
  ])('asks a WMS in %s version %s with the axis order of its standard', (code, version, bbox) => {
    const source = new TileWMS({ url: 'http://example.test/wms', params: { LAYERS: 'a', VERSION: version }, projection: code });
    const url = source.getTileUrlFunction()([9, 427, 76], 1, projectionOf(code));
    expect(new URL(url ?? '').searchParams.get('BBOX')).toBe(bbox);
  });

  it('puts 五四广场 where the reference has it', () => {
    const [x = NaN, y = NaN] = transform([120.3826, 36.0618], 'EPSG:4490', 'EPSG:4549');
    expect(x).toBeCloseTo(534_469.77, 2);
    expect(y).toBeCloseTo(3_992_467.72, 2);
    expect(transform([120.3826, 36.0618], 'EPSG:4326', 'EPSG:4528')[0]).toBeCloseTo(40_534_469.77, 2);
  });

  it('comes back from a zone through every system of the library', () => {
    const codes = ['EPSG:4326', 'EPSG:4490', 'CRS:84', 'EPSG:3857', 'EPSG:4528', 'EPSG:4548', 'EPSG:4499'];
    for (const code of codes) {
      for (let i = 0; i <= 14; i++) {
        for (let j = 0; j <= 14; j++) {
          const start = transform([118.6 + i * 0.2, 30 + j], 'EPSG:4326', 'EPSG:4549');
          const back = transform(transform(start, 'EPSG:4549', code), code, 'EPSG:4549');
          expect(Math.hypot((back[0] ?? NaN) - (start[0] ?? NaN), (back[1] ?? NaN) - (start[1] ?? NaN)), code).toBeLessThan(1e-4);
        }
      }
    }
  });

  it('only moves the easting between the two forms of one zone', () => {
    expect(transform([534_469.77, 3_992_467.72], 'EPSG:4549', 'EPSG:4528')).toEqual([40_534_469.77, 3_992_467.72]);
  });

  it('measures a zone in metres', () => {
    const zone = projectionOf('EPSG:4549');
    expect(zone.getUnits()).toBe('m');
    expect(zone.getMetersPerUnit()).toBe(1);
    expect(zone.isGlobal()).toBe(false);
    expect(getPointResolution(zone, 100, [534_469.77, 3_992_467.72], 'm')).toBeCloseTo(100, 0);
    const [west = 0, south = 0, east = 0, north = 0] = zone.getExtent();
    expect(west).toBeLessThan(534_469 - 200_000);
    expect(east).toBeGreaterThan(534_469 + 200_000);
    expect(south).toBeLessThan(3_992_467);
    expect(north).toBeGreaterThan(3_992_467);
  });

  it('does nothing the second time', () => {
    const before = ['EPSG:4490', 'EPSG:4549', 'EPSG:4528'].map((code) => get(code));
    registerCrs();
    registerCrs(['EPSG:4549']);
    expect(['EPSG:4490', 'EPSG:4549', 'EPSG:4528'].map((code) => get(code))).toEqual(before);
    expect(get('EPSG:4549')).toBe(before[1]);
  });

  it.each(['EPSG:4549', 4549, 'urn:ogc:def:crs:EPSG::4549', 'http://www.opengis.net/def/crs/EPSG/0/4549'])('finds the zone %s names', (code) => {
    expect(projectionOf(code).getCode()).toBe('EPSG:4549');
  });

  it('says what to do about a system it does not know', () => {
    expect(() => projectionOf('EPSG:2437')).toThrow(YztError);
    expect(() => projectionOf('EPSG:2437')).toThrow(/registerDefinition/);
  });

  it('never asks the internet for a projection', async () => {
    register(proj4);
    await expect(fromProjectionCode('EPSG:2437')).rejects.toThrow(YztError);
    await expect(fromEPSGCode(2437)).rejects.toThrow(YztError);
    expect(fetched).not.toHaveBeenCalled();
  });
});
