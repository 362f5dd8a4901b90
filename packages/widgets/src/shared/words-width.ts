/** Width of words in px: a Han letter or full-width sign is one em, everything else about 0.58. @param size Size of type, px. */
export function wordsWidth(words: string, size = 13): number {
  let em = 0;
  for (const letter of words) em += (letter.codePointAt(0) as number) >= 0x2e80 ? 1 : 0.58;
  return em * size;
}
