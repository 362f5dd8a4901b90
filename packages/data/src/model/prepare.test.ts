import { expect, test } from 'vitest';
import { Dataset } from './dataset.js';

const ROWS = 50_000;

/** Words and numbers that are nearly all different; every 100th number is missing. */
const many = (): Dataset =>
  Dataset.fromColumns({
    columns: {
      name: Array.from({ length: ROWS }, (_, i) => `Firm ${(i * 7919) % ROWS}`),
      n: Float64Array.from({ length: ROWS }, (_, i) => (i % 100 === 0 ? Number.NaN : ((i * 31) % 45_000) / 7)),
    },
  });

test('an order is worked out ahead in slices, and is the one that is found at once', async () => {
  const [ahead, plain] = [many(), many()];
  const before = ahead.prepare({ orderBy: 'name' });
  expect(ahead.prepare({ orderBy: 'name' })).toBe(before);
  await before;
  expect(ahead.prepare({ orderBy: 'name' })).toBeUndefined();
  expect(ahead.rows({ orderBy: 'name', limit: 200 })).toEqual(plain.rows({ orderBy: 'name', limit: 200 }));
});

test('the different values of a question are found ahead, and are counted as naively', async () => {
  const data = many();
  const query = { measures: [{ kind: 'distinct', field: 'n' }, { kind: 'distinct', field: 'name' }] } as const;
  await data.prepare({ query });
  expect(data.prepare({ query })).toBeUndefined();
  const numbers = new Set(Array.from({ length: ROWS }, (_, row) => data.value(row, 'n')).filter((value) => value !== null));
  expect(data.query(query).total.values).toEqual([numbers.size, ROWS]);
});

test('what a search looks through is made ahead, and finds the same', async () => {
  const [ahead, plain] = [many(), many()];
  await ahead.prepare({ search: true });
  expect([ahead.prepare({ search: true }), ahead.prepare({ search: ['name', 'n', 'missing'] })]).toEqual([undefined, undefined]);
  for (const data of [ahead, plain]) data.setFilter('text', { kind: 'text', contains: 'FIRM 49' });
  expect(ahead.passing()).toEqual(plain.passing());
  expect(ahead.rows({ limit: 0 }).total).toBe(1 + 10 + 100 + 1000);
});

test('nothing is to be waited for where there are few rows, and of fields that are not there', () => {
  const few = Dataset.fromColumns({ columns: { n: [3, 1] } });
  expect([few.prepare({ orderBy: 'n', search: true }), many().prepare({ orderBy: 'missing' }), many().prepare({})]).toEqual([undefined, undefined, undefined]);
});
