import { describe, expect, test } from 'vitest';
import { Dataset } from '../model/dataset.js';
import type { DerivedColumn } from '../model/derived-columns.js';
import type { Filter } from '../model/query-types.js';
import { RemoteDataset } from '../remote/remote-dataset.js';
import type { Conditions, Engine, PageQuestion } from '../remote/types.js';
import { FetchedRows } from './fetched-rows.js';
import type { RowsNeed } from './needed-rows.js';

const LEVELS = ['red', 'blue'];

/** So many rows: levels in turn, areas by the hundred. */
function held(count: number): Dataset {
  const rows = Array.from({ length: count }, (_, row) => row);
  return Dataset.fromColumns({
    coordinates: Float64Array.from(rows.flatMap((row) => [120 + row / 1e6, 36])),
    columns: { level: rows.map((row) => LEVELS[row % 2] as string), area: rows.map((row) => Math.floor(row / 100)), name: rows.map((row) => `n${row}`) },
  });
}

/** An engine over rows that are held for it, what it was asked, and a way to break it. */
function engineOf(data: Dataset, works = false) {
  const pages: PageQuestion[] = [];
  const state = { data, wrong: undefined as Error | undefined, most: Infinity };
  const later = async <T>({ scope, conditions }: Conditions, answer: () => T): Promise<T> => {
    await Promise.resolve();
    if (state.wrong) throw state.wrong;
    [...scope, ...conditions].forEach((filter, at) => state.data.setFilter(`c${at}`, filter));
    const told = answer();
    state.data.clearFilters();
    return told;
  };
  const engine: Engine = {
    label: 'Held',
    describe: async () => ({ rowCount: state.data.rowCount, fields: state.data.columns.map(({ name, kind }) => ({ name, kind })), places: true }),
    ...(works && {
      derive: (columns) => columns.map((column) => {
        state.data.derive(column);
        const { name } = column.field;
        return { name, kind: state.data.column(name)?.kind ?? 'number' };
      }),
    }),
    groups: ({ conditions, scope, ...query }) => later({ conditions, scope }, () => state.data.query(query)),
    page: (question) => {
      pages.push(question);
      return later(question, () =>
        [...state.data.rows({ ...question, fields: [] }).rows].slice(0, state.most).map((row) => ({
          id: row + 1000,
          values: question.fields.map((field) => state.data.value(row, field) as string),
          place: [120 + row / 1e6, 36] as const,
        })),
      );
    },
  };
  return { engine, pages, state };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 40));

async function fetched(count: number, need: RowsNeed = {}, works = false) {
  const { engine, pages, state } = engineOf(held(count), works);
  const whole = new RemoteDataset(engine);
  const attributes = new Set<string>();
  const view = { localName: 'test-view', toggleAttribute: (name: string, on: boolean) => (on ? attributes.add(name) : attributes.delete(name)) };
  const rows = new FetchedRows(whole, view as unknown as Element, () => undefined);
  rows.want(need);
  await turn();
  return { rows, whole, pages, state, attributes };
}

const counted = (rows: Dataset, ignore: readonly string[] = []): number => rows.passing(ignore).reduce((sum, one) => sum + one, 0);
const area = (most: number): Filter => ({ kind: 'range', field: 'area', min: 0, max: most });
const red: Filter = { kind: 'in', field: 'level', values: ['red'] };

