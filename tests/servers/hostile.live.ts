/** Words that would be statements, in every field and every place a page can put words: they are data, and find what the same words find in memory. */
import { describe, expect, it } from 'vitest';
import type { Filter } from '@yizhangtu/data/model';
import type { CellsQuery, RemoteDataset } from '@yizhangtu/data/remote';
import type { Server } from './clickhouse.js';
import { HOSTILE, inMemory, rows, SCHEMA } from './rows.js';
import { serving } from './served.js';

const DATA = rows(2000);
const local = inMemory(DATA);
const FIELDS = SCHEMA.fields.map(({ name }) => name);
const CELLS: CellsQuery = { kind: 'square', size: 5000, plane: { about: [120, 36] }, measure: { kind: 'count' }, limit: 5000 };
let server: Server;
let remote: RemoteDataset;
const here = serving(DATA, (served) => ({ server, remote } = served));

/** Every way a page can put a word to a field. */
const ways = (field: string, word: string): Filter[] => [
  { kind: 'in', field, values: [word] },
  { kind: 'compare', field, operator: 'starts-with', value: word },
  { kind: 'compare', field, operator: 'ends-with', value: word },
  { kind: 'text', contains: word, fields: [field] },
  { kind: 'not', filter: { kind: 'in', field, values: [word, null] } },
  { kind: 'group', by: { field }, keys: [word] },
];

describe.skipIf(!here)('hostile words', () => {
  for (const field of FIELDS)
    it(`in ${field} are data, whatever they are put to`, async () => {
      // One statement a way: all words of it at once, each with its own group of rows.
      for (const index of ways(field, '').keys()) {
        const filter: Filter = { kind: 'any', filters: HOSTILE.map((word) => ways(field, word)[index] as Filter) };
        for (const data of [local, remote]) data.setFilter('one', filter);
        const { total } = await remote.query({ measures: [{ kind: 'count' }] });
        expect(total.count, JSON.stringify([field, index])).toBe(local.rows().total);
        // Cells and pages of rows have the conditions by the same words: one way of names and one of texts shows that they are there.
        if (index !== 0 && index !== 3) continue;
        const { counts } = await remote.cells(CELLS);
        const placed = [...local.rows().rows].filter((row) => DATA[row]?.lon !== null).length;
        expect(counts.reduce((sum, one) => sum + one, 0), JSON.stringify([field, index])).toBe(placed);
        expect((await remote.rows({ limit: 5, orderBy: field })).total).toBe(local.rows().total);
      }
    });

  it('in the places of names, kinds and numbers of cells are refused, or are nothing', async () => {
    remote.clearFilters();
    for (const word of HOSTILE) {
      await expect(remote.cells({ ...CELLS, measure: { kind: 'sum', field: word } }), word).rejects.toMatchObject({ code: 'unknown-field' });
      for (const part of [{ size: word }, { limit: word }, { plane: { about: [word, word] } }]) await remote.cells({ ...CELLS, ...part } as unknown as CellsQuery).catch(() => undefined);
      await remote.rows({ limit: word, offset: word } as never).catch(() => undefined);
    }
    expect(Number(await server.run('SELECT count() FROM demo.rows'))).toBe(DATA.length);
    // The database has what it had, and nothing more.
    expect((await server.run('SHOW TABLES FROM demo')).trim()).toBe('rows');
  });
});
