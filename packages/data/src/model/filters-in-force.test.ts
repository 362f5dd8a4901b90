import { expect, test } from 'vitest';
import { regionColumn } from '../join/index.js';
import { Dataset } from './dataset.js';
import type { Filter } from './query-types.js';
import { Engine } from './engine.js';

/** More than are filtered at once. */
const ROWS = 100_000;
const rowsOf = (count: number, from = 0): Dataset =>
  Dataset.fromColumns({
    coordinates: Float64Array.from({ length: 2 * count }, (_, i) => ((from + i) * 37) % 100),
    columns: { name: Array.from({ length: count }, (_, i) => `Firm ${((from + i) * 7919) % ROWS}`), n: Float64Array.from({ length: count }, (_, i) => from + i) },
  });
const many = (): Dataset => rowsOf(ROWS);
const left = (data: Dataset): number => data.rows({ limit: 0 }).total;
const text = (contains: string): Filter => ({ kind: 'text', contains });
/** Counted row by row. */
const naively = (contains: string): number => Array.from({ length: ROWS }, (_, i) => `firm ${i}`).filter((word) => word.includes(contains)).length;

const SLOW: readonly Filter[] = [
  text('FIRM 49'),
  { kind: 'text', fields: ['n', 'name'], contains: '77' },
  { kind: 'compare', operator: 'ends-with', field: 'name', value: '11' },
  { kind: 'compare', operator: 'starts-with', field: 'n', value: '12' },
  { kind: 'shape', rings: [[[10, 10], [60, 20], [40, 80]]] },
  { kind: 'not', filter: { kind: 'any', filters: [text('9'), { kind: 'range', field: 'n', max: 500 }] } },
];

test.each(SLOW.map((filter) => [JSON.stringify(filter), filter] as const))('%s is in force later, and leaves the rows that it leaves at once', async (_, filter) => {
  const data = many();
  data.setFilter('x', filter);
  expect([data.filters.get('x'), left(data)]).toEqual([filter, ROWS]);
  await data.filtering;
  expect(data.filtering).toBeUndefined();
  expect(data.rows().rows).toEqual(many().matching(filter));
});

test.each(SLOW.map((filter) => [JSON.stringify(filter), filter] as const))('the rows that match %s are found in slices as at once, among those that passed then', async (_, filter) => {
  const [data, plain] = [many(), many()];
  for (const one of [data, plain]) one.setFilter('n', { kind: 'range', field: 'n', min: 1000, max: 90_000 });
  const coming = data.findMatching(filter);
  data.setFilter('n', { kind: 'range', field: 'n', max: 9 });
  data.passing();
  expect(coming).toBeInstanceOf(Promise);
  expect(await coming).toEqual(plain.matching(filter));
});

test('rows that match a quick condition, or match among few, are there at once, and nobody need wait for the others', async () => {
  const quick: Filter = { kind: 'range', field: 'n', min: 10, max: 20 };
  expect(many().findMatching(quick)).toEqual(many().matching(quick));
  expect(rowsOf(500).findMatching(text('77'))).toEqual(rowsOf(500).matching(text('77')));
  const stop = new AbortController();
  const coming = many().findMatching(SLOW[0] as Filter, stop.signal);
  stop.abort();
  await expect(coming).rejects.toMatchObject({ name: 'AbortError' });
});

test('the filter before stays until the next one is in force, and one that is taken off is off', async () => {
  const data = many();
  data.setFilter('text', text('77'));
  await data.filtering;
  expect(left(data)).toBe(naively('77'));
  data.setFilter('text', text('123'));
  data.setFilter('text', text('1234'));
  expect(left(data)).toBe(naively('77'));
  await data.filtering;
  expect(left(data)).toBe(naively('1234'));
  data.setFilter('text', text('5'));
  data.setFilter('text', undefined);
  expect([data.filtering, left(data)]).toEqual([undefined, ROWS]);
});

test('views hear of a filter when it is set and when it is in force', async () => {
  const data = many();
  const heard: number[] = [];
  data.subscribe((changes) => changes.has('filter') && heard.push(left(data)));
  data.setFilter('text', text('77'));
  await data.filtering;
  await Promise.resolve();
  expect(heard).toEqual([ROWS, naively('77')]);
});

test('rows that are added pass when they are found, and a column that is derived changes nothing meanwhile', async () => {
  const data = many();
  data.setFilter('text', text('77'));
  await data.filtering;
  data.derive(regionColumn({ name: 'region' }, { geometry: { kind: 'none' }, keys: [] }));
  expect(left(data)).toBe(naively('77'));
  const { geometry, columns, report } = rowsOf(ROWS + 5000);
  data.setTable({ rowCount: ROWS + 5000, geometry, columns, report }, true);
  expect(left(data)).toBe(naively('77'));
  await data.filtering;
  expect(data.rows().rows).toEqual(rowsOf(ROWS + 5000).matching(text('77')));
});

test('a filter that was set before the rows came leaves all of them until it is in force', async () => {
  const data = new Dataset();
  data.setFilter('text', text('77'));
  const { geometry, columns, report } = many();
  data.setTable({ rowCount: ROWS, geometry, columns, report });
  expect(left(data)).toBe(ROWS);
  await data.filtering;
  expect(left(data)).toBe(naively('77'));
});

test('few rows, few words and numbers are filtered at once', () => {
  const few = rowsOf(1000);
  few.setFilter('text', text('77'));
  const kinds = Dataset.fromColumns({ columns: { kind: Array.from({ length: ROWS }, (_, i) => `类 ${i % 7}`) } });
  kinds.setFilter('text', text('6'));
  expect([few.filtering, kinds.filtering, left(kinds)]).toEqual([undefined, undefined, Math.floor(ROWS / 7)]);
  expect(new Engine({ rowCount: 0, columns: [], geometry: { kind: 'none' }, report: { total: 0, kept: 0, notes: [] } }, { field: (name) => ({ name }), selection: () => new Set() }).isSlow(text('6'))).toBe(false);
});
