/** Rows of a service in memory. */
import type { DerivedColumn } from '../model/derived-columns.js';
import type { Dataset } from '../model/dataset.js';
import type { Filter } from '../model/query-types.js';
import { ended } from '../remote/desk.js';

/** What is laid on rows while a question is answered. */
export interface Laid {
  readonly conditions: readonly Filter[];
  /** Worked-out fields, each after those it may use. */
  readonly columns: readonly DerivedColumn[];
}

/** Rows that several questions share, one after the other: each puts its own filters and worked-out fields on. */
export class RowSet {
  readonly #dataset: Dataset;
  #columns: readonly DerivedColumn[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  answer<T>(laid: Laid, ask: (dataset: Dataset) => T | Promise<T>, signal: AbortSignal): Promise<T> {
    const answer = this.#last.then(() => this.#answer(laid, ask, signal));
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #answer<T>({ conditions, columns }: Laid, ask: (dataset: Dataset) => T | Promise<T>, signal: AbortSignal): Promise<T> {
    if (signal.aborted) throw ended();
    const dataset = this.#dataset;
    this.#derive(columns);
    const keys = new Set(conditions.map((filter) => JSON.stringify(filter)));
    for (const key of [...dataset.filters.keys()]) if (!keys.has(key)) dataset.setFilter(key, undefined);
    for (const filter of conditions) dataset.setFilter(JSON.stringify(filter), filter);
    // Of very many rows both take a while.
    for (let work = dataset.deriving ?? dataset.filtering; work; work = dataset.deriving ?? dataset.filtering) await work;
    if (signal.aborted) throw ended();
    return ask(dataset);
  }

  /** Columns in front that are the same stay as they are; a column may use those before it, so all others are worked out again. */
  #derive(columns: readonly DerivedColumn[]): void {
    let same = 0;
    while (same < columns.length && columns[same] === this.#columns[same]) same++;
    for (const { field } of this.#columns.slice(same).reverse()) this.#dataset.underive(field.name);
    for (const column of columns.slice(same)) this.#dataset.derive(column);
    this.#columns = columns;
  }
}
