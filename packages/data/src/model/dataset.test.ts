import fc from 'fast-check';
import { categoryWords, rowText } from '../words/row-text.js';
import { describe, expect, test, vi } from 'vitest';
import { Dataset } from './dataset.js';
import type { CellValue, Filter, Measure, Query } from './types.js';

interface Row {
  readonly t: string | null;
  readonly n: number;
  readonly i: number;
  readonly b: boolean | null;
  readonly d: Date | null;
  readonly lon: number;
  readonly lat: number;
}

const numbers = fc.oneof(fc.constantFrom(Number.NaN, 0, -0, 1.5, -3), fc.double({ noDefaultInfinity: true, min: -1e6, max: 1e6 }));
const row: fc.Arbitrary<Row> = fc.record({
  t: fc.constantFrom('甲', '乙', '丙', 'a', 'B', '', null),
  n: numbers,
  i: fc.integer({ min: -3, max: 3 }),
  b: fc.constantFrom(true, false, null),
  d: fc.option(fc.constantFrom(new Date(0), new Date(86_400_000), new Date(1e12))),
  lon: fc.oneof(fc.double({ min: -180, max: 180, noNaN: true }), fc.constant(Number.NaN)),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
});
const rows = fc.array(row, { maxLength: 40 });

function datasetOf(data: readonly Row[]): Dataset {
  return Dataset.fromColumns({
    coordinates: Float64Array.from(data.flatMap((one) => (Number.isNaN(one.lon) ? [NaN, NaN] : [one.lon, one.lat]))),
    columns: {
      t: data.map((one) => one.t),
      n: Float64Array.from(data, (one) => one.n),
      i: Int16Array.from(data, (one) => one.i),
    
      b: data.some((one) => one.b !== null) ? data.map((one) => one.b) : data.map(() => null),
      d: data.map((one) => one.d),
    },
  });
}

type Field = 't' | 'n' | 'i' | 'b' | 'd';
const field = fc.constantFrom<Field>('t', 'n', 'i', 'b', 'd');
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ kind: fc.constant('in' as const), field, values: fc.array(fc.constantFrom('甲', 'a', '', 0, 1.5, 2, true, false, null, 1e12), { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('range' as const), field: fc.constantFrom('n' as const, 'i' as const), min: fc.double({ min: -5, max: 5, noNaN: true }), max: fc.double({ min: -5, max: 5, noNaN: true }), maxExclusive: fc.boolean() }),
  fc.record({ kind: fc.constant('text' as const), contains: fc.constantFrom('甲', 'A', 'b', '', 'x') }),
  fc.record({ kind: fc.constant('bounds' as const), west: fc.integer({ min: -180, max: 180 }), east: fc.integer({ min: -180, max: 180 }), south: fc.constant(-45), north: fc.constant(60) }),
);
const anyFilter: fc.Arbitrary<Filter> = fc.oneof(filter, fc.record({ kind: fc.constant('any' as const), filters: fc.array(filter, { maxLength: 3 }) }));

/** Value of a cell as groups and filters see it. */
function keyOf(one: Row, name: Field): string | number | boolean | null {
  const value: CellValue = one[name];
  if (value instanceof Date) return value.getTime();
  return typeof value === 'number' && Number.isNaN(value) ? null : value;
}

/** The same, done the plain way. */
function passes(one: Row, condition: Filter): boolean {
  if (condition.kind === 'any') return condition.filters.some((inner) => passes(one, inner));
  if (condition.kind === 'text') {
    const needle = condition.contains.toLowerCase();
    return needle === '' || (one.t !== null && one.t.toLowerCase().includes(needle));
  }
  if (condition.kind === 'bounds') {
    const { west, south, east, north } = condition;
    const inLon = west > east ? one.lon >= west || one.lon <= east : one.lon >= west && one.lon <= east;
    return inLon && one.lat >= south && one.lat <= north;
  }
  const key = keyOf(one, condition.field as Field);
  if (condition.kind === 'range') {
    if (typeof key !== 'number') return false;
    const { min = -Infinity, max = Infinity } = condition;
    return key >= min && (condition.maxExclusive ? key < max : key <= max);
  }
  return condition.values.some((value) => sameCell(value, key));
}

