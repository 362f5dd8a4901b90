/** The class of each position, from its wind. */
import { classColumn } from '@yizhangtu/data/join';
import type { Dataset, DerivedColumn } from '@yizhangtu/data/model';
import { TYPHOON_CLASS, typhoonClassExpression, typhoonClassOf } from '@yizhangtu/standards/typhoon';

/** Class by GB/T 19201 from `windMs`; missing below a depression, and where there is no wind. */
export const TYPHOON_CLASS_COLUMN: DerivedColumn = classColumn(
  { name: 'class', label: { zh: '强度', en: 'Class' }, kind: 'text', codes: { scheme: TYPHOON_CLASS.scheme, version: TYPHOON_CLASS.version } },
  { from: 'windMs', codes: TYPHOON_CLASS.entries.map(({ code }) => code), codeOf: (wind) => typhoonClassOf(wind)?.code, expression: typhoonClassExpression('windMs') },
);

/** Gives a dataset of positions the field `class`, unless its source has one. Does nothing before there are rows. */
export function classTyphoons(dataset: Dataset): void {
  if (dataset.rowCount > 0 && !dataset.column('class') && dataset.column('windMs')) dataset.derive(TYPHOON_CLASS_COLUMN);
}
