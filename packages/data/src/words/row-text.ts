/**
 * Values of a dataset as people read them. Apart from the datasets, so that a page that draws but does not write needs no formats of
 * numbers, units and dates.
 */
import { inWords, pageLocale, type Locale } from '@yizhangtu/base/locale';
import { codeShort } from '../model/codes.js';
import type { DatasetLike } from '../model/dataset-like.js';
import { categoryText, cellText, quantityText } from '../model/text.js';
import type { Group } from '../model/query-types.js';
import type { FieldSchema } from '../model/types.js';

/** A cell as it is shown: code names, units, digits, dates, masks; `—` for a missing value. */
export function rowText(dataset: DatasetLike, row: number, field: string, locale: Locale = pageLocale()): string {
  return cellText(dataset.value(row, field), dataset.field(field), dataset.column(field), locale);
}

/**
 * A cell written by another description of its field than the schema's: a table says the unit once in its head and gives all numbers
 * of a column the same digits.
 */
export function cellWords(dataset: DatasetLike, row: number, written: FieldSchema, locale: Locale = pageLocale()): string {
  return cellText(dataset.value(row, written.name), written, dataset.column(written.name), locale);
}

/** Any number as the cells of a field are written: with its digits and its unit. */
export function numberWords(dataset: DatasetLike, field: string, value: number, locale: Locale = pageLocale()): string {
  return quantityText(value, dataset.field(field), locale);
}

/** Word of a category value: from the schema or its code list, 是/否, 无数据, else the value itself. */
export function categoryWords(dataset: DatasetLike, field: string, key: Group['key'], locale: Locale = pageLocale()): string {
  return categoryText(key, dataset.field(field), dataset.column(field), locale);
}

/** Form of a category's word for narrow places («A 类» of «A 类（信用风险低）»); undefined where its code list has none, or the field is masked. */
export function shortCategoryWords(dataset: DatasetLike, field: string, key: Group['key'], locale: Locale = pageLocale()): string | undefined {
  const schema = dataset.field(field);
  const words = key === null || schema.mask ? undefined : codeShort(schema, key);
  return words && inWords(words, locale);
}
