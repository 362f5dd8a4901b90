/** Texts read as numbers and dates, and numbers written as texts, to the last bit: what a server reads and writes by itself is not that of memory. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expressionColumn } from '@yizhangtu/data/expression';
import { Dataset, type Filter, type GroupKey } from '@yizhangtu/data/model';
import { RemoteDataset } from '@yizhangtu/data/remote';
import { ClickHouseEngine } from '@yizhangtu/data/remote-clickhouse';
import { randomSource } from '../../tools/data/random.mjs';
import { hasClickHouse, startClickHouse, VIEWER, type Server } from './clickhouse.js';

const next = randomSource(20_261_201);
const below = (end: number): number => Math.floor(next() * end);
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const two = (value: number): string => (next() < 0.8 ? String(value).padStart(2, '0') : String(value));

/** Decimals of some digits, with the point anywhere. */
function decimal(): string {
  const digits = String(below(10 ** (1 + below(15))));
  const places = below(digits.length + 6);
  const padded = digits.padStart(places + 1, '0');
  return pick(['', '', '-', '+']) + (places > 0 ? `${padded.slice(0, -places)}.${padded.slice(-places)}` : digits);
}

const NUMBER_PIECES = ['1', '0', '23', '456', '.', ',', ' ', '-', '+', 'e', 'E', '万', '亿', '%', 'k', 'T', '−', '–', '１', '．', '，', '\u3000', 'x', '百', 'K', '000'];
const ODD_NUMBERS = [
  '', ' ', '.', '-', '+', '5.', '.5', '-.5', '1e400', '-1e400', '1e-400', '0000000000000000000000000012', '+-5', '-+5', '0.0', '+0.50', '-.', '00', '1e99999999', '1e-99999999', '00000000000000000000000012.50000000000000000000000', '1,234', '1,23', '12,345.678', '1 234 567', '1,234e3', '1.5万亿', '３．５％', '5 %', '5  %', '-0',
  '+0', 'NaN', 'nan', 'inf', '1_0', '１，２００.5', '9007199254740993', '123456789012345678', '1e19', '1e20', '100000000000000000000000', '4.58100000000000000000', '1\u00a0234', 'ＴＥＳＴ', '1Ｔ', '2ｋ', '2\u212a', '1e5万', '1E+5', '1e+05', '\n7\n', '7\v', '\0', '1\0', '|1', '∞', '𠮷1',
];

/** A date in one of the forms that people write, right or a little wrong. */
function dated(): string {
  const [year, month, day] = [String(next() < 0.5 ? below(10_000) : 1950 + below(100)).padStart(4, '0'), two(below(14)), two(below(33))];
  const sign = pick(['-', '/', '.']);
  const date = pick([year, `${year}${sign}${month}`, `${year}${sign}${month}${sign}${day}`, `${year}${sign}${month}${sign}${day}`, `${year}年`, `${year}年${month}月`, `${year}年${month}月${day}日`, `${year}${month}${day}`]);
  const [hour, minute, second] = [two(below(26)), two(below(62)), two(below(62))];
  const clock = pick([`${hour}:${minute}`, `${hour}:${minute}:${second}`, `${hour}:${minute}:${second}.${below(1e6)}`, `${hour}时${minute}分${second}秒`, `${hour}点${minute}`, '24:00', '24:00:01', `${hour}${minute}${second}`]);
  return pick(['', '', ' ']) + date + pick(['', '', pick(['T', ' ', 't', '  ']) + clock + pick(['', '', 'Z', '+08:00', ' +0800', '-05', 'z', '+99:99', '−08:00'])]);
}

const ODD_DATES = ['2024-02-30', '2023-02-29', '2000-02-29', '1900-02-29', '0000-02-29', '0000-01-01', '２０２４年３月５日', '２０２４－０３－０５Ｔ１２：３０：１５Ｚ', '2024−03−05', '昨天', '2024-3-5 8:5', '2024-03-05T08:05:09,5', '2024-03-05 08:0509', '2024\n', '2024-13-01', '2024-00-01', '2024-01-00', '2024/03-05', '|2024', '2024|01', '20240305T0830-05:30'];
const SUMMER = many(200, () => `${pick(['1986-05-04', '1986-09-14', '1988-04-17', '1991-09-15'])} ${two(below(4))}:${two(below(60))}`);
const TEXTS = [
  ...many(800, decimal), ...many(300, () => `${below(1e5)}e${below(30) - 15}`), ...many(300, () => String(next() * 1000)), ...many(300, () => String(120 + next())), ...many(600, () => many(1 + below(7), () => pick(NUMBER_PIECES)).join('')), ...ODD_NUMBERS,
  ...many(1500, dated), ...SUMMER, ...ODD_DATES,
];

