import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { symbologyOf } from '../symbology/symbology.js';
import { categoryWords, groupWords, rowText } from '../words/index.js';
import { Dataset } from './dataset.js';
import { MASKS, masked } from './masks.js';
import type { Filter } from './query-types.js';
import type { DatasetSchema } from './types.js';

/** Values that must not be found in anything a dataset gives. */
const SECRETS = ['三丰', '娜娜', '19900101', '13900002222', '延安三路', '香港中路', '绝密', '377777', '2001-02-03', '981374400000', '120.38271', '36.06623', 'ID-1'];

const schema: DatasetSchema = {
  id: 'test/people@1',
  placeDigits: 2,
  fields: [
    { name: 'id', mask: 'hidden' },
    { name: 'name', mask: 'name' },
    { name: 'card', mask: 'id-card' },
    { name: 'phone', mask: 'phone' },
    { name: 'address', mask: 'address' },
    { name: 'secret', mask: 'hidden' },
    { name: 'wage', mask: 'hidden' },
    { name: 'born', mask: 'hidden' },
    { name: 'lon', mask: 'coarse' },
    { name: 'lat', mask: 'coarse' },
  ],
};

const people = (): Dataset =>
  Dataset.fromColumns(
    {
      coordinates: Float64Array.of(120.38271, 36.06623, 120.5, 36.1, 120.4, 36.2),
      ids: ['ID-1', 'ID-2', 'ID-3'],
      columns: {
        name: ['张三丰', '欧阳娜娜', null],
        card: ['370202199001011234', '370202199001011235', '370202199001011236'],
        phone: ['13900002222', '053285912345', null],
        address: ['青岛市市南区八大湖街道延安三路10号', '青岛市市南区香港中路10号', '青岛市'],
        secret: ['绝密', '绝密甲', null],
        wage: [377777, 12, 8],
        born: [new Date('2001-02-03T00:00:00Z'), null, new Date(0)],
        lon: [120.38271, 120.5, 120.4],
        lat: [36.06623, 36.1, 36.2],
        kind: ['a', 'b', 'a'],
      },
    },
    { schema },
  );

const FIELDS = schema.fields.map(({ name }) => name).filter((name) => name !== 'id');

/** Everything that a member of a dataset gives, in one string. */
const MEMBERS: Readonly<Record<string, (dataset: Dataset) => unknown>> = {
  rowCount: (d) => d.rowCount,
  columns: (d) => d.columns.map((column) => ({ ...column, words: column.kind === 'text' && column.dictionary, values: [...('values' in column ? column.values : column.codes)] })),
  geometry: (d) => (d.geometry.kind === 'none' ? '' : [...d.geometry.coordinates]),
  ids: (d) => d.ids,
  report: (d) => d.report,
  schema: (d) => d.schema,
  provenance: (d) => d.provenance,
  bounds: (d) => d.bounds,
  version: (d) => d.version,
  setTable: () => undefined,
  renewed: () => undefined,
  column: (d) => FIELDS.map((name) => d.column(name)),
  value: (d) => [0, 1, 2].map((row) => FIELDS.map((name) => d.value(row, name))),
  field: (d) => FIELDS.map((name) => d.field(name)),
  label: (d) => FIELDS.map((name) => d.label(name)),
  filters: (d) => [...d.filters],
  setFilter: () => undefined,
  clearFilters: () => undefined,
  derive: () => undefined,
  underive: () => undefined,
  deriving: () => undefined,
  derivedError: () => undefined,
  passing: (d) => [...d.passing()],
  query: (d) => FIELDS.flatMap((groupBy) => [d.query({ groupBy, splitBy: 'kind', measures: [{ kind: 'count' }, { kind: 'max', field: groupBy }, { kind: 'median', field: groupBy }, { kind: 'sum', field: groupBy }] }), d.query({ groupBy: { field: groupBy, bin: { kind: 'number', count: 3 } }, measures: [{ kind: 'count' }] })]),
  groupingOf: (d) => FIELDS.map((name) => d.groupingOf(name).keys),
  allGroups: (d) => FIELDS.map((name) => [...d.allGroups(name)]),
  rows: (d) => FIELDS.map((orderBy) => [...d.rows({ orderBy }).rows]),
  ask: (d) => FIELDS.map((groupBy) => d.ask({ groupBy, measures: [{ kind: 'median', field: groupBy }] })),
  filtering: () => undefined,
  prepare: () => undefined,
  matching: (d) => SECRETS.map((contains) => [...d.matching({ kind: 'text', contains })]),
  findMatching: (d) => SECRETS.map((contains) => [...(d.findMatching({ kind: 'text', contains }) as Uint32Array)]),
  selection: (d) => [...d.selection],
  select: () => undefined,
  hover: (d) => d.hover,
  setHover: () => undefined,
  subscribe: () => undefined,
  feature: (d) => [0, 1, 2].map((row) => d.feature(row)),
};