describe('rows of data elsewhere that a view needs', () => {
  test('of few are all here, and filters act in the page without a question', async () => {
    const { rows, whole, pages } = await fetched(400);
    expect([rows.rowCount, rows.loading, rows.value(7, 'name')]).toEqual([400, false, 'n7']);
    whole.setFilter('level', red);
    whole.setFilter('area', area(0));
    await turn();
    expect([counted(rows), counted(rows, ['level']), rows.filters.size, pages.length]).toEqual([50, 100, 2, 1]);
    expect(pages[0]?.conditions).toEqual([]);
  });

  test('of many are those that pass, and other filters fetch others', async () => {
    const { rows, whole, pages, attributes } = await fetched(30_000);
    expect(rows.error?.text.zh).toMatch(/30,000 行.*请先筛选/);
    expect(rows.error?.text.en).toContain('Filter first');
    expect(rows.rowCount).toBe(0);
    whole.setFilter('area', area(9));
    await turn();
    expect([rows.error, rows.rowCount, counted(rows)]).toEqual([undefined, 1000, 1000]);
    whole.setFilter('area', area(4));
    await Promise.resolve();
    expect([attributes.has('stale'), rows.filtering === undefined, rows.rowCount]).toEqual([true, false, 1000]);
    await turn();
    expect([attributes.has('stale'), rows.filtering, rows.rowCount, pages.length]).toEqual([false, undefined, 500, 2]);
  });

  test('a filter that the view counts beyond does not narrow what is fetched', async () => {
    const { rows, whole, pages } = await fetched(30_000, { beyond: ['level'] });
    whole.setFilter('area', area(9));
    whole.setFilter('level', red);
    await turn();
    expect([rows.rowCount, counted(rows), counted(rows, ['level'])]).toEqual([1000, 500, 1000]);
    whole.setFilter('level', undefined);
    await turn();
    expect([counted(rows), pages.length]).toEqual([1000, 1]);
  });

  test('an overtaken answer is dropped', async () => {
    const { rows, whole } = await fetched(30_000);
    whole.setFilter('area', area(9));
    await Promise.resolve();
    whole.setFilter('area', area(1));
    await turn();
    expect(rows.rowCount).toBe(200);
  });

  test('where no filter may narrow them, more than the limit are refused whatever is filtered', async () => {
    const { rows, whole } = await fetched(30_000, { beyond: 'all' });
    whole.setFilter('area', area(1));
    await turn();
    expect([rows.rowCount, rows.error?.code]).toEqual([0, 'needs-rows']);
    expect(rows.error?.text.zh).toContain('scope-field');
  });

  test('conditions of the view narrow what no filter does', async () => {
    const { rows, whole } = await fetched(30_000, { beyond: 'all', only: [{ kind: 'in', field: 'name', values: ['n29000'] }] });
    whole.setFilter('area', area(1));
    await turn();
    expect([rows.rowCount, rows.value(0, 'name')]).toEqual([1, 'n29000']);
  });

  test('are none where the server sends fewer than it counts, or has grown beyond the limit', async () => {
    const { rows, whole, state } = await fetched(400);
    state.most = 399;
    await whole.load();
    await turn();
    expect([rows.rowCount, rows.error?.code]).toEqual([0, 'needs-rows']);
    state.most = Infinity;
    state.data = held(20_001);
    await whole.load();
    await turn();
    expect([rows.rowCount, rows.error?.code]).toEqual([0, 'needs-rows']);
  });

  test('stay while the server is in trouble, unless they are of another filter', async () => {
    const { rows, whole, state } = await fetched(30_000);
    whole.setFilter('area', area(9));
    await turn();
    state.wrong = new Error('no answer');
    await whole.load();
    await turn();
    expect([rows.rowCount, rows.error]).toEqual([1000, undefined]);
    whole.setFilter('area', area(8));
    await turn();
    expect([rows.rowCount, rows.error?.code]).toEqual([0, 'query-failed']);
    state.wrong = undefined;
    whole.setFilter('area', area(7));
    await turn();
    expect([rows.rowCount, rows.error]).toEqual([800, undefined]);
  });

  test('share selection and hover with all other views of the data', async () => {
    const { rows, whole } = await fetched(400);
    rows.select([5]);
    rows.setHover(6);
    const [row = -1] = whole.selection;
    expect([whole.value(row, 'name'), whole.value(whole.hover, 'name')]).toEqual(['n5', 'n6']);
    await whole.rows({ fields: ['name'], limit: 10 });
    whole.select([]);
    await turn();
    expect(rows.selection.size).toBe(0);
  });

  test('a column that a view adds is one of the whole, where its engine can work it out, and so are filters by it', async () => {
    const { rows, whole, pages } = await fetched(400, {}, true);
    const odd = (): DerivedColumn => ({ field: { name: 'odd', label: { zh: '奇', en: 'Odd' } }, kind: () => 'number', *steps(table) { yield 0; return { kind: 'number', name: 'odd', values: Float64Array.from({ length: table.rowCount }, (_, row) => row % 2) }; } });
    rows.derive(odd());
    expect([rows.value(3, 'odd'), whole.column('odd')?.kind, whole.label('odd', 'zh-CN')]).toEqual([1, 'number', '奇']);
    await turn();
    expect([rows.column('odd')?.kind, pages.length]).toEqual(['number', 2]);
    rows.setFilter('odd', { kind: 'in', field: 'odd', values: [1] });
    await turn();
    expect([whole.filters.size, counted(rows), (await whole.query({ groupBy: 'odd', measures: [{ kind: 'count' }] })).groups.length]).toEqual([1, 200, 1]);
    // Of later hours, say: the same field anew.
    rows.derive(odd());
    await turn();
    expect(pages.length).toBe(3);
  });

  test('words stay with the rows here, and columns that no engine works out, and nothing is fetched again', async () => {
    const { rows, whole, pages } = await fetched(400);
    rows.schema = { id: 't', fields: [{ name: 'level', label: { zh: '级别', en: 'Level' } }] };
    expect([rows.label('level', 'zh-CN'), whole.schema]).toEqual(['级别', undefined]);
    rows.derive({ field: { name: 'twice' }, kind: () => 'number', *steps(table) { yield 0; return { kind: 'number', name: 'twice', values: Float64Array.from({ length: table.rowCount }, (_, row) => row % 2) }; } });
    rows.setFilter('twice', { kind: 'in', field: 'twice', values: [1] });
    expect([counted(rows), whole.filters.size, rows.filters.size]).toEqual([200, 0, 1]);
    rows.setFilter('twice', undefined);
    expect([counted(rows), rows.filters.size]).toEqual([400, 0]);
    await turn();
    expect(pages.length).toBe(1);
  });
});
