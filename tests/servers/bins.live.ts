/** Bins whose statements are the cheap ones: decimals of four bytes, whole numbers and dates that are never missing. Their edges hold to the last bit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dataset, type Filter, type GroupKey } from '@yizhangtu/data/model';
import { RemoteDataset } from '@yizhangtu/data/remote';
import { ClickHouseEngine } from '@yizhangtu/data/remote-clickhouse';
import { randomSource } from '../../tools/data/random.mjs';
import { hasClickHouse, startClickHouse, VIEWER, type Server } from './clickhouse.js';

/** A decimal of four bytes and its neighbours. */
function beside(value: number): number[] {
  const single = new Float32Array([value]);
  const bits = new Int32Array(single.buffer);
  return [-1, 1].map((step) => {
    single[0] = value;
    bits[0] = (bits[0] as number) + step;
    return single[0] as number;
  });
}

interface Row {
  readonly f: number | null;
  readonly i: number;
  /** Seconds. */
  readonly at: number;
}

/** First and last second of months in Shanghai, and any other. */
const TURNS = [2023, 2024].flatMap((year) => Array.from({ length: 12 }, (_, month) => Date.UTC(year, month, 1) / 1000 - 28_800)).flatMap((second) => [second - 1, second]);

function rows(): Row[] {
  const next = randomSource(20_261_129);
  const edges = Array.from({ length: 41 }, (_, index) => 250 * index).flatMap((edge) => [edge, ...(edge > 0 ? beside(edge) : [1e-30])]);
  const tenths = Array.from({ length: 31 }, (_, index) => index / 10).flatMap((edge) => [Math.fround(edge), ...(edge > 0 ? beside(edge) : [])]);
  const values = [...edges, ...tenths, -1e-30, -250, 1e30, null, null];
  return Array.from({ length: 3000 }, (_, index) => ({
    f: index < values.length ? (values[index] as number | null) : Math.fround(next() * 11_000 - 500),
    i: index < 100 ? index - 50 : Math.floor(next() * 2e6) - 1e6,
    at: TURNS[index] ?? 1_672_531_200 + Math.floor(next() * 63_000_000),
  }));
}

const KEYS: readonly GroupKey[] = [
  { field: 'f', bin: { kind: 'number', width: 250, domain: [0, 10_000] } }, { field: 'f', bin: { kind: 'number', width: 0.1, domain: [0, 3] } }, { field: 'f', bin: { kind: 'number', width: 250, domain: [-250, 9750] } },
  { field: 'f', bin: { kind: 'number', width: 0.5, domain: [0, 3] } }, { field: 'f', bin: { kind: 'number', breaks: [0, 250, 300, 1000] } }, { field: 'i', bin: { kind: 'number', count: 40 } }, { field: 'i', bin: { kind: 'number', width: 7, domain: [-49, 49] } },
  { field: 'i', bin: { kind: 'number', width: 0.7, domain: [-49, 49] } }, { field: 'at', bin: { kind: 'time', unit: 'month' } }, { field: 'at', bin: { kind: 'time', unit: 'month', step: 5 } }, { field: 'at', bin: { kind: 'time', unit: 'year' } },
  { field: 'at', bin: { kind: 'time', unit: 'week' } }, { field: 'at', bin: { kind: 'time', unit: 'day' } }, { field: 'at', bin: { kind: 'time', unit: 'month', domain: [Date.UTC(2023, 5, 1), Date.UTC(2024, 2, 1)] } },
];

const FILTERS: readonly (Filter | undefined)[] = [
  undefined, { kind: 'range', field: 'f', min: 250, max: 1000, maxExclusive: true }, { kind: 'range', field: 'f', min: 0.1 }, { kind: 'range', field: 'f', max: 0.30000000000000004, minExclusive: true },
  { kind: 'group', by: { field: 'at', bin: { kind: 'time', unit: 'month' } }, keys: [Date.UTC(2024, 0, 31, 16)] }, { kind: 'group', by: { field: 'f', bin: { kind: 'number', width: 250, domain: [0, 10_000] } }, keys: [250, 9750] },
];

const here = hasClickHouse();
const DATA = rows();
const local = Dataset.fromColumns({
  columns: { f: Float64Array.from(DATA, ({ f }) => f ?? Number.NaN), i: Int32Array.from(DATA, ({ i }) => i), at: DATA.map(({ at }) => new Date(1000 * at)) },
});
let server: Server;
let remote: RemoteDataset;

