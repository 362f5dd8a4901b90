import { transform } from 'ol/proj.js';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { lonLatTransform, projectionOf } from '../crs/register.js';
import { fromCgcs2000, toCgcs2000, type DatumShift } from './datum-shift.js';
import { OLD_DATUMS, OLD_ZONES, oldZoneOf, type OldDatum } from './old-zones.js';
import { setDatumShift } from './set-datum-shift.js';

/** Invented, of the size that such parameters have (示例). */
const SHIFT: DatumShift = { dx: -12.5, dy: -113.8, dz: -48.25, rx: 1.75, ry: -2.25, rz: 3.5, scale: -4.125 };

/** The same as PROJ writes it. */
const SYSTEMS: Readonly<Record<OldDatum, string>> = {
  xian80: '+a=6378140 +rf=298.257',
  beijing54: '+a=6378245 +rf=298.3',
};

describe('zones of the old datums', () => {
  // From the EPSG registry.
  it.each([
    [2327, 'xian80', 6, 13, 75, 13_500_000], [2348, 'xian80', 6, 23, 135, 500_000], [2364, 'xian80', 3, 40, 120, 40_500_000], [2385, 'xian80', 3, 40, 120, 500_000],
    [2416, 'beijing54', 3, 40, 120, 40_500_000], [2437, 'beijing54', 3, 40, 120, 500_000], [21420, 'beijing54', 6, 20, 117, 20_500_000], [21460, 'beijing54', 6, 20, 117, 500_000], [21480, 'beijing54', 6, 20, 117, 500_000],
  ] as const)('has EPSG:%i as %s, %i-degree zone %i at %i°', (code, datum, width, number, centralMeridian, falseEasting) => {
    expect(oldZoneOf(`urn:ogc:def:crs:EPSG::${code}`)).toMatchObject({ datum, width, number, centralMeridian, falseEasting });
  });

  it('has none of them twice', () => {
    expect(new Set(OLD_ZONES.map(({ code }) => code)).size).toBe(OLD_ZONES.length);
    expect(oldZoneOf(4549)).toBe(undefined);
  });
});

describe('setDatumShift', () => {
  it('is waited for: without parameters an old system is an error that says so, never a guess', () => {
    for (const code of ['EPSG:2437', 'EPSG:2364', 'EPSG:4214', 21480]) {
      expect(() => projectionOf(code)).toThrow(YztError);
      expect(() => projectionOf(code)).toThrow(/setDatumShift/);
    }
    expect(() => lonLatTransform('EPSG:2437')).toThrow(/setDatumShift/);
    expect(lonLatTransform('EPSG:25832')).toBe(undefined);
  });

  it('says which numbers are none', () => {
    expect(() => setDatumShift('xian80', { dx: 1, dy: NaN, dz: 0 })).toThrow(/dx/);
    expect(() => setDatumShift('wgs72' as OldDatum, { dx: 1, dy: 0, dz: 0 })).toThrow(/beijing54/);
  });

  it.each(['xian80', 'beijing54'] as const)('brings %s to CGCS2000 as proj4 does with the same parameters', (datum) => {
    const { dx, dy, dz, rx = 0, ry = 0, rz = 0, scale = 0 } = SHIFT;
    const old = `+proj=longlat ${SYSTEMS[datum]} +towgs84=${[dx, dy, dz, rx, ry, rz, scale].join()} +no_defs`;
    for (const [lon, lat] of [[120.3826, 36.0618], [75, 4], [134.9, 53]] as const) {
      const [x = NaN, y = NaN] = proj4(old, '+proj=longlat +ellps=GRS80 +towgs84=0,0,0 +no_defs', [lon, lat]);
      const [a, b] = toCgcs2000(lon, lat, OLD_DATUMS[datum].ellipsoid, SHIFT);
      expect(Math.hypot(a - x, b - y) * 111_320, `${lon} ${lat}`).toBeLessThan(0.002);
      expect(Math.hypot(a - lon, b - lat) * 111_320).toBeGreaterThan(30);
      const [lon2, lat2] = fromCgcs2000(a, b, OLD_DATUMS[datum].ellipsoid, SHIFT);
      // What a height that is let go of costs.
      expect(Math.hypot(lon2 - lon, lat2 - lat) * 111_320).toBeLessThan(0.01);
    }
  });

  it('makes the system known to maps and datasets', () => {
    setDatumShift('xian80', SHIFT);
    expect(projectionOf('EPSG:2385')).toBe(projectionOf('EPSG:2385'));
    expect(projectionOf('EPSG:2385').getUnits()).toBe('m');
    const start = [40_534_000, 3_992_000];
    for (const code of ['EPSG:4490', 'EPSG:3857', 'EPSG:4549', 'EPSG:4528', 'EPSG:2385', 'EPSG:4610']) {
      projectionOf(code);
      const back = transform(transform(start, projectionOf('EPSG:2364'), code), code, 'EPSG:2364');
      expect(Math.hypot((back[0] ?? NaN) - 40_534_000, (back[1] ?? NaN) - 3_992_000), code).toBeLessThan(0.01);
    }
    const places = Float64Array.of(40_534_000, 3_992_000, 40_500_000, 3_992_000);
    lonLatTransform('EPSG:2364')?.(places);
    expect([...places].map((value) => value.toFixed(2))).toEqual(expect.arrayContaining(['120.00']));
    expect(() => projectionOf('EPSG:2437')).toThrow(/setDatumShift/);
  });
});
