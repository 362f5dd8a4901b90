import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where a drag would put its row. */
export interface DropPlace {
  /** The row it would stand beside. */
  readonly beside: Element;
  readonly place: 'above' | 'below';
}

/** A row that another one may be put beside. */
export interface DropTarget {
  readonly row: Element;
  /** The last of the rows that go with it: itself, or what is at the end of an open group. */
  readonly last: Element;
}

/** What the drag asks and tells. */
export interface DragHost {
  /** Rows that the dragged one may stand among, itself left out. Asked once a drag. */
  targets(row: Element): DropTarget[];
  drop(row: Element, to: DropPlace): void;
}

/** A place, and the row whose edge shows it. */
interface Marked extends DropPlace {
  readonly at: Element;
}

/** Moves a row of a tree by its handle: where it would go is marked, Escape leaves all as it was. */
export class RowDrag implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #parts: DragHost;
  #row?: Element | undefined;
  #targets: readonly DropTarget[] = [];
  #to?: Marked | undefined;

  constructor(host: ReactiveControllerHost, parts: DragHost) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** The handle was pressed. */
  start(event: PointerEvent): void {
    const handle = event.currentTarget as Element;
    const row = handle.closest('[role=treeitem]');
    if (!row || event.button !== 0) return;
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    this.#row = row;
    this.#targets = this.#parts.targets(row);
    row.classList.add('dragged');
    document.addEventListener('keydown', this.#onKey, true);
  }

  /** The pointer moved. */
  move(event: PointerEvent): void {
    if (!this.#row) return;
    this.#mark(this.#placeAt(event.clientY));
  }

  /** The pointer was let go. */
  end(event: PointerEvent): void {
    const [row, to] = [this.#row, this.#to];
    this.#end();
    if (row && to && event.type === 'pointerup') this.#parts.drop(row, to);
    this.#host.requestUpdate();
  }

  #placeAt(y: number): Marked | undefined {
    let nearest: (Marked & { readonly distance: number }) | undefined;
    for (const { row: beside, last } of this.#targets) {
      for (const [place, edge, at] of [['above', beside.getBoundingClientRect().top, beside], ['below', last.getBoundingClientRect().bottom, last]] as const) {
        const distance = Math.abs(y - edge);
        if (!nearest || distance < nearest.distance) nearest = { beside, place, at, distance };
      }
    }
    return nearest;
  }

  #mark(to: Marked | undefined): void {
    if (to?.beside === this.#to?.beside && to?.place === this.#to?.place) return;
    this.#to?.at.classList.remove('drop-above', 'drop-below');
    to?.at.classList.add(`drop-${to.place}`);
    to?.at.scrollIntoView({ block: 'nearest' });
    this.#to = to;
  }

  #end(): void {
    this.#mark(undefined);
    this.#row?.classList.remove('dragged');
    this.#row = undefined;
    this.#targets = [];
    document.removeEventListener('keydown', this.#onKey, true);
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#end();
  };
}
