import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dataset } from '../model/dataset.js';
import { anyFilter, datasetOf, rows } from '../model/plain.fixture.js';
import type { Filter } from '../model/query-types.js';
import { datasetState, FilterHistory, restoreState } from './index.js';

const people = (ids?: readonly (string | number | null)[]): Dataset => Dataset.fromColumns({ columns: { n: [1, 2, 3, 4] }, ...(ids && { ids }) });
const over = (json: unknown): unknown => JSON.parse(JSON.stringify(json));
const range = (min: number): Filter => ({ kind: 'range', field: 'n', min });
const soon = (): Promise<void> => Promise.resolve();

describe('state', () => {
  test('comes back through JSON: the same rows pass', () => {
    fc.assert(
      fc.property(rows, fc.dictionary(fc.string(), anyFilter, { maxKeys: 3 }), (data, filters) => {
        const [from, to] = [datasetOf(data), datasetOf(data)];
        for (const [key, filter] of Object.entries(filters)) from.setFilter(key, filter);
        to.setFilter('other', range(1));
        restoreState(to, over(datasetState(from)));
        expect([...to.passing()]).toEqual([...from.passing()]);
        // As JSON writes it: −0 comes back as 0, which is the same limit.
        expect(over(datasetState(to))).toEqual(over(datasetState(from)));
      }),
      { numRuns: 200 },
    );
  });

  test('limits without end survive', () => {
    const dataset = people();
    dataset.setFilter('n', { kind: 'not', filter: { kind: 'range', field: 'n', min: 3, max: Infinity } });
    const other = people();
    restoreState(other, over(datasetState(dataset)));
    expect([...other.passing()]).toEqual([1, 1, 0, 0]);
  });

  test('the selection goes by ids, also when the rows have another order', () => {
    const dataset = people(['a', 'b', 7, 'd']);
    dataset.select([1, 2]);
    const other = people([7, 'x', 'b', 'y']);
    restoreState(other, over(datasetState(dataset)));
    expect([...other.selection]).toEqual([0, 2]);
  });

  test('without ids it goes by number, in data of as many rows only', () => {
    const dataset = people();
    dataset.select([1, 3]);
    const state = over(datasetState(dataset));
    const [same, other] = [people(), Dataset.fromColumns({ columns: { n: [1, 2, 3, 4, 5] } })];
    for (const one of [same, other]) restoreState(one, state);
    expect([[...same.selection], [...other.selection]]).toEqual([[1, 3], []]);
  });

  test('a selection waits for data that is not there yet', async () => {
    const dataset = new Dataset();
    restoreState(dataset, { version: 1, filters: {}, selection: { rows: [2], of: 3 } });
    dataset.setTable({ rowCount: 3, columns: [], geometry: { kind: 'none' }, report: { total: 3, kept: 3, notes: [] } });
    await soon();
    expect([...dataset.selection]).toEqual([2]);
  });

  test.each([
    null,
    'x',
    {},
    { version: 2, filters: {} },
    { version: 1, filters: [] },
    { version: 1, filters: {}, more: 1 },
    { version: 1, filters: { a: range(1), b: { kind: 'range' } } },
    { version: 1, filters: { a: { kind: 'constructor' } } },
    { version: 1, filters: { a: { kind: 'in', field: 'n', values: [{}] } } },
    { version: 1, filters: { a: { kind: 'not', filter: { kind: 'any', filters: [{ kind: 'text' }] } } } },
    { version: 1, filters: { a: { kind: 'group', by: { field: 'n', bin: { kind: 'time', unit: 'aeon' } }, keys: [] } } },
    { version: 1, filters: { a: { kind: 'shape', rings: [[[1, 2, 3]]] } } },
    { version: 1, filters: {}, selection: { rows: [-1], of: 4 } },
    { version: 1, filters: {}, selection: { rows: [1] } },
  ])('%j is refused, and nothing is lost', (state) => {
    const dataset = people();
    dataset.setFilter('n', range(2));
    dataset.select([1]);
    const before = JSON.stringify(datasetState(dataset));
    expect(() => restoreState(dataset, state)).toThrow(expect.objectContaining({ code: 'bad-state' }));
    expect(JSON.stringify(datasetState(dataset))).toBe(before);
  });
});

