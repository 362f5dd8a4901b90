import type { YztError } from '@yizhangtu/base/errors';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { rowsAreHere, type DatasetLike } from '@yizhangtu/data/model';
import type { Symbology } from '@yizhangtu/data/symbology';
import { ListData } from './list-data.js';
import { RowPages, type ListRows } from './row-pages.js';

/** Which rows a list shows, and what it reads of them. */
export interface RowsWanted {
  readonly dataset: DatasetLike;
  readonly sort: string;
  readonly fields: readonly string[];
  /** The rows in sight of so many. */
  window(total: number): { readonly first: number; readonly end: number };
}

/**
 * The rows of a list that pass all filters, in order, wherever they are: all of them at once, or pages of those in sight as they come. The
 * host has the attribute `stale` while other rows than those shown are under way.
 */
export class RowSource implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #held = new ListData();
  readonly #pages: RowPages;
  #total = 0;
  #marked = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    this.#pages = new RowPages(() => host.requestUpdate());
    host.addController(this);
  }

  /** Why rows did not come. */
  get error(): YztError | undefined {
    return this.#pages.error;
  }

  /** The rows; undefined until the first have come. */
  rows({ dataset, sort, fields, window }: RowsWanted): ListRows | undefined {
    if (rowsAreHere(dataset)) return this.#held.rows(dataset, sort);
    const { first, end } = window(this.#total);
    const rows = this.#pages.rows(dataset, sort, fields.filter((name) => dataset.column(name)), first, end);
    this.#total = rows?.total ?? 0;
    return rows;
  }

  /** The symbology a list takes its badges from; undefined without one, for words that name none, and for rows that are elsewhere. */
  symbology(dataset: DatasetLike, spec: string | undefined): Symbology | undefined {
    return rowsAreHere(dataset) ? this.#held.symbology(dataset, spec) : undefined;
  }

  hostUpdated(): void {
    const { stale } = this.#pages;
    if (stale !== this.#marked) this.#host.toggleAttribute('stale', stale);
    this.#marked = stale;
  }

  hostDisconnected(): void {
    this.#pages.forget();
  }
}
