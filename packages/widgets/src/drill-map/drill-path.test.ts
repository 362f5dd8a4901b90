import { Dataset, type DatasetLike } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { codePrefix, pairList, pathTo, rowOf, withinFilter } from './drill-path.js';

const districts = (): Dataset => Dataset.fromColumns({ columns: { code: ['370202', '370203', null] } });
const streets = (): Dataset => Dataset.fromColumns({ columns: { code: ['370202001', '370203005', '370202002'] } });
const left = (data: Dataset): number[] => [...data.rows().rows];

describe('codes within codes', () => {
  it('end in zeros where they mean all of it', () => {
    expect(['370000', '370200', '370202', '370202001', '370210', 'A00'].map(codePrefix)).toEqual(['37', '3702', '370202', '370202001', '370210', 'A00']);
  });

  it('leave what lies within, words or numbers', () => {
    const data = streets();
    data.setFilter('division', withinFilter(data, 'code', '370202'));
    expect(left(data)).toEqual([0, 2]);
    data.setFilter('division', withinFilter(data, 'code', '370200'));
    expect(left(data)).toEqual([0, 1, 2]);
    const numbers = Dataset.fromColumns({ columns: { code: [370202001, 370203005, Number.NaN] } });
    numbers.setFilter('division', withinFilter(numbers, 'code', '370203'));
    expect(left(numbers)).toEqual([1]);
    expect([withinFilter(data, 'gone', '37'), withinFilter(data, 'code', undefined)]).toEqual([undefined, undefined]);
  });

  it('leave what lies within where the codes are elsewhere, whether they are of districts, streets or villages', () => {
    const far = (kind: 'text' | 'number') => ({ column: () => ({ name: 'code', kind }) }) as unknown as DatasetLike;
    expect(withinFilter(far('text'), 'code', '370202')).toEqual({ kind: 'compare', field: 'code', operator: 'starts-with', value: '370202' });
    const numbers = Dataset.fromColumns({ columns: { code: [370202, 370202001, 370202001004, 370203005] } });
    numbers.setFilter('division', withinFilter(far('number'), 'code', '370202'));
    expect(left(numbers)).toEqual([0, 1, 2]);
  });

  it('make a way down', () => {
    const levels = [{ dataset: districts(), field: 'code' }, { dataset: streets(), field: 'code' }];
    expect(pathTo('370202002', levels)).toEqual([{ code: '370202', row: 0 }, { code: '370202002', row: 2 }]);
    expect(pathTo('370203', levels)).toEqual([{ code: '370203', row: 1 }]);
    // As far as it is known: the streets may still be loading.
    expect(pathTo('370202002', [levels[0] as (typeof levels)[0], { dataset: undefined, field: 'code' }])).toEqual([{ code: '370202', row: 0 }]);
    expect([pathTo(undefined, levels), pathTo('110101', levels)]).toEqual([[], []]);
    expect([rowOf(levels[1] as (typeof levels)[0], '370203005'), rowOf(levels[1] as (typeof levels)[0], 'x')]).toEqual([1, -1]);
  });
});

it('reads pairs', () => {
  expect(pairList('venues:district  cases:street.code bad :x y:')).toEqual([['venues', 'district'], ['cases', 'street.code']]);
});
