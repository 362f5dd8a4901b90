import { YztError } from '@yizhangtu/base/errors';
import { describe, expect, it } from 'vitest';
import { normalCode, proj4Definition, zoneAt, zoneExtent, zoneOf, ZONES, zoneWorldExtent } from './cgcs2000-zones.js';

describe('CGCS2000 zones', () => {
  // From the EPSG registry, v11: code, width, number, central meridian, false easting.
  it.each([
    [4491, 6, 13, 75, 13_500_000],
    [4492, 6, 14, 81, 14_500_000],
    [4501, 6, 23, 135, 23_500_000],
    [4502, 6, 13, 75, 500_000],
    [4512, 6, 23, 135, 500_000],
    [4513, 3, 25, 75, 25_500_000],
    [4533, 3, 45, 135, 45_500_000],
    [4534, 3, 25, 75, 500_000],
    [4554, 3, 45, 135, 500_000],
    [4527, 3, 39, 117, 39_500_000],
    [4528, 3, 40, 120, 40_500_000],
    [4529, 3, 41, 123, 41_500_000],
    [4548, 3, 39, 117, 500_000],
    [4549, 3, 40, 120, 500_000],
    [4550, 3, 41, 123, 500_000],
  ])('has EPSG:%i as %i-degree zone %i at %i°', (code, width, number, centralMeridian, falseEasting) => {
    expect(zoneOf(code)).toMatchObject({ width, number, centralMeridian, falseEasting, prefixed: falseEasting > 500_000 });
  });

  it('fills the codes 4491–4554 without a gap', () => {
    expect(ZONES.map(({ code }) => code).sort()).toEqual(Array.from({ length: 64 }, (_, i) => `EPSG:${4491 + i}`));
  });

  it('writes a zone for proj4', () => {
    const zone = zoneOf(4528);
    expect(zone && proj4Definition(zone)).toContain('+lon_0=120 +k=1 +x_0=40500000 ');
  });

  it.each([
    [120.3826, 3, false, 'EPSG:4549'],
    [120.3826, 3, true, 'EPSG:4528'],
    [118.5, 3, false, 'EPSG:4549'],
    [118.4999, 3, false, 'EPSG:4548'],
    [121.5, 3, false, 'EPSG:4550'],
    [120, 6, true, 'EPSG:4499'],
    [119.9999, 6, true, 'EPSG:4498'],
    [73.5, 3, true, 'EPSG:4513'],
  ] as const)('finds longitude %s in width %i, prefixed %s: %s', (lon, width, prefixed, code) => {
    expect(zoneAt(lon, width, prefixed).code).toBe(code);
  });

  it('puts every longitude of China inside the zone it finds', () => {
    for (let lon = 73.5; lon < 135.5; lon += 0.1) {
      for (const width of [3, 6] as const) {
        const zone = zoneAt(lon, width);
        expect(lon).toBeGreaterThanOrEqual(zone.west - 1e-9);
        expect(lon).toBeLessThan(zone.east + 1e-9);
      }
    }
  });

  it.each([0, -120, 73, 140, NaN])('refuses longitude %s', (lon) => {
    expect(() => zoneAt(lon)).toThrow(YztError);
  });

  it.each([
    ['EPSG:4549', 'EPSG:4549'],
    ['epsg:4549', 'EPSG:4549'],
    [4549, 'EPSG:4549'],
    [' 4549 ', 'EPSG:4549'],
    ['urn:ogc:def:crs:EPSG::4549', 'EPSG:4549'],
    ['urn:x-ogc:def:crs:EPSG:6.9:4549', 'EPSG:4549'],
    ['http://www.opengis.net/def/crs/EPSG/0/4549', 'EPSG:4549'],
    ['http://www.opengis.net/gml/srs/epsg.xml#4549', 'EPSG:4549'],
    ['CRS:84', 'CRS:84'],
    ['CITY:QD', 'CITY:QD'],
  ])('reads %s as %s', (written, code) => {
    expect(normalCode(written)).toBe(code);
  });

  it('draws half a zone beyond each edge and holds all of China between', () => {
    const zone = zoneAt(120.3826);
    const [west, south, east, north] = zoneExtent(zone);
    expect(zoneWorldExtent(zone)).toEqual([117, 3, 123, 54]);
    expect(west).toBeLessThan(500_000 - 330_000);
    expect(east - 500_000).toBeCloseTo(500_000 - west, 6);
    expect(south).toBeGreaterThan(331_000);
    expect(north).toBeGreaterThan(5_985_000);
  });
});
