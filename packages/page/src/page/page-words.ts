import type { Text } from '@yizhangtu/base/locale';
import type { SheetHeight } from './sheet-heights.js';

/** Words of a page. */
export const WORDS = {
  views: { zh: '视图', en: 'Views' },
  resources: { zh: '查询与图层', en: 'Search and layers' },
  figures: { zh: '统计与名录', en: 'Figures and list' },
  strip: { zh: '比例尺、坐标与来源', en: 'Scale, coordinates and sources' },
  charts: { zh: '统计图表', en: 'Charts' },
  details: { zh: '名录', en: 'List' },
  parts: { zh: '图表或名录', en: 'Charts or list' },
  grip: { zh: '面板高度', en: 'Height of the panel' },
  openStart: { zh: '展开左侧面板', en: 'Open the left panel' },
  closeStart: { zh: '收起左侧面板', en: 'Close the left panel' },
  openEnd: { zh: '展开右侧面板', en: 'Open the right panel' },
  closeEnd: { zh: '收起右侧面板', en: 'Close the right panel' },
} satisfies Record<string, Text>;

export const SHEET_WORDS: Readonly<Record<SheetHeight, Text>> = {
  peek: { zh: '收起', en: 'collapsed' },
  half: { zh: '半屏', en: 'half' },
  full: { zh: '全屏', en: 'full' },
};

/** When the data is from. */
export function dataTime(date: string): Text {
  return { zh: `数据时间 ${date}`, en: `Data as of ${date}` };
}
