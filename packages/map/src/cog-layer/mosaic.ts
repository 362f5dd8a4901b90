/** Blocks side by side: a window of a level as one array. Pure. */
import type { Piece } from './piece.js';
import type { Window } from './plan.js';

/** Where pieces come from. */
export interface Pieces {
  readonly blockWidth: number;
  readonly blockHeight: number;
  /** Undefined where there is none, or not yet. */
  at(column: number, row: number): Piece | undefined;
}

/** A window of a level. */
export interface Mosaic<P extends Piece = Piece> {
  readonly window: Window;
  readonly width: number;
  readonly height: number;
  readonly values: P;
}

/** @param numbers Whether pieces are numbers; where there are none is NaN, else 0. */
export function mosaicOf(window: Window, pieces: Pieces, numbers: boolean): Mosaic {
  const [width, height] = [window.right - window.left, window.bottom - window.top];
  const values: Piece = numbers ? new Float32Array(width * height).fill(NaN) : new Uint32Array(width * height);
  const { blockWidth, blockHeight } = pieces;
  for (let row = Math.floor(window.top / blockHeight); row * blockHeight < window.bottom; row++)
    for (let column = Math.floor(window.left / blockWidth); column * blockWidth < window.right; column++) {
      const piece = pieces.at(column, row);
      if (!piece) continue;
      const [x, y] = [column * blockWidth, row * blockHeight];
      const [left, right] = [Math.max(window.left, x), Math.min(window.right, x + blockWidth)];
      const bottom = Math.min(window.bottom, y + blockHeight, y + piece.length / blockWidth);
      for (let line = Math.max(window.top, y); line < bottom; line++) {
        const from = (line - y) * blockWidth;
        values.set(piece.subarray(from + left - x, from + right - x) as never, (line - window.top) * width + left - window.left);
      }
    }
  return { window, width, height, values };
}
