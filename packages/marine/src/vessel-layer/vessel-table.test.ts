import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { latestFixes } from '../calc/vessels.js';
import { vesselTable } from './vessel-table.js';

const MINUTE = 60_000;
const START = Date.UTC(2019, 7, 10);

function fleet(): Dataset {
  return Dataset.fromColumns({
    coordinates: Float64Array.of(120, 36, 121, 36, 122, 36),
    columns: {
      mmsi: [1, 2, 3],
      time: [0, -45, -10].map((minutes) => new Date(START + minutes * MINUTE)),
      type: [30, 80, null],
      sogKn: [8, 102.3, 0],
      cogDeg: [90, 45, 200],
      headingDeg: [511, 47, 511],
      navStatus: [7, 15, 5],
      lengthM: [32, 0, 12],
      home: ['积米崖', null, '沙子口'],
    },
  });
}

const table = (staleMinutes = 30, moment: number | undefined = START): Dataset => new Dataset(vesselTable(fleet(), latestFixes(fleet()), { moment, staleMinutes }));
const all = (data: Dataset, field: string): unknown[] => [0, 1, 2].map((row) => data.value(row, field));

describe('vesselTable', () => {
  it('has the columns of the source without the numbers that mean «not available»', () => {
    const data = table();
    expect([all(data, 'sogKn'), all(data, 'headingDeg'), all(data, 'navStatus'), all(data, 'lengthM')]).toEqual([[8, null, 0], [null, 47, null], ['7', null, '5'], [32, null, 12]]);
    expect([all(data, 'mmsi'), all(data, 'home')]).toEqual([[1, 2, 3], ['积米崖', null, '沙子口']]);
  });

  it('groups vessels by their type, turns them by heading or course, and greys those not heard of', () => {
    const data = table();
    expect([all(data, 'group'), all(data, 'bowDeg'), all(data, 'look'), all(data, 'ageMin')]).toEqual([
      ['fishing', 'tanker', 'unknown'], [90, 47, null], ['fishing', 'stale', 'unknown'], [0, 45, 10],
    ]);
    expect(all(table(60), 'look')).toEqual(['fishing', 'tanker', 'unknown']);
  });

  it('knows no ages without a moment, and takes the group from data that names it', () => {
    const named = Dataset.fromColumns({ coordinates: Float64Array.of(120, 36), columns: { mmsi: ['x'], type: ['passenger'] } });
    const data = new Dataset(vesselTable(named, latestFixes(named), { moment: undefined, staleMinutes: 30 }));
    expect([data.value(0, 'look'), data.column('ageMin'), data.value(0, 'bowDeg')]).toEqual(['passenger', undefined, null]);
  });
});
