import { expect, test, vi } from 'vitest';
import { Dataset } from './dataset.js';
import type { Query } from './query-types.js';

/** More than are answered at once. */
const ROWS = 120_000;

const many = (): Dataset =>
  Dataset.fromColumns({
    columns: {
      name: Array.from({ length: ROWS }, (_, i) => `企业 ${(i * 7919) % 90_000}`),
      kind: Array.from({ length: ROWS }, (_, i) => (i % 97 === 0 ? null : `类 ${i % 7}`)),
      n: Float64Array.from({ length: ROWS }, (_, i) => (i % 100 === 0 ? Number.NaN : ((i * 31) % 45_000) / 7)),
    },
  });

const QUERIES: readonly Query[] = [
  { groupBy: 'name', measures: [{ kind: 'count' }], limit: 10 },
  { groupBy: 'name', measures: [{ kind: 'sum', field: 'n' }, { kind: 'count' }], order: 'ascending', limit: 60_000 },
  { groupBy: 'n', measures: [{ kind: 'count' }], order: 'key' },
  { groupBy: 'kind', splitBy: { field: 'n', bin: { kind: 'number', count: 4 } }, measures: [{ kind: 'median', field: 'n' }, { kind: 'distinct', field: 'name' }] },
  { groupBy: 'kind', measures: [{ kind: 'quantile', p: 0.9, field: 'n' }, { kind: 'stdev', field: 'n' }, { kind: 'min', field: 'n' }] },
  { measures: [{ kind: 'median', field: 'n' }] },
];

test.each(QUERIES.map((query) => [JSON.stringify(query), query] as const))('%s is answered in slices as at once', async (_, query) => {
  const [sliced, plain] = [many(), many()];
  for (const data of [sliced, plain]) data.setFilter('n', { kind: 'range', field: 'n', min: 10 });
  expect(await sliced.ask(query)).toEqual(plain.query(query));
});

test('an answer is about the rows that passed when it was asked for', async () => {
  const [data, plain] = [many(), many()];
  const [query] = QUERIES as [Query];
  data.query(query);
  const coming = data.ask(query);
  data.setFilter('kind', { kind: 'in', field: 'kind', values: ['类 1'] });
  data.query(query);
  expect(await coming).toEqual(plain.query(query));
});

test('rows are put into bins with pauses where that takes longer, and the answer is about the rows that passed before', async () => {
  const [data, plain] = [many(), many()];
  const query: Query = { groupBy: { field: 'n', bin: { kind: 'number', count: 9 } }, measures: [{ kind: 'count' }, { kind: 'sum', field: 'n' }] };
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 20));
  const coming = data.ask(query);
  clock.mockRestore();
  data.setFilter('kind', { kind: 'in', field: 'kind', values: ['类 1'] });
  data.passing();
  expect(coming).toBeInstanceOf(Promise);
  expect(await coming).toEqual(plain.query(query));
  // What was worked out once is there at once.
  expect(data.ask(query)).toEqual(data.query(query));
});

test('a two-way table is crossed with pauses the first time, and is there at once from then on', async () => {
  const [data, plain] = [many(), many()];
  const query: Query = { groupBy: 'kind', splitBy: { field: 'n', bin: { kind: 'number', count: 4 } }, measures: [{ kind: 'count' }] };
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 20));
  const coming = data.ask(query);
  clock.mockRestore();
  expect(coming).toBeInstanceOf(Promise);
  expect(await coming).toEqual(plain.query(query));
  data.setFilter('n', { kind: 'range', field: 'n', min: 1000 });
  plain.setFilter('n', { kind: 'range', field: 'n', min: 1000 });
  const again = data.ask(query);
  expect(again).not.toBeInstanceOf(Promise);
  expect(again).toEqual(plain.query(query));
});

test('the groups of very many words are counted as naively', async () => {
  const data = many();
  const { groups, rest } = await data.ask(QUERIES[0] as Query);
  const counts = new Map<unknown, number>();
  for (let row = 0; row < ROWS; row++) counts.set(data.value(row, 'name'), (counts.get(data.value(row, 'name')) ?? 0) + 1);
  const first = [...counts].sort(([a, x], [b, y]) => y - x || (String(a) < String(b) ? -1 : 1)).slice(0, 10);
  expect(groups.map(({ key, count }) => [key, count])).toEqual(first);
  expect(rest?.count).toBe(ROWS - first.reduce((sum, [, count]) => sum + count, 0));
});

test('a question that nobody waits for any more ends', async () => {
  const stop = new AbortController();
  const coming = many().ask(QUERIES[1] as Query, stop.signal);
  stop.abort();
  await expect(coming).rejects.toMatchObject({ name: 'AbortError' });
});

test('few rows are answered at once, and a field that is not there is named', () => {
  expect(Dataset.fromColumns({ columns: { n: [3, 1] } }).ask({ measures: [{ kind: 'median', field: 'n' }] })).toMatchObject({ total: { values: [2] } });
  expect(() => many().ask({ groupBy: 'missing', measures: [{ kind: 'count' }] })).toThrow('missing');
});

test('a median whose order is known is there at once, so that a card keeps step with the views beside it', async () => {
  const data = many();
  await data.prepare({ orderBy: 'n' });
  data.setFilter('n', { kind: 'range', field: 'n', min: 10 });
  const query: Query = { measures: [{ kind: 'median', field: 'n' }, { kind: 'quantile', p: 0.9, field: 'n' }] };
  // A clock by which every step takes longer than a slice: only what is no question in slices is there at once, on any machine.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
  const answer = data.ask(query);
  const grouped = data.ask({ ...query, groupBy: 'kind' });
  clock.mockRestore();
  expect(answer).not.toHaveProperty('then');
  expect(grouped).toHaveProperty('then');
  const values = Array.from({ length: ROWS }, (_, row) => data.value(row, 'n') as number).filter((n) => n >= 10);
  values.sort((a, b) => a - b);
  const at = (p: number): number => {
    const place = (values.length - 1) * p;
    const [low, high] = [values[Math.floor(place)] as number, values[Math.ceil(place)] as number];
    return low + (high - low) * (place % 1);
  };
  const { total } = await answer;
  expect(total.values[0]).toBeCloseTo(at(0.5), 9);
  expect(total.values[1]).toBeCloseTo(at(0.9), 9);
});

test('different values of many groups are counted as naively, missing ones apart', () => {
  const rows = 30_000;
  const group = Array.from({ length: rows }, (_, i) => `组 ${(i * 7919) % 311}`);
  const word = Array.from({ length: rows }, (_, i) => (i % 41 === 0 ? null : `词 ${(i * 13) % 6007}`));
  const data = Dataset.fromColumns({ columns: { group, word } });
  data.setFilter('group', { kind: 'in', field: 'group', values: group.slice(0, 250) });
  const sets = new Map<string, Set<string>>();
  group.forEach((name, i) => {
    if (!group.slice(0, 250).includes(name)) return;
    const set = sets.get(name) ?? new Set();
    sets.set(name, set);
    const one = word[i];
    if (one) set.add(one);
  });
  const { groups, total } = data.query({ groupBy: 'group', measures: [{ kind: 'distinct', field: 'word' }] });
  expect(new Map(groups.map(({ key, values }) => [key, values[0]]))).toEqual(new Map([...sets].map(([name, set]) => [name, set.size])));
  expect(total.values[0]).toBe(new Set([...sets.values()].flatMap((set) => [...set])).size);
});