function sameCell(wanted: string | number | boolean | null, key: string | number | boolean | null): boolean {
  if (wanted === null || key === null) return wanted === key;
  if (typeof key === 'string') return String(wanted) === key;
  if (typeof key === 'boolean') return key === (wanted === true || wanted === 'true' || wanted === 1);
  return (typeof wanted !== 'string' || wanted.trim() !== '') && Number(wanted) === key;
}

function naive(data: readonly Row[], measure: Measure): number {
  const { kind, field: name } = measure;
  if (name === undefined) return data.length;
  const values = data.map((one) => keyOf(one, name as Field)).filter((value) => value !== null);
  if (kind === 'count') return values.length;
  if (kind === 'distinct') return new Set(values).size;
  const measured = values.filter((value) => typeof value !== 'string').map(Number);
  if (measured.length === 0) return Number.NaN;
  const sum = measured.reduce((a, b) => a + b, 0);
  if (kind === 'sum') return sum;
  return kind === 'mean' ? sum / measured.length : kind === 'min' ? Math.min(...measured) : Math.max(...measured);
}

const measure: fc.Arbitrary<Measure> = fc.oneof(
  fc.constant({ kind: 'count' as const }),
  fc.record({ kind: fc.constantFrom('count' as const, 'sum' as const, 'mean' as const, 'min' as const, 'max' as const, 'distinct' as const), field }),
);
const same = (a: number | undefined, b: number): boolean => Object.is(a, b) || a === b;

describe('against plain computation', () => {
  test('filters', () => {
    fc.assert(
      fc.property(rows, fc.array(anyFilter, { maxLength: 3 }), (data, filters) => {
        const dataset = datasetOf(data);
        filters.forEach((one, index) => dataset.setFilter(`key${index}`, one));
        const wanted = data.map((one) => +filters.every((condition) => passes(one, condition)));
        expect([...dataset.passing()]).toEqual(wanted);
        expect([...dataset.passing(['key0'])]).toEqual(data.map((one) => +filters.slice(1).every((condition) => passes(one, condition))));
      }),
      { numRuns: 500 },
    );
  });

  test('group-by, measures, rest and total', () => {
    fc.assert(
      fc.property(rows, field, fc.array(measure, { minLength: 1, maxLength: 3 }), filter, fc.integer({ min: 0, max: 4 }), (data, groupBy, measures, condition, limit) => {
        const dataset = datasetOf(data);
        dataset.setFilter('f', condition);
        const passing = data.filter((one) => passes(one, condition));
        const answer = dataset.query({ groupBy, measures, limit });
        expect(answer.groups.length).toBeLessThanOrEqual(limit);
        const members = (key: unknown): Row[] => passing.filter((one) => Object.is(keyOf(one, groupBy), key) || keyOf(one, groupBy) === key);
        const shown = new Set<unknown>();
        for (const group of answer.groups) {
          shown.add(group.key);
          expect(group.count).toBe(members(group.key).length);
          measures.forEach((one, index) => expect(same(group.values[index], naive(members(group.key), one))).toBe(true));
        }
        const rest = passing.filter((one) => !shown.has(keyOf(one, groupBy)));
        expect(answer.rest?.count ?? 0).toBe(rest.length);
        if (answer.rest) measures.forEach((one, index) => expect(same(answer.rest?.values[index], naive(rest, one))).toBe(true));
        expect(answer.total.count).toBe(passing.length);
        measures.forEach((one, index) => expect(same(answer.total.values[index], naive(passing, one))).toBe(true));
      }),
      { numRuns: 700 },
    );
  });

  test('order of groups', () => {
    fc.assert(
      fc.property(rows, field, fc.constantFrom<NonNullable<Query['order']>>('ascending', 'descending'), (data, groupBy, order) => {
        const { groups } = datasetOf(data).query({ groupBy, measures: [{ kind: 'sum', field: 'n' }], order });
        const values = groups.map((group) => group.values[0] as number);
        const present = values.filter((value) => !Number.isNaN(value));
        expect(values.slice(0, present.length)).toEqual(present);
        expect(present).toEqual([...present].sort((a, b) => (order === 'ascending' ? a - b : b - a)));
      }),
    );
  });

  test('pages of rows, stable, missing last', () => {
    fc.assert(
      fc.property(rows, field, fc.boolean(), fc.nat(10), fc.nat(10), (data, orderBy, descending, offset, limit) => {
        const dataset = datasetOf(data);
        const all = dataset.rows({ orderBy, descending });
        expect([...all.rows].sort((a, b) => a - b)).toEqual(data.map((_, index) => index));
        const keys = [...all.rows].map((index) => keyOf(data[index] as Row, orderBy));
        const missingFrom = keys.indexOf(null);
        if (missingFrom !== -1) expect(keys.slice(missingFrom).every((key) => key === null)).toBe(true);
        for (let i = 1; i < keys.length; i++) {
          const [a, b] = [keys[i - 1], keys[i]];
          if (a === b) expect(all.rows[i - 1]).toBeLessThan(all.rows[i] as number);
          else if (typeof a === 'number' && typeof b === 'number') expect(descending ? a > b : a < b).toBe(true);
        }
        expect([...dataset.rows({ orderBy, descending, offset, limit }).rows]).toEqual([...all.rows].slice(offset, offset + limit));
        expect(all.total).toBe(data.length);
      }),
    );
  });
});

