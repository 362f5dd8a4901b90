/** How an engine is spoken to: pages of rows, masks, what is overtaken, users with few rights, a server that is gone. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CellValue, DatasetLike } from '@yizhangtu/data/model';
import { RemoteDataset } from '@yizhangtu/data/remote';
import { ClickHouseEngine, type ClickHouseOptions } from '@yizhangtu/data/remote-clickhouse';
import { rowText } from '@yizhangtu/data/words';
import { hasClickHouse, startClickHouse, STRICT, VIEWER, type Server } from './clickhouse.js';
import { inMemory, rows, SCHEMA, TABLE } from './rows.js';
import { serverWith } from './served.js';

const DATA = rows(3000);
const here = hasClickHouse();
const local = inMemory(DATA);
let server: Server;

async function dataset(options: Partial<ClickHouseOptions> = {}): Promise<RemoteDataset> {
  const made = new RemoteDataset(new ClickHouseEngine({ src: server.url, table: 'demo.rows', idField: 'id', headers: VIEWER, ...options }));
  made.schema = SCHEMA;
  await made.load();
  return made;
}

beforeAll(async () => {
  if (!here) return;
  server = await serverWith(DATA);
});

beforeEach(() => local.clearFilters());

afterAll(() => server?.stop());

/** Everything that leaves the server while something is done. */
async function sent(act: () => Promise<unknown>): Promise<string[]> {
  const own = globalThis.fetch;
  const texts: string[] = [];
  globalThis.fetch = async (...args) => {
    const response = await own(...args);
    texts.push(await response.clone().text());
    return response;
  };
  await act().finally(() => (globalThis.fetch = own));
  return texts;
}

const values = (data: DatasetLike, list: Iterable<number>, field: string): CellValue[] => [...list].map((row) => data.value(row, field));
const words = (data: DatasetLike, list: Iterable<number>, field: string): string[] => [...list].map((row) => rowText(data, row, field, 'zh-CN'));

describe.skipIf(!here)('pages of rows', () => {
  it('are those of memory: values, order, missing last, no row twice', async () => {
    const remote = await dataset();
    for (const one of [remote, local]) one.setFilter('size', { kind: 'in', field: 'size', values: ['小'] });
    for (const orderBy of [undefined, 'n', 'i', 'd', 'day', 'id'] as const) {
      for (const descending of [false, true]) {
        const query = { ...(orderBy && { orderBy, descending }), offset: 20, limit: 60 };
        const [there, ours] = [await remote.rows(query), local.rows(query)];
        expect([there.total, there.rows.length]).toEqual([ours.total, 60]);
        if (orderBy === undefined && descending) continue;
        // Rows of equal value are in order of id on the server, in order of rows in memory: the same here.
        for (const field of ['id', 'n', 't', 'b', 'd', 'day', 'hostile', 'code']) expect(values(remote, there.rows, field), `${orderBy} ${field}`).toEqual(values(local, ours.rows, field));
      }
    }
  });

  it('a row has the same number each time, its place, and what was asked for', async () => {
    const remote = await dataset();
    const first = await remote.rows({ limit: 10, fields: ['t'] });
    const again = await remote.rows({ limit: 5, offset: 5, fields: ['t', 'n'] });
    expect([...again.rows]).toEqual([...first.rows].slice(5));
    const row = again.rows[0] as number;
    expect(remote.feature(row).geometry).toEqual(local.feature(5).geometry);
    expect(remote.value(row, 'n')).toEqual(local.value(5, 'n'));
    expect(remote.value(first.rows[0] as number, 'n')).toBeNull();
    remote.select([row]);
    expect([...remote.selection]).toEqual([row]);
  });
});

