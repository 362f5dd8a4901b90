/** Words numbered in the order of coming. Many small maps: one of a million words takes longer than a frame each time it grows. */
const SHARDS = 64;

/** Different words, each with a code. */
export class WordCodes {
  /** The words by code. */
  readonly words: string[] = [];
  readonly #maps = Array.from({ length: SHARDS }, () => new Map<string, number>());

  /** Code of a word; a new one gets the next. */
  codeOf(word: string): number {
    const { length } = word;
    const mixed = 31 * word.charCodeAt(length - 1) + 7 * word.charCodeAt(length - 2) + word.charCodeAt(length >> 1) + length;
    // NaN of a short word becomes 0.
    const map = this.#maps[mixed & (SHARDS - 1)] as Map<string, number>;
    let code = map.get(word);
    if (code === undefined) {
      code = this.words.length;
      map.set(word, code);
      this.words.push(word);
    }
    return code;
  }
}