const venues = (): Dataset =>
  Dataset.fromColumns(
    { columns: { code: ['1', '2', '1', null], areaM2: [1200, 80, Number.NaN, 5], open: [true, false, null, true], who: ['张三丰', '李四', null, '欧阳娜娜'], tel: ['13812345678', '053285912345', '1', null], secret: ['x', 'y', 'z', 'w'] } },
    {
      schema: {
        id: 'test/venue@1',
        fields: [
          { name: 'code', label: { zh: '类型', en: 'Type' }, values: { '1': { zh: '体育馆', en: 'Hall' }, '2': { zh: '健身路径', en: 'Outdoor gym' } } },
          { name: 'areaM2', unit: '㎡' },
          { name: 'who', mask: 'name' },
          { name: 'tel', mask: 'phone' },
          { name: 'secret', mask: 'hidden' },
        ],
      },
    },
  );

describe('words', () => {
  test('values are shown in words, with units, in both languages', () => {
    const dataset = venues();
    expect(rowText(dataset, 0, 'code', 'zh-CN')).toBe('体育馆');
    expect(rowText(dataset, 0, 'code', 'en')).toBe('Hall');
    expect(rowText(dataset, 3, 'code')).toBe('—');
    expect(rowText(dataset, 0, 'areaM2')).toBe('1,200 ㎡');
    expect(rowText(dataset, 2, 'areaM2')).toBe('—');
    expect(rowText(dataset, 0, 'open')).toBe('是');
    expect(dataset.label('code')).toBe('类型');
    expect(dataset.label('areaM2')).toBe('areaM2');
    expect(categoryWords(dataset, 'code', null)).toBe('无数据');
    expect(rowText(dataset, 0, 'wert')).toBe('—');
  });

  test('a search finds words by what is shown, whatever the case', () => {
    const dataset = venues();
    dataset.setFilter('text', { kind: 'text', contains: 'OUTDOOR' });
    expect([...dataset.passing()]).toEqual([0, 1, 0, 0]);
    dataset.setFilter('text', { kind: 'text', contains: '体育' });
    expect([...dataset.passing()]).toEqual([1, 0, 1, 0]);
  });

  test('masked values leave masked, and cannot be found by trying', () => {
    const dataset = venues();
    expect(rowText(dataset, 0, 'who')).toBe('张**');
    expect(rowText(dataset, 3, 'who')).toBe('欧阳**');
    expect(rowText(dataset, 0, 'tel')).toBe('138****5678');
    expect(rowText(dataset, 2, 'tel')).toBe('***');
    expect(rowText(dataset, 0, 'secret')).toBe('***');
    expect(categoryWords(dataset, 'who', '张三丰')).toBe('张**');
    expect(dataset.feature(0).properties).toMatchObject({ who: '张**', tel: '138****5678', secret: '***' });
    for (const contains of ['张', '138', 'x']) {
      dataset.setFilter('text', { kind: 'text', contains });
      expect([...dataset.passing()]).toEqual([0, 0, 0, 0]);
    }
  });
});

