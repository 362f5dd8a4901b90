/** A field from another dataset has, in every row and in every answer of ClickHouse, what it has over the same rows in memory. */
import { afterEach, describe, expect, it } from 'vitest';
import { expressionColumn } from '@yizhangtu/data/expression';
import { copiedColumn, regionColumn, valueColumn, type RegionSet } from '@yizhangtu/data/join';
import { Dataset, type CellValue, type DerivedColumn } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { aisGroupExpression } from '@yizhangtu/standards/ais';
import { typhoonClassExpression } from '@yizhangtu/standards/typhoon';
import { randomSource } from '../../tools/data/random.mjs';
import { HOSTILE, inMemory, rows } from './rows.js';
import { near } from './same-answers.js';
import { serving } from './served.js';
import { sameUses, sameValue, valuesThere } from './worked-out.js';

/** Places in few digits: what more of them is, an early server reads a trifle beside. */
const short = (degrees: number | null): number | null => (degrees === null ? null : Math.round(degrees * 256) / 256);
const DATA = rows(4000).map((row) => ({ ...row, lon: short(row.lon), lat: short(row.lat) }));
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

describe.skipIf(!here)('classes that elements of the packs add', () => {
  it.each([['of winds', 'n / 100', typhoonClassExpression('y')], ['of ships', 'i + 50', aisGroupExpression('y')], ['of ships, some without a type', 'n / 100', aisGroupExpression('y')]])('are those of memory: %s', async (_, from, expression) => {
    derive(expressionColumn({ name: 'y' }, from));
    derive(expressionColumn({ name: 'x' }, expression));
    await compareValues('x');
  });
});

type Corner = readonly [lon: number, lat: number];

/** Polygons of some rings each, as they are read from GeoJSON. */
function regions(polygons: readonly (readonly (readonly Corner[])[])[]): RegionSet {
  const starts = (lengths: readonly number[]): Uint32Array => Uint32Array.from([0, ...lengths].map((_, at) => lengths.slice(0, at).reduce((sum, one) => sum + one, 0)));
  const rings = polygons.flat().map((ring) => [...ring, ring[0] as Corner]);
  return {
    geometry: { kind: 'shape', types: new Uint8Array(polygons.length).fill(3), partStart: starts(polygons.map(() => 1)), ringStart: starts(polygons.map((one) => one.length)), vertexStart: starts(rings.map((ring) => ring.length)), coordinates: Float64Array.from(rings.flat(2)) },
    keys: polygons.map((_, at) => (at % 7 === 6 ? null : at % 5 === 4 ? `区 ${at - 1}` : at % 3 === 2 ? at : (HOSTILE[at % HOSTILE.length] as string))),
  };
}

const placed = DATA.filter(({ lon, lat }) => lon !== null && lat !== null);
const randomCorner = (): Corner => [119.4 + next() * 1.7, 35.5 + next() * 1.7];
/** Corners that rows lie on, or on the lines between which they lie. */
const rowCorner = (): Corner => {
  const { lon, lat } = placed[Math.floor(next() * placed.length)] as { lon: number; lat: number };
  return next() < 0.2 ? [lon, 36] : [lon, lat];
};
const ring = (corner: () => Corner, most: number): Corner[] => Array.from({ length: 3 + Math.floor(next() * most) }, corner);

describe.skipIf(!here)('the region around a place', () => {
  it('is that of memory: any rings, over and in each other, with rows on their corners', async () => {
    for (const [count, most] of [[1, 3], [4, 6], [30, 10], [3, 400]] as const) {
      derive(regionColumn({ name: 'x' }, regions(Array.from({ length: count }, () => Array.from({ length: 1 + Math.floor(next() * 2) }, () => ring(next() < 0.5 ? randomCorner : rowCorner, most))))));
      await compareValues('x');
    }
  });

  it('is one of those that share a border', async () => {
    const grid = Array.from({ length: 12 }, (_, at): Corner[][] => {
      const [west, south] = [119.5 + 0.4 * (at % 4), 35.6 + 0.5 * Math.floor(at / 4)];
      return [[[west, south], [west + 0.4, south], [west + 0.4, south + 0.5], [west, south + 0.5]]];
    });
    derive(regionColumn({ name: 'x' }, regions(grid)));
    await compareValues('x');
    await sameUses({ local, remote }, ['x'], [{ kind: 'in', field: 'x', values: ['2', null] }, { kind: 'text', contains: '区' }]);
    for (const data of [local, remote]) data.clearFilters();
    derive(expressionColumn({ name: 'y' }, "x & '内'"));
    await compareValues('y');
  });

  it('is missing where there are no regions, and of regions without an inside', async () => {
    for (const none of [regions([]), regions([[[[119, 36], [121, 36]]]])]) {
      derive(regionColumn({ name: 'x' }, none));
      await compareValues('x');
    }
  });
});

describe.skipIf(!here)('a field from another dataset that is too much for a statement', () => {
  const words = (count: number): Map<string, number> => new Map(Array.from({ length: count }, (_, at) => [`编码${at}`, at]));

  it('says so, and what to do', () => {
    remote.derive(valueColumn({ name: 'x' }, 't', words(20_000)));
    expect(remote.derivedError('x')?.text).toEqual({ zh: expect.stringMatching(/^编码或边界太多，写成查询语句有 \d{3} kB，超过 200 kB。请在服务器的表里加这一列。$/) as string, en: expect.stringContaining('Add the column to the table') as string });
    remote.derive(regionColumn({ name: 'x' }, regions([[Array.from({ length: 20_000 }, randomCorner)]])));
    expect(remote.derivedError('x')?.code).toBe('not-answerable');
  });

  it('is no more than the longest that a server reads, together with others', async () => {
    derive(valueColumn({ name: 'x' }, 't', words(7000)));
    await compareValues('x');
    // The same keys stand in the statement once.
    derive(valueColumn({ name: 'y' }, 't', new Map([...words(7000)].map(([key]) => [key, 1]))));
    expect((await remote.query({ groupBy: 'x', measures: [{ kind: 'sum', field: 'y' }] })).total.count).toBe(DATA.length);
    derive(valueColumn({ name: 'y' }, 't', new Map([...words(7000)].map(([key]) => [`${key}号`, 1]))));
    await compareValues('y');
    await expect(remote.query({ groupBy: 'x', measures: [{ kind: 'sum', field: 'y' }] })).rejects.toMatchObject({ code: 'not-answerable', text: { zh: expect.stringContaining('所用的字段合起来') as string } });
  });
});
