import { Dataset } from '@yizhangtu/data/model';
import { SPORTS_VENUE_TYPE } from '@yizhangtu/standards/sports-venue';
import { describe, expect, it } from 'vitest';
import { distanceText, nearVenues } from './near-venues.js';
import { SPORTS, sportsOf } from './sports.js';

const data = (): Dataset => Dataset.fromColumns({ coordinates: Float64Array.of(120.4, 36, 120.38, 36, NaN, NaN, 120.381, 36), columns: { fee: ['free', 'free', 'free', 'paid'] } });

describe('nearVenues', () => {
  it('orders by distance along the ellipsoid, the unplaced last, and follows filters', () => {
    const all = nearVenues(data(), [120.38, 36]);
    expect(all.map(({ row }) => row)).toEqual([1, 3, 0, 2]);
    // A degree of longitude at 36° N on the CGCS2000 ellipsoid: 90 163.6 m.
    expect(all[2]?.meters).toBeCloseTo(1803.27, 1);
    const some = data();
    some.setFilter('fee', { kind: 'in', field: 'fee', values: ['paid'] });
    expect(nearVenues(some, [120.38, 36]).map(({ row }) => row)).toEqual([3]);
    expect(nearVenues(data(), [120.38, 36], 500).map(({ row }) => row)).toEqual([1, 3, 2]);
    expect(nearVenues(data(), undefined).map(({ row }) => row)).toEqual([0, 1, 2, 3]);
  });
});

describe('distanceText', () => {
  it('is no finer than positions are', () => {
    expect([0, 344, 994, 996, 1234, 9949, 12345, NaN].map(distanceText)).toEqual(['0 m', '340 m', '990 m', '1.0 km', '1.2 km', '9.9 km', '12 km', '']);
  });
});

describe('sportsOf', () => {
  it('offers what there are grounds for, by types that exist', () => {
    expect(sportsOf(['50', '16', '82']).map(({ id }) => id)).toEqual(['path', 'table-tennis']);
    const codes = new Set(SPORTS_VENUE_TYPE.entries.map(({ code }) => code));
    for (const { types, id } of SPORTS) for (const type of types) expect(codes.has(type), `${id} ${type}`).toBe(true);
    expect(SPORTS_VENUE_TYPE.entries.find(({ code }) => code === '50')?.label.zh).toBe('乒乓球场');
  });
});
