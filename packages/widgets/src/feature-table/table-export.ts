import { asYztError, type YztError } from '@yizhangtu/base/errors';
import type { Locale, Text } from '@yizhangtu/base/locale';
import type { DatasetLike, RowsQuery } from '@yizhangtu/data/model';
import type { ReactiveControllerHost } from 'lit';
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

/** The way of rows out of a table: which ones, whether it is under way, and how it ended. */
export class TableExport {
  readonly #host: ReactiveControllerHost;
  /** Only the selected rows leave the page. */
  onlySelected = true;
  /** A file is being written. */
  busy = false;
  /** What to say aloud about the last one. */
  said?: Text | undefined;
  /** Why there was none. */
  error?: YztError | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Takes only the selected rows along, or all. */
  choose(onlySelected: boolean): void {
    this.onlySelected = onlySelected;
    this.#host.requestUpdate();
  }

  /** Rows that would leave. */
  count(dataset: DatasetLike, rows: ListRows): number {
    return this.onlySelected && dataset.selection.size > 0 ? selectedRows(rows, dataset.selection).length : rows.total;
  }

  /** Lets rows out; fetches those that are elsewhere. @param root Where a field for copying may stand for a moment. */
  async run(kind: ExportKind, selected: boolean, what: Exported, root: ShadowRoot): Promise<void> {
    const { dataset, columns, query, name, locale } = what;
    this.busy = true;
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      const chosen = selected && dataset.selection.size > 0;
      const fields = columns.map(({ field }) => field);
      const rows = chosen ? selectedRows(what.rows, dataset.selection) : await allRows(what.rows, dataset, { ...query, fields });
      this.said = await exportTable(kind, { dataset, columns, rows, name, locale }, root);
    } catch (reason) {
      this.error = asYztError(reason, 'query-failed', { zh: '无法导出。', en: 'The rows could not be exported.' });
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }
}
