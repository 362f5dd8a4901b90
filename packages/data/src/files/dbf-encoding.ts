/** In which encoding the words of a dBASE table are: what stands beside it, then what it says itself, then what its bytes are. */

/** Encoding and where it was found. */
export interface DbfEncoding {
  readonly encoding: string;
  readonly from: 'option' | 'cpg' | 'language' | 'bytes';
}

/** Bytes of a table's words. */
export interface DbfWords {
  /** Words that are whole, with a blank between them. */
  readonly joined: Uint8Array;
  /** Words that fill their field: the last letter of each may be cut. */
  readonly cut: readonly Uint8Array[];
}

/** Language drivers (byte 29 of the header) of tables seen in China, and of the West. 0x4D is code page 936. */
const LANGUAGES: Readonly<Record<number, string>> = {
  0x4d: 'gb18030',
  0x4f: 'big5',
  0x4e: 'euc-kr',
  0x13: 'shift_jis',
  0x7b: 'shift_jis',
  0x03: 'windows-1252',
  0x57: 'windows-1252',
  0x58: 'windows-1252',
  0x59: 'windows-1252',
  0xc8: 'windows-1250',
  0xc9: 'windows-1251',
  0x65: 'ibm866',
};

/** Names in `.cpg` files that `TextDecoder` does not know as they are. */
const CODE_PAGES: Readonly<Record<string, string>> = {
  '936': 'gb18030',
  cp936: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'ansi 936': 'gb18030',
  '54936': 'gb18030',
  '65001': 'utf-8',
  '950': 'big5',
  '932': 'shift_jis',
  '949': 'euc-kr',
  '88591': 'iso-8859-1',
  '8859_1': 'iso-8859-1',
  '20127': 'us-ascii',
};

/** An encoding a `.cpg` file names; undefined for a name nobody knows. */
export function encodingOfCpg(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  const bare = name.replace(/^(?:ansi|oem|cp|windows|ibm)[\s_-]*/, '');
  const known = CODE_PAGES[name] ?? CODE_PAGES[bare];
  if (known !== undefined) return known;
  for (const candidate of [name, /^125\d$/.test(bare) ? `windows-${bare}` : bare]) {
    try {
      return new TextDecoder(candidate).encoding;
    } catch {
      // The next one.
    }
  }
  return undefined;
}

/** The encoding of a table. @param words All bytes of its words; only looked at where nothing names an encoding. */
export function dbfEncoding(named: string | undefined, cpg: string | undefined, language: number, words: () => DbfWords): DbfEncoding {
  if (named !== undefined) return { encoding: named, from: 'option' };
  const beside = cpg === undefined ? undefined : encodingOfCpg(cpg);
  if (beside !== undefined) return { encoding: beside, from: 'cpg' };
  const own = LANGUAGES[language];
  if (own !== undefined && !own.startsWith('windows-125')) return { encoding: own, from: 'language' };
  const all = words();
  if (fits(all, 'utf-8')) return { encoding: 'utf-8', from: 'bytes' };
  // Tables of Chinese programs often carry the byte of Windows 1252, which is then wrong.
  return own !== undefined && !looksChinese(all) ? { encoding: own, from: 'language' } : { encoding: 'gb18030', from: 'bytes' };
}

/** True if all words are words in an encoding. */
function fits({ joined, cut }: DbfWords, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(joined);
    for (const word of cut) new TextDecoder(encoding, { fatal: true }).decode(word, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Letters with accents come one by one between others; bytes of Chinese letters mostly in pairs. */
function looksChinese(words: DbfWords): boolean {
  if (!fits(words, 'gb18030')) return false;
  let [pairs, single, run] = [0, 0, 0];
  for (const byte of words.joined) {
    if (byte >= 0x80) {
      run++;
      continue;
    }
    if (run % 2 === 0) pairs += run;
    else single += run;
    run = 0;
  }
  return pairs > 4 * single;
}
