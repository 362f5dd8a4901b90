import { describe, expect, it } from 'vitest';
import { Dataset, type DatasetLike, type RowsAnswer, type RowsQuery } from '@yizhangtu/data/model';
import { RowPages, soughtRows } from './row-pages.js';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A dataset whose pages come when they are told to. */
function late() {
  const held = Dataset.fromColumns({ columns: { n: Float64Array.from({ length: 1000 }, (_, i) => i) } });
  const asked: { query: RowsQuery; signal: AbortSignal | undefined; send(): void; fail(reason: unknown): void }[] = [];
  const rows = (query: RowsQuery = {}, signal?: AbortSignal): Promise<RowsAnswer> =>
    new Promise((resolve, fail) => {
      asked.push({ query, signal, send: () => resolve(held.rows(query)), fail });
    });
  const dataset = new Proxy(held, { get: (target, name) => (name === 'rows' ? rows : typeof target[name as 'query'] === 'function' ? target[name as 'query'].bind(target) : target[name as 'query']) });
  return { dataset: dataset as DatasetLike, asked };
}

describe('RowPages', () => {
  it('asks for the pages in sight, each once, and knows the rows of those that came', async () => {
    const { dataset, asked } = late();
    let told = 0;
    const pages = new RowPages(() => told++);
    const look = (first: number, end: number) => pages.rows(dataset, '', ['n'], first, end);
    expect(look(0, 20)).toBeUndefined();
    look(0, 20);
    expect(asked.map(({ query }) => query.offset)).toEqual([0]);
    asked[0]?.send();
    await turn();
    expect([told, look(0, 20)?.total, look(0, 20)?.at(7)]).toEqual([1, 1000, 7]);
    expect(look(150, 260)?.at(200)).toBeUndefined();
    expect(asked.map(({ query }) => query.offset)).toEqual([0, 100, 200]);
    asked[2]?.send();
    await turn();
    expect([look(150, 260)?.at(200), look(150, 260)?.indexOf(203), look(150, 260)?.indexOf(150)]).toEqual([200, 203, -1]);
  });

  it('keeps what is shown until another order has come, and drops what is overtaken', async () => {
    const { dataset, asked } = late();
    const pages = new RowPages(() => undefined);
    pages.rows(dataset, '', ['n'], 0, 10);
    asked[0]?.send();
    await turn();
    pages.rows(dataset, 'n', ['n'], 0, 10);
    expect(pages.rows(dataset, '-n', ['n'], 0, 10)?.at(0)).toBe(0);
    expect(pages.stale).toBe(true);
    expect(asked[1]?.signal?.aborted).toBe(true);
    asked[2]?.send();
    asked[1]?.send();
    await turn();
    expect(pages.rows(dataset, '-n', ['n'], 0, 10)?.at(0)).toBe(999);
    expect(pages.stale).toBe(false);
  });

  it('says why rows did not come, and keeps those that are there', async () => {
    const { dataset, asked } = late();
    const pages = new RowPages(() => undefined);
    pages.rows(dataset, '', ['n'], 0, 10);
    asked[0]?.send();
    await turn();
    pages.rows(dataset, 'n', ['n'], 0, 10);
    asked[1]?.fail(new Error('no'));
    await turn();
    expect([pages.error?.code, pages.rows(dataset, 'n', ['n'], 0, 10)?.total]).toEqual(['query-failed', 1000]);
  });
});

describe('soughtRows', () => {
  const rows = Uint32Array.from({ length: 1000 }, (_, i) => 7 * i);
  const sought = () => {
    const parts: (readonly [number, number])[] = [];
    return { parts, list: soughtRows(rows.length, (offset, limit) => (parts.push([offset, limit]), rows.subarray(offset, offset + limit))) };
  };

  it('looks for the rows in sight only, each part once', () => {
    const { parts, list } = sought();
    expect([list.total, list.whole, list.at(0), list.at(99), list.at(250), list.at(299), list.at(1000)]).toEqual([1000, true, 0, 693, 1750, 2093, undefined]);
    expect(parts).toEqual([[0, 100], [200, 100], [1000, 100]]);
    expect([...list.between(2, 4), ...list.between(0, -1)]).toEqual([14, 21, 28]);
  });

  it('looks for all of them once, where a row or all are asked for', () => {
    const { parts, list } = sought();
    expect([list.indexOf(14), list.indexOf(15), list.all, list.at(3), [...list.between(1, 2)]]).toEqual([2, -1, rows, 21, [7, 14]]);
    expect(parts).toEqual([[0, 1000]]);
  });
});
