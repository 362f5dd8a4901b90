import { clampWidth, type TableColumn } from './table-columns.js';

/** What a drag in the head of a table does to its columns. */
export interface ColumnDragTarget {
  columns(): readonly TableColumn[];
  /** Head cells as drawn, one a column. */
  heads(): readonly HTMLElement[];
  /** A column becomes so wide, px at text size 100 %; with `done` when it was let go. */
  resize(field: string, width: number, done: boolean): void;
  /** A column was dropped at the place of another. */
  move(field: string, onto: string): void;
  /** The column a drag is over changed; −1 for none. */
  over(index: number): void;
}

/** Px after which a press is a drag and no click. */
const SLACK = 6;

/** Columns made wider by their edge and carried to another place, with mouse, pen or finger. */
export class ColumnDrag {
  readonly #target: ColumnDragTarget;
  #dragged = false;

  constructor(target: ColumnDragTarget) {
    this.#target = target;
  }

  /** True for the click that ends a drag, which must not sort. Asking forgets it. */
  takeDragged(): boolean {
    const dragged = this.#dragged;
    this.#dragged = false;
    return dragged;
  }

  /** Begins at a press on a head cell: at its edge it changes the width, else it carries the column. */
  start(event: PointerEvent, index: number): void {
    const column = this.#target.columns()[index];
    const head = this.#target.heads()[index];
    if (!column || !head || event.button !== 0) return;
    this.#dragged = false;
    const onEdge = event.target instanceof Element && event.target.classList.contains('grip');
    if (onEdge) this.#resize(event, column, head);
    // A finger that moves sideways over the head scrolls the table.
    else if (event.pointerType !== 'touch') this.#carry(event, column);
  }

  #resize(event: PointerEvent, column: TableColumn, head: HTMLElement): void {
    event.preventDefault();
    // A press on the edge never orders, moved or not.
    this.#dragged = true;
    let moved = false;
    const scale = head.offsetWidth / column.width || 1;
    const width = (move: PointerEvent): number => clampWidth(column.width + (move.clientX - event.clientX) / scale);
    this.#follow(
      event,
      (move) => {
        moved = true;
        this.#target.resize(column.field, width(move), false);
      },
      (end) => moved && this.#target.resize(column.field, width(end), true),
    );
  }

  #carry(event: PointerEvent, column: TableColumn): void {
    let over = -1;
    this.#follow(
      event,
      (move) => {
        if (!this.#dragged && Math.abs(move.clientX - event.clientX) < SLACK) return;
        this.#dragged = true;
        const next = this.#target.heads().findIndex((head) => {
          const { left, right } = head.getBoundingClientRect();
          return move.clientX >= left && move.clientX < right;
        });
        if (next !== over) this.#target.over(next);
        over = next;
      },
      () => {
        const onto = this.#target.columns()[over];
        this.#target.over(-1);
        if (this.#dragged && onto && onto.field !== column.field) this.#target.move(column.field, onto.field);
      },
    );
  }

  /** Hears the pointer until it is let go, wherever it goes. */
  #follow(start: PointerEvent, onMove: (event: PointerEvent) => void, onEnd: (event: PointerEvent) => void): void {
    const move = (event: PointerEvent): void => {
      if (event.pointerId === start.pointerId) onMove(event);
    };
    const end = (event: PointerEvent): void => {
      if (event.pointerId !== start.pointerId) return;
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      onEnd(event);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  }
}
