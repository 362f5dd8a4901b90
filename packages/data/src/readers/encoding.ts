/** Bytes to text. Chinese files come in UTF-8 and GBK and rarely say which. */
import { YztError } from '@yizhangtu/base/errors';
import { byteFaults, type ByteFaults } from './byte-faults.js';

/** Text and the encoding it was read with. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** Bytes that do not fit an encoding that was named, by the page or by a BOM. */
  readonly faults?: ByteFaults;
}

const BOMS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** What is at the beginning of files that are no text at all. */
const BINARIES: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'ZIP / Excel (.xlsx)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'Excel (.xls)'],
  [[0x1f, 0x8b], 'gzip'],
  [[0x25, 0x50, 0x44, 0x46], 'PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/**
 * The text of bytes: by the given encoding, else by its BOM, else strict UTF-8, else GB18030 (which holds GBK and GB2312).
 * @throws YztError `bad-encoding` if the bytes are no text in it, or if there is no such encoding.
 */
export function decodeText(buffer: ArrayBuffer, encoding: string | undefined, name: string): DecodedText {
  const bytes = new Uint8Array(buffer);
  const binary = BINARIES.find(([start]) => startsWith(bytes, start));
  if (binary) throw notText(name, binary[1]);
  if (encoding) return decodeAs(bytes, encoding, name);
  const bom = BOMS.find(([start]) => startsWith(bytes, start));
  if (bom) return decodeAs(bytes, bom[1], name);
  for (const candidate of ['utf-8', 'gb18030']) {
    const text = strictly(bytes, candidate);
    if (text !== undefined) return { text, encoding: candidate };
  }
  throw new YztError('bad-encoding', {
    zh: `<yzt-dataset>：${name} 既不是 UTF-8 也不是 GB18030 编码。请用 encoding 属性写明编码。`,
    en: `<yzt-dataset>: ${name} is neither UTF-8 nor GB18030. Name its encoding in the attribute encoding.`,
  });
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string, name: string): DecodedText {
  const strict = strictly(bytes, encoding);
  if (strict !== undefined) return { text: strict, encoding };
  // Who names the encoding gets the text, with marks where bytes do not fit, and a note that says so.
  const text = decoderOf(encoding, name).decode(bytes);
  return { text, encoding, faults: byteFaults(bytes, encoding, text) };
}

function decoderOf(encoding: string, name: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch (cause) {
    throw new YztError(
      'bad-encoding',
      {
        zh: `<yzt-dataset>：不认识编码「${encoding}」（${name}）。请用 utf-8、gb18030 或 utf-16le。`,
        en: `<yzt-dataset>: unknown encoding "${encoding}" (${name}). Use utf-8, gb18030 or utf-16le.`,
      },
      { cause },
    );
  }
}

function notText(name: string, what: string): YztError {
  return new YztError('bad-encoding', {
    zh: `<yzt-dataset>：${name} 不是文本，而是 ${what} 文件。请另存为 CSV（UTF-8）或 GeoJSON。`,
    en: `<yzt-dataset>: ${name} is no text but a ${what} file. Save it as CSV (UTF-8) or GeoJSON.`,
  });
}
