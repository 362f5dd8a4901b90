/** The text of an answer: an encoding that is declared is kept, one that is not true is seen through. */

const BOMS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

function strictly(bytes: Uint8Array, encoding: string, cut: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    // Bytes do not fit, or there is no such encoding.
    return undefined;
  }
}

/**
 * By its BOM, by what the document declares of itself, by what the server says, else as UTF-8, else as GB18030. Servers say `utf-8` of
 * anything, and a document that was edited in another encoding keeps its first line: what does not fit is passed over.
 * @param cut The bytes are a beginning, which may end within a character.
 */
export function decoded(bytes: Uint8Array, contentType: string, cut = false): string {
  const bom = BOMS.find(([start]) => start.every((byte, at) => bytes[at] === byte))?.[1];
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^\s*(?:\u00ef\u00bb\u00bf)?<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1];
  const said = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1];
  for (const encoding of [bom, declared, said, 'utf-8', 'gb18030']) {
    const text = encoding === undefined ? undefined : strictly(bytes, encoding, cut);
    if (text !== undefined) return text;
  }
  return new TextDecoder().decode(bytes);
}
