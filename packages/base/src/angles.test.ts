import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { angleParts, formatAngle, formatLonLat, parseAngle, parseLonLat, wrapLongitude } from './angles.js';

const lons = fc.double({ min: -180, max: 180, noNaN: true, minExcluded: true });
const lats = fc.double({ min: -90, max: 90, noNaN: true });

describe('formatAngle', () => {
  it.each([
    [120.3826, 'lon', {}, 'E120°22′57″'],
    [120.3826, 'lon', { digits: 1 }, 'E120°22′57.4″'],
    [120.3826, 'lon', { style: 'minutes' }, 'E120°23′'],
    [120.3826, 'lon', { style: 'minutes', digits: 2 }, 'E120°22.96′'],
    [120.3826, 'lon', { style: 'decimal' }, 'E120.382600°'],
    [36.0618, 'lat', { style: 'minutes' }, 'N36°04′'],
    [36.0618, 'lat', { style: 'decimal', digits: 4, side: 'words' }, '北纬36.0618°'],
    [-36.0618, 'lat', { style: 'decimal', digits: 2, side: 'sign' }, '-36.06°'],
    [-0.5, 'lon', { side: 'words' }, '西经0°30′00″'],
    [59.999999, 'lat', {}, 'N60°00′00″'],
    [-0.0000001, 'lat', {}, 'N0°00′00″'],
    [480.5, 'lon', { style: 'minutes' }, 'E120°30′'],
    [-180, 'lon', { style: 'minutes' }, 'E180°00′'],
    [NaN, 'lon', {}, '—'],
  ] as const)('writes %s as %s %o', (angle, axis, options, text) => {
    expect(formatAngle(angle, axis, options, 'zh-CN')).toBe(text);
  });

  it('writes words in English behind the number', () => {
    expect(formatAngle(-33.5, 'lat', { style: 'minutes', side: 'words' }, 'en')).toBe('33°30′ S');
  });

  it('writes a place as bulletins do', () => {
    expect(formatLonLat([120.3826, 36.0618], { style: 'minutes' }, 'zh-CN')).toBe('E120°23′,N36°04′');
    expect(formatLonLat([120.3826, 36.0618], { style: 'minutes' }, 'en')).toBe('E120°23′, N36°04′');
  });
});

