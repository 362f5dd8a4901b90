/** Bins of the calendar, of instants of all years: worked-out dates, numbers and texts that are read as ms, and dates of the server itself. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHANGHAI_SUMMERS, shanghaiInstant } from '@yizhangtu/base/dates';
import { expressionColumn } from '@yizhangtu/data/expression';
import { Dataset, type Filter, type GroupKey, type TimeUnit } from '@yizhangtu/data/model';
import { RemoteDataset } from '@yizhangtu/data/remote';
import { ClickHouseEngine } from '@yizhangtu/data/remote-clickhouse';
import { randomSource } from '../../tools/data/random.mjs';
import { hasClickHouse, startClickHouse, VIEWER, type Server } from './clickhouse.js';

const [HOUR, DAY] = [3_600_000, 86_400_000];
const next = randomSource(20_261_130);
const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from));

/** Instants where calendars are hard: beside changes of clocks, ends of months, leap days, from the year 1 to 9999. */
const TURNS = SHANGHAI_SUMMERS.flat();
const LEAPS = [1, 4, 100, 400, 1582, 1900, 1904, 1968, 1972, 2000, 2024, 2100, 2104, 2106, 2400, 9996, 9999].flatMap((year) => [shanghaiInstant(year, 2, 28), shanghaiInstant(year, 3, 1), shanghaiInstant(year, 12, 31), shanghaiInstant(year, 1, 1)]);
const MONTHS = Array.from({ length: 200 }, () => shanghaiInstant(whole(1, 9999), whole(1, 13), 1));
const DENSE = TURNS.flatMap((turn) => Array.from({ length: 60 }, () => turn + whole(-3 * HOUR, 3 * HOUR)));
const EDGES = [...TURNS, ...LEAPS, ...MONTHS].flatMap((instant) => [-1000, -1, 0, 1, 1000, whole(-DAY, DAY)].map((ms) => instant + ms));
const ANY = Array.from({ length: 1500 }, () => whole(shanghaiInstant(1, 1, 1), shanghaiInstant(9999, 12, 31)));
const NEAR = Array.from({ length: 500 }, () => whole(shanghaiInstant(1950, 1, 1), shanghaiInstant(2030, 1, 1)));
const MS: readonly (number | null)[] = [null, 0, ...DENSE, ...EDGES, ...ANY, ...NEAR];

/** The dates of the server that are nearest. */
const seconds = (ms: number | null): number => Math.floor(Math.min(4.1e9, Math.max(0, (ms ?? 0) / 1000)));
const dayOf = (ms: number | null): number => Math.floor(Math.min(47_000, Math.max(0, (ms ?? 0) / DAY)));
const DATA = MS.map((ms) => ({ n: ms, t: ms === null ? null : ` ${ms} `, at: seconds(ms), day: dayOf(ms), whole: Math.floor((ms ?? 0) / 1000) }));

