import { hint } from '@yizhangtu/base/hints';
import type { Text } from '@yizhangtu/base/locale';
import { rowsAreHere, type Dataset, type DatasetLike } from '@yizhangtu/data/model';

/**
 * The numbers of a field, NaN for missing; undefined without a field. A field that is not there, or holds no numbers, is said once to
 * the author of the page.
 * @param name The attribute that names the field.
 */
export function rowNumbers(element: Element, dataset: Dataset, name: string, field: string | undefined): ArrayLike<number> | undefined {
  if (!field || dataset.columns.length === 0) return undefined;
  const column = dataset.column(field);
  if (column?.kind === 'number') return column.values;
  hintNoNumbers(element, name, field);
  return undefined;
}

function hintNoNumbers(element: Element, name: string, field: string): void {
  hint(
    'unknown-field',
    {
      zh: `<${element.localName}> 的 ${name}：数据集没有数字字段「${field}」，已按条数计算。请检查字段名（区分大小写）。`,
      en: `<${element.localName}>: ${name} names "${field}", which is no number field of the dataset; rows are counted instead. Check its name; case matters.`,
    },
    element,
  );
}

/** What the rows of a surface count. */
export interface Weighing {
  /** Weight of each row; without it each counts one. */
  readonly weights?: ArrayLike<number>;
  readonly weightLabel?: Text;
  /** Unit of the weights; undefined where rows are counted, or the field has none. */
  readonly unit?: string;
}

/** The weights of the field that `weight-field` names; true where the rows are elsewhere and it can be weighed there. */
export function rowWeights(element: Element, dataset: DatasetLike, field: string | undefined): ArrayLike<number> | true | undefined {
  if (rowsAreHere(dataset)) return rowNumbers(element, dataset, 'weight-field', field);
  if (!field || dataset.columns.length === 0) return undefined;
  if (dataset.column(field)?.kind === 'number') return true;
  hintNoNumbers(element, 'weight-field', field);
  return undefined;
}

/** What is said of the weights of a field. */
export function weightWords(dataset: DatasetLike, field: string): Omit<Weighing, 'weights'> {
  const { unit } = dataset.field(field);
  return { weightLabel: { zh: dataset.label(field, 'zh-CN'), en: dataset.label(field, 'en') }, ...(unit && { unit }) };
}
