/** Orders of an inspection of overdue devices, as rows in words. Pure, so that it is tested without a browser. */
import { formatDate } from '@yizhangtu/base/dates';
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import type { Sheet } from '@yizhangtu/data/export';
import { instantOf, type Assignment, type Inspector, type OverdueSubject } from '../calc/index.js';
import { DEVICE_KINDS } from '../data/device-kinds.js';

interface RowsToRead {
  value(row: number, field: string): unknown;
}

/** One subject of the list: what is overdue, who goes. */
export interface OrderRow {
  readonly number: number;
  readonly uscc: string;
  readonly name: string;
  readonly area: string;
  /** Its overdue devices: kind, code and day. */
  readonly devices: readonly string[];
  readonly days: number;
  /** Names, the lead first; undefined before inspectors are assigned. */
  readonly inspectors?: readonly string[];
  /** Names of those who kept away, with the reason. */
  readonly skipped: readonly string[];
}

/** What rows are made of. */
export interface OrderInput {
  readonly data: RowsToRead;
  readonly found: readonly OverdueSubject[];
  readonly assigned?: ReadonlyMap<string, Assignment> | undefined;
  readonly inspectors: readonly Inspector[];
  /** Words of a code of an area. */
  readonly areaWords: (code: string) => string;
  readonly fields: { readonly id: string; readonly kind: string; readonly due: string };
  readonly locale: Locale;
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value as string | number)).trim();

function dayWords(due: unknown, locale: Locale): string {
  const instant = instantOf(due);
  return Number.isNaN(instant) ? text(due) : formatDate(instant, { style: 'date' }, locale);
}

/** The rows of the list, in its order. */
export function orderRows({ data, found, assigned, inspectors, areaWords, fields, locale }: OrderInput): readonly OrderRow[] {
  const names = new Map(inspectors.map(({ id, name }) => [id, name || id]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const device = (row: number): string => {
    const kind = text(data.value(row, fields.kind));
    const words = DEVICE_KINDS[kind];
    return [words ? inWords(words, locale) : kind, text(data.value(row, fields.id)), dayWords(data.value(row, fields.due), locale)].filter(Boolean).join(' ');
  };
  return found.map(({ subject: { uscc, name, area = '' }, rows, days }, at): OrderRow => {
    const order = assigned?.get(uscc);
    const reason = (one: { inspector: string; reason: string }): string => `${nameOf(one.inspector)}${inWords({ zh: `（${one.reason}）`, en: ` (${one.reason})` }, locale)}`;
    return {
      number: at + 1, uscc, name, area: area && areaWords(area), devices: rows.map(device), days,
      ...(order && { inspectors: order.inspectors.map(nameOf) }), skipped: order?.skipped.map(reason) ?? [],
    };
  });
}

interface OrderColumn {
  readonly label: Text;
  readonly cell: (row: OrderRow, locale: Locale) => string | number;
}

const comma = (locale: Locale): string => inWords({ zh: '、', en: ', ' }, locale);

/** Columns of the file and of the paper. Risk class and holder are in neither. */
export const ORDER_COLUMNS: readonly OrderColumn[] = [
  { label: { zh: '序号', en: 'No.' }, cell: ({ number }) => number },
  { label: { zh: '使用单位', en: 'Used by' }, cell: ({ name }) => name },
  { label: { zh: '统一社会信用代码', en: 'Credit code' }, cell: ({ uscc }) => uscc },
  { label: { zh: '区市', en: 'District' }, cell: ({ area }) => area },
  { label: { zh: '超期设备（代码、应检日期）', en: 'Overdue devices (code, day due)' }, cell: ({ devices }, locale) => devices.join(inWords({ zh: '；', en: '; ' }, locale)) },
  { label: { zh: '最长超期（天）', en: 'Longest overdue (days)' }, cell: ({ days }) => days },
  { label: { zh: '检查人员', en: 'Inspectors' }, cell: ({ inspectors }, locale) => (inspectors === undefined ? '' : inspectors.join(comma(locale)) || inWords({ zh: '无人可派', en: 'nobody may go' }, locale)) },
  { label: { zh: '回避', en: 'Kept away' }, cell: ({ skipped }, locale) => skipped.join(comma(locale)) },
];

/** The list for a file. */
export function orderSheet(name: string, rows: readonly OrderRow[], locale: Locale): Sheet {
  return {
    name,
    columns: ORDER_COLUMNS.map(({ label }) => ({ label: inWords(label, locale) })),
    rowCount: rows.length,
    cell: (row, column) => ORDER_COLUMNS[column]?.cell(rows[row] as OrderRow, locale) ?? null,
  };
}
