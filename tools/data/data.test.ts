import { readFileSync, statSync } from 'node:fs';
import { area, booleanPointInPolygon, featureCollection, intersect, kinks } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { parseHours } from '../../packages/fitness/src/calc/opening-hours.js';
import { SPORTS_VENUE_TYPE } from '../../packages/standards/src/sports-venue.js';
import { DIVISION_QINGDAO } from '../../packages/standards/src/division-qingdao.js';
import { childrenOf, entryIn, registerScheme } from '../../packages/standards/src/scheme.js';
import { districtCollection, DISTRICTS_FILE } from './districts.mjs';
import { romanised, streetInEnglish, villageName } from './divisions.mjs';
import { LAND_FILE } from './land.mjs';
import { placeCollection, PLACES_FILE } from './places.mjs';
import { CITY_POPULATION, population, POPULATION_FILE } from './population.mjs';
import { bell, between, pick, randomSource } from './random.mjs';
import { ROUTE_FILE, routeGpx, routePoints } from './route.mjs';
import { venueCollection, VENUES_FILE } from './venues.mjs';

const read = (file: URL) => JSON.parse(readFileSync(file, 'utf8'));
const land = read(LAND_FILE);
const districts = read(DISTRICTS_FILE);
const places = read(PLACES_FILE);
const venues = read(VENUES_FILE);
const nearLand = land.features.filter((feature: { geometry: { coordinates: number[][][] } }) =>
  feature.geometry.coordinates[0]?.some(([lon = 0, lat = 0]) => lon > 119 && lon < 122 && lat > 35 && lat < 38),
);
const onLand = (position: number[]): boolean => nearLand.some((feature: never) => booleanPointInPolygon(position, feature));

describe('files in the repository', () => {
  it('are what the generators make, on every run', () => {
    expect(placeCollection()).toEqual(places);
    expect(districtCollection()).toEqual(districts);
    expect(venueCollection()).toEqual(venues);
    expect(population()).toEqual(read(POPULATION_FILE));
    expect(routeGpx()).toBe(readFileSync(ROUTE_FILE, 'utf8'));
  }, 30_000);

  it('stay light', () => {
    const kilobytes = [LAND_FILE, DISTRICTS_FILE, PLACES_FILE, VENUES_FILE].map((file) => statSync(file).size / 1000);
    expect(kilobytes[0]).toBeLessThan(400);
    expect(kilobytes.reduce((sum, size) => sum + size)).toBeLessThan(1500);
  });
});

describe('land', () => {
  it('covers what is land and leaves out what is sea', () => {
    const everywhere = (position: number[]): boolean =>
      land.features.some((feature: never) => booleanPointInPolygon(position, feature));
    const known: readonly [name: string, position: number[], land: boolean][] = [
      ['青岛五四广场', [120.38, 36.07], true],
      ['胶州湾', [120.25, 36.13], false],
      ['黄海', [122, 35], false],
      ['济南', [117, 36.65], true],
      ['北京', [116.4, 39.9], true],
      ['台湾岛', [121, 23.8], true],
      ['海南岛', [109.8, 19.2], true],
      ['南极', [0, -80], true],
      ['里海', [51, 41], false],
      ['楚科奇(180° 以东)', [-175, 66.5], true],
      ['太平洋', [-150, 10], false],
    ];
    for (const [name, position, expected] of known) expect(everywhere(position), name).toBe(expected);
  });

  it('stays within the world and is made of closed rings', () => {
    for (const { geometry } of land.features) {
      for (const ring of geometry.coordinates) {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring[0]).toEqual(ring[ring.length - 1]);
        for (const [lon, lat] of ring) expect(Math.abs(lon) <= 180 && Math.abs(lat) <= 85).toBe(true);
      }
    }
  });
});

describe('districts', () => {
  it('are the ten of the standard, marked as schematic', () => {
    registerScheme(DIVISION_QINGDAO);
    const codes: readonly [string, string][] = childrenOf({ scheme: 'division', code: '370200' }).map((entry) => [
      entry.code,
      entry.label.zh,
    ]);
    const own: readonly [string, string][] = districts.features.map(
      (feature: { properties: { adcode: string; name: string } }) => [feature.properties.adcode, feature.properties.name],
    );
    expect(new Map(own)).toEqual(new Map(codes));
    expect(own).toHaveLength(10);
    for (const { properties } of districts.features) expect(properties.note).toBe('示意');
  });

  it('do not cross themselves or lie over each other', () => {
    districts.features.forEach((one: never, at: number) => {
      expect(kinks(one).features).toHaveLength(0);
      for (const other of districts.features.slice(at + 1)) {
        const common = intersect(featureCollection([one, other]));
        expect(common ? area(common) : 0).toBeLessThan(0.002 * area(one));
      }
    });
  });

  it('contain their places and no sea', () => {
    for (const { geometry, properties } of places.features) {
      const home = districts.features.find(
        (feature: { properties: { adcode: string } }) => feature.properties.adcode === properties.adcode,
      );
      expect(booleanPointInPolygon(geometry.coordinates, home), properties.name).toBe(true);
    }
    for (const { properties } of districts.features) expect(onLand([properties.labelLon, properties.labelLat])).toBe(true);
  });

  it('carry the census, which adds up to the city', () => {
    const sum = districts.features.reduce(
      (total: number, { properties }: { properties: { population: number } }) => total + properties.population,
      0,
    );
    expect(sum).toBe(CITY_POPULATION);
  });
});

