import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { Dataset } from '../model/dataset.js';
import { breaksOf, sortedNumbers } from './breaks.js';
import { naturalClasses } from './jenks.js';
import { ramp, RAMPS } from '@yizhangtu/standards/ramps';
import { parseSpec } from './spec.js';
import { symbologyOf } from './symbology.js';

const area = (values: number[]): Dataset =>
  Dataset.fromColumns({ columns: { areaM2: Float64Array.from(values) } }, { schema: { id: 't', fields: [{ name: 'areaM2', label: { zh: '面积', en: 'Area' }, unit: '㎡' }] } });

describe('specs', () => {
  test.each([
    ['fixed:data-1', { kind: 'fixed', color: 'token:data-1' }],
    ['fixed:#1F5FD0', { kind: 'fixed', color: '#1f5fd0' }],
    ['fixed:#abc', { kind: 'fixed', color: '#aabbcc' }],
    ['class:typeCode', { kind: 'class', field: 'typeCode' }],
    ['breaks:areaM2', { kind: 'breaks', field: 'areaM2', count: 5, method: 'quantile', ramp: 'blues' }],
    ['breaks:areaM2:4:jenks:greens', { kind: 'breaks', field: 'areaM2', count: 4, method: 'jenks', ramp: 'greens' }],
    ['breaks:areaM2:10,20,50:reds', { kind: 'breaks', field: 'areaM2', count: 4, method: 'manual', edges: [10, 20, 50], ramp: 'reds' }],
  ])('%s', (spec, wanted) => {
    expect(parseSpec(spec)).toEqual(wanted);
  });

  test.each(['', 'class', 'class:', 'wert:x', 'breaks:a:wert', 'breaks:a:1', 'breaks:a:99', 'breaks:a:3,2', 'breaks:a:1,x', 'fixed:red;x', 'fixed:url(x)'])('%s is refused, naming itself', (spec) => {
    expect(() => parseSpec(spec)).toThrow(spec === '' ? 'symbology' : spec);
  });
});

describe('natural breaks', () => {
  // Example of the package Ckmeans.1d.dp (Wang & Song, The R Journal 3/2, 2011): x = c(-1, 2, -1, 2, 4, 5, 6, -1, 2, -1), 3 clusters of sizes 4, 3, 3.
  test('the published example', () => {
    const sorted = sortedNumbers([-1, 2, -1, 2, 4, 5, 6, -1, 2, -1]);
    expect(naturalClasses(sorted, 3)).toEqual([0, 4, 7]);
  });

  test('have the least sum of squares of all ways to cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 9 }), fc.integer({ min: 2, max: 4 }), (values, count) => {
        const sorted = sortedNumbers(values);
        const starts = naturalClasses(sorted, count);
        const classes = Math.min(count, new Set(values).size);
        expect(starts).toHaveLength(classes);
        const best = Math.min(...cuts(sorted.length, classes).map((cut) => squares(sorted, cut)));
        expect(squares(sorted, starts)).toBeCloseTo(best, 6);
      }),
    );
  });

  function cuts(n: number, classes: number, from = 1): number[][] {
    if (classes === 1) return [[0]];
    const all: number[][] = [];
    for (let start = from; start < n; start++) for (const rest of cuts(n, classes - 1, start + 1)) all.push([0, start, ...rest.slice(1)]);
    return all.filter((cut) => cut.every((start, i) => i === 0 || start > (cut[i - 1] as number)));
  }

  function squares(sorted: Float64Array, starts: readonly number[]): number {
    return starts.reduce((sum, start, i) => {
      const part = sorted.slice(start, starts[i + 1] ?? sorted.length);
      const mean = part.reduce((a, b) => a + b, 0) / part.length;
      return sum + part.reduce((a, b) => a + (b - mean) ** 2, 0);
    }, 0);
  }
});

