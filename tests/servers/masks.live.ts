/** 脱敏 in a statement shows what masks show in the page, whatever letters a text is made of, and never a part of a letter. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Dataset, type DatasetSchema } from '@yizhangtu/data/model';
import { RemoteDataset } from '@yizhangtu/data/remote';
import { ClickHouseEngine } from '@yizhangtu/data/remote-clickhouse';
import { hasClickHouse, startClickHouse, VIEWER, type Server } from './clickhouse.js';

const MASKS = ['name', 'phone', 'id-card', 'address', 'hidden'] as const;
/** Letters of one to four bytes, pieces that masks look for, marks that join others, white space of all kinds. */
const PIECES = ['a', 'Z', '7', '０', '-', "'", '\\', '張', '三', '欧阳', '司马', '上官', '欧', '阳', '𠮷', '𠀋', '𫝆', '🇨🇳', '😀', '👨‍👩‍👧', 'é', 'e\u0301', '\u0300', '한', 'ß', 'İ', '市', '区', '县', '镇', '街道', '街', '道', '大道', '路', '号', '超市', ' ', '\t', '\v', '\n', '\u00a0', '\u3000', '\ufeff', '\u200d', '\ufffd'];
const text = fc.array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) }), { maxLength: 14 }).map((pieces) => pieces.join('').split('\0').join(''));
const TEXTS = [...fc.sample(text, { numRuns: 3000, seed: 9 }), '𠮷', '𠮷田', '𠮷田三', '欧阳𠮷', '𠮷欧阳', '𠮷'.repeat(20), `${'𠮷'.repeat(3)}12345678`, '1381234567𠮷'];
const SCHEMA: DatasetSchema = { id: 'test/masks@1', fields: [{ name: 'id' }, ...MASKS.map((mask) => ({ name: mask.replace('-', '_'), mask }))] };
const NAMES = MASKS.map((mask) => mask.replace('-', '_'));

const local = Dataset.fromColumns({ columns: { id: Int32Array.from(TEXTS, (_, id) => id), ...Object.fromEntries(NAMES.map((name) => [name, TEXTS])) } });
local.schema = SCHEMA;
let server: Server;
let remote: RemoteDataset;
const here = hasClickHouse();

beforeAll(async () => {
  if (!here) return;
  server = await startClickHouse();
  await server.run('CREATE DATABASE demo');
  await server.run(`CREATE TABLE demo.masks (id Int32, ${NAMES.map((name) => `${name} String`).join(', ')}, raw String) ENGINE = Log`);
  await server.run(`INSERT INTO demo.masks FORMAT JSONEachRow\n${TEXTS.map((one, id) => JSON.stringify({ id, ...Object.fromEntries(NAMES.map((name) => [name, one])), raw: '' })).join('\n')}`);
  remote = new RemoteDataset(new ClickHouseEngine({ src: server.url, table: 'demo.masks', idField: 'id', headers: VIEWER }));
  remote.schema = SCHEMA;
  await remote.load();
});

afterAll(() => server?.stop());

describe.skipIf(!here)('masks in statements', () => {
  it.each(NAMES)('show what masks show in the page: %s', async (name) => {
    const { rows } = await remote.rows({ fields: [name], orderBy: 'id', limit: TEXTS.length });
    const there = [...rows].map((row) => remote.value(row, name));
    const odd = there.findIndex((value, row) => value !== local.value(row, name));
    if (odd >= 0) expect(there[odd], JSON.stringify(TEXTS[odd])).toBe(local.value(odd, name));
    expect(there.length).toBe(TEXTS.length);
    const query = { groupBy: name, limit: 50, measures: [{ kind: 'count' as const }, { kind: 'distinct' as const, field: name }] };
    expect((await remote.query(query)).total).toEqual(local.query(query).total);
  });

  it('show no bytes that are no letters', async () => {
    const broken = new RemoteDataset(new ClickHouseEngine({ src: server.url, table: 'demo.broken', idField: 'id', headers: VIEWER }));
    await server.run(`CREATE TABLE demo.broken ENGINE = Log AS SELECT toInt32(1) AS id, ${NAMES.map((name) => `concat(unhex('D5C5C8FDB7E1'), 'secret12345678', unhex('FF')) AS ${name}`).join(', ')}`);
    broken.schema = SCHEMA;
    await broken.load();
    const { rows } = await broken.rows({ fields: NAMES, limit: 1 });
    for (const row of rows) for (const name of NAMES) expect(broken.value(row, name), name).toMatch(/^\*+$/);
  });
});
