import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DatasetLike } from '@yizhangtu/data/model';
import type { ListRows } from '../feature-list/row-pages.js';
import { movedCell, rowChoice, type Cell, type Choice } from './table-keys.js';

/** What the cursor needs of its table. */
export interface CursorTable {
  dataset(): DatasetLike | undefined;
  /** Rows that pass, in order, as far as they are known. */
  rows(): ListRows | undefined;
  /** Columns with that of the check boxes. */
  columnCount(): number;
  /** Rows of a page. */
  page(): number;
  /** Brings a row into sight. */
  reveal(index: number): void;
  grid(): HTMLElement | undefined;
  /** A key on a head cell; true if it meant something. */
  headKey(event: KeyboardEvent, column: number): boolean;
  copy(): void;
  zoom(): void;
}

const TOP: Cell = { row: -1, column: 0 };

/** The active cell of a table and the rows chosen from it, by keys and by clicks. */
export class TableCursor implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #table: CursorTable;
  #active = TOP;
  #byKeys = false;
  #anchor = -1;
  #own = false;
  #moved = false;

  constructor(host: ReactiveControllerHost, table: CursorTable) {
    this.#host = host;
    this.#table = table;
    host.addController(this);
  }

  /** The active cell; row −1 is the head, column 0 that of the check boxes. */
  get active(): Cell {
    return this.#active;
  }

  /** Keys are being used: the active cell shows its ring. */
  get byKeys(): boolean {
    return this.#byKeys;
  }

  hostUpdated(): void {
    if (this.#moved && this.#byKeys) this.#showColumn();
    this.#moved = false;
  }

  /** Rows are others now: back to the head, with no range begun. */
  forget(): void {
    this.#anchor = -1;
    this.#set({ row: -1, column: this.#active.column });
  }

  /** Makes a column of the head active. */
  toHead(column: number): void {
    this.#set({ row: -1, column });
  }

  /** The selection changed: brings its first row into sight where another view did it. */
  selectionChanged(): void {
    const own = this.#own;
    this.#own = false;
    const [row] = this.#table.dataset()?.selection ?? [];
    const index = own || row === undefined ? -1 : (this.#table.rows()?.indexOf(row) ?? -1);
    if (index < 0) return;
    this.#anchor = index;
    this.#set({ ...this.#active, row: index });
    this.#table.reveal(index);
  }

  /** Selects rows without scrolling to them. */
  select(rows: Iterable<number>, mode: Choice['mode'] = 'replace'): void {
    const dataset = this.#table.dataset();
    const before = dataset?.selection;
    this.#own = true;
    dataset?.select(rows, mode);
    // Nothing may have changed, and then nobody tells.
    if (dataset?.selection === before) this.#own = false;
  }

  /** A click on a row, on its check box or elsewhere. */
  onRow(event: MouseEvent, index: number, check: boolean): void {
    this.#byKeys = false;
    this.#set({ row: index, column: check ? 0 : this.#active.column });
    this.#choose(index, { ctrl: check ? !event.shiftKey : event.ctrlKey || event.metaKey, shift: event.shiftKey });
  }

  onKeydown(event: KeyboardEvent): void {
    const ctrl = event.ctrlKey || event.metaKey;
    const { row, column } = this.#active;
    this.#byKeys = true;
    if (this.#wholeKey(event, ctrl) || (row < 0 ? this.#table.headKey(event, column) : this.#rowKey(event, row, ctrl))) {
      event.preventDefault();
      return;
    }
    const size = { rows: this.#table.rows()?.total ?? 0, columns: this.#table.columnCount(), page: this.#table.page() };
    const next = movedCell(event.key, ctrl, this.#active, size);
    if (!next) return;
    event.preventDefault();
    this.#move(next, event.shiftKey);
  }

  /** Keys that mean the same in every cell: all, none, copy. */
  #wholeKey({ key }: KeyboardEvent, ctrl: boolean): boolean {
    const letter = ctrl ? key.toLowerCase() : '';
    if (letter === 'a') this.select(this.#table.rows()?.all ?? []);
    else if (letter === 'c') this.#table.copy();
    else if (key === 'Escape' && (this.#table.dataset()?.selection.size ?? 0) > 0) this.select([]);
    else return false;
    return true;
  }

  #rowKey({ key, shiftKey: shift }: KeyboardEvent, row: number, ctrl: boolean): boolean {
    if (key !== ' ' && key !== 'Enter') return false;
    this.#choose(row, { ctrl: key === ' ' ? !shift : ctrl, shift });
    if (key === 'Enter') this.#table.zoom();
    return true;
  }

  #move(next: Cell, shift: boolean): void {
    if (next.row !== this.#active.row && next.row >= 0) {
      this.#table.reveal(next.row);
      if (shift) this.#choose(next.row, { ctrl: false, shift });
      else this.#table.dataset()?.setHover(this.#table.rows()?.at(next.row) ?? -1);
    }
    this.#set(next);
  }

  #set(active: Cell): void {
    this.#active = active;
    this.#moved = true;
    this.#host.requestUpdate();
  }

  #choose(index: number, keys: { readonly ctrl: boolean; readonly shift: boolean }): void {
    const { from, to, mode, anchor } = rowChoice(index, this.#anchor, keys);
    this.#anchor = anchor;
    const rows = this.#table.rows();
    this.select(rows?.between(from, to) ?? [], mode);
  }

  /** Scrolls sideways so that the active cell is not under the pinned ones. */
  #showColumn(): void {
    const grid = this.#table.grid();
    const cell = grid?.querySelector<HTMLElement>('.active');
    if (!grid || !cell || cell.classList.contains('pinned')) return;
    const pinned = [...(cell.parentElement?.querySelectorAll<HTMLElement>('.pinned') ?? [])];
    const held = pinned.reduce((sum, one) => sum + one.offsetWidth, 0);
    const box = cell.getBoundingClientRect();
    const outer = grid.getBoundingClientRect();
    const hidden = outer.left + held - box.left;
    if (hidden > 0) grid.scrollLeft -= hidden;
    else grid.scrollLeft += Math.max(0, box.right - outer.left - grid.clientWidth);
  }
}