describe('masked fields', () => {
  test('this list has every member of a dataset', () => {
    const members = Object.getOwnPropertyNames(Dataset.prototype).filter((name) => name !== 'constructor');
    expect(Object.keys(MEMBERS).sort()).toEqual(members.sort());
  });

  test.each(Object.entries(MEMBERS))('nothing that %s gives has a hidden value in it', (_, read) => {
    const text = JSON.stringify(read(people())) ?? '';
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  });

  test('nor have words, classes and legends', () => {
    const dataset = people();
    const words = FIELDS.flatMap((name) => [
      ...[0, 1, 2].map((row) => rowText(dataset, row, name)),
      ...[...dataset.allGroups(name).keys()].flatMap((key) => [categoryWords(dataset, name, key), groupWords(dataset, name, { key })]),
      JSON.stringify(symbologyOf(`class:${name}`, dataset)),
    ]);
    for (const secret of SECRETS) expect(words.join('\n')).not.toContain(secret);
  });

  const probes: readonly Filter[] = [
    ...SECRETS.map((contains): Filter => ({ kind: 'text', contains })),
    ...FIELDS.flatMap((field) => SECRETS.map((contains): Filter => ({ kind: 'text', fields: [field], contains }))),
    ...FIELDS.map((field): Filter => ({ kind: 'in', field, values: ['张三丰', '绝密', 377777, '377777', 981374400000, 120.38271, 36.06623, '13900002222'] })),
    ...FIELDS.flatMap((field) => ['张三', '37020219', '绝密', '377', '青岛市市南区八大湖街道延'].map((value): Filter => ({ kind: 'compare', field, operator: 'starts-with', value }))),
    ...FIELDS.flatMap((field) => ['三丰', '1234', '02222', '10号', '77'].map((value): Filter => ({ kind: 'compare', field, operator: 'ends-with', value }))),
    { kind: 'range', field: 'wage', min: 377776, max: 377778 },
    { kind: 'range', field: 'born', min: 981374300000, max: 981374500000 },
    { kind: 'range', field: 'lon', min: 120.3827, max: 120.3828 },
    { kind: 'bounds', west: 120.3827, east: 120.3828, south: 36, north: 37 },
    { kind: 'group', by: { field: 'born', bin: { kind: 'cycle', unit: 'month-of-year' } }, keys: [2] },
  ];

  test.each(probes)('cannot be found by trying: %j', (filter) => {
    const dataset = people();
    dataset.setFilter('probe', filter);
    expect([...dataset.passing()]).toEqual([0, 0, 0]);
  });

  test('are searched by what is shown of them', () => {
    const dataset = people();
    dataset.setFilter('text', { kind: 'text', contains: '张*' });
    expect([...dataset.passing()]).toEqual([1, 0, 0]);
    expect(dataset.value(0, 'lon')).toBe(120.38);
    expect(dataset.feature(0).geometry?.coordinates).toEqual([120.38, 36.07]);
  });

  test('different values that look alike masked are one group, and are in no order of their own', () => {
    const dataset = Dataset.fromColumns({ columns: { name: ['张三', '李四', '张五'] } }, { schema: { id: 't', fields: [{ name: 'name', mask: 'name' }] } });
    expect(dataset.query({ groupBy: 'name', measures: [{ kind: 'count' }, { kind: 'distinct', field: 'name' }] }).groups.map(({ key, values }) => [key, ...values])).toEqual([['张*', 2, 1], ['李*', 1, 1]]);
    dataset.schema = { id: 't', fields: [] };
    expect(dataset.value(0, 'name')).toBe('张三');
  });

  test('what is masked already stays as it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...MASKS), (value, mask) => {
        expect(masked(masked(value, mask), mask)).toBe(masked(value, mask));
      }),
    );
  });
});
