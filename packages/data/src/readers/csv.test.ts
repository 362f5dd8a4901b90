import fc from 'fast-check';
import { rowText } from '../words/row-text.js';
import { describe, expect, test } from 'vitest';
import { Dataset } from '../model/dataset.js';
import type { Table } from '../model/types.js';
import { readTable } from './read-table.js';
import type { ReadOptions } from './types.js';

const utf8 = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer;
const read = (text: string, options: ReadOptions = {}): Promise<Table> => readTable(utf8(text), { format: 'csv', ...options });
const cells = (table: Table): (string | null)[][] => {
  const dataset = new Dataset(table);
  return Array.from({ length: table.rowCount }, (_, row) => table.columns.map((column) => dataset.value(row, column.name) as string | null));
};
const asText = (text: string): ReadOptions => ({ kinds: text.split(/[,;\t\n]/).map((name) => [name, 'text']) });
const notes = (table: Table): Record<string, number> => Object.fromEntries(table.report.notes.map((note) => [note.kind, note.count]));

describe('records', () => {
  test.each([
    ['plain', 'a,b\n1,2\n3,4\n', [['1', '2'], ['3', '4']]],
    ['no line break at the end', 'a,b\n1,2', [['1', '2']]],
    ['Windows and old Mac line ends', 'a,b\r\n1,2\r3,4', [['1', '2'], ['3', '4']]],
    ['delimiters and breaks in quotes', 'a,b\n"1,5","x\ny"\n', [['1,5', 'x\ny']]],
    ['doubled quotes', 'a,b\n"say ""hi""",2\n', [['say "hi"', '2']]],
    ['letters after a quote', 'a,b\n"x"y,2\n', [['xy', '2']]],
    ['tabs', 'a\tb\n1\t2\n', [['1', '2']]],
    ['semicolons', 'a;b\n1,5;2\n', [['1,5', '2']]],
    ['a line that names the separator', 'sep=;\na;b\n1;2\n', [['1', '2']]],
    ['blank lines', 'a,b\n\n1,2\n\n', [['1', '2']]],
    ['an empty cell at the end', 'a,b\n1,', [['1', null]]],
  ])('%s', async (_name, text, wanted) => {
    expect(cells(await read(text, asText('a,b')))).toEqual(wanted);
  });

  test('whatever is written by the rules is read back', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', '中', ' x', '1') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const quoted = rows.map((row) => row.map((value) => `"${value.split('"').join('""')}"`).join(',')).join('\n');
        const table = await read(`"p","q"\n${quoted}\n`, asText('p,q'));
        const wanted = rows.map((row) => row.map((value) => (value.trim() === '' ? null : value.trim())));
        expect(cells(table)).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  test('ragged rows, doubled and empty headers, an open quote: said and read', async () => {
    const table = await read('a,a,,b\n1,2,3\n1,2,3,4,5\n1,2,3,"x');
    expect(table.columns.map((column) => column.name)).toEqual(['a', 'a_2', 'column_3', 'b']);
    expect(notes(table)).toMatchObject({ 'too-few-cells': 1, 'too-many-cells': 1, 'duplicate-header': 1, 'empty-header': 1, 'open-quote': 1 });
    expect(table.rowCount).toBe(3);
  });

  test('headers that JavaScript has itself', async () => {
    const dataset = new Dataset(await read('__proto__,constructor,toString\na,b,c\n'));
    expect(['__proto__', 'constructor', 'toString'].map((name) => dataset.value(0, name))).toEqual(['a', 'b', 'c']);
  });
});

describe('encodings', () => {
  // 「名称,区\n体育馆,市南\n」 in GBK.
  const GBK = [0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xc7, 0xf8, 0x0a, 0xcc, 0xe5, 0xd3, 0xfd, 0xb9, 0xdd, 0x2c, 0xca, 0xd0, 0xc4, 0xcf, 0x0a];

  test('GBK is known by not being UTF-8', async () => {
    const table = await readTable(Uint8Array.from(GBK).buffer, { format: 'csv' });
    expect(table.columns.map((column) => column.name)).toEqual(['名称', '区']);
    expect(cells(table)).toEqual([['体育馆', '市南']]);
  });

  test.each([
    ['UTF-8 with a BOM', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode('名称\n馆')]],
    ['UTF-16LE with a BOM', [0xff, 0xfe, ...[...'名称\n馆'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])]],
    ['UTF-16BE with a BOM', [0xfe, 0xff, ...[...'名称\n馆'].flatMap((c) => [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255])]],
  ])('%s', async (_name, bytes) => {
    const table = await readTable(Uint8Array.from(bytes).buffer, { format: 'csv' });
    expect(cells(table)).toEqual([['馆']]);
    expect(table.columns[0]?.name).toBe('名称');
  });

  test('the named encoding wins, an unknown one is an error that names it', async () => {
    expect(cells(await readTable(Uint8Array.from(GBK).buffer, { format: 'csv', encoding: 'gbk' }))).toEqual([['体育馆', '市南']]);
    await expect(read('a', { encoding: 'wert-8' })).rejects.toMatchObject({ code: 'bad-encoding' });
    await expect(read('a', { encoding: 'wert-8' })).rejects.toThrow('wert-8');
  });

  test('a workbook is told by its first bytes', async () => {
    await expect(readTable(Uint8Array.of(0x50, 0x4b, 3, 4, 0).buffer, { name: 'a.csv' })).rejects.toThrow(/Excel/);
  });
});

describe('kinds and places', () => {
  test('identifiers keep their zeros and digits; numbers, days and yes/no are found', async () => {
    const table = await read('code,zip,n,big,d,ok,money\n0101,266000,1.5,12345678901234567890,2024/3/5,true,"1,234.5"\n0102,266001,,2,2024-03-06,false,-\n');
    const dataset = new Dataset(table);
    expect(dataset.columns.map((column) => column.kind)).toEqual(['text', 'text', 'number', 'text', 'date', 'boolean', 'number']);
    expect(dataset.value(0, 'code')).toBe('0101');
    expect([dataset.value(0, 'money'), dataset.value(1, 'money')]).toEqual([1234.5, null]);
    expect(rowText(dataset, 0, 'd')).toBe('2024年3月5日');
  });

  test.each([['lon,lat'], ['LNG,Latitude'], ['经度,纬度'], ['x,y']])('columns %s are places', async (header) => {
    const table = await read(`${header},name\n120.38,36.07,a\n,,b\n120.4,x,c\n`);
    expect(table.geometry).toMatchObject({ kind: 'point' });
    expect([...(table.geometry as { coordinates: Float64Array }).coordinates]).toEqual([120.38, 36.07, NaN, NaN, NaN, NaN]);
    expect(notes(table)).toEqual({ 'no-geometry': 2 });
    expect(table.columns.map((column) => column.name)).toEqual(['name']);
  });

  test('named columns are places, swapped ones are put right', async () => {
    const table = await read('a,b\n36.07,120.38\n', { lonField: 'a', latField: 'b' });
    expect([...(table.geometry as { coordinates: Float64Array }).coordinates]).toEqual([120.38, 36.07]);
    expect(notes(table)).toEqual({ swapped: 1 });
  });

  test('no places: a table, and said', async () => {
    const table = await read('name,n\na,1\n');
    expect(table.geometry.kind).toBe('none');
    expect(notes(table)).toEqual({ 'no-lon-lat': 1 });
  });

  test('a web page and an empty file are errors', async () => {
    await expect(read('<html>login</html>')).rejects.toMatchObject({ code: 'bad-csv' });
    await expect(read('\n \n')).rejects.toMatchObject({ code: 'empty-data' });
  });
});
