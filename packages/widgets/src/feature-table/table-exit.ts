import { fileName, saveFile } from '@yizhangtu/base/save-file';
import type { Locale, Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { asNow, type DatasetLike } from '@yizhangtu/data/model';
import type { DriveOptions } from '@yizhangtu/data/steps';
import { copyText } from '../shared/copy-text.js';
import type { TableColumn } from './table-columns.js';
import { tableSheet } from './table-sheet.js';
import type { ExportKind } from './table-tools.js';

/** What leaves the page. */
export interface TableExit {
  readonly dataset: DatasetLike;
  readonly columns: readonly TableColumn[];
  /** Row numbers, in order. */
  readonly rows: Uint32Array;
  /** Name of sheet and file. */
  readonly name: string;
  readonly locale: Locale;
}

/** Rows that fit a clipboard; more are a file. */
const MAX_COPIED = 50_000;

/**
 * Saves or copies rows; many of them in slices.
 * @param root Where a field for copying may stand for a moment.
 * @returns What to say about it.
 * @throws DOMException `AbortError` when the signal says so.
 */
export async function exportTable(kind: ExportKind, out: TableExit, root: ShadowRoot, options: DriveOptions = {}): Promise<Text> {
  const { columns, rows, name, locale } = out;
  const dataset = asNow(out.dataset);
  const { csvFileInSlices, tsvTextInSlices, xlsxFile } = await import('@yizhangtu/data/export');
  const sheet = tableSheet(dataset, columns, rows, name, locale);
  const count = formatNumber(rows.length);
  if (kind !== 'copy') {
    const file = await (kind === 'csv' ? csvFileInSlices : xlsxFile)(sheet, options);
    saveFile(file, fileName(name, kind));
    return { zh: `已导出 ${count} 行`, en: `${count} rows exported` };
  }
  if (rows.length > MAX_COPIED) {
    const most = formatNumber(MAX_COPIED);
    return { zh: `超过 ${most} 行，无法复制，请导出文件`, en: `More than ${most} rows cannot be copied: export a file` };
  }
  const done = await copyText(await tsvTextInSlices(sheet, options), root);
  return done
    ? { zh: `已复制 ${count} 行`, en: `${count} rows copied` }
    : { zh: '浏览器不允许复制，请导出文件', en: 'The browser does not allow copying: export a file' };
}
