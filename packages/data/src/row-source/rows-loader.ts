/** Keeps a dataset filled from a source: at once, or again and again as a view moves. The last request wins; the others are aborted. */
import { isAbort } from '@yizhangtu/base/errors';
import { Dataset, EMPTY } from '../model/dataset.js';
import type { Bounds } from '../model/geometry.js';
import type { RowSource, RowsFound } from './types.js';
import { needsFetch, windowOf, type Fetched } from './windows.js';

/** Milliseconds a view rests before it is asked for. */
const REST = 120;

/** Who is told. */
export interface LoaderHost<F extends RowsFound = RowsFound> {
  /** Asking began or ended. */
  state(): void;
  /** Puts rows into a dataset of its own, in place of the loader's. */
  take?(found: F): void;
  loaded(found: F): void;
  failed(reason: unknown): void;
}

/** How a source is asked. */
export interface LoaderOptions {
  /** Most rows at a time. */
  readonly limit: number;
  /** Only what a view shows, asked for again as it moves. */
  readonly windowed: boolean;
}

export class RowsLoader<F extends RowsFound = RowsFound> {
  readonly dataset = new Dataset();
  readonly #host: LoaderHost<F>;
  #source?: Promise<RowSource<F>> | undefined;
  #options: LoaderOptions = { limit: Infinity, windowed: false };
  #stop?: AbortController | undefined;
  #view?: Bounds | undefined;
  #fetched?: Fetched | undefined;
  /** The window that is under way. */
  #asked?: Bounds | undefined;
  /** The view that could not be asked for: whoever says that looks at the view again, which must not ask again. */
  #failed?: string | undefined;
  #timer?: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LoaderHost<F>) {
    this.#host = host;
  }

  /** True while rows are under way. */
  get loading(): boolean {
    return this.#stop !== undefined;
  }

  /** Begins with another source, or the same one anew. What is there stays until the new rows come. @param source Undefined for none. */
  open(source: Promise<RowSource<F>> | undefined, options: LoaderOptions): void {
    this.#abort();
    this.#source = source;
    this.#options = options;
    this.#fetched = undefined;
    if (!source) {
      if (this.dataset.rowCount > 0) this.dataset.setTable(EMPTY);
    } else if (!options.windowed) void this.#ask(source, undefined);
    else if (this.#view) void this.#ask(source, windowOf(this.#view));
  }

  /** The view came to rest somewhere; undefined while nothing is shown, and nothing is to be asked for. */
  see(view: Bounds | undefined): void {
    this.#view = view;
    clearTimeout(this.#timer);
    if (!view) this.#failed = undefined;
    if (!view || !this.#options.windowed || !this.#source) return;
    // The first view is asked for at once.
    this.#timer = setTimeout(() => this.#move(), this.#fetched || this.#asked ? REST : 0);
  }

  /** Ends everything. What the dataset has stays. */
  close(): void {
    clearTimeout(this.#timer);
    this.#abort();
    this.#source = undefined;
    this.#fetched = undefined;
  }

  #move(): void {
    const [view, source] = [this.#view, this.#source];
    if (!view || !source || String(view) === this.#failed) return;
    if (this.#asked ? !needsFetch(view, { window: this.#asked, more: false }) : !needsFetch(view, this.#fetched)) return;
    void this.#ask(source, windowOf(view));
  }

  #abort(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#asked = this.#failed = undefined;
  }

  async #ask(source: Promise<RowSource<F>>, window: Bounds | undefined): Promise<void> {
    this.#abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.#asked = window;
    this.#host.state();
    try {
      const found = await (await source).rows({ window, limit: this.#options.limit, signal: stop.signal });
      if (stop.signal.aborted) return;
      this.#end();
      if (this.#host.take) this.#host.take(found);
      else this.#take(found);
      if (window) this.#fetched = { window: found.window ?? window, more: found.more };
      this.#host.loaded(found);
      // The view may have gone on while a window was under way that it was still within.
      this.see(this.#view);
    } catch (reason) {
      if (stop.signal.aborted || isAbort(reason)) return;
      this.#failed = String(this.#view);
      this.#end();
      this.#host.failed(reason);
    }
  }

  #end(): void {
    this.#stop = undefined;
    this.#asked = undefined;
    this.#host.state();
  }

  /** Other rows; those that were selected stay so where they have an id and are still there. */
  #take({ table }: RowsFound): void {
    const { dataset } = this;
    const { ids } = dataset;
    const kept = new Set([...dataset.selection].map((row) => ids?.[row]).filter((id) => id !== undefined && id !== null));
    dataset.setTable(table);
    if (kept.size === 0) return;
    const rows = (dataset.ids ?? []).flatMap((id, row) => (id !== null && kept.has(id) ? [row] : []));
    if (rows.length > 0) dataset.select(rows);
  }
}
