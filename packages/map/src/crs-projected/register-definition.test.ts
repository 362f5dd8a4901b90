import { YztError } from '@yizhangtu/base/errors';
import { transform } from 'ol/proj.js';
import { describe, expect, it, vi } from 'vitest';
import { projectionOf } from '../crs/index.js';
import { registerDefinition } from './register-definition.js';

const fetched = vi.fn(() => Promise.reject(new Error('no network')));
vi.stubGlobal('fetch', fetched);

/** A city plane: own central meridian, own false origin. */
const CITY = '+proj=tmerc +lat_0=0 +lon_0=120.3333333333 +k=1 +x_0=50000 +y_0=-3900000 +ellps=GRS80 +units=m +no_defs';

describe('registerDefinition', () => {
  it('connects a city plane with lon/lat, web mercator and the zones, early and late ones', () => {
    projectionOf('EPSG:4549');
    const projection = registerDefinition('CITY:QD', CITY, { extent: [0, 0, 100_000, 200_000], worldExtent: [119.5, 35.5, 121, 37.2] });
    projectionOf('EPSG:4548');
    expect(projection.getExtent()).toEqual([0, 0, 100_000, 200_000]);
    expect(projection.getUnits()).toBe('m');
    const start = transform([120.3826, 36.0618], 'EPSG:4326', 'CITY:QD');
    for (const code of ['EPSG:4490', 'EPSG:3857', 'EPSG:4549', 'EPSG:4548']) {
      const back = transform(transform(start, 'CITY:QD', code), code, 'CITY:QD');
      expect(Math.hypot((back[0] ?? NaN) - (start[0] ?? NaN), (back[1] ?? NaN) - (start[1] ?? NaN)), code).toBeLessThan(1e-3);
    }
    expect(transform(start, 'CITY:QD', 'EPSG:4549')[0]).toBeCloseTo(534_469.77, 2);
  });

  it('keeps our own definition of a zone', () => {
    expect(registerDefinition('EPSG:4550', '+proj=longlat')).toBe(projectionOf('EPSG:4550'));
    expect(projectionOf('EPSG:4550').getUnits()).toBe('m');
  });

  it('says what it could not read', () => {
    expect(() => registerDefinition('CITY:X', 'nonsense')).toThrow(YztError);
    expect(fetched).not.toHaveBeenCalled();
  });
});
