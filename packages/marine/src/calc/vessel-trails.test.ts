import { Dataset } from '@yizhangtu/data/model';
import { expect, it } from 'vitest';
import { vesselTrails } from './vessel-trails.js';

const HOUR = 3_600_000;

const fixes = (places: readonly (readonly [id: number, hour: number, lon: number, lat: number])[]): Dataset =>
  Dataset.fromColumns({ coordinates: Float64Array.from(places.flatMap(([, , lon, lat]) => [lon, lat])), columns: { mmsi: places.map(([id]) => id), time: places.map(([, hour]) => new Date(hour * HOUR)) } });

it('a trail joins the fixes of a vessel in the order of time, up to the moment and not too old, without places that are not known', () => {
  const data = fixes([[1, 3, 120.3, 36], [1, 1, 120.1, 36], [1, 2, 181, 91], [1, 0, 120, 36], [1, 5, 120.5, 36], [2, 1, 121, 36], [2, 2, 121, 36], [3, 3, 122, 36]]);
  expect(vesselTrails(data, undefined, { moment: 4 * HOUR, longest: 10 * HOUR })).toEqual([{ row: 0, line: [[120, 36], [120.1, 36], [120.3, 36]] }]);
  expect(vesselTrails(data, undefined, { moment: 5 * HOUR, longest: 2 * HOUR })).toEqual([{ row: 4, line: [[120.3, 36], [120.5, 36]] }]);
  data.setFilter('time', { kind: 'range', field: 'time', max: HOUR });
  expect(vesselTrails(data, data.passing(), { moment: HOUR, longest: 9 * HOUR })).toEqual([{ row: 1, line: [[120, 36], [120.1, 36]] }]);
});

it('a trail over the antimeridian goes the short way, and data without times has none', () => {
  const data = fixes([[1, 0, 179.9, 30], [1, 1, -179.9, 30]]);
  const [trail] = vesselTrails(data, undefined, { moment: HOUR, longest: HOUR });
  expect(trail?.line.map(([lon]) => Number(lon.toFixed(1)))).toEqual([179.9, 180.1]);
  expect(vesselTrails(Dataset.fromColumns({ coordinates: Float64Array.of(120, 36, 121, 36), columns: { mmsi: [1, 1] } }), undefined, { moment: 1, longest: 1 })).toEqual([]);
});
