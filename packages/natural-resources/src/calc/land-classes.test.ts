import { Dataset } from '@yizhangtu/data/model';
import { LAND_SURVEY_2019 } from '@yizhangtu/standards/land-survey-2019';
import { LAND_USE_2023 } from '@yizhangtu/standards/land-use-2023';
import { describe, expect, it } from 'vitest';
import { landAreaColumn, landBalance, landClassColumn, landClassOf, landCode, unknownCodes } from './index.js';

describe('classes of land', () => {
  it('stand at a level of their list, at most at their own', () => {
    expect([1, 2, 3].map((level) => landClassOf(LAND_USE_2023, '070102', level as 1)?.code)).toEqual(['07', '0701', '070102']);
    expect(landClassOf(LAND_USE_2023, '05', 3)?.code).toBe('05');
    expect(landClassOf(LAND_USE_2023, '99', 1)).toBeUndefined();
  });

  it('of the land survey: K is the class before it, wetlands stand together', () => {
    expect(landClassOf(LAND_SURVEY_2019, '0201K', 3)?.code).toBe('0201');
    expect(landClassOf(LAND_SURVEY_2019, '1105', 1)?.code).toBe('00');
  });

  it('have the zero back that a number has lost', () => {
    expect([landCode(103), landCode('0103'), landCode(1001), landCode(60_101)]).toEqual(['0103', '0103', '1001', '060101']);
  });

  it('as a column: missing for unknown codes and for none', () => {
    const data = Dataset.fromColumns({ columns: { DLBM: ['0101', '0103', '9999', null], number: [101, 301, 9999, null] } });
    expect(unknownCodes(data.column('DLBM'), LAND_SURVEY_2019)).toEqual(['9999']);
    for (const field of ['DLBM', 'number']) data.derive(landClassColumn(`${field}.1`, { field, scheme: LAND_SURVEY_2019 }, 1));
    expect([0, 1, 2, 3].map((row) => data.value(row, 'DLBM.1'))).toEqual(['01', '01', null, null]);
    expect([0, 1, 2, 3].map((row) => data.value(row, 'number.1'))).toEqual(['01', '03', null, null]);
  });
});

describe('areas', () => {
  it('are those on the ellipsoid: 0.01° by 0.01° at 36° N', () => {
    const ring = [[120, 36], [120.01, 36], [120.01, 36.01], [120, 36.01], [120, 36]];
    const data = Dataset.fromColumns({ geometry: { kind: 'shape', types: Uint8Array.of(3), partStart: Uint32Array.of(0, 1), ringStart: Uint32Array.of(0, 1), vertexStart: Uint32Array.of(0, 5), coordinates: Float64Array.from(ring.flat()) }, columns: { a: ['x'] } });
    data.derive(landAreaColumn('area'));
    // A degree of latitude is 110 957 m and one of longitude 90 157 m at 36.005° N (CGCS2000).
    expect(Number(data.value(0, 'area')) / (1109.577 * 901.567)).toBeCloseTo(1, 3);
  });

  it('by class: top classes in the order of the list, their parts, unknown codes at the end, and the whole', () => {
    const data = Dataset.fromColumns({ columns: { now: ['0301', '0101', '0103', '070102', 'xx'], earlier: ['0101', '0101', '0103', '0101', 'xx'], area: [10, 20, 30, 5, 1] } });
    const ask = (groupBy: string) => data.query({ groupBy, measures: [{ kind: 'sum', field: 'area' }] });
    const balance = landBalance(ask('now'), LAND_USE_2023, ask('earlier'));
    expect(balance.rows.map(({ code, area, before, count }) => [code, area, before, count])).toEqual([['01', 50, 65, 2], ['03', 10, 0, 1], ['07', 5, 0, 1], [undefined, 1, 1, 1]]);
    expect(balance.rows[0]?.parts.map(({ code, area }) => [code, area])).toEqual([['0101', 20], ['0103', 30]]);
    expect(balance.rows[2]?.parts[0]).toMatchObject({ code: '0701', values: ['070102'], parts: [] });
    expect([balance.area, balance.before, balance.rows.reduce((sum, { area }) => sum + area, 0)]).toEqual([66, 66, 66]);
    expect(landBalance(ask('now'), LAND_USE_2023).before).toBeUndefined();
  });
});