const local = Dataset.fromColumns({
  columns: {
    n: Float64Array.from(DATA, ({ n }) => n ?? Number.NaN),
    t: DATA.map(({ t }) => t),
    at: DATA.map(({ at }) => new Date(1000 * at)),
    day: DATA.map(({ day }) => new Date(shanghaiInstant(1970, 1, 1 + day))),
    clock: DATA.map((row) => new Date(1000 * (((row.whole % 86_400) + 86_400) % 86_400))),
    days: Int32Array.from(DATA, (row) => Math.floor(row.whole / 86_400)),
  },
});
/** An instant by its wall clock: the clock of a day in 1970, and days from there. */
const WORKED = 'if(missing(n), null, addDays(clock, days))';
const FIELDS = ['x', 'n', 't', 'at', 'day'] as const;
const UNITS: readonly TimeUnit[] = ['minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];
const ABOUT: Readonly<Record<TimeUnit, number>> = { minute: 60_000, hour: HOUR, day: DAY, week: 7 * DAY, month: 30 * DAY, quarter: 91 * DAY, year: 365 * DAY };

let server: Server;
let remote: RemoteDataset;
const here = hasClickHouse();

beforeAll(async () => {
  if (!here) return;
  server = await startClickHouse();
  await server.run('CREATE DATABASE demo');
  await server.run('CREATE TABLE demo.calendar (n Float64, t Nullable(String), at DateTime, day Date, clock DateTime, days Int32) ENGINE = Log');
  const lines = DATA.map((row) => `(${row.n ?? 'nan'}, ${row.t === null ? 'NULL' : `'${row.t}'`}, ${row.at}, '${new Date(row.day * DAY).toISOString().slice(0, 10)}', ${((row.whole % 86_400) + 86_400) % 86_400}, ${Math.floor(row.whole / 86_400)})`);
  await server.run(`INSERT INTO demo.calendar VALUES ${lines.join(', ')}`);
  remote = new RemoteDataset(new ClickHouseEngine({ src: server.url, table: 'demo.calendar', headers: VIEWER }));
  await remote.load();
  for (const data of [local, remote]) data.derive(expressionColumn({ name: 'x' }, WORKED));
});

afterAll(() => server?.stop());

async function same(groupBy: GroupKey): Promise<void> {
  const query = { groupBy, measures: [{ kind: 'count' as const }] };
  const [far, near] = [await remote.query(query), local.query(query)];
  const said = JSON.stringify(groupBy);
  expect(far.groups.filter(({ count }) => count > 0), said).toEqual(near.groups.filter(({ count }) => count > 0));
  expect(far, said).toEqual(near);
}

const field = fc.constantFrom(...FIELDS);
/** Bins about one of the instants. */
const bins = fc
  .record({ unit: fc.constantFrom(...UNITS), step: fc.constantFrom(1, 1, 2, 3, 5, 6, 7, 10, 12, 30, 40, 45, 90, 100), at: fc.oneof(fc.constantFrom(...TURNS), fc.integer({ min: 1, max: MS.length - 1 }).map((row) => MS[row] as number)), before: fc.integer({ min: 0, max: 40 }), after: fc.integer({ min: 0, max: 200 }) })
  .map(({ unit, step, at, before, after }) => ({ kind: 'time' as const, unit, step, domain: [at - before * step * ABOUT[unit], at + after * step * ABOUT[unit]] as const }));

/** Conditions on instants, with limits that some of them are. */
const instant = fc.oneof(fc.integer({ min: 1, max: MS.length - 1 }).map((row) => MS[row] as number), fc.integer({ min: 0, max: 47_000 }).map((day) => shanghaiInstant(1970, 1, 1 + day)), fc.constantFrom(...[-1, 0, 1, 65_535, 65_536, 80_000].flatMap((day) => [-1, 0, 1].map((ms) => day * DAY - DAY / 3 + ms)), -1e14, 1e14));
const condition = fc.oneof(
  fc.record({ kind: fc.constant('range' as const), field, min: instant, max: instant, minExclusive: fc.boolean(), maxExclusive: fc.boolean() }, { requiredKeys: ['kind', 'field'] }),
  fc.record({ kind: fc.constant('in' as const), field: fc.constantFrom('x', 'n', 'at', 'day'), values: fc.array(instant, { maxLength: 3 }) }),
);

describe.skipIf(!here)('bins of the calendar on a server', () => {
  it('hold the instants that they are about', async () => {
    const { rows } = await remote.rows({ fields: ['x', 'n'], limit: 10 });
    expect([...rows].map((row) => remote.value(row, 'n'))).toEqual(DATA.slice(0, 10).map(({ n }) => n));
  });

  it.each(FIELDS)('are those of memory over all rows: %s', async (name) => {
    const years = name === 'at' || name === 'day' ? 1 : 10;
    for (const [unit, step] of [['year', years], ['quarter', 3 * years], ['month', 13 * years], ['week', 101 * years], ['day', 400 * years]] as const) await same({ field: name, bin: { kind: 'time', unit, step } });
  });

  it.each(FIELDS)('come round again as in memory: %s', async (name) => {
    for (const unit of ['hour-of-day', 'day-of-week', 'month-of-year'] as const) await same({ field: name, bin: { kind: 'cycle', unit } });
  });

  it('are those of memory for any unit, step and window', async () => {
    await fc.assert(fc.asyncProperty(field, bins, (name, bin) => same({ field: name, bin })), { numRuns: 250, seed: 5 });
  });

  it('are those of memory in the hours of which a clock shows none, or two', async () => {
    for (const turn of TURNS) for (const [unit, step] of [['minute', 1], ['minute', 7], ['minute', 40], ['minute', 45], ['minute', 90], ['hour', 1], ['hour', 5], ['hour', 6]] as const) for (const name of ['x', 'n', 'at'] as const) await same({ field: name, bin: { kind: 'time', unit, step, domain: [turn - 4 * HOUR, turn + 4 * HOUR] } });
  });

});

describe.skipIf(!here)('bins of the calendar on a server, among other questions', () => {
  it('are of the instants that pass, whatever the limits', async () => {
    const measures = [{ kind: 'count' as const }, { kind: 'min' as const, field: 'day' }, { kind: 'max' as const, field: 'x' }, { kind: 'min' as const, field: 'n' }];
    await fc.assert(
      fc.asyncProperty(condition, async (filter) => {
        for (const data of [local, remote]) data.setFilter('one', filter as Filter);
        expect(await remote.query({ measures }), JSON.stringify(filter)).toEqual(local.query({ measures }));
      }),
      { numRuns: 200, seed: 6 },
    );
    for (const data of [local, remote]) data.clearFilters();
  });

  it('are crossed, listed in part and filtered by as in memory', async () => {
    const groupBy: GroupKey = { field: 'x', bin: { kind: 'time', unit: 'year', step: 1000 } };
    const splitBy: GroupKey = { field: 'n', bin: { kind: 'time', unit: 'quarter', domain: [-DAY * 400, DAY * 400] } };
    const measures = [{ kind: 'count' as const }];
    for (const query of [{ groupBy, splitBy, measures }, { groupBy: splitBy, splitBy: groupBy, measures }, { groupBy: splitBy, limit: 3, order: 'descending' as const, measures }]) expect(await remote.query(query)).toEqual(local.query(query));
    const keys = local.query({ groupBy: splitBy, measures }).groups.filter(({ count }) => count > 0).map(({ key }) => key);
    for (const some of [keys.slice(0, 2), [null], keys]) {
      for (const data of [local, remote]) data.setFilter('one', { kind: 'group', by: splitBy, keys: some });
      expect(await remote.query({ groupBy, measures })).toEqual(local.query({ groupBy, measures }));
    }
    for (const data of [local, remote]) data.clearFilters();
  });
});
