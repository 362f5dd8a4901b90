/** The drawn subjects as a sheet for a file. */
import type { Text } from '@yizhangtu/base/locale';
import type { Sheet } from '@yizhangtu/data/export';
import type { Minutes, MinutesRow } from '../calc/index.js';

const COLUMNS: readonly { readonly label: Text; readonly cell: (row: MinutesRow) => string | number }[] = [
  { label: { zh: '序号', en: 'No.' }, cell: ({ number }) => number },
  { label: { zh: '分类', en: 'Class' }, cell: ({ stratum }) => stratum },
  { label: { zh: '统一社会信用代码', en: 'Credit code' }, cell: ({ uscc }) => uscc },
  { label: { zh: '名称', en: 'Name' }, cell: ({ name }) => name },
  { label: { zh: '主办', en: 'Lead' }, cell: ({ inspectors: [lead = ''] }) => lead },
  { label: { zh: '协办', en: 'With' }, cell: ({ inspectors: [, ...others] }) => others.join('、') },
  { label: { zh: '回避', en: 'Kept away' }, cell: ({ skipped }) => skipped.map(({ name, reason }) => `${name}（${reason}）`).join('、') },
];

/** One row a subject: who inspects it, and who kept away. */
export function drawSheet({ title, table }: Minutes, say: (text: Text) => string): Sheet {
  return {
    name: title,
    columns: COLUMNS.map(({ label }) => ({ label: say(label) })),
    rowCount: table.length,
    cell: (row, column) => COLUMNS[column]?.cell(table[row] as MinutesRow) ?? null,
  };
}
