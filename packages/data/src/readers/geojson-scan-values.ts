/** Values of a feature beside its places, from bytes straight into columns. */
import type { ByteWords } from './byte-words.js';
import { hashOf } from './byte-words.js';
import { DONE, scanString, scanWord, stuck, type JsonBytes, type State } from './json-bytes.js';
import { scanNumber } from './json-number.js';
import { FALSE, MISSING, NUMBER, STRING, TRUE, Unscannable, type ScannedField, type ScannedIds } from './scanned-fields.js';
import { unescaped } from './unescaped.js';

/** Reads a cell that is no list and no object. */
export function scanPlainCell(s: JsonBytes, field: ScannedField, row: number): State {
  const c = s.bytes[s.at] as number;
  if (c === 34) return scanWordInto(s, field, row);
  if (c === 45 || (c >= 48 && c <= 57)) {
    const value = scanNumber(s);
    if (value !== value) return stuck(s);
    field.set(row, NUMBER, value);
    return DONE;
  }
  const state = scanWord(s);
  if (state === DONE) field.set(row, c === 116 ? TRUE : c === 102 ? FALSE : MISSING, 0);
  return state;
}

/** Reads the id of a feature. */
export function scanId(s: JsonBytes, ids: ScannedIds, row: number): State {
  const c = s.bytes[s.at] as number;
  if (c === 34) return scanWordInto(s, ids, row);
  if (c === 110) return scanWord(s);
  if (c !== 45 && !(c >= 48 && c <= 57)) return stuck(s);
  const id = scanNumber(s);
  if (id - id !== 0) return stuck(s);
  ids.set(row, NUMBER, id);
  return DONE;
}

/** Reads a string into a field. */
function scanWordInto(s: JsonBytes, field: ScannedField, row: number): State {
  s.at++;
  const state = scanString(s);
  if (state === DONE) field.set(row, STRING, wordOf(s, field.words, row));
  return state;
}

/** The number of the last string among words. @throws Unscannable for half a surrogate pair. */
function wordOf(s: JsonBytes, words: ByteWords, row: number): number {
  if (!s.escaped) return words.add(s.bytes, s.from, s.to, s.hash, row);
  const plain = unescaped(s.bytes, s.from, s.to);
  if (!plain) throw new Unscannable();
  return words.add(plain, 0, plain.length, hashOf(plain, 0, plain.length), row);
}
