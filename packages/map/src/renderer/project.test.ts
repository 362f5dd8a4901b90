import fc from 'fast-check';
import { addProjection, fromLonLat, get as getProjection, Projection, addCoordinateTransforms } from 'ol/proj.js';
import { describe, expect, it } from 'vitest';
import { transformTo } from '../map/projections.js';
import { isPlace, toMercator } from '@yizhangtu/data/points';
import { project } from './project.js';
import { provideProjections } from './projection-door.js';

provideProjections(transformTo);

describe('toMercator', () => {
  it('agrees with OpenLayers to a tenth of a millimetre', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -89.9, max: 89.9, noNaN: true }), (lon, lat) => {
        const [x, y] = toMercator(Float64Array.of(lon, lat));
        const [expectedX, expectedY] = fromLonLat([lon, lat]) as [number, number];
        expect(Math.abs((x as number) - expectedX)).toBeLessThan(1e-4);
        expect(Math.abs((y as number) - expectedY)).toBeLessThan(1e-4);
      }),
    );
  });

  it('makes NaN of what is no place: swapped latitude and longitude, NaN, infinite', () => {
    const out = toMercator(Float64Array.of(36, 120, NaN, NaN, Infinity, 0, 120, 36));
    expect([...out.subarray(0, 6)].every(Number.isNaN)).toBe(true);
    expect(out[6]).toBeCloseTo(13358338.895, 2);
  });

  it('keeps the poles finite', () => {
    expect([...toMercator(Float64Array.of(0, 90, 0, -90))].every(Number.isFinite)).toBe(true);
  });
});

describe('project', () => {
  it('keeps degrees as the same array', () => {
    const degrees = Float64Array.of(120, 36, 121, 37);
    expect(project(degrees, 'EPSG:4326')).toBe(degrees);
  });

  it('copies degrees only to take out what is no place', () => {
    const degrees = Float64Array.of(120, 36, 36, 120);
    const out = project(degrees, 'EPSG:4326');
    expect(degrees[2]).toBe(36);
    expect([...out]).toEqual([120, 36, NaN, NaN]);
  });

  it('uses a transform that is registered with OpenLayers', () => {
    const projection = new Projection({ code: 'TEST:1', units: 'm' });
    addProjection(projection);
    const wgs84 = getProjection('EPSG:4326') as Projection;
    addCoordinateTransforms(wgs84, projection, ([x = 0, y = 0]) => [x * 10, y * 100], ([x = 0, y = 0]) => [x / 10, y / 100]);
    expect([...project(Float64Array.of(1, 2, 3, 4), 'TEST:1')]).toEqual([10, 200, 30, 400]);
  });
});

describe('isPlace', () => {
  it('takes longitudes beyond 180°, for data that crosses it', () => {
    expect(isPlace(190, 10)).toBe(true);
    expect(isPlace(10, 91)).toBe(false);
  });
});
