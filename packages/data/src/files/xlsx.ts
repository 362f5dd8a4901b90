/** Excel workbooks (.xlsx): one sheet as a table, with places from columns of longitude and latitude as in CSV. Formulas are read by their last value. */
import { YztError } from '@yizhangtu/base/errors';
import type { Text } from '@yizhangtu/base/locale';
import { layerOf } from '../readers/layers.js';
import { NoteBook } from '../readers/notes.js';
import { readRecords } from '../readers/records.js';
import type { RawTable, Reading, ReadOptions } from '../readers/types.js';
import { uniqueName } from '../readers/unique-name.js';
import { decoded } from '../request/text-of.js';
import { elementsOf, XmlFault } from '../request/xml.js';
import { documentOf } from './documents.js';
import type { FileFolder } from './types.js';
import { dateStyles, sharedWords, sheetRows, TooManyCells, type Cell, type Workbook } from './xlsx-sheet.js';

const WORKBOOK = 'xl/workbook.xml';
const SLICE = 5000;

/** True for the files of a workbook. */
export function isWorkbook({ names }: FileFolder): boolean {
  return names.includes(WORKBOOK);
}

/** Reads a sheet. @throws YztError `bad-workbook`, `bad-xml`, `bad-archive`, `unknown-crs`, `bad-argument` for a sheet there is not. */
export function* readXlsx(folder: FileFolder, options: ReadOptions): Reading<RawTable> {
  const subject = options.name ?? 'xlsx';
  const { sheets, from1904 } = sheetsOf(folder, subject);
  const names = sheets.map(({ name }) => name);
  if (names.length === 0) throw badWorkbook(subject, { zh: '没有工作表', en: 'has no sheets' });
  const { chosen, others } = layerOf(names, options, subject);
  yield 0.1;
  const text = textOf(folder, sheets.find(({ name }) => name === chosen)?.path ?? '');
  if (text === undefined) throw badWorkbook(subject, { zh: `中找不到工作表「${chosen}」的内容`, en: `has nothing in the sheet "${chosen}"` });
  const rows = guarded(subject, () => {
    const workbook: Workbook = { words: sharedWords(textOf(folder, 'xl/sharedStrings.xml') ?? ''), dates: dateStyles(textOf(folder, 'xl/styles.xml') ?? ''), from1904 };
    return sheetRows(text, workbook);
  });
  yield 0.6;
  const notes = new NoteBook();
  if (others.length > 0) notes.add('other-layers', 0, others.length);
  const table = yield* readRecords(yield* recordsOf(rows, notes), options, 0.7);
  const source = { format: 'xlsx', layer: chosen, ...(table.crs !== undefined && { crs: table.crs }), ...(others.length > 0 && { layers: names }) };
  return { ...table, report: { ...table.report, notes: [...table.report.notes, ...notes.notes()], source } };
}

function textOf(folder: FileFolder, path: string): string | undefined {
  const bytes = folder.take(path);
  return bytes && decoded(bytes, '');
}

/** Sheets in the order of their tabs; those that are hidden come last. */
function sheetsOf(folder: FileFolder, subject: string): { readonly sheets: readonly { readonly name: string; readonly path: string }[]; readonly from1904: boolean } {
  const workbook = documentOf(folder.take(WORKBOOK) ?? new Uint8Array(0), subject);
  const relations = documentOf(folder.take('xl/_rels/workbook.xml.rels') ?? new Uint8Array(0), subject);
  const paths = new Map(relations.children.map(({ attributes }) => [attributes.get('Id') ?? '', pathOf(attributes.get('Target') ?? '')]));
  const sheets = elementsOf(workbook, 'sheet').map(({ attributes }) => ({ name: attributes.get('name') ?? '', path: paths.get(attributes.get('id') ?? '') ?? '', hidden: attributes.has('state') && attributes.get('state') !== 'visible' }));
  const from1904 = /^(?:1|true)$/.test(elementsOf(workbook, 'workbookPr')[0]?.attributes.get('date1904') ?? '');
  return { sheets: [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)], from1904 };
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Rows below the head as records. A title over the table, alone in its row, is passed over. */
function* recordsOf(rows: readonly (readonly Cell[])[], notes: NoteBook): Reading<object[]> {
  let first = 0;
  while (first + 1 < rows.length && filled(rows[first]) === 1 && filled(rows[first + 1]) > 1) first++;
  const seen = new Set<string>();
  const head = (rows[first] ?? []).map((cell, index) => uniqueName(cell === null || cell === undefined ? '' : String(cell), index, seen, notes));
  const records: object[] = [];
  for (let row = first + 1; row < rows.length; row++) {
    const cells = rows[row] as readonly Cell[];
    records.push(Object.fromEntries(head.map((name, index) => [name, cells[index] ?? null])));
    if (row % SLICE === 0) yield 0.6;
  }
  return records;
}

function filled(row: readonly Cell[] | undefined): number {
  return row?.filter((cell) => cell !== null && cell !== undefined).length ?? 0;
}

function guarded<T>(subject: string, read: () => T): T {
  try {
    return read();
  } catch (reason) {
    if (reason instanceof TooManyCells) throw badWorkbook(subject, { zh: '的单元格超过一千万个，请分成较小的工作表', en: 'has more than ten million cells; split the sheet' }, reason);
    if (reason instanceof XmlFault) throw badWorkbook(subject, { zh: '的内容不完整或已损坏', en: 'is cut off or damaged' }, reason);
    throw reason;
  }
}

function badWorkbook(subject: string, what: Text, cause?: unknown): YztError {
  return new YztError(
    'bad-workbook',
    {
      zh: `<yzt-dataset>：Excel 文件 ${subject} ${what.zh}。可在 Excel 中另存为 .xlsx 或 CSV 后再试。`,
      en: `<yzt-dataset>: the Excel file ${subject} ${what.en}. Save it again as .xlsx or CSV.`,
    },
    { cause },
  );
}