const ODD = [0, -0, 1e21, 1e-7, 1e20, 1e22, 123456789012345680000, 5e-13, 4.9e-13, -4e-13, Number.MAX_VALUE, 0.1, 1 / 3, 0.9999999999995, 0.99999999999949, 2 ** 53, 2 ** 63, 2 ** 64, 1.5e-7, 1e15 + 0.5, 1e16];
const bits = new DataView(new ArrayBuffer(8));
/** Any decimal of eight bytes; small, large, and halves of the last digit among them. */
function number(at: number): number {
  if (at < ODD.length) return ODD[at] as number;
  bits.setUint32(0, below(2 ** 32));
  bits.setUint32(4, below(2 ** 32));
  const value = pick([bits.getFloat64(0), next() - 0.5, next() * 1000, Math.round(next() * 1e6) / 10 ** below(9), (next() - 0.5) * 10 ** -below(16), Math.floor(next() * 10 ** (next() * 25)), (below(1000) + 0.5) / 1e12, Math.fround(next() * 100)]);
  return Number.isFinite(value) ? value : Number.NaN;
}
const DATA = TEXTS.map((t, id) => ({ id, t, n: number(id) }));
const EXPRESSIONS = ['number(t)', 'date(t)', 'text(n)'];

const local = Dataset.fromColumns({ columns: { id: Int32Array.from(DATA, ({ id }) => id), t: TEXTS, n: Float64Array.from(DATA, ({ n }) => n) } });
let server: Server;
let remote: RemoteDataset;
const here = hasClickHouse();

beforeAll(async () => {
  if (!here) return;
  server = await startClickHouse();
  await server.run('CREATE DATABASE demo');
  await server.run('CREATE TABLE demo.raw (id Int32, t String, bits UInt64) ENGINE = Log');
  const asBits = (value: number): string => (bits.setFloat64(0, value), String(bits.getBigUint64(0)));
  await server.run(`INSERT INTO demo.raw FORMAT JSONEachRow\n${DATA.map(({ id, t, n }) => JSON.stringify({ id, t, bits: asBits(n) })).join('\n')}`);
  await server.run('CREATE TABLE demo.texts ENGINE = Log AS SELECT id, t, reinterpretAsFloat64(reinterpretAsString(bits)) AS n FROM demo.raw');
  remote = new RemoteDataset(new ClickHouseEngine({ src: server.url, table: 'demo.texts', idField: 'id', headers: VIEWER }));
  await remote.load();
});

afterAll(() => server?.stop());

describe.skipIf(!here)('texts that are numbers and dates on a server', () => {
  it.each(EXPRESSIONS)('are read, and numbers written, as in memory: %s', async (expression) => {
    for (const data of [local, remote]) data.derive(expressionColumn({ name: 'x' }, expression));
    expect(remote.derivedError('x')).toBe(undefined);
    const { rows } = await remote.rows({ fields: ['x'], orderBy: 'id', limit: DATA.length });
    const there = [...rows].map((row) => remote.value(row, 'x'));
    expect(there.length).toBe(DATA.length);
    const odd = there.flatMap((value, row) => (String(value instanceof Date ? value.getTime() : value) === String(local.value(row, 'x') instanceof Date ? (local.value(row, 'x') as Date).getTime() : local.value(row, 'x')) ? [] : [[DATA[row], value, local.value(row, 'x')]]));
    expect(odd).toEqual([]);
    const query = { measures: [{ kind: 'count' as const, field: 'x' }, { kind: 'distinct' as const, field: 'x' }] };
    expect((await remote.query(query)).total).toEqual(local.query(query).total);
  });

  it('are within limits and in bins as in memory, white space around them or not', async () => {
    // Of more digits and of those with an exponent a server reads the last one as it will.
    const numbers = TEXTS.filter((text) => /^\s*[+-]?[\d.]{1,15}\s*$/.test(text)).map(Number).filter(Number.isFinite);
    const measures = [{ kind: 'count' as const }, { kind: 'max' as const, field: 'id' }];
    for (let run = 0; run < 60; run++) {
      const filter: Filter = { kind: 'range', field: 't', min: pick(numbers), max: pick(numbers), minExclusive: next() < 0.5, maxExclusive: next() < 0.5 };
      for (const data of [local, remote]) data.setFilter('one', filter);
      expect(await remote.query({ measures }), JSON.stringify(filter)).toEqual(local.query({ measures }));
    }
    for (const data of [local, remote]) data.clearFilters();
    const groups: readonly GroupKey[] = [{ field: 't', bin: { kind: 'number', width: 0.1, domain: [120, 121] } }, { field: 't', bin: { kind: 'number', breaks: [-1e6, 0, 0.3, 1, 4.581, 120.5, 1000] } }, { field: 't', bin: { kind: 'number', count: 20, domain: [0, 1000] } }];
    for (const groupBy of groups) expect(await remote.query({ groupBy, measures }), JSON.stringify(groupBy)).toEqual(local.query({ groupBy, measures }));
  });
});
