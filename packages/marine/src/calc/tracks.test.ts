import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { classTyphoons } from '../data/index.js';
import { keptCourse, nearestApproach } from './approach.js';
import { compassPoint } from './index.js';
import { lastOf, missingFields, radiiAt, trackPieces, typhoonTracks } from './tracks.js';

const HOUR = 3_600_000;
const START = Date.UTC(2019, 7, 11);

/** Two storms, their rows mixed and not in the order of time; the second crosses the antimeridian and has a gap of two days. */
function storms(): Dataset {
  return Dataset.fromColumns({
    coordinates: Float64Array.of(120, 34, 179, 30, 120, 30, 120, 38, -179, 31, -178, 33, Number.NaN, Number.NaN),
    columns: {
      storm: ['a', 'b', 'a', 'a', 'b', 'b', 'a'],
      time: [6, 0, 0, 12, 6, 54, 18].map((hours) => new Date(START + hours * HOUR)),
      windMs: Float64Array.of(33, 9, 17.15, 52, Number.NaN, 24.5, 20),
      r7NeKm: Float64Array.of(300, 0, 0, 0, 0, 0, 0),
      r7SwKm: Float64Array.of(200, 0, 0, 0, 0, 0, 0),
    },
  });
}

describe('typhoonTracks', () => {
  it('puts each storm in the order of time and leaves out rows without a place', () => {
    const [a, b] = typhoonTracks(storms());
    expect([a?.storm, a?.positions.map(({ row }) => row)]).toEqual(['a', [2, 0, 3]]);
    expect([b?.storm, b?.positions.map(({ row }) => row)]).toEqual(['b', [1, 4, 5]]);
    expect(a && lastOf(a).lat).toBe(38);
  });

  it('shows what passes the filters, as a playback does', () => {
    const data = storms();
    data.setFilter('time', { kind: 'range', field: 'time', max: START + 7 * HOUR });
    expect(typhoonTracks(data, data.passing()).map((track) => lastOf(track).row)).toEqual([0, 4]);
  });

  it('is empty for other data, and says what is missing', () => {
    const other = Dataset.fromColumns({ coordinates: Float64Array.of(120, 36), columns: { name: ['x'] } });
    expect([typhoonTracks(other), missingFields(other)]).toEqual([[], ['storm', 'time']]);
  });

  it('reads radii by quadrant; a missing field is a missing radius', () => {
    expect(radiiAt(storms(), 0, '7')).toEqual([300, Number.NaN, 200, Number.NaN]);
    expect(radiiAt(storms(), 0, '12')).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe('trackPieces', () => {
  it('joins neighbours, the short way round the world, but not over a long gap', () => {
    const [a, b] = typhoonTracks(storms()).map(trackPieces);
    expect(a?.map(({ line }) => line)).toEqual([[[120, 30], [120, 34]], [[120, 34], [120, 38]]]);
    expect(b?.map(({ line }) => line)).toEqual([[[179, 30], [181, 31]]]);
  });
});

describe('class of a position', () => {
  it('is that of its wind by GB/T 19201, missing without one', () => {
    const data = storms();
    classTyphoons(data);
    expect([...Array(7).keys()].map((row) => data.value(row, 'class'))).toEqual(['TY', null, 'TS', 'SuperTY', null, 'STS', 'TS']);
    const own = Dataset.fromColumns({ columns: { class: ['X'], windMs: [50] } });
    classTyphoons(own);
    expect(own.value(0, 'class')).toBe('X');
  });
});

describe('approach', () => {
  const [track] = typhoonTracks(storms());

  it('is nearest between two positions, at the time in between', () => {
    if (!track) throw new Error('no track');
    const { meters, time, place } = nearestApproach(track, [121, 36]);
    expect(place[1]).toBeCloseTo(36, 1);
    expect((time - START) / HOUR).toBeCloseTo(9, 1);
    expect(meters / 1000).toBeCloseTo(90.2, 0);
    expect(nearestApproach(track, [120, 40]).time).toBe(START + 12 * HOUR);
  });

  it('of a kept course says when, and nothing of a storm that goes away or stands', () => {
    const at = { row: 0, time: START, lon: 120, lat: 33, windMs: 30, moveKmh: 20, moveDeg: 0 };
    const next = keptCourse(at, [121, 36]);
    expect(((next?.time ?? 0) - START) / HOUR).toBeCloseTo(16.7, 0);
    expect(keptCourse({ ...at, moveDeg: 180 }, [121, 36])).toBeUndefined();
    expect(keptCourse({ ...at, moveKmh: Number.NaN }, [121, 36])).toBeUndefined();
  });

  it('has a word for each of sixteen directions', () => {
    expect([0, 22, 45, 350, 340, -90].map((degrees) => compassPoint(degrees)?.zh)).toEqual(['北', '北东北', '东北', '北', '北西北', '西']);
    expect(compassPoint(Number.NaN)).toBeUndefined();
  });
});
