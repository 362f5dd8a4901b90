import { beforeEach, describe, expect, test, vi } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { tableFromColumns } from '../model/from-columns.js';
import type { RawTable } from '../readers/types.js';
import type { IngestControl, IngestRequest } from '../worker/types.js';
import { DatasetLoader } from './loader.js';

const ingest = vi.hoisted(() => vi.fn<(request: IngestRequest, control: IngestControl) => Promise<RawTable>>());
vi.mock('../worker/client.js', () => ({ ingest }));

const rows = (count: number): RawTable => tableFromColumns({ columns: { n: Float64Array.from({ length: count }, (_, i) => i) } });
const settled = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

/** A loading that is under way, with its ends in the hand of the test. */
function start(loader: DatasetLoader): { control: IngestControl; resolve: (table: RawTable) => void; reject: (reason: unknown) => void; outcome: Promise<unknown> } {
  let ends: { control: IngestControl; resolve: (table: RawTable) => void; reject: (reason: unknown) => void } | undefined;
  ingest.mockImplementation((_request, control) => new Promise((resolve, reject) => (ends = { control, resolve, reject })));
  const outcome = loader.load({ src: '/x.geojson' });
  if (!ends) throw new Error('not asked');
  return { ...ends, outcome };
}

describe('columns that are left out', () => {
  beforeEach(() => vi.stubGlobal('document', { baseURI: 'http://localhost/' }));

  test('are in no dataset, neither with the first rows nor with all', async () => {
    const loader = new DatasetLoader();
    const table = tableFromColumns({ columns: { n: [1, 2], risk: ['A', 'D'] } });
    let first: readonly string[] = [];
    ingest.mockImplementation((_request, control) => {
      control.onRows?.(table);
      first = loader.dataset.columns.map(({ name }) => name);
      return Promise.resolve(table);
    });
    expect(await loader.load({ src: '/x.csv', without: ['risk', 'other'] })).toBe('loaded');
    expect([first, loader.dataset.columns.map(({ name }) => name), loader.dataset.rowCount]).toEqual([['n'], ['n'], 2]);
    expect(await loader.load({ data: table, without: ['risk'] })).toBe('loaded');
    expect(loader.dataset.column('risk')).toBeUndefined();
  });
});

describe('first rows of a large source', () => {
  beforeEach(() => vi.stubGlobal('document', { baseURI: 'http://localhost/' }));

  test('are there while the rest loads; selection, hover and filters outlive the rest', async () => {
    const loader = new DatasetLoader();
    const { dataset } = loader;
    const { control, resolve, outcome } = start(loader);
    control.onRows?.(rows(10));
    expect([dataset.rowCount, loader.loading]).toEqual([10, true]);
    dataset.select([3]);
    dataset.setHover(4);
    dataset.setFilter('n', { kind: 'range', field: 'n', min: 5 });
    control.onRows?.(rows(20));
    resolve(rows(50));
    expect(await outcome).toBe('loaded');
    expect([dataset.rowCount, loader.loading, [...dataset.selection], dataset.hover]).toEqual([50, false, [3], 4]);
    expect(dataset.rows().total).toBe(45);
  });

  test('go when the rest does not come: failed, cancelled or overtaken', async () => {
    for (const end of ['fail', 'cancel', 'load'] as const) {
      const loader = new DatasetLoader();
      const first = start(loader);
      first.control.onRows?.(rows(10));
      if (end === 'fail') first.reject(new YztError('network', { zh: '断', en: 'cut' }));
      else if (end === 'cancel') loader.cancel();
      else start(loader);
      await settled();
      expect([end, loader.dataset.rowCount]).toEqual([end, 0]);
      // What comes late is not taken.
      if (end !== 'fail') first.control.onRows?.(rows(10));
      expect(loader.dataset.rowCount).toBe(0);
    }
  });

  test('do not take the place of rows that are whole', async () => {
    const loader = new DatasetLoader();
    const first = start(loader);
    first.resolve(rows(30));
    await first.outcome;
    loader.dataset.select([7]);
    const again = start(loader);
    again.control.onRows?.(rows(10));
    expect(loader.dataset.rowCount).toBe(30);
    again.resolve(rows(31));
    await again.outcome;
    expect([loader.dataset.rowCount, loader.dataset.selection.size]).toEqual([31, 0]);
  });
});
