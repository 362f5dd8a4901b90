import { describe, expect, it } from 'vitest';
import { Dataset } from '@yizhangtu/data/model';
import { fieldNumbers, fieldsSymbology, parseFields } from './fields-symbology.js';

const dataset = Dataset.fromColumns({
  coordinates: Float64Array.of(120, 36, 121, 36),
  columns: { young: Float64Array.of(1, 2), old: Float64Array.of(3, 4), name: ['甲', '乙'] },
});

describe('parseFields', () => {
  it('gives each field a colour of the theme, or its own', () => {
    expect(parseFields('fields: young : old ')).toEqual([{ field: 'young', color: 'token:data-1' }, { field: 'old', color: 'token:data-2' }]);
    expect(parseFields('fields:young=#1F5FD0:old=data-5')).toEqual([{ field: 'young', color: '#1f5fd0' }, { field: 'old', color: 'token:data-5' }]);
  });
  it.each(['', 'fields:', 'fields:a:a', 'fields:a::b', 'breaks:a', 'fields:a=rgb(1)', 'fields:a:b:c:d:e:f:g:h:i'])('does not read %s', (spec) => {
    expect(() => parseFields(spec)).toThrow(/symbology/);
  });
});

describe('fieldsSymbology', () => {
  it('has a class for each field, and counts no row in one of them', () => {
    const { kind, fields, classes, counts, label } = fieldsSymbology('fields:young:old', dataset);
    expect([kind, fields, classes.length, counts]).toEqual(['fields', ['young', 'old'], 2, []]);
    expect(label).toEqual({ zh: 'young、old', en: 'young, old' });
  });
  it('says which field is missing, and which holds no numbers', () => {
    expect(() => fieldsSymbology('fields:young:middle', dataset)).toThrow(/「middle」/);
    expect(() => fieldsSymbology('fields:name', dataset)).toThrow(/「name」/);
  });
});

describe('fieldNumbers', () => {
  it('are the columns, or nothing as long as one is missing', () => {
    expect(fieldNumbers(dataset, ['old', 'young'])?.map((values) => values[1])).toEqual([4, 2]);
    expect(fieldNumbers(dataset, ['old', 'name'])).toBeUndefined();
    expect(fieldNumbers(dataset, [])).toBeUndefined();
  });
});
