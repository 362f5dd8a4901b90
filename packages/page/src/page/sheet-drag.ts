import { nearestHeight, sheetPx, type SheetHeight } from './sheet-heights.js';

/** What a drag needs of the page. */
export interface SheetDragHost {
  /** Height of the page in px. */
  whole(): number;
  /** Height of the sheet in px as it is drawn. */
  now(): number;
  /** Draws the sheet at a height in px; undefined: at its named height. */
  draw(px: number | undefined): void;
  /** The finger let go: the sheet stays at a named height. */
  settle(height: SheetHeight): void;
}

/** A press that moves less is a click. */
const SLACK_PX = 4;

/** The sheet follows the finger on its grip and stays at the nearest of its heights. */
export class SheetDrag {
  readonly #host: SheetDragHost;
  #from?: { readonly y: number; readonly px: number };
  #moved = false;

  constructor(host: SheetDragHost) {
    this.#host = host;
  }

  /** Whether the press that just ended was a drag: its click is none. */
  get wasDrag(): boolean {
    return this.#moved;
  }

  start(event: PointerEvent): void {
    this.#from = { y: event.clientY, px: this.#host.now() };
    this.#moved = false;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  }

  move(event: PointerEvent): void {
    if (!this.#from) return;
    const by = this.#from.y - event.clientY;
    this.#moved ||= Math.abs(by) > SLACK_PX;
    if (!this.#moved) return;
    const whole = this.#host.whole();
    this.#host.draw(Math.min(sheetPx('full', whole), Math.max(sheetPx('peek', whole), this.#from.px + by)));
  }

  end(): void {
    if (!this.#from) return;
    this.#from = undefined;
    if (!this.#moved) return;
    const height = nearestHeight(this.#host.now(), this.#host.whole());
    this.#host.draw(undefined);
    this.#host.settle(height);
  }
}
