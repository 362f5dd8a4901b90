import type { ReactiveControllerHost } from 'lit';
import { MOST_ROWS, type ChartTable, type TableDrawn } from './chart-table.js';

/** Cells that are laid out in one frame: a browser measures each of them before it knows the widths of the columns. */
const CELLS = 600;

/** A chart, of which an update may be under way. */
type Host = ReactiveControllerHost & { readonly isUpdatePending: boolean };

/** How many rows of the table of a chart are drawn so far: a long one comes in parts, one a frame. */
export class TableTurns {
  readonly #host: Host;
  #parts = 1;
  #coming = false;
  /** Another one with each drawing that is not for more rows only. */
  #made: object = {};
  #isMore = false;

  constructor(host: Host) {
    this.#host = host;
  }

  /** What is to be drawn now. */
  drawn({ columns, rows: { length } }: ChartTable): TableDrawn {
    if (!this.#isMore) this.#made = {};
    this.#isMore = false;
    const part = Math.max(20, Math.floor(CELLS / Math.max(1, columns.length)));
    const rows = Math.min(MOST_ROWS, this.#parts * part);
    if (rows < Math.min(length, MOST_ROWS)) this.#more();
    return { rows, part, made: this.#made };
  }

  /** From the beginning, for a table that was away. */
  again(): void {
    this.#parts = 1;
  }

  #more(): void {
    if (this.#coming) return;
    this.#coming = true;
    requestAnimationFrame(() => {
      this.#coming = false;
      this.#parts += 1;
      this.#isMore = !this.#host.isUpdatePending;
      this.#host.requestUpdate();
    });
  }
}
