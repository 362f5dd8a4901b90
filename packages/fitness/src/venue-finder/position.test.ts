import { Dataset } from '@yizhangtu/data/model';
import { describe, expect, it } from 'vitest';
import { placeNames, typedPlace } from './position.js';

const places = Dataset.fromColumns({ coordinates: Float64Array.of(120.33, 36.07, 120.38, 36.07, NaN, NaN), columns: { name: ['大窑沟', '五四广场', '沟'], en: ['Dayaogou', 'May Fourth Square', 'Gou'] } });

describe('typedPlace', () => {
  it('takes coordinates before names, and the better name before the first', () => {
    expect(typedPlace('120.5, 36.2', places)).toEqual({ lonLat: [120.5, 36.2], source: 'typed' });
    expect(typedPlace('五四', places)).toEqual({ lonLat: [120.38, 36.07], source: 'typed', name: '五四广场' });
    expect(typedPlace('may fourth square', places)?.name).toBe('May Fourth Square');
    // A place without coordinates is none.
    expect(typedPlace('沟', places)?.name).toBe('大窑沟');
  });

  it('does not guess', () => {
    expect([typedPlace('', places), typedPlace('月球', places), typedPlace('五四广场', undefined)]).toEqual([undefined, undefined, undefined]);
    expect([placeNames(places, 'en').length, placeNames(undefined, 'name')]).toEqual([3, []]);
  });
});
