import { YztError } from '@yizhangtu/base/errors';
import type { DatasetLike } from '../model/dataset-like.js';
import type { Filter, GroupKey } from '../model/query-types.js';
import type { Conditions, Narrowed } from './types.js';

/** The field of a grouping. */
export function fieldNamed(by: string | GroupKey | undefined): string | undefined {
  return typeof by === 'object' ? by.field : by;
}

/** @throws YztError `unknown-field` for a field that a dataset does not have. */
export function checkFields(dataset: Pick<DatasetLike, 'column'>, fields: readonly (string | undefined)[]): void {
  for (const field of fields) {
    if (field === undefined || dataset.column(field)) continue;
    throw new YztError('unknown-field', {
      zh: `数据集没有字段「${field}」。请检查字段名（区分大小写）。`,
      en: `The dataset has no field "${field}". Check its name; case matters.`,
    });
  }
}

/** Which rows a question is about: those that pass the filters, but for the ones it ignores, and conditions of its own. */
export function conditionsOf({ filters }: Pick<DatasetLike, 'filters'>, scope: Filter | undefined, { ignore = [], also = [] }: Narrowed): Conditions {
  const counting = [...filters].filter(([key]) => !ignore.includes(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  return { scope: scope ? [scope] : [], conditions: [...counting.map(([, filter]) => filter), ...also] };
}
