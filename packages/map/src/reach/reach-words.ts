/** What is said of rows that are too many to be drawn one by one. Pure. */
import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';

/** @param count Rows in and around the view. @param counted They are shown as clusters. */
export function reachNote(count: number, counted: boolean): Text {
  const number = formatNumber(count);
  return counted
    ? { zh: `视野及周边有 ${number} 行，按位置合计显示；放大后逐行显示`, en: `${number} rows in and around the view, shown as counts; zoom in to see each` }
    : { zh: `视野及周边有 ${number} 行，太多而未显示；放大地图或筛选后显示`, en: `${number} rows in and around the view, too many to be shown; zoom in or filter to see them` };
}
