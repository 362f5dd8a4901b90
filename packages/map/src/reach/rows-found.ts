import type { Bounds, Table } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { rowsTable } from '@yizhangtu/data/remote-rows';
import type { RowsFound, RowsWanted } from '@yizhangtu/data/row-source';
import { windowFilter } from './window.js';
import { shareFilters } from './share-filters.js';
import { farLook, type FarLook, type LookAsked } from './far-look.js';
import { countedPlaces, type CountedPlaces } from './counted-places.js';

/** Rows of a window, with the numbers they have in the whole. */
export interface Found extends RowsFound {
  readonly numbers: ArrayLike<number>;
  /** The rows counted in cells, where there are too many. */
  readonly counted?: CountedPlaces;
  readonly look: FarLook;
}

/** What a layer wants of the rows. */
export interface RowsAsked {
  readonly fields: readonly string[];
  /** Width of cells on the ground, metres, for a layer of points, which shows rows as clusters where there are too many. */
  readonly cell: (() => number) | undefined;
  /** The words of its look, and its tag. */
  readonly look: LookAsked;
  readonly tag: string;
}

const WORLD: Bounds = [-180, -90, 180, 90];
const NONE: Table = { rowCount: 0, columns: [], geometry: { kind: 'none' }, report: { total: 0, kept: 0, notes: [] } };

/**
 * The rows of a window if they are no more than the limit; else how many there are, counted in cells where that is asked for and can be had. All rows of a dataset that has no more in all, so that the map
 * asks nothing when it moves.
 */
export async function rowsFound(whole: RemoteDataset, { fields, cell, ...asked }: RowsAsked, { window, limit, signal }: RowsWanted): Promise<Found> {
  const also = window ? [windowFilter(window)] : [];
  const few = (): boolean => whole.rowCount > 0 && whole.rowCount <= limit;
  const matched = few() ? 0 : (await whole.query({ measures: [{ kind: 'count' }], also }, signal)).total.count;
  const look = farLook(asked.look, whole, asked.tag);
  if (!few() && matched > limit) {
    const parts = shareFilters((await look).symbology);
    const counted = cell && whole.countsCells ? await countedPlaces(whole, { size: cell(), measure: { kind: 'count' }, also, ...(parts.length > 0 && { parts }) }, signal) : undefined;
    return { table: NONE, numbers: [], matched, more: true, look: await look, ...(counted && { counted }) };
  }
  const { rows, numbers } = await whole.numbered({ fields, limit, ...(!few() && { also }) }, signal);
  const columns = fields.flatMap((name) => whole.column(name) ?? []);
  return { table: await rowsTable(rows, columns, signal), numbers, matched: rows.length, more: false, look: await look, ...(few() && { window: WORLD }) };
}
