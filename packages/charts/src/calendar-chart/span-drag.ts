/** What a drag over marks in two dimensions asks of its chart. */
export interface SpanTargets {
  /** The mark at a place of the window, px; −1 for none. */
  at(clientX: number, clientY: number): number;
  /** The span under way changed; undefined where it ended. */
  moved(span: readonly [from: number, to: number] | undefined): void;
  /** A span was dragged. */
  chosen(from: number, to: number): void;
  /** A press that was no drag; −1 beside all marks. */
  pressed(index: number): void;
}

/** Chooses a span of marks by a drag from one to another. A finger scrolls the page; it chooses by taps. */
export class SpanDrag {
  readonly #targets: SpanTargets;
  #from: number | undefined;
  #to = -1;

  constructor(targets: SpanTargets) {
    this.#targets = targets;
  }

  /** A drag is under way. */
  get active(): boolean {
    return this.#from !== undefined && this.#to !== this.#from;
  }

  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.#from = this.#to = this.#targets.at(event.clientX, event.clientY);
    if (event.pointerType !== 'touch') (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  readonly move = (event: PointerEvent): void => {
    const index = this.#targets.at(event.clientX, event.clientY);
    if (this.#from === undefined || this.#from < 0 || event.pointerType === 'touch' || index < 0 || index === this.#to) return;
    this.#to = index;
    this.#targets.moved([this.#from, index]);
  };

  readonly up = (event: PointerEvent): void => {
    const [from, to] = [this.#from, this.#to];
    this.#from = undefined;
    if (from === undefined) return;
    this.#targets.moved(undefined);
    const strayed = event.pointerType === 'touch' && this.#targets.at(event.clientX, event.clientY) !== from;
    if (event.type !== 'pointerup' || strayed) return;
    if (from === to) this.#targets.pressed(from);
    else this.#targets.chosen(from, to);
  };
}
