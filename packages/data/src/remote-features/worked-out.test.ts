/** Worked-out fields of rows on a service: every answer is that of a dataset in memory with the same rows and fields. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionColumn } from '../expression/expression-column.js';
import { classColumn } from '../join/class-column.js';
import { copiedColumn } from '../join/copied-column.js';
import { regionColumn } from '../join/region-column.js';
import { valueColumn } from '../join/value-column.js';
import { Dataset } from '../model/dataset.js';
import type { DerivedColumn } from '../model/derived-columns.js';
import type { Filter, GroupKey, Measure } from '../model/query-types.js';
import type { Column } from '../model/types.js';
import type { RemoteDataset } from '../remote/remote-dataset.js';
import { SCHEMA, setsOf, type Row, type Sets } from './worked-out.fixture.js';

const WORDS = ['甲', '乙', 'a', 'B', '10%'];
const oneRow = fc.record({
  n: fc.option(fc.integer({ min: -40, max: 40 }).map((n) => n / 4), { freq: 6 }),
  t: fc.option(fc.constantFrom(...WORDS), { freq: 6 }),
  owner: fc.constantFrom('张三', '李四', '欧阳锋', '王小明'),
  lon: fc.integer({ min: 0, max: 400 }).map((n) => 120 + n / 1000),
  lat: fc.integer({ min: 0, max: 400 }).map((n) => 36 + n / 1000),
});
const someRows = fc.array(oneRow, { minLength: 1, maxLength: 60 }).map((rows) => rows.map((row, id): Row => ({ id, ...row })));

const ring = (west: number): readonly number[] => [west, 36, west + 0.2, 36, west + 0.2, 36.3, west, 36.3, west, 36];
/** Two regions beside each other. */
const REGIONS = {
  geometry: { kind: 'shape', types: Uint8Array.of(3, 3), partStart: Uint32Array.of(0, 1, 2), ringStart: Uint32Array.of(0, 1, 2), vertexStart: Uint32Array.of(0, 5, 10), coordinates: Float64Array.from([...ring(120), ...ring(120.2)]) },
  keys: ['西', '东'],
} as const;
const [KEYS, VALUES] = Dataset.fromColumns({ columns: { k: [1, 2, 3, 5], v: ['一', '二', null, '五'] } }).columns as [Column, Column];

/** Fields that are worked out in every way there is; each may use those before it. */
const POOL: readonly DerivedColumn[] = [
  expressionColumn({ name: 'x' }, 'round(n * 2) / 2 + id % 3'),
  expressionColumn({ name: 'w' }, "if(n > 0, t, left(owner, 1) & '某')"),
  expressionColumn({ name: 'big' }, 'n > 2 and not missing(t)'),
  expressionColumn({ name: 'on' }, 'addDays(makeDate(2024, 1, 1), id % 5)'),
  expressionColumn({ name: 'n' }, 'coalesce(n, 0) + 1'),
  expressionColumn({ name: 'secret', internal: true }, "t & 'z'"),
  expressionColumn({ name: 'y' }, 'n * 10'),
  valueColumn({ name: 'by' }, 't', new Map([['甲', 7], ['a', 2.5]]), 0),
  expressionColumn({ name: 'broken' }, 'y + 1'),
  copiedColumn({ name: 'copied' }, 'id', { keys: KEYS, values: VALUES }),
  copiedColumn({ name: 'lost' }, 'no', { keys: KEYS, values: VALUES }),
  regionColumn({ name: 'region' }, REGIONS),
  classColumn({ name: 'class' }, { from: 'n', codes: ['low', 'high'], codeOf: (value) => (value > 0 ? 'high' : value <= 0 ? 'low' : undefined) }),
];

const LEAVES: readonly Filter[] = [
  { kind: 'in', field: 't', values: ['甲', null] }, { kind: 'in', field: 'n', values: [1, 2.5, null] }, { kind: 'range', field: 'n', min: 0 }, { kind: 'range', field: 'x', min: -2, max: 4 }, { kind: 'range', field: 'y' }, { kind: 'in', field: 'w', values: ['张某', '甲'] },
  { kind: 'in', field: 'big', values: [true] }, { kind: 'range', field: 'on', max: Date.UTC(2024, 0, 3) }, { kind: 'in', field: 'region', values: ['东', null] }, { kind: 'text', contains: 'A' }, { kind: 'text', contains: '某' }, { kind: 'text', contains: 'z' }, { kind: 'text', contains: '1', fields: ['x', 't'] },
  { kind: 'compare', field: 'w', operator: 'starts-with', value: '张' }, { kind: 'compare', field: 'by', operator: 'ends-with', value: '5' }, { kind: 'group', by: { field: 'class' }, keys: ['high'] }, { kind: 'group', by: { field: 'x', bin: { kind: 'number', breaks: [-5, 0, 5] } }, keys: [0] },
  { kind: 'bounds', west: 120.1, south: 36, east: 120.3, north: 36.2 }, { kind: 'in', field: 'owner', values: ['张*'] }, { kind: 'in', field: 'copied', values: ['二', null] }, { kind: 'range', field: 'broken', min: 1 },
];
const oneFilter = fc.letrec<{ one: Filter }>((tie) => ({
  one: fc.oneof({ maxDepth: 2 }, fc.constantFrom(...LEAVES), fc.record({ kind: fc.constantFrom('any' as const, 'all' as const), filters: fc.array(tie('one'), { minLength: 1, maxLength: 2 }) }), fc.record({ kind: fc.constant('not' as const), filter: tie('one') })),
})).one;

