/** Values that databases and scripts see differently: two zeros, numbers with exponents, letters of four bytes or that become two, blanks. */
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { Dataset, type Filter, type Measure } from '@yizhangtu/data/model';
import { RemoteDataset } from '@yizhangtu/data/remote';
import { ClickHouseEngine } from '@yizhangtu/data/remote-clickhouse';
import { hasClickHouse, startClickHouse, VIEWER, type Server } from './clickhouse.js';
import { sameAnswer } from './same-answers.js';

const NUMBERS = [0, -0, 1, -1, 0.5, -0.5, 1e21, -1e21, 1.5e-7, 1e22, 1e16, 123456789012345680000, 2.5e300, 4.581, Number.NaN];
const WORDS = ['', ' ', 'İstanbul', 'istanbul', 'STRASSE', 'straße', '𠮷野家', '𠮷', '野𠮷家', '😀a', 'A😀', '0', '-0', '1e21', ' 4.581 ', '4.581', 'é', 'e\u0301', 'É', 'Σ', 'σ', 'K', 'ﬁ', 'ＡＢ', 'ａｂ', '\u3000', 'null', '%', '_'];

const rows = NUMBERS.flatMap((f, at) => WORDS.map((t, word) => ({ f, t, w: (at - 7) * 1000 + word })));

const local = Dataset.fromColumns({
  columns: { f: Float64Array.from(rows, ({ f }) => f), t: rows.map(({ t }) => t), w: Float64Array.from(rows, ({ w }) => w) },
});
let server: Server;
let remote: RemoteDataset;
const here = hasClickHouse();
const bits = new DataView(new ArrayBuffer(8));

beforeAll(async () => {
  if (!here) return;
  server = await startClickHouse();
  await server.run('CREATE DATABASE demo');
  await server.run('CREATE TABLE demo.raw (f UInt64, t String, w Int64) ENGINE = Log');
  const asBits = (value: number): string => (bits.setFloat64(0, value), String(bits.getBigUint64(0)));
  await server.run(`INSERT INTO demo.raw FORMAT JSONEachRow\n${rows.map(({ f, t, w }) => JSON.stringify({ f: asBits(f), t, w })).join('\n')}`);
  const decimal = 'reinterpretAsFloat64(reinterpretAsString(f))';
  await server.run(`CREATE TABLE demo.odd ENGINE = Log AS SELECT ${decimal} AS f, t, w FROM demo.raw`);
  remote = new RemoteDataset(new ClickHouseEngine({ src: server.url, table: 'demo.odd', headers: VIEWER }));
  await remote.load();
});

afterAll(() => server?.stop());
afterEach(() => {
  for (const data of here ? [local, remote] : []) data.clearFilters();
});

const MEASURES: readonly Measure[] = [{ kind: 'count' }, { kind: 'distinct', field: 'f' }, { kind: 'distinct', field: 't' }, { kind: 'sum', field: 'w' }, { kind: 'count', field: 'f' }];
const number = fc.constantFrom('f', 'w');
const any = fc.constantFrom('f', 't', 'w');
const sought = fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom('𠮷', '野', 'i', 'i\u0307', 'İ', 'ss', 'ß', 'e+', 'e-', '-', '-0', '1e', '5', '.', '😀', '4.5'));
const filters: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), contains: sought, fields: fc.constantFrom(['t'], ['f'], ['t', 'f'], ['w']) }),
  fc.record({ kind: fc.constant('compare' as const), field: any, operator: fc.constantFrom('starts-with' as const, 'ends-with' as const), value: sought }),
  fc.record({ kind: fc.constant('in' as const), field: number, values: fc.array(fc.oneof(fc.constantFrom(...NUMBERS.filter((one) => !Number.isNaN(one)), null), sought), { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('in' as const), field: fc.constant('t'), values: fc.array(fc.oneof(sought, fc.constant(null)), { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('range' as const), field: any, min: fc.constantFrom(-1e21, -1, -0, 0, 0.5, 4.581), max: fc.constantFrom(-0, 0, 1, 4.581, 1e21, 1e22), minExclusive: fc.boolean(), maxExclusive: fc.boolean() }),
  fc.record({ kind: fc.constant('group' as const), by: fc.constantFrom({ field: 'f' }, { field: 't' }), keys: fc.array(fc.constantFrom(0, -0, 1e21, null, '𠮷', ''), { maxLength: 3 }) }),
);

describe.skipIf(!here)('odd values on a server', () => {
  it('are groups as in memory', async () => {
    for (const groupBy of ['f', 't', 'w', { field: 'f', bin: { kind: 'number' as const, breaks: [-1, -0, 0.5, 1e21] } }]) {
      for (const limit of [undefined, 2, 5]) sameAnswer(await remote.query({ groupBy, measures: MEASURES, ...(limit && { limit }) }), local.query({ groupBy, measures: MEASURES, ...(limit && { limit }) }), [groupBy, limit]);
    }
    sameAnswer(await remote.query({ groupBy: 'f', splitBy: 't', measures: MEASURES, splitLimit: 3 }), local.query({ groupBy: 'f', splitBy: 't', measures: MEASURES, splitLimit: 3 }), 'crossed');
  });

  it('pass filters as in memory', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        for (const data of [local, remote]) data.setFilter('one', filter);
        sameAnswer(await remote.query({ measures: MEASURES }), local.query({ measures: MEASURES }), filter);
      }),
      { numRuns: 500, seed: 3 },
    );
  });
});
