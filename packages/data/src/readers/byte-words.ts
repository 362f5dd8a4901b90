/** A dictionary of words that stay bytes: each kept once, numbered as they first come. */
import type { PackedWords } from '../model/packed-text.js';
import { Grow } from './geometry-builder.js';
import { HASH, HASH_STEP } from './json-bytes.js';

const EMPTY = -1;

/** Hash of bytes, as `scanString` makes it. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = HASH;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), HASH_STEP);
  return hash;
}

/** Open fields and functions beside the class: private methods would cost old kernels a look-up at every access. */
export class ByteWords {
  /** Number of words. */
  size = 0;
  /** Open addressing, half full at most. */
  slots = new Int32Array(64).fill(EMPTY);
  readonly bytes = new Grow((size) => new Uint8Array(size), 1024);
  readonly starts = new Grow((size) => new Uint32Array(size), 64);
  readonly hashes = new Grow((size) => new Int32Array(size), 64);
  /** The row each word first came with, to take back what a row added. */
  readonly rows = new Grow((size) => new Uint32Array(size), 64);

  constructor() {
    this.starts.push(0);
  }

  /** The number of a word, which is a new one if it is not there yet. */
  add(bytes: Uint8Array, from: number, to: number, hash: number, row: number): number {
    const { slots } = this;
    let slot = slotOf(slots, hash);
    for (let code = slots[slot] as number; code !== EMPTY; code = slots[slot] as number) {
      if (this.hashes.array[code] === hash && holds(this, code, bytes, from, to)) return code;
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = this.size;
    this.hashes.push(hash);
    this.rows.push(row);
    const into = this.bytes.reserve(to - from);
    let end = this.bytes.length;
    for (let at = from; at < to; at++) into[end++] = bytes[at] as number;
    this.bytes.length = end;
    this.starts.push(end);
    if (++this.size * 2 > slots.length) widen(this);
    return this.size - 1;
  }

  /** Takes back the words that came with a row, which must be the last. */
  takeBack(row: number): void {
    const { slots } = this;
    while (this.size > 0 && this.rows.at(this.size - 1) === row) {
      const code = --this.size;
      let slot = slotOf(slots, this.hashes.at(code));
      while (slots[slot] !== code) slot = (slot + 1) & (slots.length - 1);
      // The last word that came in is the last of its chain: its place can be emptied.
      slots[slot] = EMPTY;
      this.starts.length--;
      this.bytes.length = this.starts.at(code);
      this.hashes.length--;
      this.rows.length--;
    }
  }

  /** A copy of the words. */
  packed(): PackedWords {
    return { bytes: this.bytes.result(), starts: this.starts.result() };
  }
}

/** FNV's low bits alone are poor. */
function slotOf(slots: Int32Array, hash: number): number {
  return (hash ^ (hash >>> 15)) & (slots.length - 1);
}

function holds(words: ByteWords, code: number, bytes: Uint8Array, from: number, to: number): boolean {
  const starts = words.starts.array;
  let at = starts[code] as number;
  if ((starts[code + 1] as number) - at !== to - from) return false;
  const own = words.bytes.array;
  for (let i = from; i < to; i++) if (own[at++] !== bytes[i]) return false;
  return true;
}

function widen(words: ByteWords): void {
  const slots = new Int32Array(2 * words.slots.length).fill(EMPTY);
  for (let code = 0; code < words.size; code++) {
    let slot = slotOf(slots, words.hashes.at(code));
    while (slots[slot] !== EMPTY) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = code;
  }
  words.slots = slots;
}
