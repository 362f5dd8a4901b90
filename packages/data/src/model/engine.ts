/** Answers about one table: which rows pass, groups of them, pages of them. */
import { countCodes } from './aggregate.js';
import { intersect, maskOf, maskSteps } from './filters.js';
import type { Grouping } from './grouping.js';
import { plainRows } from './order.js';
import { PassingRows, type Passing } from './passing-rows.js';
import { atOnce, begun, drive, SLICED_FROM, type Steps } from '../steps/drive.js';
import { answerQuery, answerSteps, isSlow, withOwnTallies } from './query.js';
import type { Ahead, Answer, Filter, Group, GroupKey, Key, Query, RowsAnswer, RowsQuery } from './query-types.js';
import { isSlowFilter, soughtFields } from './slow-filters.js';
import { suppressedAnswer, suppressedSteps } from './suppress.js';
import { TableCache } from './table-cache.js';
import type { Column, FieldSchema, Table } from './types.js';

/** What an engine needs to know beside its table. */
export interface EngineOptions {
  readonly field: (name: string) => FieldSchema;
  readonly selection: () => ReadonlySet<number>;
}

/** The filters over a table, and the answers. Made anew for other rows. */
export class Engine {
  readonly table: Table;
  readonly #cache: TableCache;
  readonly #passing: PassingRows;

  constructor(table: Table, { field, selection }: EngineOptions) {
    this.table = table;
    this.#cache = new TableCache(table, field, selection);
    this.#passing = new PassingRows(this.#cache);
  }

  column(name: string): Column | undefined {
    return this.#cache.column(name);
  }

  /** @param mask The rows it leaves, where they are known. */
  setFilter(key: string, filter: Filter | undefined, mask?: Uint8Array): void {
    this.#passing.set(key, filter, mask);
  }

  /** The rows that the filter in force under a key leaves by itself. */
  maskOf(key: string): Uint8Array | undefined {
    return this.#passing.maskOf(key);
  }

  /** True for a filter whose rows are found in slices. */
  isSlow(filter: Filter): boolean {
    return this.table.rowCount >= SLICED_FROM && isSlowFilter(filter, this.#cache);
  }

  /** Works out what a filter looks through. Undefined if there is nothing to wait for. */
  prepareFilter(filter: Filter): Promise<void> | undefined {
    return this.#cache.prepare({ search: soughtFields(filter, this.#cache) });
  }

  maskSteps(filter: Filter): Steps<Uint8Array> {
    return maskSteps(filter, this.#cache);
  }

  /** Another selection: true if a filter looks at it. */
  selectionChanged(): boolean {
    return this.#passing.forget(looksAtSelection);
  }

  passing(ignore: readonly string[]): Uint8Array {
    return this.#passing.without(ignore).mask;
  }

  /** @param suppressBelow Rows that a group must have to be told. */
  query(query: Query, suppressBelow = 0): Answer {
    if (this.table.columns.length === 0 && this.table.rowCount === 0) return emptyAnswer(query);
    return this.#answerNow(query, this.#passing.without(query.ignore ?? []), suppressBelow);
  }

  #answerNow(query: Query, passing: Passing, suppressBelow: number): Answer {
    const answer = answerQuery(query, passing, this.#cache);
    return suppressBelow > 1 ? suppressedAnswer(answer, suppressBelow) : answer;
  }

  /** The same; of very many rows in slices where it takes longer. */
  ask(query: Query, suppressBelow = 0, signal?: AbortSignal): Answer | Promise<Answer> {
    if (this.table.rowCount < SLICED_FROM) return this.query(query, suppressBelow);
    // Which rows count is settled now, whatever filter moves until the answer is there.
    const passing = this.#passing.without(query.ignore ?? []);
    const coming = this.#cache.prepare({ query });
    return coming ? coming.then(() => this.#answer(query, passing, suppressBelow, signal)) : this.#answer(query, passing, suppressBelow, signal);
  }

  #answer(query: Query, passing: Passing, suppressBelow: number, signal?: AbortSignal): Answer | Promise<Answer> {
    const answer = (slow: boolean): Answer | Promise<Answer> =>
      slow ? begun(this.#answerSteps(query, passing, suppressBelow), { signal }) : this.#answerNow(query, passing, suppressBelow);
    const slow = begun(isSlow(query, this.#cache), { signal });
    return typeof slow === 'boolean' ? answer(slow) : slow.then(answer);
  }

  *#answerSteps(query: Query, passing: Passing, suppressBelow: number): Steps<Answer> {
    const answer = yield* answerSteps(query, passing, withOwnTallies(this.#cache));
    return suppressBelow > 1 ? yield* suppressedSteps(answer, suppressBelow) : answer;
  }

  grouping(by: string | GroupKey): Grouping {
    return this.#cache.grouping(by);
  }

  allGroups(field: string): ReadonlyMap<Key, number> {
    const { codes, keys } = this.#cache.grouping(field);
    const counts = countCodes(new Uint32Array(keys.length + 1), codes);
    return new Map(Array.from(counts, (count, code): [Key, number] => [keys[code] ?? null, count]).filter(([, count]) => count > 0));
  }

  rows(query: RowsQuery): RowsAnswer {
    const { ignore = [], orderBy, descending = false, offset = 0, limit = this.table.rowCount } = query;
    const passing = this.#passing.without(ignore);
    const total = atOnce(this.#cache.tally(JSON.stringify([query.ignore]), undefined, 1, passing).counts())[0] as number;
    const page = { descending, offset: Math.max(0, offset), limit: Math.max(0, limit) };
    return { rows: this.#cache.page(passing.mask, orderBy, page), total };
  }

  matching(filter: Filter): Uint32Array {
    return rowsOfBoth(maskOf(filter, this.#cache), this.passing([]));
  }

  /** The same; of very many rows in slices where it takes longer. */
  findMatching(filter: Filter, signal?: AbortSignal): Uint32Array | Promise<Uint32Array> {
    if (!this.isSlow(filter)) return this.matching(filter);
    const passing = this.passing([]);
    const find = (): Promise<Uint8Array> => drive(this.maskSteps(filter), { signal });
    return (this.prepareFilter(filter)?.then(find) ?? find()).then((mask) => rowsOfBoth(mask, passing));
  }

  prepare(ahead: Ahead): Promise<void> | undefined {
    return this.#cache.prepare(ahead);
  }
}

/** @param mask Written into. */
function rowsOfBoth(mask: Uint8Array, passing: Uint8Array): Uint32Array {
  intersect(mask, passing);
  return plainRows(mask, { descending: false, offset: 0, limit: mask.length });
}

function emptyAnswer({ groupBy, measures }: Query): Answer {
  const total: Group = { key: null, count: 0, values: measures.map(({ kind }) => (kind === 'count' || kind === 'distinct' ? 0 : Number.NaN)) };
  return { groups: groupBy === undefined ? [total] : [], total };
}

function looksAtSelection(filter: Filter): boolean {
  if (filter.kind === 'any' || filter.kind === 'all') return filter.filters.some(looksAtSelection);
  return filter.kind === 'not' ? looksAtSelection(filter.filter) : filter.kind === 'selected';
}
