import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { rowsAreHere, type DatasetLike } from '@yizhangtu/data/model';

/** Rows that pass all filters; undefined where they are elsewhere. */
export function rowsLeft(dataset: DatasetLike | undefined): number | undefined {
  if (!dataset || !rowsAreHere(dataset)) return undefined;
  return dataset.passing().reduce((sum, passes) => sum + passes, 0);
}

/** What a selection of a range has left, said once after it was made. */
export function rangeWords(ends: readonly [from: string, to: string] | undefined, left: number | undefined): Text {
  const rows = left === undefined ? { zh: '', en: '' } : { zh: `，共 ${formatNumber(left)} 条`, en: `, ${formatNumber(left)} rows` };
  if (!ends) return { zh: `已取消范围筛选${rows.zh}`, en: `Range filter removed${rows.en}` };
  return { zh: `已选 ${ends[0]} 至 ${ends[1]}${rows.zh}`, en: `Selected ${ends[0]} to ${ends[1]}${rows.en}` };
}