const GROUPS: readonly (string | GroupKey)[] = ['t', 'w', 'x', 'big', 'region', 'copied', 'class', 'owner', { field: 'n', bin: { kind: 'number' } }, { field: 'x', bin: { kind: 'number', breaks: [-5, 0, 5, 20] } }, { field: 'on', bin: { kind: 'time', unit: 'day' } }];
const MEASURES: readonly Measure[] = [{ kind: 'count' }, { kind: 'sum', field: 'n' }, { kind: 'mean', field: 'by' }, { kind: 'distinct', field: 'w' }];
const ORDERS = ['n', 'x', 't', 'on', 'w'];

/** An answer; undefined for one that is refused because of too many rows. */
async function unlessTooMany<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch((reason: unknown) => {
    if ((reason as { code?: string }).code === 'not-answerable') return undefined;
    throw reason;
  });
}

type Cells = readonly unknown[];
const cellsOf = (data: RemoteDataset | Dataset, rows: Uint32Array): Cells[] => [...rows].map((row) => data.columns.map(({ name }) => data.value(row, name)));

/** All answers are those of memory. @param mayRefuse That rows are too many is an answer. */
async function compare({ local, remote }: Sets, groupBy: string | GroupKey, orderBy: string, mayRefuse: boolean): Promise<void> {
  const told = <T>(there: T | undefined, here: T, what: string): void => {
    if (there === undefined && mayRefuse) return;
    expect(there, what).toEqual(here);
  };
  const here = (name: string): boolean => local.column(name) !== undefined;
  const measures = MEASURES.filter(({ field }) => field === undefined || here(field));
  const by = typeof groupBy === 'string' ? groupBy : groupBy.field;
  if (here(by)) told(await unlessTooMany(remote.query({ groupBy, measures })), local.query({ groupBy, measures }), `groups by ${JSON.stringify(groupBy)}`);
  told(await unlessTooMany(remote.query({ measures: [{ kind: 'count' }] })), local.query({ measures: [{ kind: 'count' }] }), 'count');
  for (const order of [undefined, orderBy]) {
    if (order !== undefined && !here(order)) continue;
    const page = { ...(order !== undefined && { orderBy: order, descending: true }), offset: 3, limit: 20 };
    const there = await unlessTooMany(remote.rows({ ...page, fields: remote.columns.map(({ name }) => name) }));
    const ours = local.rows(page);
    told(there?.total, ours.total, 'total');
    told(there && cellsOf(remote, there.rows), cellsOf(local, ours.rows), `page by ${String(order)}`);
  }
}

const scene = fc.record({
  rows: someRows,
  fields: fc.uniqueArray(fc.nat(POOL.length - 1), { maxLength: POOL.length }),
  again: fc.option(fc.nat(POOL.length - 1)),
  filters: fc.array(oneFilter, { maxLength: 2 }),
  groupBy: fc.constantFrom(...GROUPS),
  orderBy: fc.constantFrom(...ORDERS),
  placeDigits: fc.option(fc.constant(1)),
  suppressBelow: fc.option(fc.constant(3)),
});

describe('worked-out fields of rows on a service', () => {
  it.each([1000, 25, 1])('give the answers of memory, whatever they and the filters are (row-limit %d)', async (rowLimit) => {
    await fc.assert(
      fc.asyncProperty(scene, async ({ rows, fields, again, filters, groupBy, orderBy, placeDigits, suppressBelow }) => {
        const sets = await setsOf(rows, { rowLimit, schema: { ...SCHEMA, ...(placeDigits !== null && { placeDigits }), ...(suppressBelow !== null && { suppressBelow }) } });
        const both = [sets.local, sets.remote];
        for (const data of both) for (const at of fields) data.derive(POOL[at] as DerivedColumn);
        expect(sets.remote.columns.map(({ name, kind }) => [name, kind])).toEqual(sets.local.columns.map(({ name, kind }) => [name, kind]));
        expect(POOL.map(({ field }) => sets.remote.derivedError(field.name)?.text)).toEqual(POOL.map(({ field }) => sets.local.derivedError(field.name)?.text));
        for (const data of both) filters.forEach((filter, at) => data.setFilter(`f${at}`, filter));
        await compare(sets, groupBy, orderBy, rows.length > rowLimit);
        if (again === null) return;
        const { field } = POOL[again] as DerivedColumn;
        for (const data of both) {
          data.underive(field.name);
          data.derive(POOL[again] as DerivedColumn);
        }
        await compare(sets, groupBy, orderBy, rows.length > rowLimit);
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});