describe.skipIf(!here)('a server that does not know a setting', () => {
  it.each(['VIEWER', 'STRICT'] as const)('is not asked in a way that it refuses first, which a browser writes into its console: %s', async (user) => {
    const own = globalThis.fetch;
    const statuses: number[] = [];
    globalThis.fetch = async (...args) => {
      const response = await own(...args);
      statuses.push(response.status);
      return response;
    };
    try {
      const remote = await dataset({ headers: user === 'VIEWER' ? VIEWER : STRICT });
      await remote.query({ groupBy: 'size', measures: [{ kind: 'count' }] });
    } finally {
      globalThis.fetch = own;
    }
    expect(statuses.length).toBeGreaterThan(2);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
  });
});

describe.skipIf(!here)('masks', () => {
  const MASKED = ['owner', 'phone', 'card', 'address'] as const;

  it('are laid on by the server, by the same rules as in memory', async () => {
    const remote = await dataset();
    const there = await remote.rows({ limit: 400, orderBy: 'id' });
    for (const field of MASKED) expect(words(remote, there.rows, field), field).toEqual(words(local, local.rows({ limit: 400 }).rows, field));
  });

  it('no raw value leaves, whatever is asked', async () => {
    const remote = await dataset();
    const left = await sent(async () => {
      await remote.rows({ limit: 3000 });
      for (const field of MASKED) {
        await remote.query({ groupBy: field, measures: [{ kind: 'count' }, { kind: 'min', field }, { kind: 'distinct', field }] });
        await remote.query({ groupBy: { field, bin: { kind: 'number', count: 3 } }, splitBy: field, measures: [{ kind: 'count' }] });
        await remote.rows({ orderBy: field, limit: 50 });
      }
    });
    const all = left.join('\n');
    const raw = DATA.flatMap((row) => MASKED.map((field) => row[field].trim())).filter((value) => value.length > 3);
    expect(left.length).toBeGreaterThan(10);
    // Short numbers may be part of others by chance: those are looked for as they stand in JSON.
    for (const value of new Set(raw)) expect(all.includes(value.length > 8 ? JSON.stringify(value).slice(1, -1) : JSON.stringify(value)), value).toBe(false);
  });

  it('a guess at a raw value finds nothing', async () => {
    const remote = await dataset();
    for (const filter of [{ kind: 'in', field: 'owner', values: ['张三'] }, { kind: 'text', contains: '13812345678' }, { kind: 'text', contains: '张三', fields: ['owner'] }, { kind: 'compare', field: 'phone', operator: 'starts-with', value: '1381234' }, { kind: 'range', field: 'phone', min: 13_812_345_678, max: 13_812_345_678 }] as const) {
      remote.setFilter('guess', filter);
      expect((await remote.query({ measures: [{ kind: 'count' }] })).total.count, filter.kind).toBe(0);
    }
  });
});

describe.skipIf(!here)('coarse places and small groups', () => {
  const schema = { ...SCHEMA, placeDigits: 2, suppressBelow: 30, fields: [...SCHEMA.fields, { name: 'lon', mask: 'coarse' as const }] };

  it('are as in memory: places, extents, filters by place, numbers that are not told', async () => {
    const remote = new RemoteDataset(new ClickHouseEngine({ src: server.url, table: 'demo.rows', idField: 'id', headers: VIEWER }));
    remote.schema = schema;
    await remote.load();
    const coarse = inMemory(DATA);
    coarse.schema = schema;
    expect(remote.bounds).toEqual(coarse.bounds);
    const page = await remote.rows({ limit: 50 });
    expect([...page.rows].map((row) => remote.feature(row).geometry)).toEqual(Array.from({ length: 50 }, (_, row) => coarse.feature(row).geometry));
    for (const one of [remote, coarse]) one.setFilter('view', { kind: 'bounds', west: 120.004, south: 35.9, east: 120.5, north: 36.4 });
    const query = { groupBy: 'hostile', splitBy: 'size', measures: [{ kind: 'count' as const }] };
    expect(await remote.query(query)).toEqual(coarse.query(query));
    for (const values of [[3, 5, 8], []]) {
      remote.clearFilters();
      remote.setFilter('few', { kind: 'in', field: 'id', values });
      expect((await remote.rows({ limit: 2, fields: ['t'] })).total, 'of rows, which are not hidden').toBe(values.length);
    }
  });
});

