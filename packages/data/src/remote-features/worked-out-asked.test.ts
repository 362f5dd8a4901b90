/** What a service is asked for when fields are worked out from its rows, and when that is too much. */
import { describe, expect, it } from 'vitest';
import { expressionColumn } from '../expression/expression-column.js';
import { valueColumn } from '../join/value-column.js';
import type { RemoteDataset } from '../remote/remote-dataset.js';
import { setsOf, type Row } from './worked-out.fixture.js';

const WORDS = ['甲', '乙', '丙'];
const rowsOf = (count: number): Row[] => Array.from({ length: count }, (_, id) => ({ id, n: id % 7 === 0 ? null : id % 50, t: WORDS[id % 3] as string, owner: '张三', lon: 120 + (id % 100) / 100, lat: 36 }));
const COUNT = { measures: [{ kind: 'count' as const }] };

async function valuesOf(data: RemoteDataset, field: string, limit = 4): Promise<unknown[]> {
  const { rows } = await data.rows({ fields: [field], limit });
  return [...rows].map((row) => data.value(row, field));
}

describe('a page with worked-out fields of a table larger than may come', () => {
  it('is fetched as a page, with what the fields take and nothing else', async () => {
    const { remote, asked } = await setsOf(rowsOf(500), { rowLimit: 10 });
    remote.derive(expressionColumn({ name: 'x' }, 'n + 1'));
    remote.derive(expressionColumn({ name: 'y' }, "t & '!'"));
    remote.derive(expressionColumn({ name: 'z' }, 'x * 2'));
    remote.derive(expressionColumn({ name: 'id' }, 'n + 100'));
    remote.setFilter('t', { kind: 'in', field: 't', values: ['乙'] });
    asked.length = 0;
    expect(await valuesOf(remote, 'z')).toEqual([4, 10, null, 22]);
    expect(await valuesOf(remote, 'id', 2)).toEqual([101, 104]);
    expect(asked.filter((one) => one !== 'count').map(({ properties, limit }) => [properties, limit])).toEqual([[['id', 'n'], 4], [['id', 'n'], 2]]);
  });

  it('has all that is there for a field that does not say what it looks at', async () => {
    const { remote, asked } = await setsOf(rowsOf(500), { rowLimit: 10 });
    const { uses: _, ...silent } = expressionColumn({ name: 'x' }, "t & owner");
    remote.derive(silent);
    expect(await valuesOf(remote, 'x', 2)).toEqual(['甲张*', '乙张*']);
    expect(asked.filter((one) => one !== 'count').pop()).toMatchObject({ properties: ['id', 'n', 't', 'owner'] });
  });
});

describe('a field that is worked out in another way', () => {
  it.each([1000, 10])('has its new values on the rows that came: none comes again (row-limit %d)', async (rowLimit) => {
    const { remote, asked } = await setsOf(rowsOf(500), { rowLimit });
    remote.setFilter('t', { kind: 'range', field: 'n', min: 47, max: 47 });
    const sums: unknown[] = [];
    for (const figure of [1, 2, 3]) {
      remote.derive(valueColumn({ name: 'x' }, 't', new Map([['甲', figure], ['乙', 10 * figure]])));
      remote.derive(expressionColumn({ name: 'y' }, 'x * 2'));
      sums.push((await remote.query({ measures: [{ kind: 'sum', field: 'y' }] })).total.values[0], await valuesOf(remote, 'y', 2), (await remote.query(COUNT)).total.count);
      if (figure === 1) asked.length = 0;
    }
    expect([sums[3], sums[6]]).toEqual([2 * (sums[0] as number), 3 * (sums[0] as number)]);
    expect([sums[4], sums[7]]).toEqual([2, 3].map((times) => (sums[1] as (number | null)[]).map((value) => value && value * times)));
    expect(asked).toEqual([]);
  });

  it('leaves no value behind that it had before, nor one of a field after it', async () => {
    const { remote } = await setsOf(rowsOf(20), { rowLimit: 100 });
    for (const expression of ['n * 2', 'n * 3']) {
      remote.derive(expressionColumn({ name: 'x' }, expression));
      remote.derive(expressionColumn({ name: 'y' }, 'x + 1'));
    }
    const { rows } = await remote.rows({ fields: ['n', 'x', 'y'], offset: 4, limit: 1 });
    const cells = (): unknown[] => ['n', 'x', 'y'].map((name) => remote.value(rows[0] as number, name));
    expect(cells()).toEqual([4, 12, 13]);
    remote.derive(expressionColumn({ name: 'x' }, 'n * 4'));
    expect(cells()).toEqual([4, null, null]);
    await remote.rows({ fields: ['x', 'y'], offset: 4, limit: 1 });
    remote.underive('x');
    expect(cells()).toEqual([4, null, null]);
  });

  it('is waited for where rows are very many, and so is a filter that takes a while', async () => {
    const rows = rowsOf(120_000).map((row) => ({ ...row, t: `${row.t} ${row.id}` }));
    const { remote, local } = await setsOf(rows, { rowLimit: 200_000, offers: { like: false } });
    for (const times of [2, 3]) {
      for (const data of [remote, local]) {
        data.derive(expressionColumn({ name: 'x' }, `id * ${times}`));
        data.setFilter('x', { kind: 'range', field: 'x', min: 1000, max: 200_000 });
        data.setFilter('t', { kind: 'text', contains: '7' });
      }
      while (local.deriving ?? local.filtering) await (local.deriving ?? local.filtering);
      const query = { groupBy: 'owner', measures: [{ kind: 'sum' as const, field: 'x' }] };
      expect(await remote.query(query)).toEqual(local.query(query));
      expect((await remote.rows({ limit: 3 })).total).toBe(local.rows().total);
    }
  });
});

