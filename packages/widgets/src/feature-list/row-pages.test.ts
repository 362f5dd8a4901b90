import { describe, expect, it } from 'vitest';
import { Dataset, type DatasetLike, type RowsAnswer, type RowsQuery } from '@yizhangtu/data/model';
import { RowPages } from './row-pages.js';

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
