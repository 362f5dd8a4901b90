import { describe, expect, it } from 'vitest';
import { Dataset } from '@yizhangtu/data/model';
import { elsewhere } from '../shared/elsewhere.fixture.js';
import { knownRows, type ListRows } from '../feature-list/row-pages.js';
import { allRows, MOST_FETCHED, selectedRows } from './rows-to-export.js';

const numbers = (count: number): Dataset => Dataset.fromColumns({ columns: { n: Float64Array.from({ length: count }, (_, i) => count - i) } });
const elsewhereRows = (total: number): ListRows => ({ total, whole: false, all: undefined, at: () => undefined, indexOf: () => -1, between: () => new Uint32Array() });

describe('the rows that leave a table', () => {
  it('are those selected, in the order of the table', () => {
    expect([...selectedRows(knownRows(Uint32Array.of(5, 3, 1)), new Set([1, 2, 5]))]).toEqual([5, 1]);
    expect([...selectedRows(elsewhereRows(3), new Set([4, 2]))]).toEqual([4, 2]);
  });

  it('are fetched whole and in order where they are elsewhere', async () => {
    const data = await elsewhere(numbers(12_000));
    data.setFilter('n', { kind: 'range', field: 'n', max: 11_000 });
    const rows = await allRows(elsewhereRows(11_000), data, { orderBy: 'n', fields: ['n'] });
    expect(rows.length).toBe(11_000);
    expect([...rows].every((row, index) => data.value(row, 'n') === index + 1)).toBe(true);
  });

  it('are not fetched by the million', async () => {
    const data = await elsewhere(numbers(10));
    await expect(allRows(elsewhereRows(MOST_FETCHED + 1), data, {})).rejects.toMatchObject({ code: 'not-answerable' });
    expect(data.value(0, 'n')).toBeNull();
  });
});