describe('what a service cannot be told of worked-out fields', () => {
  it('is refused by name where too many rows would have to come, and nothing is fetched', async () => {
    const { remote, asked } = await setsOf(rowsOf(500), { rowLimit: 100 });
    remote.derive(expressionColumn({ name: 'x' }, 'n + 1'));
    remote.derive(expressionColumn({ name: 'w' }, "t & '!'"));
    const refused = (answer: Promise<unknown>): Promise<unknown> => answer.then(() => undefined, (reason: unknown) => reason);
    expect(await refused(remote.rows({ orderBy: 'x' }))).toMatchObject({ code: 'not-answerable', message: expect.stringMatching(/「x」是页面里算的字段.*500 行.*请先按服务自己的字段筛选/) as string });
    expect(await refused(remote.query({ ...COUNT, groupBy: 'x' }))).toMatchObject({ code: 'not-answerable', message: expect.stringContaining('不能汇总') as string });
    remote.setFilter('x', { kind: 'not', filter: { kind: 'any', filters: [{ kind: 'range', field: 'x', min: 5 }] } });
    expect(await refused(remote.query(COUNT))).toMatchObject({ message: expect.stringContaining('「x」') as string });
    remote.setFilter('x', { kind: 'text', contains: '!' });
    expect(await refused(remote.query(COUNT))).toMatchObject({ message: expect.stringContaining('「w」') as string });
    expect(asked.filter((one) => one !== 'count')).toEqual([]);
    // Fields of the service leave few enough.
    remote.setFilter('x', { kind: 'range', field: 'x', min: 5 });
    remote.setFilter('n', { kind: 'range', field: 'n', max: 6 });
    expect((await remote.query({ ...COUNT, groupBy: 'x' })).groups.map(({ key }) => key)).toEqual([5, 6, 7]);
  });

  it('is looked at in the page: a field in the place of one of the service, and not the scope, which is about that one', async () => {
    const { remote, local } = await setsOf(rowsOf(500), { rowLimit: 300, scope: { kind: 'range', field: 'n', min: 20 } });
    local.setFilter('scope', { kind: 'range', field: 'n', min: 20 });
    const within = local.rows().total;
    remote.derive(expressionColumn({ name: 'n' }, '-n'));
    expect([remote.rowCount, (await remote.query(COUNT)).total.count]).toEqual([within, within]);
    remote.setFilter('n', { kind: 'range', field: 'n', max: -40 });
    local.setFilter('n', { kind: 'range', field: 'n', min: 40 });
    expect((await remote.query(COUNT)).total.count).toBe(local.rows().total);
    expect(await valuesOf(remote, 'n', 2)).toEqual([-40, -41]);
  });
});