describe('state', () => {
  test('listeners are told once a microtask, of everything', async () => {
    const dataset = venues();
    const listener = vi.fn();
    const end = dataset.subscribe(listener);
    dataset.setFilter('code', { kind: 'in', field: 'code', values: ['1'] });
    dataset.setFilter('code', { kind: 'in', field: 'code', values: ['2'] });
    dataset.select([1]);
    dataset.setHover(2);
    expect(listener).not.toHaveBeenCalled();
    await Promise.resolve();
    expect(listener.mock.calls).toEqual([[new Set(['filter', 'selection', 'hover'])]]);
    end();
    dataset.clearFilters();
    await Promise.resolve();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test('what changes nothing tells nothing', async () => {
    const dataset = venues();
    dataset.setFilter('code', { kind: 'in', field: 'code', values: ['1'] });
    dataset.select([1]);
    await Promise.resolve();
    const listener = vi.fn();
    dataset.subscribe(listener);
    dataset.setFilter('code', { kind: 'in', field: 'code', values: ['1'] });
    dataset.select([1]);
    dataset.setHover(99);
    await Promise.resolve();
    expect(listener).not.toHaveBeenCalled();
  });

  test('masks are kept: an ignored filter gives the same array', () => {
    const dataset = venues();
    dataset.setFilter('a', { kind: 'in', field: 'code', values: ['1'] });
    const before = dataset.passing(['b']);
    dataset.setFilter('b', { kind: 'in', field: 'open', values: [true] });
    expect(dataset.passing(['b'])).toBe(before);
    expect([...dataset.passing()]).toEqual([1, 0, 0, 0]);
  });

  test('selecting adds, toggles, and leaves out what is no row', () => {
    const dataset = venues();
    dataset.select([0, 1, 7, -1, 1.5]);
    dataset.select([1, 2], 'toggle');
    expect([...dataset.selection]).toEqual([0, 2]);
    dataset.select([1], 'add');
    expect(dataset.selection.size).toBe(3);
  });

  test('other rows keep the filters and end selection and hover', () => {
    const dataset = venues();
    dataset.setFilter('code', { kind: 'in', field: 'code', values: ['9'] });
    dataset.select([0]);
    dataset.setHover(1);
    dataset.setTable({ rowCount: 1, columns: [{ kind: 'text', name: 'code', dictionary: ['9'], codes: Uint32Array.of(0) }], geometry: { kind: 'none' }, report: { total: 1, kept: 1, notes: [] } });
    expect([dataset.version, dataset.selection.size, dataset.hover, ...dataset.passing()]).toEqual([1, 0, -1, 1]);
  });

  test('an empty dataset answers; a loaded one names an unknown field', () => {
    expect(new Dataset().query({ groupBy: 'x', measures: [{ kind: 'count' }] })).toEqual({ groups: [], total: { key: null, count: 0, values: [0] } });
    expect(() => venues().query({ groupBy: 'distrct', measures: [{ kind: 'count' }] })).toThrow(/distrct/);
    expect(() => venues().rows({ orderBy: 'distrct' })).toThrow(/distrct/);
  });

  test('columns of different lengths or kinds are refused', () => {
    expect(() => Dataset.fromColumns({ columns: { a: [1], b: [1, 2] } })).toThrow(/「b」/);
    expect(() => Dataset.fromColumns({ columns: { a: [1, 'x'] as unknown as number[] } })).toThrow(/「a」/);
    expect(() => Dataset.fromColumns({ coordinates: new Float64Array(3) })).toThrow(/coordinates/);
  });
});
