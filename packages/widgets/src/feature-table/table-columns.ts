/** Pure logic: which columns a table has, in which order, how wide, and what stands over them. */
import { writtenUnit } from '@yizhangtu/base/units';
import type { Locale } from '@yizhangtu/base/locale';
import { listedFields, rowsAreHere, type DatasetLike, type FieldSchema } from '@yizhangtu/data/model';
import { cellWords } from '@yizhangtu/data/words';
import { wordsWidth } from '../shared/words-width.js';

/** One column of a table. */
export interface TableColumn {
  readonly field: string;
  /** 中文别名, else the name itself. */
  readonly label: string;
  /** Unit of all its numbers, said once in the head; empty without one. */
  readonly unit: string;
  /** Numbers stand at the right, their points under each other. */
  readonly numeric: boolean;
  /** Width in px at text size 100 %. */
  readonly width: number;
  /** Stays in sight at the left. */
  readonly pinned: boolean;
  /** The schema without the unit and with the digits of the column: how its cells are written. */
  readonly written: FieldSchema;
}

/** Columns shown where the page names none; the others are one click away. */
export const MAX_COLUMNS = 12;
/** Limits of a column's width, px. */
export const MIN_WIDTH = 56;
export const MAX_WIDTH = 640;
/** Widest a column becomes by itself, px. */
const MAX_OWN_WIDTH = 280;
/** Room in a cell beside its words: padding, and in the head the sign of the order. */
const PADDING = 26;
const HEAD_EXTRA = 18;
/** Rows looked at for widths and digits. */
const SAMPLE = 80;

/** Fields that may be shown: those of the schema, else all columns; never internal or wholly hidden ones. */
export function tableFields(dataset: DatasetLike): string[] {
  const names = listedFields(dataset);
  return names.filter((name) => {
    const { internal, mask } = dataset.field(name);
    return dataset.column(name) !== undefined && !internal && mask !== 'hidden';
  });
}

/** The fields shown: those asked for that there are, else the first of all. */
export function shownFields(dataset: DatasetLike, asked: readonly string[]): string[] {
  const all = tableFields(dataset);
  const known = [...new Set(asked)].filter((name) => all.includes(name));
  return known.length > 0 ? known : all.slice(0, MAX_COLUMNS);
}

/** Widths as an attribute has them: `name:240 areaM2:120`. What is no width is left out. */
export function widthList(words: string | undefined): Map<string, number> {
  const widths = new Map<string, number>();
  for (const [, field, px] of (words ?? '').matchAll(/(\S+?):(\d+)(?=\s|$)/g))
    widths.set(field as string, clampWidth(Number(px)));
  return widths;
}

/** The attribute for widths. */
export function widthWords(widths: ReadonlyMap<string, number>): string {
  return [...widths].map(([field, px]) => `${field}:${px}`).join(' ');
}

export function clampWidth(px: number): number {
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, px)));
}

function sampleRows(rowCount: number): number[] {
  const step = Math.max(1, Math.floor(rowCount / SAMPLE));
  // Not every so manieth row: what repeats in the data would be met at one place only.
  return Array.from({ length: Math.min(rowCount, SAMPLE) }, (_, index) => index * step + ((index * 7) % step));
}

function isNumeric(dataset: DatasetLike, field: FieldSchema): boolean {
  return dataset.column(field.name)?.kind === 'number' && !field.codes && !field.values && !field.mask;
}

/** Digits after the point that the sampled numbers need, at most 3: then all points of a column stand under each other. */
function digitsOf(dataset: DatasetLike, name: string, rows: readonly number[]): number {
  let digits = 0;
  for (const row of rows) {
    const value = dataset.value(row, name);
    if (typeof value !== 'number' || !Number.isFinite(value)) continue;
    while (digits < 3 && Math.abs(Number(value.toFixed(digits)) - value) > 5e-4) digits++;
  }
  return digits;
}

/** How the cells of a field are written: as everywhere, but without the unit. */
function writtenAs(dataset: DatasetLike, field: FieldSchema, rows: readonly number[]): FieldSchema {
  const { unit: _unit, ...rest } = field;
  if (!isNumeric(dataset, field) || field.digits !== undefined) return rest;
  return { ...rest, digits: digitsOf(dataset, field.name, rows) };
}

/** Width that fits the head and most of the sampled cells. */
function ownWidth(dataset: DatasetLike, head: string, written: FieldSchema, rows: readonly number[], locale: Locale): number {
  const widths = rows.map((row) => wordsWidth(cellWords(dataset, row, written, locale)));
  widths.sort((a, b) => a - b);
  const most = widths[Math.floor(widths.length * 0.95)] ?? 0;
  return clampWidth(Math.min(MAX_OWN_WIDTH, Math.max(most + PADDING, wordsWidth(head) + PADDING + HEAD_EXTRA)));
}

/** Unit as it stands in a head. */
function unitWords(field: FieldSchema, numeric: boolean, locale: Locale): string {
  return numeric && field.unit ? writtenUnit(field.unit, locale) : '';
}

/** What the page and the reader have chosen. */
export interface ColumnChoice {
  /** Fields in order; empty for the schema's. */
  readonly fields: readonly string[];
  readonly pinned: readonly string[];
  readonly widths: ReadonlyMap<string, number>;
}

/**
 * The columns, pinned ones first. Costs a sample of the rows: keep the result.
 * @param come Rows to look at where the others are elsewhere.
 */
export function tableColumns(dataset: DatasetLike, { fields, pinned, widths }: ColumnChoice, locale: Locale, come: readonly number[] = []): TableColumn[] {
  const rows = rowsAreHere(dataset) ? sampleRows(dataset.rowCount) : come;
  const columns = shownFields(dataset, fields).map((name): TableColumn => {
    const field = dataset.field(name);
    const numeric = isNumeric(dataset, field);
    const label = dataset.label(name, locale);
    const unit = unitWords(field, numeric, locale);
    const written = writtenAs(dataset, field, rows);
    const width = widths.get(name) ?? ownWidth(dataset, unit ? `${label} ${unit}` : label, written, rows, locale);
    return { field: name, label, unit, numeric, width, pinned: pinned.includes(name), written };
  });
  return [...columns.filter((column) => column.pinned), ...columns.filter((column) => !column.pinned)];
}

/** The order after a field was moved by so many places; the same list when it cannot move. */
export function movedField(fields: readonly string[], field: string, by: number): readonly string[] {
  const from = fields.indexOf(field);
  const to = Math.min(fields.length - 1, Math.max(0, from + by));
  if (from < 0 || to === from) return fields;
  const next = fields.filter((name) => name !== field);
  next.splice(to, 0, field);
  return next;
}

/** A list with a name taken in at the end or left out. */
export function toggledName(names: readonly string[], name: string): string[] {
  return names.includes(name) ? names.filter((one) => one !== name) : [...names, name];
}

/** The order of a field after a click on its head: smallest first, largest first, none. */
export function turnedSort(sort: string, field: string): string {
  if (sort === field) return `-${field}`;
  return sort === `-${field}` ? '' : field;
}
