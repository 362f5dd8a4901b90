/** Pure logic: what the popup says about a row. Everything is text. */
import { inWords, type Locale } from '@yizhangtu/base/locale';
import { rowText } from '@yizhangtu/data/words';
import { listedFields, type DatasetLike } from '@yizhangtu/data/model';
import type { SymbolClass, Symbology } from '@yizhangtu/data/symbology';

/** One line: 中文别名 and value. */
export interface PopupRow {
  readonly field: string;
  readonly label: string;
  readonly value: string;
}

/** Most lines a popup shows by itself; `fields` may ask for more. */
export const MAX_ROWS = 8;

/** Field names as an attribute has them: parted by spaces or commas. */
export function fieldList(words: string | undefined): string[] {
  return (words ?? '').split(/[\s,\uff0c、]+/).filter(Boolean);
}

/** Names a title often has, where no schema says it. */
const TITLE_NAMES = /^(name|title|label|名称|名字|标题)$|(name|名称)$/i;

/** The field that names a row: the schema's, else the first text field that looks like a name, else none. */
export function titleField(dataset: DatasetLike): string | undefined {
  if (dataset.schema?.titleField) return dataset.schema.titleField;
  const texts = dataset.columns.filter((column) => column.kind === 'text');
  return texts.find((column) => TITLE_NAMES.test(column.name))?.name;
}

/** The class of a row, for the badge; undefined where the layer has one class only, or a row has a part of each. */
export function classOfRow(symbology: Symbology | undefined, row: number): SymbolClass | undefined {
  if (!symbology || symbology.kind === 'fixed' || symbology.kind === 'fields') return undefined;
  return symbology.classes[symbology.classOf[row] ?? 255];
}

function isMissing(dataset: DatasetLike, row: number, field: string): boolean {
  const value = dataset.value(row, field);
  return value === null || value === '' || (typeof value === 'number' && Number.isNaN(value));
}

function ownFields(dataset: DatasetLike, row: number, skip: readonly (string | undefined)[]): string[] {
  const names = listedFields(dataset);
  return names
    .filter((name) => {
      const field = dataset.field(name);
      if (field.internal || field.mask === 'hidden' || skip.includes(name)) return false;
      return dataset.column(name) !== undefined && !isMissing(dataset, row, name);
    })
    .slice(0, MAX_ROWS);
}

/**
 * The lines of a row: the fields asked for, or the ones that say something, in the order of the schema.
 * @param asked Field names from the page; missing values of these are shown as such.
 * @param skip Fields shown elsewhere: title and badge.
 */
export function popupRows(
  dataset: DatasetLike,
  row: number,
  asked: readonly string[],
  skip: readonly (string | undefined)[],
  locale: Locale,
): PopupRow[] {
  const fields = asked.length > 0 ? asked.filter((name) => dataset.column(name) !== undefined) : ownFields(dataset, row, skip);
  return fields.map((field) => ({ field, label: dataset.label(field, locale), value: rowText(dataset, row, field, locale) }));
}

/** Title of a row: its name, or the name of its layer. @param given Field that names rows, where the page says one. */
export function popupTitle(dataset: DatasetLike, row: number, layerLabel: string, locale: Locale, given?: string): string {
  const field = given && dataset.column(given) ? given : titleField(dataset);
  if (field !== undefined && dataset.column(field) && !isMissing(dataset, row, field))
    return rowText(dataset, row, field, locale);
  return (
    layerLabel ||
    (dataset.schema?.label && inWords(dataset.schema.label, locale)) ||
    inWords({ zh: '未命名', en: 'Unnamed' }, locale)
  );
}