describe('history', () => {
  /** A dataset with a history whose clock is set by hand. */
  function followed(): { dataset: Dataset; history: FilterHistory; wait: (ms: number) => void } {
    let time = 0;
    const dataset = people();
    return { dataset, history: new FilterHistory(dataset, { now: () => time }), wait: (ms) => (time += ms) };
  }
  const minimum = (dataset: Dataset): unknown => (dataset.filters.get('n') as { min?: number } | undefined)?.min;

  test('goes back and forth; a new step ends what was undone', async () => {
    const { dataset, history, wait } = followed();
    for (const min of [1, 2, 3]) {
      dataset.setFilter('n', range(min));
      await soon();
      wait(1000);
    }
    expect([history.undo(), minimum(dataset), history.undo(), minimum(dataset)]).toEqual([true, 2, true, 1]);
    expect([history.canRedo, history.redo(), minimum(dataset)]).toEqual([true, true, 2]);
    dataset.setFilter('m', range(9));
    expect([history.canRedo, history.redo()]).toEqual([false, false]);
    while (history.undo());
    expect([dataset.filters.size, history.canUndo]).toEqual([0, false]);
  });

  test('changes of one filter in quick succession are one step, of two filters two', async () => {
    const { dataset, history, wait } = followed();
    for (const min of [1, 2, 3]) {
      dataset.setFilter('n', range(min));
      await soon();
      wait(100);
    }
    dataset.setFilter('m', range(1));
    await soon();
    history.undo();
    expect([minimum(dataset), dataset.filters.has('m')]).toEqual([3, false]);
    history.undo();
    expect([dataset.filters.size, history.canUndo]).toEqual([0, false]);
  });

  test('what is held is one step however long it takes, and none if it ends where it began', async () => {
    const { dataset, history, wait } = followed();
    dataset.setFilter('n', range(1));
    await soon();
    wait(1000);
    const release = history.hold();
    for (const min of [2, 3, 4]) {
      dataset.setFilter('n', range(min));
      dataset.setFilter('m', range(min));
      await soon();
      wait(5000);
    }
    release();
    history.undo();
    expect([minimum(dataset), dataset.filters.has('m')]).toEqual([1, false]);
    history.redo();
    expect(minimum(dataset)).toBe(4);
    const again = history.hold();
    dataset.setFilter('n', range(7));
    await soon();
    dataset.setFilter('n', range(4));
    again();
    again();
    history.undo();
    expect(minimum(dataset)).toBe(1);
  });

  test('undo in the middle of a drag ends the step', () => {
    const { dataset, history } = followed();
    history.hold();
    dataset.setFilter('n', range(5));
    expect([history.canUndo, history.undo(), dataset.filters.size]).toEqual([true, true, 0]);
  });

  test('tells when there are other steps, and nothing once it has ended', async () => {
    const { dataset, history } = followed();
    let told = 0;
    history.onChange(() => told++);
    dataset.setFilter('n', range(1));
    await soon();
    expect([told, history.canUndo]).toEqual([1, true]);
    history.clear();
    expect([told, history.canUndo, dataset.filters.size]).toEqual([2, false, 1]);
    history.end();
    dataset.setFilter('n', range(2));
    await soon();
    expect(told).toBe(2);
  });

  test('any sequence can be undone to the beginning and redone to the end', async () => {
    const { dataset, history, wait } = followed();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.option(fc.integer({ min: 0, max: 3 })), fc.constantFrom(10, 1000)), { maxLength: 12 }), async (moves) => {
        dataset.clearFilters();
        history.clear();
        for (const [key, min, ms] of moves) {
          dataset.setFilter(key, min === null ? undefined : range(min));
          await soon();
          wait(ms);
        }
        const end = JSON.stringify(datasetState(dataset).filters);
        while (history.undo());
        expect(dataset.filters.size).toBe(0);
        while (history.redo());
        expect(sorted(JSON.parse(JSON.stringify(datasetState(dataset).filters)))).toEqual(sorted(JSON.parse(end)));
      }),
      { numRuns: 50 },
    );
  });

  function sorted(filters: object): unknown[] {
    return Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1));
  }
});
