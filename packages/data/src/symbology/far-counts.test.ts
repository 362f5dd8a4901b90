import { describe, expect, test } from 'vitest';
import { Dataset } from '../model/dataset.js';
import type { Filter } from '../model/query-types.js';
import { RemoteDataset } from '../remote/remote-dataset.js';
import type { Engine, GroupsQuestion } from '../remote/types.js';
import { askedCounts, askedSymbology } from './far-door.js';
import { symbologyOf } from './symbology.js';

const COUNT = 6000;
const held = (): Dataset =>
  Dataset.fromColumns({
    columns: {
      kind: Array.from({ length: COUNT }, (_, i) => (i % 7 === 0 ? null : `k${(i * i) % 12}`)),
      many: Array.from({ length: COUNT }, (_, i) => (i % 9 === 0 ? null : `m${(i * 31) % 400}`)),
      fine: Float64Array.from({ length: COUNT }, (_, i) => (i % 50 === 0 ? Number.NaN : Math.exp(((i * 7919) % COUNT) / 800) - 2)),
      few: Float64Array.from({ length: COUNT }, (_, i) => (i * 31) % 97),
      word: Array.from({ length: COUNT }, (_, i) => (i % 3 === 0 ? 'none' : String((i * 17) % 40))),
      yes: Array.from({ length: COUNT }, (_, i) => (i % 5 === 0 ? null : i % 2 === 0)),
      day: Array.from({ length: COUNT }, (_, i) => new Date(Date.UTC(2024, 0, 1 + (i % 5)))),
    },
  });

async function away() {
  const data = held();
  const asked: GroupsQuestion[] = [];
  const engine: Engine = {
    label: 'Held',
    describe: async () => ({ rowCount: COUNT, fields: data.columns.map(({ name, kind }) => ({ name, kind })), places: false }),
    groups: async (question) => {
      asked.push(question);
      const { scope, conditions, ...query } = question;
      [...scope, ...conditions].forEach((filter, at) => data.setFilter(`c${at}`, filter));
      const answer = data.query(query);
      data.clearFilters();
      return answer;
    },
    page: () => Promise.reject(new Error('no rows')),
  };
  const whole = new RemoteDataset(engine);
  await whole.load();
  return { whole, asked };
}

const FILTERS: readonly (readonly [key: string, filter: Filter])[] = [
  ['few', { kind: 'range', field: 'few', min: 20, max: 60 }],
  ['kind', { kind: 'in', field: 'kind', values: ['k1', null] }],
  ['fine', { kind: 'range', field: 'fine', max: 90 }],
];

/** What a legend counts of rows in the page. */
function countsHere(data: Dataset, spec: string, ignore: readonly string[]): number[] {
  const { classes, classOf } = symbologyOf(spec, data);
  const passing = data.passing(ignore);
  return classes.map((_, index) => classOf.reduce((sum, one, row) => sum + (one === index && passing[row] === 1 ? 1 : 0), 0));
}

describe('numbers of rows by class, of rows that are elsewhere', () => {
  test.each(['class:kind', 'class:many', 'class:few', 'class:yes', 'class:day', 'breaks:fine:5:quantile', 'breaks:word:3:jenks', 'breaks:few:10,50', 'bivariate:fine:few', 'fixed:data-2'])('%s: those of the same rows in this page', async (spec) => {
    const [{ whole }, here] = [await away(), held()];
    const model = await askedSymbology(spec, whole);
    const own = [model.filterKey ?? model.field ?? ''];
    for (const [key, filter] of [['', undefined] as const, ...FILTERS]) {
      for (const data of [whole, here]) if (filter) data.setFilter(key, filter);
      expect(await askedCounts(model, whole, own), key).toEqual(countsHere(here, spec, own));
    }
  });

  test('of categories without others one question is put, else one more about the total', async () => {
    const { whole, asked } = await away();
    const numberOf = async (spec: string): Promise<number> => {
      const model = await askedSymbology(spec, whole);
      const before = asked.length;
      await askedCounts(model, whole, []);
      return asked.length - before;
    };
    expect([await numberOf('class:yes'), await numberOf('class:many'), await numberOf('breaks:fine:5:equal')]).toEqual([1, 2, 1]);
  });

  test('numbers that may not be told stay untold', async () => {
    const { whole } = await away();
    const model = await askedSymbology('class:yes', whole);
    const query = whole.query.bind(whole);
    whole.query = async (...args) => {
      const answer = await query(...args);
      return { ...answer, groups: answer.groups.map((group, at) => (at === 0 ? { ...group, count: Number.NaN, suppressed: true } : group)) };
    };
    expect((await askedCounts(model, whole, [])).filter(Number.isNaN)).toHaveLength(1);
  });
});
