import { hint } from '@yizhangtu/base/hints';
import type { Text } from '@yizhangtu/base/locale';
import type { Dataset } from '@yizhangtu/data/model';

/**
 * The numbers of a field, NaN for missing; undefined without a field. A field that is not there, or holds no numbers, is said once to
 * the author of the page.
 * @param name The attribute that names the field.
 */
export function rowNumbers(element: Element, dataset: Dataset, name: string, field: string | undefined): ArrayLike<number> | undefined {
  if (!field || dataset.columns.length === 0) return undefined;
  const column = dataset.column(field);
  if (column?.kind === 'number') return column.values;
  hint(
    'unknown-field',
    {
      zh: `<${element.localName}> 的 ${name}：数据集没有数字字段「${field}」，已按条数计算。请检查字段名（区分大小写）。`,
      en: `<${element.localName}>: ${name} names "${field}", which is no number field of the dataset; rows are counted instead. Check its name; case matters.`,
    },
    element,
  );
  return undefined;
}

/** What the rows of a surface count. */
export interface Weighing {
  /** Weight of each row; without it each counts one. */
  readonly weights?: ArrayLike<number>;
  readonly weightLabel?: Text;
  /** Unit of the weights; undefined where rows are counted, or the field has none. */
  readonly unit?: string;
}

/** The weights of the field that `weight-field` names, with its words. */
export function weighing(element: Element, dataset: Dataset, field: string | undefined): Weighing {
  const weights = rowNumbers(element, dataset, 'weight-field', field);
  if (!weights || !field) return {};
  const { unit } = dataset.field(field);
  return { weights, weightLabel: { zh: dataset.label(field, 'zh-CN'), en: dataset.label(field, 'en') }, ...(unit && { unit }) };
}
