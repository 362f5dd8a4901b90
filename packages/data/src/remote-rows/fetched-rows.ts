/** Rows of a dataset elsewhere for a view that reads rows. A chunk of its own, fetched with the first such dataset of such a view. */
import { asYztError, YztError } from '@yizhangtu/base/errors';
import type { DerivedColumn } from '../model/derived-columns.js';
import type { DatasetChange } from '../model/types.js';
import type { Filter } from '../model/query-types.js';
import type { RemoteDataset } from '../remote/remote-dataset.js';
import { Dataset, EMPTY } from '../model/dataset.js';
import { RowsLoader } from '../row-source/rows-loader.js';
import type { RowsFound } from '../row-source/types.js';
import { narrowedBy, neededRows, type NeededRows, type RowsNeed } from './needed-rows.js';
import { RowsHere } from './rows-here.js';
import { asHere } from './schema-here.js';

type Found = NeededRows & RowsFound;

/** Views that wait for rows, and what they wait for: a view may read several datasets. */
const waiting = new WeakMap<Element, Set<FetchedRows>>();

/** What goes wrong with the server, and not with what it was asked: there may still be the rows there were. */
function isTrouble(reason: unknown): boolean {
  return !(reason instanceof YztError && reason.code === 'needs-rows');
}

/**
 * All rows that a view needs of a dataset elsewhere, kept up to date with its data and filters. A dataset of no more rows than may come is here as a whole, and
 * filters act here; of a larger one the rows that pass are fetched again with each filter. There is a sentence and no row where they are too many.
 */
export class FetchedRows extends RowsHere {
  readonly #view: Element;
  readonly #told: () => void;
  readonly #loader: RowsLoader<Found>;
  readonly #stop: () => void;
  #need: RowsNeed = {};
  /** What the rows on their way, or here, were asked by last. */
  #asked?: { readonly version: number; readonly conditions: string } | undefined;
  /** The conditions of the rows that are here. */
  #held?: string | undefined;
  /** They are all rows of the whole. */
  #all = false;
  #words?: { readonly filters: ReadonlyMap<string, Filter>; readonly need: string; readonly text: string } | undefined;
  /** Filters by fields that are worked out here, and that the whole does not have. */
  #own: ReadonlyMap<string, Filter> = new Map();
  #error?: YztError | undefined;
  /** Fields that the whole has from here. */
  readonly #given = new Set<string>();

