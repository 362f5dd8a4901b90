import { asYztError, isAbort, type YztError } from '@yizhangtu/base/errors';
import type { Locale, Text } from '@yizhangtu/base/locale';
import type { DatasetLike, RowsQuery } from '@yizhangtu/data/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ListRows } from '../feature-list/row-pages.js';
import { allRows, selectedRows } from './rows-to-export.js';
import type { TableColumn } from './table-columns.js';
import { exportTable } from './table-exit.js';
import type { ExportKind } from './table-tools.js';

/** What is on show when the reader asks for the rows. */
export interface Exported {
  readonly dataset: DatasetLike;
  readonly rows: ListRows;
  readonly columns: readonly TableColumn[];
  /** Order of the table. */
  readonly query: RowsQuery;
  /** Name of sheet and file. */
  readonly name: string;
  readonly locale: Locale;
}

/** From so many ms on the reader is told how far it is, and so often. */
const TOLD_AFTER_MS = 1000;
const TOLD_EVERY_MS = 250;

/** The way of rows out of a table: which ones, whether it is under way, and how it ended. */
export class TableExport implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** Only the selected rows leave the page. */
  onlySelected = true;
  /** A file is being written. */
  busy = false;
  /** Part of the file that is written, 0 to 1, where that takes longer than a second. */
  progress?: number | undefined;
  /** What to say aloud about the last one. */
  said?: Text | undefined;
  /** Why there was none. */
  error?: YztError | undefined;
  #stop?: AbortController | undefined;
  #counted?: { readonly all: Uint32Array | undefined; readonly selection: ReadonlySet<number>; readonly count: number };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** A table that is taken away writes no file any more. */
  hostDisconnected(): void {
    this.#stop?.abort();
  }

  /** Takes only the selected rows along, or all. */
  choose(onlySelected: boolean): void {
    this.onlySelected = onlySelected;
    this.#host.requestUpdate();
  }

  /** Rows that would leave. */
  count(dataset: DatasetLike, rows: ListRows): number {
    const { selection } = dataset;
    if (!this.onlySelected || selection.size === 0) return rows.total;
    const { all } = rows;
    if (this.#counted?.all !== all || this.#counted?.selection !== selection) this.#counted = { all, selection, count: selectedRows(rows, selection).length };
    return this.#counted.count;
  }

  /** Lets rows out; fetches those that are elsewhere. @param root Where a field for copying may stand for a moment. */
  async run(kind: ExportKind, selected: boolean, what: Exported, root: ShadowRoot): Promise<void> {
    const { dataset, columns, query, name, locale } = what;
    const stop = new AbortController();
    this.#stop = stop;
    this.busy = true;
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      const chosen = selected && dataset.selection.size > 0;
      const fields = columns.map(({ field }) => field);
      const rows = chosen ? selectedRows(what.rows, dataset.selection) : await allRows(what.rows, dataset, { ...query, fields });
      this.said = await exportTable(kind, { dataset, columns, rows, name, locale }, root, { signal: stop.signal, onProgress: this.#teller() });
    } catch (reason) {
      if (!isAbort(reason)) this.error = asYztError(reason, 'query-failed', { zh: '无法导出。', en: 'The rows could not be exported.' });
    } finally {
      this.busy = false;
      this.progress = undefined;
      this.#host.requestUpdate();
    }
  }

  /** Tells the reader how far a long export is, now and then. */
  #teller(): (part: number) => void {
    let next = performance.now() + TOLD_AFTER_MS;
    return (part) => {
      if (performance.now() < next) return;
      next = performance.now() + TOLD_EVERY_MS;
      if (this.progress === undefined) this.said = { zh: '正在导出…', en: 'Exporting…' };
      this.progress = part;
      this.#host.requestUpdate();
    };
  }
}
