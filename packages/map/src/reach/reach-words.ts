/** What is said of rows that are too many to be drawn one by one. Pure. */
import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';

/** @param count Rows in and around the view. */
export function reachNote(count: number): Text {
  const number = formatNumber(count);
  return { zh: `视野及周边有 ${number} 行，超出可逐行显示的数量；放大地图或筛选后显示`, en: `${number} rows in and around the view, too many to draw one by one; zoom in or filter to see them` };
}
