/** Where something stands on the canvas already. */

/** A box on the canvas: left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

const CELL = 128;

/** Boxes that are taken, found by cell. */
export class TakenBoxes {
  readonly #cells = new Map<number, Box[]>();
  /** Boxes taken so far, in their order. */
  readonly boxes: Box[] = [];

  /** Takes a box if nothing stands there. */
  take(box: Box): boolean {
    const free = this.isFree(box);
    if (free) this.block(box);
    return free;
  }

  /** Whether nothing stands in a box. */
  isFree(box: Box): boolean {
    return !this.#keys(box).some((key) => this.#cells.get(key)?.some((other) => overlaps(box, other)));
  }

  /** Keeps labels off a box, whatever stands there already. */
  block(box: Box): void {
    this.boxes.push(box);
    for (const key of this.#keys(box)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
    }
  }

  #keys([left, top, right, bottom]: Box): number[] {
    const keys: number[] = [];
    for (let line = Math.floor(top / CELL); line <= Math.floor(bottom / CELL); line++)
      for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) keys.push(line * 4096 + column);
    return keys;
  }
}

function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}
