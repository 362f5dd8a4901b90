import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { lengthWords, methodWords, placeWords, profileFigures, slopeWords } from './profile-words.js';
import { placeOfRow, profileProblem, profileTable, rowOfPlace, wayProfile } from './way-profile.js';

/** Metres of a degree on the equator. */
const DEGREE = (6_378_137 * Math.PI) / 180;

/** A way due east on the equator. */
function way(meters: readonly number[], ele: readonly (number | null)[], segment?: readonly string[]): Dataset {
  return Dataset.fromColumns({ coordinates: Float64Array.from(meters.flatMap((one) => [one / DEGREE, 0])), columns: { ele: [...ele], ...(segment && { segment: [...segment] }) } });
}
const options = { smoothMeters: 100, leastRise: 3 };

describe('wayProfile', () => {
  it('is told in km from 2 km on, and says which row is where', () => {
    const profile = wayProfile(way([0, 1000, 3000], [0, 50, 50]), 'ele', options);
    expect([Math.round(profile?.length ?? 0), profile?.unitMeters, Math.round(profile?.climb ?? 0)]).toEqual([3000, 1000, 50]);
    const last = (profile?.places.length ?? 0) - 1;
    if (!profile) throw new Error('no profile');
    expect([0, 1, 2, -1, 7].map((row) => placeOfRow(profile, row))).toEqual([0, Math.round(last / 3), last, -1, -1]);
    expect([0, Math.round(last / 3), last, -1].map((place) => rowOfPlace(profile, place))).toEqual([0, 1, 2, -1]);
    expect(new Dataset(profileTable(profile)).value(last, 'at')).toBeCloseTo(3, 6);
    expect(new Dataset(profileTable()).rowCount).toBe(0);
  });

  it('leaves out rows that a filter takes away, and the gap between two tracks', () => {
    const dataset = way([0, 500, 9000, 9500], [1, 2, 3, 4], ['1', '1', '2', '2']);
    expect(wayProfile(dataset, 'ele', options)?.length).toBeCloseTo(1000, 3);
    dataset.setFilter('segment', { kind: 'in', field: 'segment', values: ['2'] });
    expect(wayProfile(dataset, 'ele', options)?.rows).toEqual([2, 3]);
  });

  it('says what is missing', () => {
    expect(profileProblem(way([0, 1], [1, 2]), 'ele')).toBeUndefined();
    expect(profileProblem(way([0, 1], [1, 2]), 'height')).toBe('no-heights');
    expect(profileProblem(Dataset.fromColumns({ columns: { ele: [1] } }), 'ele')).toBe('no-points');
    expect(wayProfile(way([0, 1], [1, 2]), 'height', options)).toBeUndefined();
  });
});

describe('words', () => {
  const profile = wayProfile(way([0, 2500], [10, 135]), 'ele', options);

  it('tell a slope with its direction', () => {
    expect([slopeWords(0.032), slopeWords(-0.1), slopeWords(0.0004)].map(({ zh }) => zh)).toEqual(['上坡 3.2%', '下坡 10.0%', '平路']);
    expect(slopeWords(-0.1).en).toBe('10.0% downhill');
  });

  it('tell a place and the whole', () => {
    if (!profile) throw new Error('no profile');
    expect(placeWords(profile, 0, 'zh-CN')).toBe('0.00 km，高程 10.0 m，上坡 5.0%');
    expect(placeWords(profile, 0, 'en')).toBe('0.00 km, height 10.0 m, 5.0% uphill');
    expect(placeWords(profile, -1, 'en')).toBe('');
    expect(profileFigures(profile).map(({ value }) => value)).toEqual(['2.50 km', '125 m', '0 m', '135 m', '10 m']);
    expect(lengthWords(830.4, 1)).toBe('830 m');
  });

  it('name the method', () => {
    expect(methodWords(100, 3).zh).toBe('高程沿线 100 m 平均；累计只计 3 m 及以上的起伏；距离为椭球面上的长度');
    expect(methodWords(0, 3).en).toBe('climb and descent count rises and falls of 3 m or more; lengths on the ellipsoid');
  });
});