describe('venues', () => {
  it('are 1,284, each with its own id and a name that says 示例', () => {
    const ids = new Set(venues.features.map((feature: { id: string }) => feature.id));
    expect(ids.size).toBe(1284);
    const names = new Set(venues.features.map((feature: { properties: { name: string } }) => feature.properties.name));
    expect(names.size).toBe(1284);
    for (const name of names) expect(name).toContain('示例');
  });

  it('lie on land, inside their district', () => {
    const home = new Map(
      districts.features.map((feature: { properties: { adcode: string } }) => [feature.properties.adcode, feature]),
    );
    for (const { id, geometry, properties } of venues.features) {
      expect(onLand(geometry.coordinates), id).toBe(true);
      expect(booleanPointInPolygon(geometry.coordinates, home.get(properties.district) as never), id).toBe(true);
    }
  });

  it('use types and groups of the standard', () => {
    for (const { id, properties } of venues.features)
      expect(entryIn(SPORTS_VENUE_TYPE, properties.typeCode)?.parent, id).toBe(properties.typeGroup);
  });

  it('have no price and no hours while closed, and no whole phone number', () => {
    for (const { properties } of venues.features) {
      expect(properties.openState === 'closed').toBe(properties.fee === undefined);
      expect(properties.openState === 'closed').toBe(properties.hours === undefined);
      expect(properties.openState === 'closed').toBe(parseHours(properties.hoursRule) === undefined);
      expect(properties.phone).toMatch(/^0532-\*{4}\d{4}$/);
    }
  });
});

describe('tools', () => {
  it('give the same random numbers for the same seed, spread over their range', () => {
    const [one, two, other] = [randomSource(7), randomSource(7), randomSource(8)];
    const first = Array.from({ length: 5 }, one);
    expect(Array.from({ length: 5 }, two)).toEqual(first);
    expect(Array.from({ length: 5 }, other)).not.toEqual(first);
    const random = randomSource(1);
    const many = Array.from({ length: 20_000 }, random);
    expect(Math.min(...many)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...many)).toBeLessThan(1);
    expect(many.reduce((sum, value) => sum + value) / many.length).toBeCloseTo(0.5, 1);
    const bells = Array.from({ length: 20_000 }, () => bell(random));
    expect(bells.reduce((sum, value) => sum + value * value) / bells.length).toBeCloseTo(1, 1);
    expect(new Set(Array.from({ length: 200 }, () => between(random, 2, 4)))).toEqual(new Set([2, 3, 4]));
    expect(
      Array.from({ length: 50 }, () =>
        pick(random, [
          ['never', 0],
          ['always', 1],
        ]),
      ),
    ).not.toContain('never');
  });

  it('write names in Pinyin with the apostrophe and strip committees', () => {
    expect(romanised('延安路')).toBe("Yan'anlu");
    expect(streetInEnglish('370285104', '院上镇')).toBe('Yuanshang Town');
    expect(streetInEnglish('370214400', '青岛高新技术产业开发区')).toBe('Qingdao High-tech Industrial Development Zone');
    expect([villageName('张村社区居民委员会'), villageName('康信村村民委员会'), villageName('郭家疃村委会')]).toEqual([
      '张村',
      '康信',
      '郭家疃',
    ]);
  });
});

describe('route', () => {
  it('is an invented loop on land, of plausible heights, and says that it is one', () => {
    const points = routePoints();
    expect(points.filter(([lon = 0, lat = 0]) => !onLand([lon, lat]))).toEqual([]);
    const heights = points.map(([, , height = 0]) => height);
    expect([Math.min(...heights) > 0, Math.max(...heights) < 120, points.length > 300]).toEqual([true, true, true]);
    expect(readFileSync(ROUTE_FILE, 'utf8')).toContain('示例数据，不是真实赛道');
  });
});
