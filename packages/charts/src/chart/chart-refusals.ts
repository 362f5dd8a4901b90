import { YztError } from '@yizhangtu/base/errors';
import { needsRows } from '@yizhangtu/data/link';
import { rowsAreHere, type DatasetLike } from '@yizhangtu/data/model';

function lacks(tag: string, attribute: string): YztError {
  return new YztError('bad-attribute', {
    zh: `<${tag}>：没有写 ${attribute}，不知道要显示哪个字段。请写 ${attribute}="字段名"。`,
    en: `<${tag}>: ${attribute} is not set, so there is no field to show. Write ${attribute}="name of a field".`,
  });
}

/** The error of an attribute that names a field the dataset does not have. */
export function unknownField(tag: string, attribute: string, field: string): YztError {
  return new YztError('unknown-field', {
    zh: `<${tag}>：${attribute}="${field}"，数据集没有这个字段。请检查字段名（区分大小写）。`,
    en: `<${tag}>: ${attribute}="${field}": the dataset has no such field. Check its name; case matters.`,
  });
}

/** Why a chart shows nothing of its dataset. Always the same error for the same reason: it is announced once. */
export class ChartRefusals {
  #needsRows?: YztError;
  readonly #lacks = new Map<string, YztError>();

  /**
   * @param readsRows The chart cannot work without rows.
   * @param lacking An attribute it cannot work without, and that is not set.
   */
  of(tag: string, dataset: DatasetLike | undefined, readsRows: boolean, lacking: string | undefined): YztError | undefined {
    if (!dataset) return undefined;
    if (readsRows && !rowsAreHere(dataset)) return (this.#needsRows ??= needsRows(tag));
    if (lacking === undefined) return undefined;
    const known = this.#lacks.get(lacking) ?? lacks(tag, lacking);
    this.#lacks.set(lacking, known);
    return known;
  }
}
