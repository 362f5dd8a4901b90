/** Width of a text in px, in the font it will be drawn in. */
export type MeasureText = (text: string) => number;

const ELLIPSIS = '…';
/** Closing punctuation never begins a line, opening punctuation never ends one (GB/T 15834, 避头尾). */
const NOT_FIRST = /^[，。、；：！？）》〉」』】〕”’…—·％,.;:!?)\]}%‰℃㎡°]/;
const NOT_LAST = /[（《〈「『【〔“‘([{]$/;
const HAN = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** The smallest pieces a line may break between: every Han character, every Latin word with its space. */
export function breakPieces(text: string): string[] {
  const pieces: string[] = [];
  for (const char of text) {
    const last = pieces[pieces.length - 1];
    const glued =
      last !== undefined &&
      (NOT_FIRST.test(char) ||
        NOT_LAST.test(last) ||
        (!HAN.test(char) && !HAN.test(last) && (char === ' ' || !last.endsWith(' '))));
    if (glued) pieces[pieces.length - 1] = last + char;
    else pieces.push(char);
  }
  return pieces;
}

/** A text cut to a width, `…` at its end where something is missing. At least one character stays. */
export function shortened(text: string, width: number, measure: MeasureText): string {
  if (measure(text) <= width) return text;
  const chars = [...text];
  let low = 1;
  let high = chars.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(chars.slice(0, middle).join('').trimEnd() + ELLIPSIS) <= width) low = middle;
    else high = middle - 1;
  }
  return chars.slice(0, low).join('').trimEnd() + ELLIPSIS;
}

/** A text that fits a width whole, or cut with at least `least` characters left; empty where that does not fit either. */
export function fitted(text: string, width: number, measure: MeasureText, least = 2): string {
  const cut = shortened(text, width, measure);
  return measure(cut) <= width && (cut === text || [...cut].length > least) ? cut : '';
}

/**
 * A label in at most `most` lines of a width: breaks between Han characters and between words, keeps punctuation where it belongs,
 * and shortens the last line where the rest does not fit.
 */
export function wrapped(text: string, width: number, most: number, measure: MeasureText): string[] {
  const pieces = breakPieces(text.trim());
  const lines: string[] = [];
  let line = '';
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index] ?? '';
    if (line === '' || measure((line + piece).trimEnd()) <= width) {
      line += piece;
    } else if (lines.length === most - 1) {
      line += pieces.slice(index).join('');
      break;
    } else {
      lines.push(shortened(line.trimEnd(), width, measure));
      line = piece;
    }
  }
  if (line !== '') lines.push(shortened(line.trimEnd(), width, measure));
  return lines;
}

/** A guess for places without a canvas: Han one em, everything else about half. */
export function estimatedWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const char of text) ems += HAN.test(char) ? 1 : 0.56;
  return ems * fontSize;
}
