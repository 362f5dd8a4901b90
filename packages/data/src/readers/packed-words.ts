/** Words of a dictionary as their UTF-8 bytes, checked; nobody reads them yet. */
import type { PackedWords } from '../model/packed-text.js';
import { checkStarts } from './packed-checks.js';
import type { HeaderParts } from './packed-parts.js';

/** The words as they lie in the file. */
export function checkedWords(bytes: Uint8Array, starts: Uint32Array, name: string, parts: HeaderParts): PackedWords {
  checkStarts(starts, bytes.length, `${name}.offsets`, parts);
  checkUtf8(bytes, name, parts);
  for (let word = 0; word < starts.length; word++) {
    // The words are cut from one text, so that a cut within a character would move all that follow.
    if (((bytes[starts[word] as number] ?? 0) & 0xc0) === 0x80) {
      throw parts.fault(`「${name}」第 ${word + 1} 个词从字符中间开始`, `word ${word + 1} of "${name}" begins in the middle of a character`);
    }
  }
  return { bytes, starts };
}

function checkUtf8(bytes: Uint8Array, name: string, parts: HeaderParts): void {
  if (isAscii(bytes)) return;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw parts.fault(`「${name}」不是 UTF-8 文本`, `"${name}" is no UTF-8 text`);
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) >= 0x80) return false;
  return true;
}
