import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { YztError } from '@yizhangtu/base/errors';
import { xlsxFile } from '../export/xlsx.js';
import { cellOf } from '../model/columns.js';
import type { RawTable, ReadOptions } from '../readers/types.js';
import { readFiles } from './read-files.js';
import { zipOf } from './shapefile.fixture.js';

const read = (bytes: Uint8Array<ArrayBuffer>, options: ReadOptions = {}): Promise<RawTable> => readFiles({ files: [{ name: 'a.xlsx', bytes }], options });
const cells = (table: RawTable, name: string): unknown[] => {
  const column = table.columns.find((one) => one.name === name);
  return column ? Array.from({ length: table.rowCount }, (_, row) => cellOf(column, row)) : ['no such column', ...table.columns.map((one) => one.name)];
};
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="x"';
/** A workbook as Excel writes it: words shared, styles by number. */
const book = (sheets: Readonly<Record<string, string>>, { words = [] as string[], formats = '', styles = '' } = {}): Uint8Array<ArrayBuffer> => {
  const names = Object.keys(sheets);
  return zipOf({
    'xl/workbook.xml': `<workbook ${MAIN}><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${words.map((word) => `<si>${word}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles}</cellXfs></styleSheet>`,
    ...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i + 1}.xml`, `<worksheet ${MAIN}><sheetData>${sheets[name] ?? ''}</sheetData></worksheet>`])),
  });
};

describe('a workbook', () => {
  test('as the library writes it comes back: words, numbers, days, instants, places', async () => {
    const rows = [['001', 120.38, 36.07, 12.5, new Date('2024-03-05T00:00:00+08:00'), new Date('2024-03-05T08:30:00+08:00')], ['002', 120.39, 36.08, null, null, new Date('2024-03-06T08:30:00+08:00')]] as const;
    const blob = await xlsxFile({ name: '表', columns: [{ label: '编号' }, { label: '经度' }, { label: '纬度' }, { label: '面积', digits: 2 }, { label: '建成', dateOnly: true }, { label: '更新' }], rowCount: 2, cell: (row, column) => rows[row]?.[column] ?? null });
    const table = await read(new Uint8Array(await blob.arrayBuffer()));
    expect([cells(table, '编号'), cells(table, '面积'), cells(table, '建成'), cells(table, '更新')]).toEqual([['001', '002'], [12.5, null], [rows[0][4], null], [rows[0][5], rows[1][5]]]);
    expect([table.geometry, table.report.source]).toEqual([{ kind: 'point', coordinates: Float64Array.of(120.38, 36.07, 120.39, 36.08) }, { format: 'xlsx', layer: '表' }]);
  });

  test('with shared words in parts, a title, gaps, booleans, errors and formulas', async () => {
    const sheet = `<row r="1"><c r="B1" t="s"><v>0</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><t>是否</t></is></c><c t="str"><f>1+1</f><v>值</v></c></row>
      <row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" t="b"><v>1</v></c><c r="D4"><f>2*3</f><v>6</v></c></row><row r="5"><c r="A5" t="s"><v>99</v></c><c r="C5" t="b"><v>0</v></c><c r="D5" t="e"><v>#DIV/0!</v></c></row>`;
    const table = await read(book({ 一: sheet, 二: '' }, { words: ['<t>标题</t>', '<t>名称</t><rPh><t>ming</t></rPh>', '<r><t>甲</t></r><r><t xml:space="preserve"> &amp; 乙_x000A_</t></r>'] }));
    expect([cells(table, '名称'), cells(table, '是否'), cells(table, '值')]).toEqual([['甲 & 乙', null], [true, false], [6, null]]);
    expect([table.report.source?.layers, table.report.notes.map(({ kind }) => kind)]).toEqual([['一', '二'], expect.arrayContaining(['empty-header', 'other-layers'])]);
    expect((await read(book({ 一: sheet, 二: '' }), { layer: '二' })).rowCount).toBe(0);
  });

  test('knows days by the formats of the standard and by own ones, words in quotes left out', async () => {
    const formats = '<numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="171" formatCode="0.0&quot;day&quot;"/>';
    const sheet = `<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c><c t="str"><v>c</v></c></row><row><c s="1"><v>45356</v></c><c s="2"><v>45356</v></c><c s="3"><v>45356</v></c></row>`;
    const table = await read(book({ 一: sheet }, { formats, styles: '<xf numFmtId="31"/><xf numFmtId="170"/><xf numFmtId="171"/>' }));
    expect([cells(table, 'a'), cells(table, 'b'), cells(table, 'c')]).toEqual([[new Date('2024-03-05T00:00:00+08:00')], [new Date('2024-03-05T00:00:00+08:00')], [45356]]);
  });

  test('that is damaged, or declares entities, is one error', async () => {
    const codeOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
      const error: unknown = await read(bytes).catch((reason: unknown) => reason);
      return error instanceof YztError ? error.code : 'none';
    };
    expect(await codeOf(book({ 一: '<row><c t="n' }))).toBe('bad-workbook');
    expect(await codeOf(book({ 一: '<!DOCTYPE a [<!ENTITY b "c">]><row/>' }))).toBe('bad-workbook');
    expect(await codeOf(book({}))).toBe('bad-workbook');
    expect(await codeOf(zipOf({ 'xl/workbook.xml': 'x' }))).toBe('bad-xml');
  });

  test('of any tags is a table or a named error', () => {
    const parts = fc.constantFrom('<row>', '</row>', '<c>', '</c>', '<c r="ZZZ9" t="s">', '<v>', '</v>', '1', '<v/>', '<is>', '<t>', '</t>', '<c r="B1" s="7">', '&#0;', '<', '"');
    return fc.assert(
      fc.asyncProperty(fc.array(parts, { maxLength: 25 }), async (words) => {
        const result: unknown = await read(book({ 一: words.join('') })).catch((reason: unknown) => reason);
        if (!(result instanceof YztError)) expect(result).toHaveProperty('rowCount');
      }),
      { numRuns: 150 },
    );
  });
});
