/** Words as bytes, so that a column of a hundred thousand names costs nothing before somebody reads one. */
import { atOnce, type Steps } from '../steps/drive.js';
import type { Column, TextColumn } from './types.js';

/** Words one after the other in UTF-8. */
export interface PackedWords {
  readonly bytes: Uint8Array;
  /** Where each word begins, and where the last one ends: one more than there are words. With `lengths`, where every 16th word begins. */
  readonly starts: Uint32Array;
  /** Bytes of each word, where none has more than 255. */
  readonly lengths?: Uint8Array;
}

/** Words whose start is found by adding lengths, from one that is known. */
const STRIDE = 16;
const LONGEST = 255;

/** Number of words. */
export function wordCount({ starts, lengths }: PackedWords): number {
  return lengths ? lengths.length : starts.length - 1;
}

/** Where a word begins; of the number behind the last word, where that one ends. */
function startOf({ starts, lengths }: PackedWords, index: number): number {
  if (!lengths) return starts[index] as number;
  let start = starts[Math.floor(index / STRIDE)] as number;
  for (let i = index - (index % STRIDE); i < index; i++) start += lengths[i] as number;
  return start;
}

/** The same words with a byte for each length instead of four for each start; as they were if one is too long. Copies `starts`, not `bytes`. */
export function withLengths(bytes: Uint8Array, starts: Uint32Array): PackedWords {
  const count = starts.length - 1;
  const lengths = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const length = (starts[i + 1] as number) - (starts[i] as number);
    if (length > LONGEST) return { bytes, starts: starts.slice() };
    lengths[i] = length;
  }
  return { bytes, starts: Uint32Array.from({ length: Math.floor(count / STRIDE) + 1 }, (_, i) => starts[STRIDE * i] as number), lengths };
}

// A mark at the beginning of a word belongs to the word.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** One of the words; undefined for a number beyond them. */
export function packedWord(words: PackedWords, index: number): string | undefined {
  return index < wordCount(words) ? decoder.decode(words.bytes.subarray(startOf(words, index), startOf(words, index + 1))) : undefined;
}

/** Words that are decoded at once and cut, which is many times faster than one by one. */
const WORDS_AT_ONCE = 1 << 14;

/** All the words. */
export function packedDictionary(packed: PackedWords): readonly string[] {
  return atOnce(dictionarySteps(packed));
}

function* dictionarySteps(packed: PackedWords): Steps<readonly string[]> {
  const count = wordCount(packed);
  const words: string[] = [];
  for (let first = 0; first < count; first += WORDS_AT_ONCE) {
    cutWords(packed, first, Math.min(count, first + WORDS_AT_ONCE), words);
    yield first / count;
  }
  return words;
}

function cutWords(packed: PackedWords, first: number, last: number, words: string[]): void {
  const { bytes, starts, lengths } = packed;
  let at = startOf(packed, first);
  const text = decoder.decode(bytes.subarray(at, startOf(packed, last)));
  let from = 0;
  for (let index = first; index < last; index++) {
    const end = lengths ? at + (lengths[index] as number) : (starts[index + 1] as number);
    let to = from;
    // Letters a byte begins: none if it goes on, two (a surrogate pair) if it begins a character of four bytes.
    for (; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte < 0x80 || byte >= 0xc0) to += byte >= 0xf0 ? 2 : 1;
    }
    words.push(text.slice(from, to));
    from = to;
  }
}

const encoder = new TextEncoder();

/** Words as bytes; undefined if one has half a surrogate pair, which bytes cannot hold. */
export function packWords(words: readonly string[]): PackedWords | undefined {
  const starts = new Uint32Array(words.length + 1);
  let bytes = new Uint8Array(16 * words.length);
  let end = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    if (LONE.test(word)) return undefined;
    // A letter of a string takes three bytes at most.
    if (end + 3 * word.length > bytes.length) {
      const larger = new Uint8Array(2 * bytes.length + 3 * word.length);
      larger.set(bytes);
      bytes = larger;
    }
    end += encoder.encodeInto(word, bytes.subarray(end)).written;
    starts[index + 1] = end;
  }
  return { bytes: bytes.slice(0, end), starts };
}

const LONE = /\p{Surrogate}/u;

/** A text column whose dictionary is made when somebody asks for it. Its own fields alone cross to another thread. */
export class PackedText implements TextColumn {
  readonly kind = 'text';
  readonly name: string;
  readonly codes: TextColumn['codes'];
  readonly words: PackedWords;
  #dictionary?: readonly string[];

  constructor(name: string, codes: TextColumn['codes'], words: PackedWords) {
    this.name = name;
    this.codes = codes;
    this.words = words;
  }

  /** A column from its own fields, as they come from another thread. */
  static of({ name, codes, words }: Pick<PackedText, 'name' | 'codes' | 'words'>): PackedText {
    return new PackedText(name, codes, words);
  }

  /** All the words; decoded when first asked for. */
  get dictionary(): readonly string[] {
    this.#dictionary ??= packedDictionary(this.words);
    return this.#dictionary;
  }

  get wordCount(): number {
    return wordCount(this.words);
  }

  /** Makes the words in steps. */
  *decode(): Steps<void> {
    if (!this.#dictionary) this.#dictionary = yield* dictionarySteps(this.words);
  }

  /** One word, without making the others. */
  wordAt(code: number): string | undefined {
    return this.#dictionary ? this.#dictionary[code] : packedWord(this.words, code);
  }
}

/** A column whose words are made when somebody asks. */
interface LateText extends TextColumn {
  readonly wordCount: number;
  decode(): Steps<void>;
}

function isLate(column: Column): column is LateText {
  return 'decode' in column;
}

/** Number of different words of a column, without making them; of masked ones the most there can be. */
export function wordsOf(column: TextColumn): number {
  return isLate(column) ? column.wordCount : column.dictionary.length;
}

/** Makes the words of a column in steps, where they are not there yet. */
export function* decoded(column: Column | undefined): Steps<void> {
  if (column && isLate(column)) yield* column.decode();
}
