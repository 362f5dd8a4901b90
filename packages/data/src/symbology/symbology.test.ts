import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { Dataset } from '../model/dataset.js';
import { limitsAt } from './breaks.js';
import { fromSorted } from './counted.js';
import { naturalClasses } from './jenks.js';
import { ramp, RAMPS } from '@yizhangtu/standards/ramps';
import { BREAK_METHODS, breaksWords, parseSpec, type BreaksSpec } from './spec.js';
import { symbologyOf, symbologyPending } from './symbology.js';
import type { Symbology } from './types.js';
import { varianceFit } from './variance-fit.js';

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

test('a spec of breaks is written as it is read', () => {
  for (const spec of ['breaks:areaM2:5:quantile:blues', 'breaks:a:3:head-tail:ylorrd-reversed', 'breaks:a:10,20,50:reds', 'breaks:a:10,:reds']) {
    expect(breaksWords(parseSpec(spec) as BreaksSpec)).toBe(spec);
  }
});

describe('classes of breaks', () => {
  test.each(BREAK_METHODS)('%s: every row in a class whose limits hold it, and whose filter leaves it', (method) => {
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
        expect(classes.length).toBeLessThanOrEqual(method === 'pretty' ? 2 * count + 4 : count + 1);
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
    expect(classes.map((one) => one.label.zh)).toEqual(['500 ㎡ 以下', '500–1,000 ㎡', '1,000 ㎡ 以上', '无数据']);
    expect(classes.map((one) => one.label.en)).toEqual(['under 500 m²', '500–1,000 m²', '1,000 m² and over', 'No data']);
    expect(classes[3]?.color).toBe('token:data-none');
  });

  test('of things that are counted do not overlap; measured ones keep their limits, also where they came without digits', () => {
    const one = (values: number[], unit: string, spec: string): string[] =>
      symbologyOf(spec, Dataset.fromColumns({ columns: { n: values } }, { schema: { id: 't', fields: [{ name: 'n', unit }] } })).classes.map(({ label }) => label.zh);
    expect(one([1, 12, 15, 20, 31], '处', 'breaks:n:10,20')).toEqual(['9 处及以下', '10–19 处', '20 处及以上']);
    expect(one([1, 12, 15, 20, 31], '', 'breaks:n:12,13.5,14.2')).toEqual(['11 及以下', '12–13', '14', '15 及以上']);
    expect(one([1, 12, 15, 20, 31], '公顷', 'breaks:n:10,20')).toEqual(['10 公顷以下', '10–20 公顷', '20 公顷以上']);
    expect(one([1, 12.5, 20], '', 'breaks:n:10,20')).toEqual(['10 以下', '10–20', '20 以上']);
    expect(one([-9, -4, 3, 8], '', 'breaks:n:-5,0')).toEqual(['-6 及以下', '-5 至 -1', '0 及以上']);
    // Found limits of counted things are whole themselves.
    for (const { min } of symbologyOf('breaks:n:3:equal', Dataset.fromColumns({ columns: { n: [0, 1, 5, 7, 8] } })).classes) expect(min === undefined || Number.isInteger(min)).toBe(true);
  });

  test('of dates are said as times', () => {
    const dataset = Dataset.fromColumns({ columns: { built: [new Date('2001-05-01T00:00:00+08:00'), new Date('2011-05-01T00:00:00+08:00')] } });
    const edge = Date.parse('2005-01-01T00:00:00+08:00');
    const { classes } = symbologyOf(`breaks:built:${edge},`, dataset);
    expect(classes.map(({ label }) => label.zh)).toEqual([expect.stringMatching(/^2005.*前$/), expect.stringMatching(/^2005.*起$/)]);
  });

  test('of one value, of nothing but missing ones and of no rows are few, never wrong', () => {
    for (const method of BREAK_METHODS) {
      expect(symbologyOf(`breaks:areaM2:5:${method}`, area([7, 7, 7])).classes.map(({ label }) => label.zh)).toEqual(['全部']);
      expect(symbologyOf(`breaks:areaM2:5:${method}`, area([Number.NaN, Infinity])).classes.map(({ key }) => key)).toEqual([null]);
      expect(symbologyOf(`breaks:areaM2:5:${method}`, area([])).classes).toEqual([]);
    }
  });
});

describe('natural breaks of very many different values', () => {
  const many = Float64Array.from({ length: 60_000 }, (_, i) => Math.exp(((i * 7919) % 60_000) / 9_000) + i / 1e7);

  test('come from a sample first, then exact, and the dataset tells its views', async () => {
    const dataset = Dataset.fromColumns({ columns: { n: many } });
    const first = symbologyOf('breaks:n:4:jenks', dataset);
    expect(first.classes).toHaveLength(4);
    const version = dataset.version;
    const pending = symbologyPending('breaks:n:4:jenks', dataset);
    expect(pending).toBeInstanceOf(Promise);
    const told = vi.fn();
    dataset.subscribe(told);
    await pending;
    await Promise.resolve();
    expect(told).toHaveBeenCalledOnce();
    expect(dataset.version).toBe(version + 1);
    expect(symbologyPending('breaks:n:4:jenks', dataset)).toBeUndefined();
    const exact = symbologyOf('breaks:n:4:jenks', dataset);
    const fit = (model: Symbology): number => varianceFit(many, model.classOf, 4);
    expect(fit(exact)).toBeGreaterThanOrEqual(fit(first));
    const counted = fromSorted(many.slice().sort());
    const wanted = limitsAt(counted, naturalClasses(counted, 4));
    expect(exact.classes.slice(1).map(({ min }) => min)).toEqual(wanted);
  });

  test('are given up when other rows come', async () => {
    const dataset = Dataset.fromColumns({ columns: { n: many } });
    symbologyOf('breaks:n:5:jenks', dataset);
    const pending = symbologyPending('breaks:n:5:jenks', dataset);
    const other = Dataset.fromColumns({ columns: { n: [1, 2, 3] } });
    dataset.setTable({ rowCount: 3, columns: other.columns, geometry: { kind: 'none' }, report: other.report });
    const { version } = dataset;
    await pending;
    expect(dataset.version).toBe(version);
  });

  test('of whole numbers that lie close are exact at once, however many rows', () => {
    const dataset = Dataset.fromColumns({ columns: { n: Int32Array.from({ length: 200_000 }, (_, i) => (i * i) % 997) } });
    symbologyOf('breaks:n:5:jenks', dataset);
    expect(symbologyPending('breaks:n:5:jenks', dataset)).toBeUndefined();
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
