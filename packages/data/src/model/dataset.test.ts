import fc from 'fast-check';
import { categoryWords, rowText } from '../words/row-text.js';
import { describe, expect, test, vi } from 'vitest';
import { Dataset } from './dataset.js';
import { anyFilter, datasetOf, field, filter, keyOf, measure, passes, plainMeasure, rows, same, type Row } from './plain.fixture.js';
import type { Query } from './query-types.js';

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
          measures.forEach((one, index) => expect(same(group.values[index], plainMeasure(members(group.key), one))).toBe(true));
        }
        const rest = passing.filter((one) => !shown.has(keyOf(one, groupBy)));
        expect(answer.rest?.count ?? 0).toBe(rest.length);
        if (answer.rest) measures.forEach((one, index) => expect(same(answer.rest?.values[index], plainMeasure(rest, one))).toBe(true));
        expect(answer.total.count).toBe(passing.length);
        measures.forEach((one, index) => expect(same(answer.total.values[index], plainMeasure(passing, one))).toBe(true));
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

  test('masked values leave masked', () => {
    const dataset = venues();
    expect(rowText(dataset, 0, 'who')).toBe('张**');
    expect(rowText(dataset, 3, 'who')).toBe('欧阳**');
    expect(rowText(dataset, 0, 'tel')).toBe('138****5678');
    expect(rowText(dataset, 2, 'tel')).toBe('***');
    expect(rowText(dataset, 0, 'secret')).toBe('***');
    expect(categoryWords(dataset, 'who', '张三丰')).toBe('张**');
    expect(dataset.feature(0).properties).toMatchObject({ who: '张**', tel: '138****5678', secret: '***' });
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

  test('a selection of very many rows reads like any other', () => {
    const dataset = Dataset.fromColumns({ columns: { n: new Float64Array(60_000) } });
    dataset.select(Uint32Array.from({ length: 30_000 }, (_, i) => 2 * i));
    const half = dataset.selection;
    expect([half.size, half.has(58), half.has(59), half.has(-1)]).toEqual([30_000, true, false, false]);
    dataset.select([...half]);
    expect(dataset.selection).toBe(half);
    dataset.select([0, 1, 99_999], 'toggle');
    expect([...dataset.selection].slice(0, 3)).toEqual([1, 2, 4]);
    let sum = 0;
    dataset.selection.forEach((row) => (sum += row));
    expect(sum).toBe(1 + [...dataset.selection].slice(1).reduce((a, b) => a + b, 0));
    dataset.select([]);
    expect(dataset.selection.size).toBe(0);
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
