import type { MeasureText } from './text-fit.js';

/** A piece of a label that is written downwards. */
export interface DownPiece {
  readonly text: string;
  /** Where it begins, px from the top of the label. */
  readonly at: number;
  readonly length: number;
  /** Letters, figures and signs lie on their side; Han characters stand. */
  readonly turned: boolean;
}

const PIECES = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+/g;
const STANDS = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

/** The pieces of a label written from top to bottom, as Chinese is (竖排): each Han character upright, all else in one turned piece. */
export function downPieces(words: string, measure: MeasureText): DownPiece[] {
  let at = 0;
  return (words.match(PIECES) ?? []).map((text) => {
    const piece = { text, at, length: measure(text), turned: !STANDS.test(text) };
    at += piece.length;
    return piece;
  });
}