describe('angleParts', () => {
  it('keeps minutes and seconds below 60 for every angle and precision', () => {
    fc.assert(
      fc.property(lons, fc.constantFrom('minutes' as const, 'seconds' as const), fc.integer({ min: 0, max: 6 }), (angle, style, digits) => {
        const { minutes, seconds, degrees, negative } = angleParts(angle, style, digits);
        expect(minutes).toBeLessThan(60);
        expect(seconds).toBeLessThan(60);
        const back = (negative ? -1 : 1) * (degrees + minutes / 60 + seconds / 3600);
        const unit = style === 'minutes' ? 60 : 3600;
        expect(Math.abs(back - angle)).toBeLessThanOrEqual((0.5 / unit) * 10 ** -digits + 1e-12);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('wrapLongitude', () => {
  it.each([
    [190, -170], [-190, 170], [180, 180], [-180, 180], [540, 180], [0, 0], [720.5, 0.5],
  ])('brings %s to %s', (lon, wrapped) => {
    expect(wrapLongitude(lon)).toBeCloseTo(wrapped, 12);
  });
});

describe('parseAngle', () => {
  const angle = 120 + 22 / 60 + 57.4 / 3600;
  it.each([
    '120°22′57.4″', 'E120°22′57.4″', '120°22′57.4″E', '120 22 57.4', '120:22:57.4', "120°22'57.4\"", "120°22'57.4''", '东经120°22′57.4″',
    '东经120度22分57.4秒', '120°22′57.4″', 'e 120° 22′ 57.4″', '+120 22 57.4 E',
  ])('reads %s', (text) => {
    expect(parseAngle(text, 'lon')).toBeCloseTo(angle, 10);
  });

  it.each([
    ['120.3826', 120.3826],
    ['-120.5', -120.5],
    ['−120.5', -120.5],
    ['W120.5', -120.5],
    ['南纬36°30′', -36.5],
    ['36°30′S', -36.5],
    ['120°', 120],
    ['120°22.96′', 120 + 22.96 / 60],
    ['-36 30', -36.5],
    ['.5', 0.5],
  ])('reads %s as %s', (text, value) => {
    expect(parseAngle(text)).toBeCloseTo(value, 10);
  });

  it.each([
    '', '—', 'E', '120°61′', '120°22′60″', '181', 'N91', '120.5°30′', '120°22.5′30″', 'E120W', '120 22 57 33', '12a', '120,36', '1e2', '12..3',
  ])('does not take %j for an angle', (text) => {
    expect(parseAngle(text)).toBeNaN();
  });

  it('does not take a latitude for a longitude', () => {
    expect(parseAngle('N36', 'lon')).toBeNaN();
    expect(parseAngle('100', 'lat')).toBeNaN();
  });

  it('reads back what formatAngle wrote', () => {
    fc.assert(
      fc.property(
        lats, fc.constantFrom('decimal' as const, 'minutes' as const, 'seconds' as const), fc.constantFrom('letter' as const, 'words' as const, 'sign' as const),
        fc.integer({ min: 0, max: 6 }), fc.constantFrom('zh-CN' as const, 'en' as const),
        (lat, style, side, digits, locale) => {
          const back = parseAngle(formatAngle(lat, 'lat', { style, side, digits }, locale), 'lat');
          const unit = { decimal: 1, minutes: 60, seconds: 3600 }[style];
          expect(Math.abs(back - lat)).toBeLessThanOrEqual((0.5 / unit) * 10 ** -digits + 1e-10);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('parseLonLat', () => {
  it.each([
    '120.3826, 36.0618', '120.3826 36.0618', '120.3826,36.0618', '36.0618, 120.3826', '北纬36.0618° 东经120.3826°', '120.3826E 36.0618N', 'E120.3826,N36.0618',
    'N36.0618E120.3826', '东经120.3826°、北纬36.0618°', '36.0618N, 120.3826E', '120.3826\t36.0618',
  ])('reads %j', (text) => {
    const [lon, lat] = parseLonLat(text) ?? [];
    expect(lon).toBeCloseTo(120.3826, 10);
    expect(lat).toBeCloseTo(36.0618, 10);
  });

  it('takes the order it is told where letters say nothing', () => {
    expect(parseLonLat('36, 40')).toEqual([36, 40]);
    expect(parseLonLat('36, 40', 'lat-lon')).toEqual([40, 36]);
    expect(parseLonLat('36N 40E', 'lon-lat')).toEqual([40, 36]);
  });

  it('reads six numbers as two angles', () => {
    const [lon, lat] = parseLonLat('120 22 57 36 3 42') ?? [];
    expect(lon).toBeCloseTo(120 + 22 / 60 + 57 / 3600, 10);
    expect(lat).toBeCloseTo(36 + 3 / 60 + 42 / 3600, 10);
  });

  it.each(['', '120', '120,36,5', 'N36,N37', 'a,b', '181,91', 'E120,36,N'])('does not take %j for a place', (text) => {
    expect(parseLonLat(text)).toBeUndefined();
  });

  it('reads back what formatLonLat wrote', () => {
    fc.assert(
      fc.property(lons, lats, fc.constantFrom('letter' as const, 'words' as const), fc.constantFrom('zh-CN' as const, 'en' as const), (lon, lat, side, locale) => {
        const [x = NaN, y = NaN] = parseLonLat(formatLonLat([lon, lat], { style: 'seconds', digits: 3, side }, locale)) ?? [];
        expect(Math.abs(wrapLongitude(x - lon))).toBeLessThanOrEqual(2e-7);
        expect(Math.abs(y - lat)).toBeLessThanOrEqual(2e-7);
      }),
      { numRuns: 500 },
    );
  });
});