describe.skipIf(!here)('what nobody waits for', () => {
  it('is ended on the server', async () => {
    const engine = new ClickHouseEngine({ src: server.url, table: 'demo.slow', headers: VIEWER });
    await server.run('CREATE TABLE demo.slow (id UInt64, at DateTime) ENGINE = MergeTree PARTITION BY tuple() ORDER BY id');
    await server.run('INSERT INTO demo.slow SELECT number, toDateTime(number) FROM numbers(6000000)');
    const stop = new AbortController();
    await engine.describe(undefined, [], stop.signal);
    // Millions of rows, each beside four hundred edges, take longer than anybody waits.
    const edges = Array.from({ length: 400 }, (_, index) => index * 7000);
    const asked = engine.groups({ groupBy: { field: 'id', bin: { kind: 'number', breaks: edges } }, measures: [{ kind: 'count' }], scope: [], conditions: [] }, stop.signal);
    const running = async (): Promise<number> => Number(await server.run("SELECT count() FROM system.processes WHERE query LIKE '%__key%' AND user = 'viewer'"));
    await expect.poll(running, { timeout: 10_000 }).toBe(1);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(running, { timeout: 10_000 }).toBe(0);
  });

  it('does not come back as an answer: of many filters in a row the last one counts', async () => {
    const remote = await dataset();
    const answers = ['小', '中', '大'].map((value) => {
      remote.setFilter('size', { kind: 'in', field: 'size', values: [value] });
      const stop = new AbortController();
      const asked = remote.query({ measures: [{ kind: 'count' }] }, stop.signal);
      if (value !== '大') stop.abort();
      return asked.then((answer) => answer.total.count, (reason: Error) => reason.name);
    });
    const expected = DATA.filter((row) => row.size === '大').length;
    expect(await Promise.all(answers)).toEqual(['AbortError', 'AbortError', expected]);
  });
});

describe.skipIf(!here)('users and servers', () => {
  it('a user who may set nothing gets the same answers', async () => {
    const remote = await dataset({ headers: STRICT });
    expect((await remote.query({ measures: [{ kind: 'sum', field: 'n' }] })).total.values).toEqual(local.query({ measures: [{ kind: 'sum', field: 'n' }] }).total.values);
  });

  it('a wrong password is said without it', async () => {
    const error = await dataset({ headers: { ...VIEWER, 'X-ClickHouse-Key': 'geheim' } }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'forbidden' });
    expect(JSON.stringify(error)).not.toContain('geheim');
    expect(String(error)).not.toContain('viewer');
  });

  it('a table that is not there is named', async () => {
    await expect(dataset({ table: 'demo.nothing' })).rejects.toMatchObject({ code: 'not-found', message: expect.stringContaining('demo.nothing') as string });
    await expect(dataset({ lonField: 'laenge' })).rejects.toMatchObject({ code: 'unknown-field', message: expect.stringContaining('laenge') as string });
  });

  it('the readers cannot write', async () => {
    for (const headers of [VIEWER, STRICT]) {
      const response = await fetch(server.url, { method: 'POST', body: 'DROP TABLE demo.rows', headers });
      expect(response.ok).toBe(false);
    }
  });

  it('a server that goes away is a sentence, and one that comes back answers again', async () => {
    const other = await startClickHouse();
    await other.run('CREATE DATABASE demo');
    await other.run(TABLE);
    const remote = new RemoteDataset(new ClickHouseEngine({ src: other.url, table: 'demo.rows', headers: VIEWER }));
    const told: (string | undefined)[] = [];
    remote.troubles.onChange((now) => told.push(now?.code));
    await remote.load();
    await other.stop();
    remote.setFilter('size', { kind: 'in', field: 'size', values: ['小'] });
    const error = await remote.query({ measures: [{ kind: 'count' }] }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'network', text: { zh: expect.stringContaining(new URL(other.url).host) as string } });
    expect(told).toEqual(['network']);
  });
});
