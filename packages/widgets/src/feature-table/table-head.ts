import type { DatasetLike } from '@yizhangtu/data/model';
import { ColumnDrag } from './column-drag.js';
import type { ColumnModel } from './column-model.js';
import { clampWidth, type TableColumn } from './table-columns.js';

/** What the head of a table works on. */
export interface HeadTarget {
  readonly model: ColumnModel;
  dataset(): DatasetLike | undefined;
  columns(): readonly TableColumn[];
  /** Head cells as drawn, one a column. */
  heads(): readonly HTMLElement[];
  /** Makes a column of the head the active cell; 0 is that of the check boxes. */
  toHead(column: number): void;
  turnSort(field: string): void;
  toggleAll(): void;
  /** Column a drag is over, −1 for none. */
  over(index: number): void;
}

/** Px a key makes a column wider. */
const WIDTH_STEP = 16;

/** What clicks, drags and keys in the head of a table do. */
export class TableHead {
  readonly #target: HeadTarget;
  readonly #drag: ColumnDrag;

  constructor(target: HeadTarget) {
    this.#target = target;
    this.#drag = new ColumnDrag({
      columns: () => target.columns(),
      heads: () => target.heads(),
      resize: (field, width, done) => target.model.resize(field, width, done),
      move: (field, onto) => this.#change((dataset) => target.model.moveOnto(dataset, field, onto)),
      over: (index) => target.over(index),
    });
  }

  /** A press on a head cell may become a drag. */
  onDown(event: PointerEvent, index: number): void {
    this.#drag.start(event, index);
  }

  /** A click orders by the column. */
  onClick(index: number): void {
    const column = this.#target.columns()[index];
    if (!column || this.#drag.takeDragged()) return;
    this.#target.turnSort(column.field);
    this.#target.toHead(index + 1);
  }

  /** A double click on the edge of a column fits it to its words. */
  onDouble(event: MouseEvent, index: number): void {
    const column = this.#target.columns()[index];
    if (column && (event.target as Element).classList.contains('grip')) this.#target.model.resize(column.field, undefined, true);
  }

  /**
   * Keys on a head cell: Enter orders, Shift with an arrow widens, Ctrl+Shift with an arrow moves the column.
   * @param at Column of the grid; 0 is that of the check boxes.
   * @returns Whether the key meant something.
   */
  onKey(event: KeyboardEvent, at: number): boolean {
    const { model, columns, toHead, turnSort, toggleAll } = this.#target;
    const column = columns()[at - 1];
    const press = event.key === 'Enter' || event.key === ' ';
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (press && !column) toggleAll();
    else if (!column) return false;
    else if (press) {
      turnSort(column.field);
      toHead(at);
    } else if (by !== 0 && event.shiftKey && event.ctrlKey) {
      this.#change((dataset) => model.move(dataset, column.field, by));
      toHead(columns().findIndex(({ field }) => field === column.field) + 1);
    } else if (by !== 0 && event.shiftKey) model.resize(column.field, clampWidth(column.width + by * WIDTH_STEP), true);
    else return false;
    return true;
  }

  #change(change: (dataset: DatasetLike) => void): void {
    const dataset = this.#target.dataset();
    if (dataset) change(dataset);
  }
}
