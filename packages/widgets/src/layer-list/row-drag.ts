import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where a drag would put its row. */
export interface DropPlace {
  /** The row it would stand beside. */
  readonly beside: Element;
  readonly place: 'above' | 'below';
}

/** What the drag asks and tells. */
export interface DragHost {
  /** Rows that the dragged one may stand among, itself left out. */
  targets(row: Element): Element[];
  /** The last of the rows that go with a row: itself, or what is at the end of an open group. */
  last(row: Element): Element;
  drop(row: Element, to: DropPlace): void;
}

/** Moves a row of a tree by its handle: where it would go is marked, Escape leaves all as it was. */
export class RowDrag implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #parts: DragHost;
  #row?: Element | undefined;
  #to?: DropPlace | undefined;
  #marked?: Element | undefined;

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

  #placeAt(y: number): DropPlace | undefined {
    let nearest: (DropPlace & { readonly distance: number }) | undefined;
    for (const beside of this.#parts.targets(this.#row as Element)) {
      const { top } = beside.getBoundingClientRect();
      const { bottom } = this.#parts.last(beside).getBoundingClientRect();
      for (const [place, edge] of [['above', top], ['below', bottom]] as const) {
        const distance = Math.abs(y - edge);
        if (!nearest || distance < nearest.distance) nearest = { beside, place, distance };
      }
    }
    return nearest;
  }

  #mark(to: DropPlace | undefined): void {
    if (to?.beside === this.#to?.beside && to?.place === this.#to?.place) return;
    this.#marked?.classList.remove('drop-above', 'drop-below');
    this.#marked = to && (to.place === 'above' ? to.beside : this.#parts.last(to.beside));
    if (to) this.#marked?.classList.add(`drop-${to.place}`);
    this.#marked?.scrollIntoView({ block: 'nearest' });
    this.#to = to;
  }

  #end(): void {
    this.#mark(undefined);
    this.#row?.classList.remove('dragged');
    this.#row = undefined;
    document.removeEventListener('keydown', this.#onKey, true);
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#end();
  };
}
