/** Strings with escapes, as bytes without them. */

/** The bytes of a string that was found well formed; undefined for half a surrogate pair, which UTF-8 cannot hold. */
export function unescaped(bytes: Uint8Array, from: number, to: number): Uint8Array | undefined {
  const plain = new Uint8Array(to - from);
  let length = 0;
  for (let at = from; at < to; ) {
    const c = bytes[at++] as number;
    if (c !== 92) {
      plain[length++] = c;
      continue;
    }
    const escape = bytes[at++] as number;
    if (escape !== 117) {
      plain[length++] = SHORT.get(escape) ?? escape;
      continue;
    }
    let code = hexAt(bytes, at);
    at += 4;
    if (code >= 0xd800 && code < 0xe000) {
      const next = bytes[at] === 92 && bytes[at + 1] === 117 ? hexAt(bytes, at + 2) : 0;
      if (code >= 0xdc00 || next < 0xdc00 || next >= 0xe000) return undefined;
      code = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00);
      at += 6;
    }
    length = putUtf8(plain, length, code);
  }
  return plain.subarray(0, length);
}

/** Letters that stand for something else behind a backslash. */
const SHORT: ReadonlyMap<number, number> = new Map([
  [98, 8],
  [102, 12],
  [110, 10],
  [114, 13],
  [116, 9],
]);

function hexAt(bytes: Uint8Array, at: number): number {
  let code = 0;
  for (let i = 0; i < 4; i++) {
    const c = bytes[at + i] as number;
    code = code * 16 + (c <= 57 ? c - 48 : (c | 32) - 87);
  }
  return code;
}

function putUtf8(into: Uint8Array, at: number, code: number): number {
  if (code < 0x80) {
    into[at++] = code;
    return at;
  }
  if (code < 0x800) into[at++] = 0xc0 | (code >> 6);
  else {
    if (code < 0x10000) into[at++] = 0xe0 | (code >> 12);
    else {
      into[at++] = 0xf0 | (code >> 18);
      into[at++] = 0x80 | ((code >> 12) & 63);
    }
    into[at++] = 0x80 | ((code >> 6) & 63);
  }
  into[at++] = 0x80 | (code & 63);
  return at;
}
