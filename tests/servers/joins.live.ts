/** A field from another dataset has, in every row and in every answer of ClickHouse, what it has over the same rows in memory. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { expressionColumn } from '@yizhangtu/data/expression';
import { copiedColumn, regionColumn, valueColumn } from '@yizhangtu/data/join';
import { Dataset, type CellValue, type DerivedColumn } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { randomSource } from '../../tools/data/random.mjs';
import { HOSTILE, inMemory, rows } from './rows.js';
import { near } from './same-answers.js';
import { serving } from './served.js';
import { sameUses, sameValue, valuesThere } from './worked-out.js';

const DATA = rows(4000);
const local = inMemory(DATA);
let remote: RemoteDataset;
const here = serving(DATA, (served) => ({ remote } = served));

afterEach(() => {
  for (const data of here ? [local, remote] : []) {
    data.clearFilters();
    for (const name of ['x', 'y', 'size']) data.underive(name);
  }
});

function derive(column: DerivedColumn): void {
  for (const data of [local, remote]) data.derive(column);
  const [ours, theirs] = [local, remote].map((data) => data.derivedError(column.field.name)?.text);
  expect(theirs).toEqual(ours);
}

/** Every value of a field, there and here. */
async function compareValues(name: string): Promise<void> {
  expect(remote.column(name)?.kind).toBe(local.column(name)?.kind);
  const there = await valuesThere(remote, [name], DATA.length);
  expect(there.length).toBe(DATA.length);
  const odd = there.findIndex(([value = null], row) => !sameValue(value, local.value(row, name)));
  if (odd >= 0) expect(there[odd]?.[0], JSON.stringify(DATA[odd])).toEqual(local.value(odd, name));
}

const next = randomSource(7);
/** The key that a value is looked up by, as a group has it. */
const keyOf = (value: CellValue): string => String(value instanceof Date ? value.getTime() : value);

/** All keys of a field, some left out and some that no row has. */
function keysOf(field: string): string[] {
  const all = local.query({ groupBy: field, measures: [] }).groups.flatMap(({ key }) => (key === null ? [] : [keyOf(key)]));
  return [...all.filter(() => next() < 0.7), 'nobody', '1.0', '-7.25', '12345678901', '1e400', 'true ', "'"];
}

const FIELDS = ['id', 't', 'n', 'i', 'b', 'd', 'day', 'size', 'district', 'code', 'hostile', 'owner', 'phone', 'card', 'address'];

describe.skipIf(!here)('numbers by key', () => {
  it.each(FIELDS)('are those of memory: %s', async (by) => {
    for (const otherwise of [0, Number.NaN]) {
      derive(valueColumn({ name: 'x' }, by, new Map(keysOf(by).slice(-3000).map((key) => [key, next() < 0.1 ? Number.NaN : Math.round(next() * 1e6) / 8])), otherwise));
      await compareValues('x');
    }
  });

  it('may be looked up by a field that is worked out, and are used by one', async () => {
    derive(expressionColumn({ name: 'y' }, 'i / 4'));
    derive(valueColumn({ name: 'x' }, 'y', new Map([['-1.25', 3.5], ['0', 7], ['2', -1]])));
    await compareValues('x');
    derive(expressionColumn({ name: 'y' }, 'x + n'));
    derive(valueColumn({ name: 'size' }, 'size', new Map([['小', 1]])));
    derive(expressionColumn({ name: 'size' }, 'size + 1'));
    await compareValues('y');
    await compareValues('size');
  });

  it('of a field that is not there are missing', async () => {
    derive(valueColumn({ name: 'x' }, 'nothing', new Map([['a', 1]]), 0));
    await compareValues('x');
  });

  it('are grouped, binned, filtered, put in order and summed up as in memory', async () => {
    derive(valueColumn({ name: 'x' }, 'code', new Map(keysOf('code').map((key) => [key, Math.round(next() * 800) / 8])), 0));
    const bins = [{ field: 'x', bin: { kind: 'number' } }, { field: 'x', bin: { kind: 'number', breaks: [0, 1.5, 30, 90] } }] as const;
    await sameUses({ local, remote }, ['x', ...bins], [{ kind: 'range', field: 'x', min: 3, max: 50 }, { kind: 'range', field: 'x' }, { kind: 'in', field: 'x', values: [0, null] }, { kind: 'not', filter: { kind: 'range', field: 'x', max: 0 } }, { kind: 'group', by: bins[1], keys: [1.5] }]);
    const page = { orderBy: 'x', descending: true, limit: 30, offset: 7 };
    const { rows: found } = await remote.rows(page);
    expect([...found].map((row) => remote.value(row, 'x'))).toEqual([...local.rows(page).rows].map((row) => local.value(row, 'x')));
    const cells = await remote.cells({ kind: 'square', size: 5000, plane: { about: [120, 36] }, limit: 50_000, measure: { kind: 'sum', field: 'x' } });
    for (const data of [remote, local]) data.setFilter('placed', { kind: 'bounds', west: -180, east: 180, south: -90, north: 90 });
    expect(near(cells.values.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : one), 0), local.query({ measures: [{ kind: 'sum', field: 'x' }] }).total.values[0] as number)).toBe(true);
  });
});

/** Other rows, of which each key has several. */
function others(by: string): Dataset {
  const keys = keysOf(by).slice(-1500).flatMap((key) => [key, key]);
  const some = <T>(value: () => T): (T | null)[] => keys.map(() => (next() < 0.1 ? null : value()));
  return Dataset.fromColumns({
    columns: { key: keys, words: some(() => HOSTILE[Math.floor(next() * HOSTILE.length)] as string), yes: some(() => next() < 0.5), at: some(() => new Date(Math.round((next() - 0.3) * 2e12))), many: some(() => Math.round(next() * 100) / 8) },
  });
}

describe.skipIf(!here)('values by key', () => {
  it.each(['t', 'code', 'size', 'b', 'hostile'])('are those of memory: %s', async (by) => {
    const from = others(by);
    for (const name of ['words', 'yes', 'at', 'many']) {
      derive(copiedColumn({ name: 'x' }, by, { keys: from.column('key') as never, values: from.column(name) as never }));
      await compareValues('x');
    }
  });

  it.each([['words', [{ kind: 'in', field: 'x', values: ["'", '', null] }, { kind: 'text', contains: '中', fields: ['x'] }, { kind: 'text', contains: '中' }, { kind: 'compare', field: 'x', operator: 'starts-with', value: "'" }]], ['yes', [{ kind: 'in', field: 'x', values: [true] }, { kind: 'in', field: 'x', values: [null, false] }]], ['at', [{ kind: 'range', field: 'x', min: 0, max: 1e12 }]]] as const)('are grouped and filtered as in memory: %s', async (name, filters) => {
    const from = others('code');
    derive(copiedColumn({ name: 'x' }, 'code', { keys: from.column('key') as never, values: from.column(name) as never }));
    await sameUses({ local, remote }, ['x'], filters);
  });

  it('say in the words of memory that the key is not there', () => {
    const from = others('code');
    derive(copiedColumn({ name: 'x' }, 'nothing', { keys: from.column('key') as never, values: from.column('many') as never }));
    expect(remote.derivedError('x')?.code).toBe('unknown-field');
  });
});
