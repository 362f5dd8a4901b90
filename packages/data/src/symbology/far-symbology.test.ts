import { describe, expect, test } from 'vitest';
import type { DatasetLike } from '../model/dataset-like.js';
import { Dataset } from '../model/dataset.js';
import { askedLargest, askedSymbology, farSymbology } from './far-door.js';
import { following } from './far-numbers.js';
import { symbologyOf } from './symbology.js';
import type { Symbology } from './types.js';

const COUNT = 30_000;
const held = Dataset.fromColumns({
  columns: {
    kind: Array.from({ length: COUNT }, (_, i) => (i % 7 === 0 ? null : `k${(i * i) % 12}`)),
    fine: Float64Array.from({ length: COUNT }, (_, i) => (i % 50 === 0 ? Number.NaN : Math.exp((i * 7919) % COUNT / 3000) - 2)),
    few: Float64Array.from({ length: COUNT }, (_, i) => (i * 31) % 97),
    halves: Float64Array.from({ length: COUNT }, (_, i) => ((i * 31) % 97) / 2),
    word: Array.from({ length: COUNT }, (_, i) => (i % 3 === 0 ? 'none' : String((i * 17) % 40))),
  },
});

/** The same rows, answered later. */
function later(): { data: DatasetLike; asked: () => number } {
  let questions = 0;
  const data = new Proxy(held, {
    has: (target, name) => name !== 'passing' && name in target,
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== 'query') return typeof value === 'function' ? value.bind(target) : value;
      return async (query: Parameters<Dataset['query']>[0]) => {
        questions++;
        await Promise.resolve();
        return target.query(query);
      };
    },
  });
  return { data, asked: () => questions };
}

const seen = (model: Symbology): unknown => JSON.parse(JSON.stringify({ ...model, classOf: [] }));

describe('symbology of rows that are elsewhere', () => {
  test.each([
    'class:kind', 'class:word', 'breaks:few:4:jenks', 'breaks:word:3:jenks', 'breaks:halves:5:equal', 'breaks:few:4:geometric', 'bivariate:fine:few',
    ...['equal', 'quantile', 'pretty', 'stdev', 'head-tail', 'geometric'].map((method) => `breaks:fine:6:${method}`), 'breaks:fine:0,10:reds',
  ])('%s is that of the same rows in this page', async (spec) => {
    expect(seen(await askedSymbology(spec, later().data))).toEqual(seen(symbologyOf(spec, held)));
  });

  test('is asked for once, and known at once from then on', async () => {
    const { data, asked } = later();
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (farSymbology('class:kind', data, look)) resolve();
      };
      look();
    });
    expect(asked()).toBe(1);
    await askedSymbology('class:kind', data);
    expect(asked()).toBe(1);
  });

  test('what a server cannot tell is said, again for each who looks', async () => {
    const { data } = later();
    await expect(askedSymbology('breaks:fine:5:jenks', data)).rejects.toMatchObject({ code: 'not-answerable', text: { zh: expect.stringContaining('quantile') } });
    expect(() => farSymbology('breaks:fine:5:jenks', data, () => undefined)).toThrow('jenks');
  });

  test('the largest number is that of all rows', async () => {
    expect(await askedLargest('few', later().data)).toBe(96);
    expect(await askedLargest('kind', later().data)).toBeUndefined();
  });
});

test('the next number is the next one', () => {
  for (const value of [0, 1, -1, 0.1, 2 ** 52, -(2 ** -30), Number.MIN_VALUE, 1e300]) {
    const next = following(value);
    expect(next > value).toBe(true);
    expect([value, next]).toContain(value + (next - value) / 2);
  }
});
