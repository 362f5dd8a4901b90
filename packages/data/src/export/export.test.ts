import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { csvFile, csvFileInSlices, csvParts, guarded, sheetDate, tsvText, tsvTextInSlices } from './delimited.js';
import type { Sheet, SheetValue } from './types.js';
import { columnLetters, serialDay, sheetName, xlsxFile } from './xlsx.js';
import { crc32 } from './zip.js';

const NOON = Date.parse('2026-03-01T12:30:00+08:00');
const rows: readonly (readonly SheetValue[])[] = [
  ['市南体育场', 12000.5, new Date(NOON)],
  ['a,"b"\nc', -3, null],
  ['=HYPERLINK("http://x")', NaN, new Date(NaN)],
];
const sheet: Sheet = {
  name: '场馆/2026',
  columns: [{ label: '名称' }, { label: '面积（㎡）', digits: 1 }, { label: '建成', dateOnly: true }],
  rowCount: rows.length,
  cell: (row, column) => rows[row]?.[column] ?? null,
};

describe('guarded', () => {
  it('puts an apostrophe before what a spreadsheet would calculate, full-width signs too', () => {
    for (const text of ['=1+1', '+86 138', '-a', '@SUM(A1)', '\t=1', '＝1', '＋1']) expect(guarded(text)).toBe(`'${text}`);
  });
  it('leaves words and signed numbers alone', () => {
    for (const text of ['市南区', '-5', '+3.2%', '1=1', '']) expect(guarded(text)).toBe(text);
  });
});

describe('csvParts', () => {
  it('begins with a byte order mark, quotes what needs it, and ends lines as RFC 4180 says', () => {
    expect(csvParts(sheet).join('')).toBe(
      '\ufeff名称,面积（㎡）,建成\r\n市南体育场,12000.5,2026-03-01\r\n"a,""b""\nc",-3,\r\n"\'=HYPERLINK(""http://x"")",,\r\n',
    );
  });
  it('keeps many rows apart and in order', () => {
    const many: Sheet = { name: 'n', columns: [{ label: 'n' }], rowCount: 5001, cell: (row) => row };
    const lines = csvParts(many).join('').split('\r\n');
    expect(lines).toHaveLength(5003);
    expect([lines[1], lines[5001]]).toEqual(['0', '5000']);
  });
});

describe('tsvText', () => {
  it('has no tab or line end inside a cell', () => {
    expect(tsvText(sheet).split('\r\n')[2]).toBe('a,"b" c\t-3\t');
  });
});

describe('in slices', () => {
  const many: Sheet = { name: 'n', columns: [{ label: '编号' }, { label: '名称' }, { label: '日' }], rowCount: 30_001, cell: (row, column) => [row, `=青岛 "${row}"\t`, new Date(NOON + row)][column] ?? null };
  it.each([0, 1, 30_001])('the files are those that are written at once, of %d rows', async (rowCount) => {
    const some = { ...many, rowCount };
    expect(Buffer.from(await (await csvFileInSlices(some, { sliceMs: 0 })).arrayBuffer()).equals(Buffer.from(await csvFile(some).arrayBuffer()))).toBe(true);
    expect(await tsvTextInSlices(some, { sliceMs: 0 })).toBe(tsvText(some));
    expect((await csvFileInSlices(some)).type).toBe(csvFile(some).type);
  });
  it('pieces are made while rows are written, and all of them are in the file', async () => {
    const long: Sheet = { name: 'n', columns: [{ label: 'n' }], rowCount: 5000, cell: (row) => `${row} ${'字'.repeat(400)}` };
    expect(await (await csvFileInSlices(long)).text()).toBe(await csvFile(long).text());
  });
  it('the signal ends them', async () => {
    for (const write of [csvFileInSlices, tsvTextInSlices, xlsxFile]) {
      const stop = new AbortController();
      const file = write(many, { sliceMs: 0, signal: stop.signal, onProgress: () => stop.abort() });
      await expect(file).rejects.toMatchObject({ name: 'AbortError' });
    }
  });
  it('the workbook is the same however often its making pauses', async () => {
    const bytes = async (sliceMs: number): Promise<Buffer> => Buffer.from(await (await xlsxFile(many, { sliceMs })).arrayBuffer());
    expect((await bytes(0)).equals(await bytes(1e9))).toBe(true);
  });
});

describe('sheetDate', () => {
  it('goes by the clock of China', () => {
    expect(sheetDate(NOON, false)).toBe('2026-03-01 12:30:00');
    expect(sheetDate(Date.parse('2026-02-28T17:00:00Z'), true)).toBe('2026-03-01');
  });
});

describe('serialDay', () => {
  it('is the day number of Excel', () => {
    expect(serialDay(Date.parse('2026-03-01T12:00:00+08:00'))).toBe(46082.5);
  });
});

it('columnLetters go on after Z', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

it('sheetName leaves out what Excel refuses', () => {
  expect(sheetName("'a/b:c'")).toBe('a b c');
  expect(sheetName('?*')).toBe('Sheet1');
  expect(sheetName('场'.repeat(40))).toHaveLength(31);
});

it('crc32 gives the check value of its definition, in pieces too', () => {
  const bytes = new TextEncoder().encode('123456789');
  expect(crc32(bytes)).toBe(0xcbf43926);
  expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
});

/** The files of an archive by its directory, inflated by Node and checked. */
async function unzipped(blob: Blob): Promise<Map<string, string>> {
  const bytes = Buffer.from(await blob.arrayBuffer());
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i++) {
    const [method, crc, size, length, offset] = [10, 16, 20, 28, 42].map((place) =>
      place === 10 || place === 28 ? bytes.readUInt16LE(at + place) : bytes.readUInt32LE(at + place),
    ) as [number, number, number, number, number];
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    const from = offset + 30 + length;
    const raw = bytes.subarray(from, from + size);
    const data = method === 8 ? inflateRawSync(raw) : raw;
    expect(crc32(data)).toBe(crc);
    files.set(name, data.toString('utf8'));
    at += 46 + length;
  }
  return files;
}

describe('xlsxFile', () => {
  it('is an archive of the parts a workbook needs', async () => {
    const files = await unzipped(await xlsxFile(sheet));
    expect([...files.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    expect(files.get('xl/workbook.xml')).toContain('<sheet name="场馆 2026"');
  });

  it('writes numbers and dates as such and text that is no formula', async () => {
    const xml = (await unzipped(await xlsxFile(sheet))).get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).toContain('<c r="B2" s="5"><v>12000.5</v></c>');
    expect(xml).toContain('<c r="C2" s="2"><v>46082.520833333336</v></c>');
    expect(xml).toContain(
      '<c r="A4" s="0" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;http://x&quot;)</t></is></c>',
    );
    expect(xml).not.toContain('<f>');
    expect(xml).not.toContain('NaN');
  });

  it('holds what XML cannot: control characters and half letters are left out', async () => {
    const odd: Sheet = { name: 'n', columns: [{ label: 'n' }], rowCount: 1, cell: () => 'a\u0000\ud800b<&😀' };
    const xml = (await unzipped(await xlsxFile(odd))).get('xl/worksheets/sheet1.xml');
    expect(xml).toContain('>ab&lt;&amp;😀<');
  });
});
