import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leastDifference } from '@yizhangtu/standards/color-vision';
import { Dataset } from '../model/dataset.js';
import { overprint } from './bivariate.js';
import { parseSpec } from './spec.js';
import { symbologyOf, symbologyPending, symbologySteps } from './symbology.js';

const NONE = Number.NaN;
const towns = (income: number[], rent: number[]): Dataset =>
  Dataset.fromColumns(
    { columns: { income: Float64Array.from(income), rent: Float64Array.from(rent) } },
    {
      schema: {
        id: 't',
        fields: [
          { name: 'income', label: { zh: '收入', en: 'Income' }, unit: '元' },
          { name: 'rent', label: { zh: '租金', en: 'Rent' } },
        ],
      },
    },
  );

describe('bivariate specs', () => {
  test('give a first ramp and list of limits to the first field, a second to the other, the rest to both', () => {
    expect(parseSpec('bivariate:a:b')).toMatchObject({ axes: [{ field: 'a', count: 3, method: 'quantile', ramp: 'blues' }, { field: 'b', count: 3, method: 'quantile', ramp: 'oranges' }] });
    expect(parseSpec('bivariate:a:b:4:jenks:greens:purples-reversed')).toMatchObject({ axes: [{ count: 4, method: 'jenks', ramp: 'greens' }, { count: 4, method: 'jenks', ramp: 'purples-reversed' }] });
    expect(parseSpec('bivariate:a:b:1,2:5,6,7')).toMatchObject({ axes: [{ edges: [1, 2] }, { edges: [5, 6, 7] }] });
  });

  test.each(['bivariate', 'bivariate:a', 'bivariate:a:a', 'bivariate:a:b:5', 'bivariate:a:b:1,2,3,4', 'bivariate:a:b:blues:reds:greens', 'bivariate:a:b:wert'])('%s is refused, naming itself', (spec) => {
    expect(() => parseSpec(spec)).toThrow(spec);
  });
});

describe('bivariate classes', () => {
  test('hold every row that their filter leaves, and no other', () => {
    const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 4 }), fc.constant(NONE));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 40 }), fc.constantFrom('quantile', 'equal', 'jenks'), (rows, method) => {
        const dataset = towns(rows.map(([a]) => a), rows.map(([, b]) => b));
        const { classes, classOf } = symbologyOf(`bivariate:income:rent:${method}`, dataset);
        classes.forEach((one, index) => {
          dataset.setFilter('f', one.filter);
          expect([...dataset.passing()]).toEqual([...classOf].map((at) => (at === index ? 1 : 0)));
        });
        rows.forEach(([a, b], row) => expect(classes[classOf[row] as number]?.key).toBe(Number.isNaN(a) || Number.isNaN(b) ? null : undefined));
      }),
      { numRuns: 120 },
    );
  });

  test('run along the first field, then up the second, and say both', () => {
    const { axes, classes, classOf, label, filterKey } = symbologyOf('bivariate:income:rent:10000,20000:3,5', towns([5000, 15000, 25000, 5000, NONE], [1, 1, 1, 9, 9]));
    expect([...classOf]).toEqual([0, 1, 2, 6, 9]);
    expect(axes?.map((axis) => [axis.label.zh, axis.unit, axis.count, axis.ticks.map(({ zh }) => zh)])).toEqual([
      ['收入', '元', 3, ['1万', '2万']],
      ['租金', undefined, 3, ['3', '5']],
    ]);
    expect(classes[7]?.label).toEqual({ zh: expect.stringMatching(/^收入 .*，租金 .*5/), en: expect.stringMatching(/^Income .*, Rent .*5/) });
    expect([label.zh, filterKey, classes.length, classes[9]?.key]).toEqual(['收入 × 租金', 'income×rent', 10, null]);
  });

  test('wait for exact limits of both fields, are none before data, and name a field that is missing', () => {
    expect(symbologyPending('bivariate:income:rent:jenks', towns([1, 2], [3, 4]))).toBeUndefined();
    expect(symbologyOf('bivariate:income:rent', towns([], [])).classes).toEqual([]);
    expect(() => symbologyOf('bivariate:income:wert', towns([1], [2]))).toThrow('wert');
  });
});

describe('colours of both ramps', () => {
  test('are darker where both are strong, and the same whichever is first', () => {
    expect([overprint('#ffffff', '#ffffff'), overprint('#ff0000', '#0000ff'), overprint('#ffffff', '#000000')]).toEqual(['#ffffff', '#260026', '#262626']);
    expect(overprint('#3182bd', '#e6550d')).toBe(overprint('#e6550d', '#3182bd'));
  });

  test('are nine that every kind of colour vision tells apart, on a dark map too', () => {
    const { classes } = symbologyOf('bivariate:income:rent', towns([1, 2, 3, 1, 2, 3, 1, 2, 3], [1, 1, 1, 2, 2, 2, 3, 3, 3]));
    expect(classes).toHaveLength(9);
    const darkLand = '#20242d';
    expect(leastDifference([...classes.map(({ color }) => color), darkLand])).toBeGreaterThan(10);
  });
});

test('places the rows of each field once for all who ask, and in steps ahead', () => {
  const dataset = Dataset.fromColumns({ columns: { a: [1, 2, Number.NaN, 8], b: [4, 3, 2, 1] } });
  expect([...symbologySteps('bivariate:a:b:quantile', dataset)].length).toBeGreaterThan(2);
  const [blue, red] = [symbologyOf('breaks:a:3:quantile:blues', dataset), symbologyOf('breaks:a:3:quantile:reds', dataset)];
  expect(red.classOf).toBe(blue.classOf);
  expect([...blue.classOf]).toEqual([0, 1, 3, 2]);
  expect([...symbologyOf('breaks:a:2', dataset).classOf]).not.toEqual([...blue.classOf]);
  dataset.setTable({ rowCount: 2, columns: Dataset.fromColumns({ columns: { a: [1, 9], b: [4, 3] } }).columns, geometry: { kind: 'none' }, report: dataset.report });
  expect(symbologyOf('breaks:a:3:quantile:blues', dataset).classOf).toHaveLength(2);
});
