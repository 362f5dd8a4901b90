/** Classes of rows that stay with a server are those of the same rows in memory. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { askedCounts, askedSymbology, classOfRows, symbologyOf, symbologyPending, type Symbology } from '@yizhangtu/data/symbology';
import { inMemory, rows } from './rows.js';
import { serving } from './served.js';

const DATA = rows();
const METHODS = ['equal', 'quantile', 'pretty', 'stdev', 'head-tail', 'geometric'];
const SPECS = [
  'fixed:data-3', 'class:t', 'class:size', 'class:i', 'class:b', 'class:code', 'class:hostile', 'class:owner',
  ...METHODS.flatMap((method) => [`breaks:n:5:${method}`, `breaks:i:4:${method}:reds`, `breaks:d:3:${method}`, `breaks:code:6:${method}`]),
  'breaks:n:11:quantile', 'breaks:n:-100,0,1000:reds', 'breaks:i:6:jenks', 'breaks:code:4:jenks', 'breaks:t', 'breaks:id:7:quantile',
  'bivariate:n:i', 'bivariate:code:d:equal', 'bivariate:i:code:2:jenks', 'bivariate:n:i:0,1000:-5,5',
];

const local = inMemory(DATA);
let remote: RemoteDataset;
const here = serving(DATA, (served) => ({ remote } = served));

beforeEach(() => {
  for (const one of here ? [remote, local] : []) one.clearFilters();
});

/** All that is seen of a symbology, the conditions of its classes included. */
function seen(model: Symbology): unknown {
  return JSON.parse(JSON.stringify({ ...model, classOf: [] }));
}

describe.skipIf(!here)('classes that ClickHouse is asked for', () => {
  it.each(SPECS)('%s is what it is in memory, whatever is filtered', async (spec) => {
    for (const one of [remote, local]) one.setFilter('size', { kind: 'in', field: 'size', values: ['小'] });
    await symbologyPending(spec, local);
    expect(seen(await askedSymbology(spec, remote))).toEqual(seen(symbologyOf(spec, local)));
  });

  it.each(['n', 'day'])('holds in the class of all other values of %s the rows that it holds in memory', async (field) => {
    const [there, ours] = [await askedSymbology(`class:${field}`, remote), symbologyOf(`class:${field}`, local)];
    expect(there.classes.map(({ key }) => key)).toEqual(ours.classes.map(({ key }) => key));
    remote.setFilter('other', there.classes.find(({ key }) => key === undefined)?.filter);
    local.setFilter('other', ours.classes.find(({ key }) => key === undefined)?.filter);
    const count = { measures: [{ kind: 'count' as const }] };
    expect((await remote.query(count)).total.count).toBe(local.query(count).total.count);
  });

  it('places each row that comes in the class it has in memory', async () => {
    const { rows: come } = await remote.rows({ limit: 500, orderBy: 'owner' });
    for (const spec of SPECS) {
      const classOf = classOfRows(await askedSymbology(spec, remote), remote);
      const expected = symbologyOf(spec, local).classOf;
      expect([...come].map(classOf), spec).toEqual([...come].map((row) => expected[remote.value(row, 'id') as number]));
    }
  });

  it('says what it cannot find, and what to write instead', async () => {
    await expect(askedSymbology('breaks:n:5:jenks', remote)).rejects.toMatchObject({ code: 'not-answerable', text: { zh: expect.stringContaining('quantile') } });
    await expect(askedSymbology('breaks:b', remote)).rejects.toMatchObject({ code: 'bad-attribute' });
    await expect(askedSymbology('breaks:nothing', remote)).rejects.toMatchObject({ code: 'unknown-field' });
  });
});

describe.skipIf(!here)('rows of classes that ClickHouse counts', () => {
  it.each(SPECS)('%s: as many rows of each class as in memory, under the filters of the others', async (spec) => {
    for (const one of [remote, local]) {
      one.setFilter('size', { kind: 'in', field: 'size', values: ['小', null] });
      one.setFilter('n', { kind: 'range', field: 'n', min: -50, max: 2000 });
    }
    await symbologyPending(spec, local);
    const ours = symbologyOf(spec, local);
    const own = [ours.filterKey ?? ours.field ?? ''];
    const counts = ours.classes.map(() => 0);
    local.passing(own).forEach((passes, row) => passes === 1 && counts[ours.classOf[row] as number]!++);
    expect(await askedCounts(await askedSymbology(spec, remote), remote, own)).toEqual(counts);
  });
});