describe('limits', () => {
  const hundred = sortedNumbers(Array.from({ length: 101 }, (_, i) => i));

  test('of equal steps, of equal numbers, of round numbers', () => {
    expect(breaksOf(hundred, 4, 'equal')).toEqual([25, 50, 75]);
    expect(breaksOf(hundred, 4, 'quantile')).toEqual([25, 50, 75]);
    expect(breaksOf(hundred, 5, 'pretty')).toEqual([20, 40, 60, 80]);
  });

  test('are short: as few digits as the classes allow', () => {
    expect(breaksOf(sortedNumbers([3.1234, 498.7313, 1002.81, 7033.2, 9999.1]), 2, 'equal')).toEqual([5000]);
  });

  test.each(['equal', 'quantile', 'pretty', 'jenks'] as const)('%s: rising, inside the values, every row in a class whose limits hold it', (method) => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 5 }), fc.constant(Number.NaN)), { maxLength: 60 }), fc.integer({ min: 2, max: 9 }), (values, count) => {
        const dataset = area(values);
        const { classes, classOf } = symbologyOf(`breaks:areaM2:${count}:${method}`, dataset);
        const counted = classes.map(() => 0);
        values.forEach((value, row) => {
          const one = classes[classOf[row] as number];
          counted[classOf[row] as number] = (counted[classOf[row] as number] as number) + 1;
          if (Number.isNaN(value)) expect(one?.key).toBeNull();
          else {
            expect(one?.key).toBeUndefined();
            expect(value >= (one?.min ?? -Infinity) && value < (one?.max ?? Infinity)).toBe(true);
          }
        });
        classes.forEach((one, index) => {
          dataset.setFilter('f', one.filter);
          expect(dataset.passing().reduce((a, b) => a + b, 0)).toBe(counted[index]);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('read as a legend reads, with the unit once', () => {
    const { classes, label, unit } = symbologyOf('breaks:areaM2:500,1000', area([1, 600, 2000, Number.NaN]));
    expect([label.zh, unit]).toEqual(['面积', '㎡']);
    expect(classes.map((one) => one.label.zh)).toEqual(['< 500 ㎡', '≥ 500 且 < 1,000 ㎡', '≥ 1,000 ㎡', '无数据']);
    expect(classes.map((one) => one.label.en)).toEqual(['< 500 m²', '≥ 500 and < 1,000 m²', '≥ 1,000 m²', 'No data']);
    expect(classes[3]?.color).toBe('token:data-none');
  });
});

describe('classes of categories', () => {
  const kinds = (values: (string | null)[]): Dataset => Dataset.fromColumns({ columns: { kind: values } });

  test('most frequent first in the colours of the theme, missing last', () => {
    const { classes, classOf } = symbologyOf('class:kind', kinds(['b', 'a', null, 'a']));
    expect(classes.map((one) => [one.key, one.color])).toEqual([['a', 'token:data-1'], ['b', 'token:data-2'], [null, 'token:data-none']]);
    expect([...classOf]).toEqual([1, 0, 2, 0]);
  });

  test('from the ninth on they are 其他，with a filter that holds them all', () => {
    const values = Array.from({ length: 12 }, (_, i) => Array.from({ length: 12 - i }, () => `k${i}`)).flat();
    const dataset = kinds(values);
    const { classes } = symbologyOf('class:kind', dataset);
    expect(classes).toHaveLength(9);
    expect(classes[8]).toMatchObject({ key: undefined, label: { zh: '其他' }, color: 'token:data-other' });
    dataset.setFilter('kind', classes[8]?.filter);
    expect(dataset.passing().reduce((a, b) => a + b, 0)).toBe(4 + 3 + 2 + 1);
  });

  test('filters do not change colours', () => {
    const dataset = kinds(['a', 'a', 'b']);
    dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['b'] });
    expect(symbologyOf('class:kind', dataset).classes.map((one) => one.key)).toEqual(['a', 'b']);
  });

  test('take words, colours and order of their standard', () => {
    registerScheme({
      scheme: 'test-colours', version: '1', label: { zh: '测试', en: 'Test' }, source: 'test', evidence: 'conventional',
      entries: [
        { code: '01', label: { zh: '耕地', en: 'Cropland' }, color: '#f5f8dc' },
        { code: '02', label: { zh: '园地', en: 'Orchard' }, color: '#bfe9aa', outline: '#333333', pattern: 'hatch' },
      ],
    });
    const dataset = Dataset.fromColumns({ columns: { kind: ['02', '02', '01', '99'] } }, { schema: { id: 't', fields: [{ name: 'kind', codes: { scheme: 'test-colours' } }] } });
    const { classes } = symbologyOf('class:kind', dataset);
    expect(classes.map((one) => [one.label.zh, one.color])).toEqual([['耕地', '#f5f8dc'], ['园地', '#bfe9aa'], ['99', 'token:data-other']]);
    expect(classes[1]).toMatchObject({ outline: '#333333', pattern: 'hatch' });
  });

  test('an unknown field is named; before the data is there nothing is', () => {
    expect(() => symbologyOf('class:wert', kinds(['a']))).toThrow(/wert/);
    expect(symbologyOf('class:wert', new Dataset()).classes).toEqual([]);
  });
});

test.each(RAMPS.map(({ name }) => name))('breaks take the published colours of %s, and reversed ones the other way round', (name) => {
  const dataset = Dataset.fromColumns({ columns: { value: Float64Array.from([1, 2, 3, 4, 5, 6]) } });
  const colors = (spec: string): readonly string[] => symbologyOf(spec, dataset).classes.map((one) => one.color);
  expect(colors(`breaks:value:3:equal:${name}`)).toEqual(ramp(name, 3));
  expect(colors(`breaks:value:3:equal:${name}-reversed`)).toEqual(ramp(name, 3).reverse());
});
