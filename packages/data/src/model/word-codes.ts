/**
 * Words numbered in the order of coming, in a table of our own. Whoever asks a `Map`, a `Set` or an object for a word makes V8 take the word into its table
 * of all words, for as long as the word lives, and every major collection of garbage walks through that table: 80 ms in one go at a million words.
 */
import type { Key } from './query-types.js';

/** Words there is room for at first. */
const FIRST = 1 << 12;

/** Different words, each with a code. */
export class WordCodes {
  /** The words by code. */
  readonly words: string[] = [];
  readonly #most: number;
  /** Of each word, so that most comparisons need no look at the word. */
  #hashes: Uint32Array;
  /** Code + 1; 0 is an empty place. */
  #places: Uint32Array;

  /** @param most Different words that there can be. Of more than a few thousand, room for all is made at once: growing bit by bit leaves much garbage. */
  constructor(most: number) {
    this.#most = most;
    this.#hashes = new Uint32Array(Math.max(1, Math.min(FIRST, most)));
    this.#places = placesFor(this.#hashes.length);
  }

  /** Code of a word; a new one gets the next. */
  codeOf(word: string): number {
    const hash = hashOf(word);
    let place = this.#placeOf(word, hash);
    const code = this.#places[place] as number;
    if (code > 0) return code - 1;
    if (this.words.length === this.#hashes.length) {
      this.#grow();
      place = this.#placeOf(word, hash);
    }
    this.#hashes[this.words.length] = hash;
    this.#places[place] = this.words.push(word);
    return this.words.length - 1;
  }

  /** Whether a word has a code. */
  has(word: string): boolean {
    return (this.#places[this.#placeOf(word, hashOf(word))] as number) > 0;
  }

  /** The place of a word, or the empty place where it belongs. */
  #placeOf(word: string, hash: number): number {
    const last = this.#places.length - 1;
    for (let place = hash & last; ; place = (place + 1) & last) {
      const code = this.#places[place] as number;
      if (code === 0 || (this.#hashes[code - 1] === hash && this.words[code - 1] === word)) return place;
    }
  }

  #grow(): void {
    const hashes = this.#hashes;
    this.#hashes = new Uint32Array(Math.max(this.#most, 2 * hashes.length));
    this.#hashes.set(hashes);
    this.#places = placesFor(this.#hashes.length);
    const last = this.#places.length - 1;
    for (let code = 0; code < hashes.length; code++) {
      let place = (hashes[code] as number) & last;
      while (this.#places[place] !== 0) place = (place + 1) & last;
      this.#places[place] = code + 1;
    }
  }
}

/** Half of the places stay empty, and at least one. */
function placesFor(words: number): Uint32Array {
  return new Uint32Array(2 ** Math.ceil(Math.log2(2 * words + 2)));
}

/** Of all letters, 32 bits (FNV-1a, mixed at the end because only the low bits are used). */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Whether a key is one of some. For whoever asks of very many words. */
export function oneOf(wanted: Iterable<Key>): (key: Key) => boolean {
  const all = [...wanted];
  const words = new WordCodes(all.length);
  const others = new Set<Key>();
  for (const key of all) {
    if (typeof key === 'string') words.codeOf(key);
    else others.add(key);
  }
  return (key) => (typeof key === 'string' ? words.has(key) : others.has(key));
}
