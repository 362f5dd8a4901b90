/** The group of each vessel, from its AIS type code. */
import { classColumn } from '@yizhangtu/data/join';
import type { Dataset, DerivedColumn } from '@yizhangtu/data/model';
import { AIS_SHIP_GROUP, aisGroupExpression, aisGroupOf } from '@yizhangtu/standards/ais';

/** Group by ITU-R M.1371-5 from `type`; 未知类型 where there is no type. */
export const VESSEL_GROUP_COLUMN: DerivedColumn = classColumn(
  { name: 'group', label: { zh: '船舶类型', en: 'Ship type' }, kind: 'text', codes: { scheme: AIS_SHIP_GROUP.scheme, version: AIS_SHIP_GROUP.version } },
  { from: 'type', codes: AIS_SHIP_GROUP.entries.map(({ code }) => code), codeOf: (type) => aisGroupOf(type).code, expression: aisGroupExpression('type') },
);

/** Gives a dataset of fixes the field `group`, so that filters and charts can use it, unless its source has one or names no type by code. */
export function groupVessels(dataset: Dataset): void {
  if (dataset.rowCount > 0 && !dataset.column('group') && dataset.column('type')?.kind === 'number') dataset.derive(VESSEL_GROUP_COLUMN);
}