  /** @param view Whose rows these are: it is `stale` while others are on their way. @param told Called when rows, or the lack of them, are to be shown. */
  constructor(whole: RemoteDataset, view: Element, told: () => void) {
    super(whole);
    this.#view = view;
    this.#told = told;
    this.#loader = new RowsLoader<Found>({
      state: () => this.#tell(),
      take: (found) => this.#take(found),
      loaded: () => undefined,
      failed: (reason) => this.#fail(reason),
    });
    this.#stop = whole.subscribe((changes) => this.#wholeChanged(changes), view);
  }

  /** True until the first answer is there. */
  get loading(): boolean {
    return this.#held === undefined && !this.#error;
  }

  /** Why no rows are here. */
  get error(): YztError | undefined {
    return this.#error;
  }

  /** Fetches the rows of a need, unless they are here or on their way. */
  want(need: RowsNeed): void {
    this.#need = need;
    this.#look();
  }

  override end(): void {
    this.#stop();
    this.#loader.close();
    this.wait(false);
    this.#mark(false);
    super.end();
  }

  override get filters(): ReadonlyMap<string, Filter> {
    return this.#own.size === 0 ? super.filters : new Map([...super.filters, ...this.#own]);
  }

  /** Of the whole, for all views of it; one by a field that only these rows have stays with them. */
  override setFilter(key: string, filter: Filter | undefined): void {
    const field = filter && 'field' in filter ? filter.field : undefined;
    const isOwn = field === undefined ? this.#own.has(key) : !this.whole.column(field) && this.column(field) !== undefined;
    if (!isOwn) return super.setFilter(key, filter);
    const own = new Map(this.#own);
    if (filter) own.set(key, filter);
    else own.delete(key);
    this.#own = own;
    this.#narrow();
  }

  /** Of the whole as well, where its engine can: other views have the field then too, and a filter by it is one of all. */
  override derive(column: DerivedColumn): void {
    const { name } = column.field;
    if (this.#given.has(name) || !this.whole.column(name)) {
      this.#given.add(name);
      this.whole.derive(column);
    }
    super.derive(column);
  }

  #wholeChanged(changes: ReadonlySet<DatasetChange>): void {
    if (changes.has('filter')) this.#narrow();
    if (changes.has('data') || changes.has('filter')) this.#look();
    // Words and sources may be others, which is no news of the rows here.
    if (changes.has('data')) this.#told();
  }

  /** Filters that the rows were not fetched by are put on here. */
  #narrow(): void {
    const { beyond = [] } = this.#need;
    this.narrow(this.filters, (key) => this.#all || beyond === 'all' || beyond.includes(key) || this.#own.has(key));
  }

  /** Everything but the data that rows depend on, where not all are here. */
  get #conditions(): string {
    const { filters } = this.whole;
    const need = JSON.stringify(this.#need);
    if (this.#words?.filters !== filters || this.#words.need !== need) {
      const { ignore = [], also } = narrowedBy(this.whole, this.#need);
      this.#words = { filters, need, text: JSON.stringify([[...filters].filter(([key]) => !ignore.includes(key)).sort(([a], [b]) => (a < b ? -1 : 1)), also]) };
    }
    return this.#words.text;
  }

  #look(): void {
    const { whole } = this;
    const [{ version }, conditions, asked] = [whole, this.#conditions, this.#asked];
    const allHere = this.#all && !this.#loader.loading;
    if (asked?.version === version && (allHere || asked.conditions === conditions)) return;
    this.#asked = { version, conditions };
    const need = this.#need;
    const rows = async (signal: AbortSignal): Promise<Found> => ({ ...(await neededRows(whole, need, this.#view.localName, signal)), more: false });
    this.#loader.open(Promise.resolve({ rows: ({ signal }) => rows(signal) }), { limit: Infinity, windowed: false });
  }

  #take({ table, numbers, all }: Found): void {
    this.#error = undefined;
    this.#all = all;
    this.#held = this.#asked?.conditions;
    this.#narrow();
    this.put(table, numbers);
    this.#tell();
  }

  /** Rows that are here stay while their server is in trouble; those of other conditions must not stand for the ones that did not come. */
  #fail(reason: unknown): void {
    if (this.#held === undefined || !(this.#all || this.#held === this.#asked?.conditions) || !isTrouble(reason)) {
      this.#error = asYztError(reason, 'query-failed', { zh: '无法读取数据。', en: 'The data cannot be read.' });
      this.#held = undefined;
      this.#all = false;
      this.put(EMPTY, []);
    }
    this.#tell();
  }

  #tell(): void {
    const coming = this.#loader.loading && this.#held !== undefined;
    this.wait(coming);
    this.#mark(coming);
    this.#told();
  }

  #mark(coming: boolean): void {
    const all = waiting.get(this.#view) ?? new Set();
    waiting.set(this.#view, all);
    if (coming) all.add(this);
    else all.delete(this);
    this.#view.toggleAttribute('stale', all.size > 0);
  }
}

/** The rows of a need as they are now. */
export async function fetchedOnce(whole: RemoteDataset, need: RowsNeed, tag: string, signal: AbortSignal): Promise<Dataset> {
  const { table } = await neededRows(whole, need, tag, signal);
  const schema = asHere(whole.schema);
  return new Dataset(table, { provenance: whole.provenance, ...(schema && { schema }) });
}
