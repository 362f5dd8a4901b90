/** Full-width letters, digits and signs that numbers and dates are written with, and what they stand for. */
const WIDE = '０１２３４５６７８９＋－．，％／：ＴＺＢＭＫＥｔｚｂｍｋｅ';
const PLAIN = '0123456789+-.,%/:TZBMKEtzbmke';

/** A text as `halfWidth` has it, as far as numbers and dates are concerned. Letters of the list have three bytes each; early servers find the letter of number 0 in any list. */
export function halfWidthSql(text: string): string {
  const plain = `arrayMap(c -> if(length(c) = 3 AND position('${WIDE}', c) > 0, substring('${PLAIN}', intDiv(position('${WIDE}', c) - 1, 3) + 1, 1), c), extractAll(${text}, '(?s).'))`;
  return `replaceRegexpAll(arrayStringConcat(${plain}), '[\\\\x{A0}\\\\x{2000}-\\\\x{200A}\\\\x{202F}\\\\x{205F}\\\\x{3000}]', ' ')`;
}
