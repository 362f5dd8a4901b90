import { afterEach, describe, expect, it, vi } from 'vitest';
import { tableFromColumns } from '../model/from-columns.js';
import type { Bounds } from '../model/geometry.js';
import { RowsLoader, needsFetch, windowOf, type RowSource, type RowsWanted } from './index.js';

const VIEW: Bounds = [120, 36, 121, 37];

describe('windowOf', () => {
  it('is a view with a margin, within the world', () => {
    expect(windowOf(VIEW)).toEqual([119.75, 35.75, 121.25, 37.25]);
    expect(windowOf([-180, -89, 179, 89])).toEqual([-180, -90, 180, 90]);
    expect(windowOf([170, 10, -170, 20])).toEqual([-180, 7.5, 180, 22.5]);
  });
});

describe('needsFetch', () => {
  const fetched = { window: windowOf(VIEW), more: false };
  it.each<[string, Bounds, boolean]>([
    ['the same view', VIEW, false],
    ['a small move', [120.2, 36.1, 121.2, 37.1], false],
    ['a move beyond the margin', [120.3, 36, 121.3, 37], true],
    ['a nearer view', [120.4, 36.4, 120.6, 36.6], false],
    ['a view across 180°', [170, 36, -170, 37], true],
  ])('%s', (_, view, needed) => {
    expect(needsFetch(view, fetched)).toBe(needed);
  });

  it('of a window that had more rows than were fetched asks for each smaller one', () => {
    expect(needsFetch([120.4, 36.4, 120.6, 36.6], { ...fetched, more: true })).toBe(true);
    expect(needsFetch(VIEW, { ...fetched, more: true })).toBe(false);
    expect(needsFetch(VIEW, undefined)).toBe(true);
  });
});

/** A source that answers when the test says so. */
function slowSource() {
  const asked: (RowsWanted & { answer: (ids: number[], more?: boolean) => void; fail: (reason: Error) => void })[] = [];
  const source: RowSource = {
    rows: (wanted) =>
      new Promise((resolve, reject) => {
        wanted.signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        asked.push({
          ...wanted,
          answer: (ids, more = false) => resolve({ table: { ...tableFromColumns({ columns: { n: ids }, coordinates: Float64Array.from(ids.flatMap(() => [120.5, 36.5])) }), ids }, more }),
          fail: reject,
        });
      }),
  };
  return { source, asked };
}

const told = { states: 0, loaded: 0, failed: [] as unknown[] };
function newLoader(): RowsLoader {
  Object.assign(told, { states: 0, loaded: 0, failed: [] });
  return new RowsLoader({ state: () => told.states++, loaded: () => told.loaded++, failed: (reason) => told.failed.push(reason) });
}

afterEach(() => vi.useRealTimers());
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));

describe('RowsLoader', () => {
  it('asks once for a whole table', async () => {
    const { source, asked } = slowSource();
    const loader = newLoader();
    loader.open(Promise.resolve(source), { limit: 10, windowed: false });
    loader.see(VIEW);
    await settle();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ window: undefined, limit: 10 });
    expect(loader.loading).toBe(true);
    asked[0]?.answer([1, 2]);
    await settle();
    expect([loader.loading, loader.dataset.rowCount, told.loaded]).toEqual([false, 2, 1]);
  });

  it('asks for what a view shows, drops what was overtaken, and keeps the selection by id', async () => {
    const { source, asked } = slowSource();
    const loader = newLoader();
    loader.open(Promise.resolve(source), { limit: 10, windowed: true });
    await settle();
    expect(asked).toHaveLength(0);
    loader.see(VIEW);
    await settle();
    expect(asked[0]?.window).toEqual(windowOf(VIEW));
    asked[0]?.answer([1, 2, 3]);
    await settle();
    loader.dataset.select([2]);
    const further: Bounds = [125, 36, 126, 37];
    const back: Bounds = [120.6, 36, 121.6, 37];
    loader.see(further);
    await settle();
    loader.see(back);
    await settle();
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([false, true, false]);
    asked[1]?.answer([9, 9, 9, 9]);
    asked[2]?.answer([2, 3, 4]);
    await settle();
    expect(loader.dataset.ids).toEqual([2, 3, 4]);
    expect([...loader.dataset.selection]).toEqual([1]);
    expect(told.failed).toEqual([]);
  });

  it('asks for nothing while nothing is shown or the rows are there, and tells a failure once', async () => {
    const { source, asked } = slowSource();
    const loader = newLoader();
    loader.open(Promise.resolve(source), { limit: 10, windowed: true });
    loader.see(VIEW);
    loader.see(undefined);
    await settle();
    expect(asked).toHaveLength(0);
    loader.see(VIEW);
    await settle();
    asked[0]?.fail(new Error('out'));
    await settle();
    expect(told.failed).toHaveLength(1);
    expect(loader.loading).toBe(false);
    loader.open(undefined, { limit: 10, windowed: true });
    loader.see([0, 0, 1, 1]);
    await settle();
    expect(asked).toHaveLength(1);
  });

  it('does not ask again for a view that failed until the view or the source is another, or the layer comes back', async () => {
    const { source, asked } = slowSource();
    const loader = newLoader();
    const open = (): void => loader.open(Promise.resolve(source), { limit: 10, windowed: true });
    const failed = async (): Promise<number> => {
      await settle();
      asked[asked.length - 1]?.fail(new Error('out'));
      await settle();
      // Whoever shows the failure is drawn again, and looks where the map is.
      loader.see([...VIEW]);
      await settle();
      return asked.length;
    };
    open();
    loader.see(VIEW);
    expect(await failed()).toBe(1);
    loader.see([120.01, 36, 121.01, 37]);
    expect(await failed()).toBe(3);
    open();
    expect(await failed()).toBe(4);
    loader.see(undefined);
    loader.see(VIEW);
    expect(await failed()).toBe(5);
  });
});