beforeAll(async () => {
  if (!here) return;
  server = await startClickHouse();
  await server.run('CREATE DATABASE demo');
  await server.run('CREATE TABLE demo.bins (f Float32, i Int32, at DateTime) ENGINE = MergeTree PARTITION BY toYYYYMM(at) ORDER BY at');
  await server.run(`INSERT INTO demo.bins FORMAT TabSeparated\n${DATA.map(({ f, i, at }) => [f ?? 'nan', i, at].join('\t')).join('\n')}`);
  remote = new RemoteDataset(new ClickHouseEngine({ src: server.url, table: 'demo.bins', headers: VIEWER }));
  await remote.load();
});

afterAll(() => server?.stop());

describe.skipIf(!here)('bins of a table without NULL', () => {
  it.each(FILTERS.map((filter) => ({ filter })))('are those of memory, to the last bit of their edges: $filter', async ({ filter }) => {
    for (const one of [remote, local]) one.setFilter('one', filter);
    for (const groupBy of KEYS) {
      const query = { groupBy, measures: [{ kind: 'count' as const }] };
      const [far, near] = [await remote.query(query), local.query(query)];
      const said = JSON.stringify(groupBy);
      expect(far.groups, said).toEqual(near.groups);
      expect(far.total, said).toEqual(near.total);
    }
  });

  it('are of the values that were meant: none became its neighbour on the way', async () => {
    const query = { measures: [{ kind: 'distinct' as const, field: 'f' }] };
    expect((await remote.query(query)).total.values).toEqual(local.query(query).total.values);
  });

  it('are those of memory when crossed with others, and when few are listed', async () => {
    for (const one of [remote, local]) one.clearFilters();
    for (const groupBy of KEYS.slice(8, 10)) {
      const crossed = { groupBy, splitBy: KEYS[0] as GroupKey, measures: [{ kind: 'count' as const }] };
      expect((await remote.query(crossed)).groups).toEqual(local.query(crossed).groups);
      const few = { groupBy, limit: 3, order: 'descending' as const, measures: [{ kind: 'count' as const }] };
      expect(await remote.query(few)).toEqual(local.query(few));
    }
  });

  it('have a total that a question without groups takes, asked at the same moment', async () => {
    for (const one of [remote, local]) one.setFilter('one', { kind: 'range', field: 'f', min: 100 });
    const whole = { measures: [{ kind: 'count' as const }, { kind: 'mean' as const, field: 'i' }, { kind: 'max' as const, field: 'i' }] };
    const grouped = { groupBy: 'i', limit: 5, measures: [{ kind: 'count' as const }] };
    const [one, other] = await Promise.all([remote.query(whole), remote.query(grouped)]);
    const mean = local.query(whole);
    expect(one.groups).toEqual([one.total]);
    expect([one.total.count, one.total.values[0], one.total.values[2]]).toEqual([mean.total.count, mean.total.values[0], mean.total.values[2]]);
    expect(one.total.values[1]).toBeCloseTo(mean.total.values[1] as number, 6);
    expect(other).toEqual(local.query(grouped));
  });
});

describe.skipIf(!here)('bins crossed with bins', () => {
  it('are the cells of a scatter plot: all of two numbers, with their ends by bins that hold every number above zero', async () => {
    for (const one of [remote, local]) one.clearFilters();
    const sides: readonly GroupKey[] = [
      { field: 'f', bin: { kind: 'number', width: 250, origin: -250, domain: [-250, 10_000] } }, { field: 'f', bin: { kind: 'number', breaks: [0.1, 0.3, 1, 30, 1000, 1e31] } },
      { field: 'f', bin: { kind: 'number', breaks: [-1e300, 1e-300, 1e300] } }, { field: 'i', bin: { kind: 'number', breaks: [-1e300, 1e300] } }, { field: 'i', bin: { kind: 'number', width: 50_000, origin: -1e6, domain: [-1e6, 1e6] } }, { field: 'at', bin: { kind: 'time', unit: 'month' } },
    ];
    const measures = [{ kind: 'count' as const }, { kind: 'min' as const, field: 'i' }, { kind: 'max' as const, field: 'i' }];
    for (const groupBy of sides) for (const splitBy of sides) expect(await remote.query({ groupBy, splitBy, measures }), JSON.stringify([groupBy, splitBy])).toEqual(local.query({ groupBy, splitBy, measures }));
  });
});
