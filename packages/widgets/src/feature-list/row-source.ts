import type { YztError } from '@yizhangtu/base/errors';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { rowsAreHere, type Dataset, type DatasetLike } from '@yizhangtu/data/model';
import { classOfRows, farSymbology, type SymbolClass, type Symbology } from '@yizhangtu/data/symbology';
import { classOfRow } from '../popup/popup-rows.js';
import { ListData } from './list-data.js';
import { sortQuery } from './list-rows.js';
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
 * host has the attribute `stale` while other rows, or another order, than those shown are under way.
 */
export class RowSource implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #held = new ListData();
  readonly #pages: RowPages;
  #far?: { readonly model: Symbology; readonly classOf: (row: number) => number };
  readonly #arrived = (): void => this.#host.requestUpdate();
  #total = 0;
  #marked = false;
  /** The order that is shown, and the one that very many rows are being put in. */
  #order: { readonly dataset: Dataset; readonly sort: string } | undefined;
  #ordering: Promise<void> | undefined;

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
    if (rowsAreHere(dataset)) return this.#held.rows(dataset, this.#ordered(dataset, sort));
    this.#order = this.#ordering = undefined;
    const { first, end } = window(this.#total);
    const rows = this.#pages.rows(dataset, sort, fields.filter((name) => dataset.column(name)), first, end);
    this.#total = rows?.total ?? 0;
    return rows;
  }

  /** The class of a row, for its badge; undefined without a symbology, for words that name none, and before a server has told the classes. */
  symbol(dataset: DatasetLike, spec: string | undefined, row: number): SymbolClass | undefined {
    if (rowsAreHere(dataset)) return classOfRow(this.#held.symbology(dataset, spec), row);
    const model = spec && this.#farModel(dataset, spec);
    if (!model || model.kind === 'fixed') return undefined;
    if (this.#far?.model !== model) this.#far = { model, classOf: classOfRows(model, dataset) };
    return model.classes[this.#far.classOf(row)];
  }

  #farModel(dataset: DatasetLike, spec: string): Symbology | undefined {
    try {
      return farSymbology(spec, dataset, this.#arrived);
    } catch {
      // The layer or chart of the same symbology says what is wrong with it; a list without badges still is a list.
      return undefined;
    }
  }

  hostUpdated(): void {
    const stale = this.#pages.stale || this.#ordering !== undefined;
    if (stale !== this.#marked) this.#host.toggleAttribute('stale', stale);
    this.#marked = stale;
  }

  hostDisconnected(): void {
    this.#pages.forget();
    this.#order = this.#ordering = undefined;
  }

  /** The order to show: the one that is asked for, or that before until very many rows are put in it. */
  #ordered(dataset: Dataset, sort: string): string {
    const { orderBy } = sortQuery(dataset, sort);
    const coming = orderBy === undefined ? undefined : dataset.prepare({ orderBy });
    if (coming !== this.#ordering) {
      this.#ordering = coming;
      void coming?.then(() => {
        if (this.#ordering === coming) this.#host.requestUpdate();
      });
    }
    if (coming) return this.#order?.dataset === dataset ? this.#order.sort : '';
    this.#order = { dataset, sort };
    return sort;
  }
}
