/** What people have chosen in a dataset, as plain JSON, to be kept in an address, a page document or a file. */
import { YztError } from '@yizhangtu/base/errors';
import type { Dataset } from '../model/dataset.js';
import { rowsAreHere, type DatasetLike } from '../model/dataset-like.js';
import type { Filter } from '../model/query-types.js';
import { oneOf } from '../model/word-codes.js';
import { checkedFilter } from './checked-filter.js';

/** Filters and selection of a dataset. */
export interface DatasetState {
  /** Of this form. */
  readonly version: 1;
  readonly filters: Readonly<Record<string, Filter>>;
  /** Selected rows by their ids where the data has ids, else by number; these mean the same only in the same data, so it counts its rows. */
  readonly selection?: { readonly ids: readonly (string | number)[] } | { readonly rows: readonly number[]; readonly of: number };
}

/** The state of a dataset now. JSON holds it without loss. Rows of an engine elsewhere are not part of it. */
export function datasetState(dataset: DatasetLike): DatasetState {
  const filters = Object.create(null) as Record<string, Filter>;
  for (const [key, filter] of dataset.filters) filters[key] = finite(filter);
  const selection = rowsAreHere(dataset) ? selectionOf(dataset) : undefined;
  return { version: 1, filters, ...(selection && { selection }) };
}

/** JSON knows no infinite numbers; a range without a limit says the same. */
function finite(filter: Filter): Filter {
  if (filter.kind === 'any' || filter.kind === 'all') return { ...filter, filters: filter.filters.map(finite) };
  if (filter.kind === 'not') return { ...filter, filter: finite(filter.filter) };
  if (filter.kind !== 'range') return filter;
  const { min, max, ...rest } = filter;
  return { ...rest, ...(min !== undefined && min !== -Infinity && { min }), ...(max !== undefined && max !== Infinity && { max }) };
}

function selectionOf(dataset: Dataset): DatasetState['selection'] {
  const { selection, ids, rowCount } = dataset;
  if (selection.size === 0) return undefined;
  const rows = [...selection];
  const named = ids && rows.map((row) => ids[row] ?? null);
  return named?.every((id) => id !== null) ? { ids: named as (string | number)[] } : { rows, of: rowCount };
}

/**
 * Puts a state in force: exactly its filters, and its selection once the data is there. Returns the function that gives up waiting for it.
 * @param state From `datasetState`, also by way of JSON.
 * @throws YztError `bad-state` if it is not one of ours, or of a newer form; then nothing has changed.
 */
export function restoreState(dataset: DatasetLike, state: unknown): () => void {
  const { filters, selection } = checkedState(state);
  for (const key of dataset.filters.keys()) if (!filters.has(key)) dataset.setFilter(key, undefined);
  for (const [key, filter] of filters) dataset.setFilter(key, filter);
  return rowsAreHere(dataset) ? selectWhenHere(dataset, selection) : () => undefined;
}

function selectWhenHere(dataset: Dataset, selection: DatasetState['selection']): () => void {
  const rows = selection ? rowsOf(dataset, selection) : [];
  if (rows) {
    dataset.select(rows);
    return () => undefined;
  }
  const stop = dataset.subscribe((changes) => {
    const found = changes.has('data') && selection ? rowsOf(dataset, selection) : undefined;
    // Whoever selects something in the meantime has the last word.
    if (found) dataset.select(found);
    if (found || changes.has('selection')) stop();
  });
  return stop;
}

/** Rows of a selection; undefined before the data is there. Ids that are no longer there, and rows of other data, are left out. */
function rowsOf(dataset: Dataset, selection: NonNullable<DatasetState['selection']>): readonly number[] | undefined {
  if (dataset.rowCount === 0) return undefined;
  if ('rows' in selection) return selection.of === dataset.rowCount ? selection.rows : [];
  const wanted = oneOf(selection.ids);
  return (dataset.ids ?? []).flatMap((id, row) => (wanted(id) ? [row] : []));
}

function checkedState(state: unknown): { readonly filters: ReadonlyMap<string, Filter>; readonly selection: DatasetState['selection'] } {
  const { version, filters, selection, ...others } = (typeof state === 'object' && state !== null ? state : {}) as Record<string, unknown>;
  if (version !== 1) throw notOurs(version);
  if (typeof filters !== 'object' || filters === null || Array.isArray(filters) || Object.keys(others).length > 0) throw notOurs(version);
  if (selection !== undefined && !isSelection(selection)) throw notOurs(version);
  return { filters: new Map(Object.entries(filters).map(([key, filter]) => [key, checkedFilter(filter, key)])), selection };
}

function isSelection(value: unknown): value is NonNullable<DatasetState['selection']> {
  const { ids, rows, of } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const whole = (one: unknown): boolean => typeof one === 'number' && Number.isInteger(one) && one >= 0;
  if (ids !== undefined) return Array.isArray(ids) && ids.every((id) => typeof id === 'string' || typeof id === 'number');
  return Array.isArray(rows) && rows.every(whole) && whole(of);
}

function notOurs(version: unknown): YztError {
  const newer = typeof version === 'number' && version > 1;
  return new YztError('bad-state', {
    zh: newer ? `保存的状态是第 ${version} 版，这里只认识第 1 版。请升级组件库。` : '保存的状态无法识别，没有套用。请用 datasetState() 得到的值。',
    en: newer ? `The saved state is of version ${version}; only version 1 is known here. Upgrade the library.` : 'The saved state is not one of ours; nothing was applied. Use what datasetState() gave.',
  });
}
