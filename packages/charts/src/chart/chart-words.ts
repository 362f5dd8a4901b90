import type { Text } from '@yizhangtu/base/locale';

/** Words every chart shares. */
export const CHART_WORDS = {
  rest: { zh: '其他', en: 'Other' },
  empty: { zh: '没有数据', en: 'No data' },
  emptyFiltered: { zh: '没有符合条件的数据，请放宽筛选', en: 'Nothing matches the filters. Widen them.' },
  loading: { zh: '正在读取数据', en: 'Reading data' },
  table: { zh: '表格', en: 'Table' },
  chart: { zh: '图表', en: 'Chart' },
  example: { zh: '示例数据', en: 'Example data' },
  source: { zh: '来源', en: 'Source' },
  licence: { zh: '许可', en: 'Licence' },
  item: { zh: '项目', en: 'Item' },
  value: { zh: '数值', en: 'Value' },
  total: { zh: '合计', en: 'Total' },
  share: { zh: '占比', en: 'Share' },
  none: { zh: '无', en: 'none' },
} satisfies Record<string, Text>;

/** The unit of a chart, said once beside the title; empty for none. */
export function unitWords(unit: string): Text {
  return unit === '' ? { zh: '', en: '' } : { zh: `单位：${unit}`, en: `in ${unit}` };
}

/** The sentence under a table that is cut. */
export function moreRows(total: number, shown: number): Text {
  return {
    zh: `共 ${total} 行，此处为前 ${shown} 行，全部数据请导出。`,
    en: `${total} rows, the first ${shown} are shown. Export to have all.`,
  };
}
