import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { latestFixes, momentOf, vesselKeys } from './vessels.js';

const HOUR = 3_600_000;
const START = Date.UTC(2019, 7, 10);

/** Two vessels, one with a place that is not available last, and a row that names none. */
function fixes(): Dataset {
  return Dataset.fromColumns({
    coordinates: Float64Array.of(120, 36, 121, 36, 120.1, 36, 181, 91, 122, 36, 120.2, 36),
    columns: { mmsi: [1, 2, 1, 2, null, 1], time: [0, 0, 2, 3, 1, 1].map((hours) => new Date(START + hours * HOUR)) },
  });
}

const rowsOf = (list: readonly { row: number }[]): number[] => list.map(({ row }) => row);

describe('latestFixes', () => {
  it('is the last place of each vessel, whatever the order of rows, without rows of no place or no vessel', () => {
    expect(rowsOf(latestFixes(fixes()))).toEqual([2, 1]);
  });

  it('leaves out fixes after the moment, and those too old at it', () => {
    const moment = START + 1.5 * HOUR;
    expect(rowsOf(latestFixes(fixes(), undefined, { moment, longest: 24 * HOUR }))).toEqual([5, 1]);
    expect(rowsOf(latestFixes(fixes(), undefined, { moment, longest: HOUR }))).toEqual([5]);
  });

  it('follows the filters, and knows the moment that they choose', () => {
    const data = fixes();
    expect(momentOf(data)).toBe(START + 3 * HOUR);
    data.setFilter('time', { kind: 'range', field: 'time', max: START + 90 * 60_000, maxExclusive: true });
    expect([momentOf(data), rowsOf(latestFixes(data, data.passing()))]).toEqual([START + 1.5 * HOUR, [5, 1]]);
  });

  it('takes every row for a vessel where nothing tells them apart, and words for ids too', () => {
    const plain = Dataset.fromColumns({ coordinates: Float64Array.of(120, 36, 121, 36) });
    expect([rowsOf(latestFixes(plain)), momentOf(plain)]).toEqual([[0, 1], undefined]);
    const words = Dataset.fromColumns({ coordinates: Float64Array.of(120, 36, 121, 36), columns: { mmsi: ['示例 1', null] } });
    expect([0, 1].map(vesselKeys(words))).toEqual(['示例 1', undefined]);
  });
});
