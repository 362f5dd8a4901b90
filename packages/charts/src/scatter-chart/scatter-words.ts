import type { Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { trendWords } from './scatter-fit.js';
import type { ScatterPoints } from './scatter-points.js';
import type { ScatterScene } from './scatter-scene.js';

export const SCATTER_WORDS = {
  row: { zh: '行', en: 'Row' },
  median: { zh: '中位数', en: 'median' },
  mean: { zh: '平均数', en: 'mean' },
} satisfies Record<string, Text>;

/** What is drawn by density. @param plain Without classes and sizes on the page. */
export function densityNote(points: number, plain: boolean): Text {
  const more = plain ? { zh: '', en: '' } : { zh: '，不分类别和大小', en: ', without classes and sizes' };
  return { zh: `共 ${formatNumber(points)} 点，颜色深浅是点的疏密${more.zh}`, en: `${formatNumber(points)} points, shown by how dense they are${more.en}` };
}

/** What is not drawn; empty for nothing. */
export function leftOut({ missing, notAbove }: Pick<ScatterPoints, 'missing' | 'notAbove'>): Text[] {
  const notes: Text[] = [];
  if (missing > 0) notes.push({ zh: `另有 ${formatNumber(missing)} 条缺少数值`, en: `Not shown: ${formatNumber(missing)} without a value` });
  if (notAbove > 0) notes.push({ zh: `另有 ${formatNumber(notAbove)} 条不大于 0，对数轴画不出`, en: `Not shown: ${formatNumber(notAbove)} not above zero, which a logarithmic axis cannot show` });
  return notes;
}

export interface ScatterSummary {
  readonly label: string;
  readonly x: Text;
  readonly y: Text;
  readonly points: number;
  /** Ends of both axes in words. */
  readonly ends: readonly [x: readonly [string, string], y: readonly [string, string]] | undefined;
  readonly scene: Pick<ScatterScene, 'fit' | 'logX' | 'logY'> | undefined;
}

/** The chart in a sentence: how many points, between which numbers, with what trend. */
export function scatterSummary({ label, x, y, points, ends, scene }: ScatterSummary): Text {
  const head = { zh: label === '' ? '散点图' : label, en: label === '' ? 'Scatter chart' : label };
  if (!ends) return { zh: `${head.zh}：没有数据`, en: `${head.en}: no data` };
  const [[x0, x1], [y0, y1]] = ends;
  const trend = scene?.fit && trendWords(scene.fit, scene.logX || scene.logY);
  return {
    zh: `${head.zh}：${formatNumber(points)} 个点，横轴${x.zh} ${x0} 至 ${x1}，纵轴${y.zh} ${y0} 至 ${y1}${trend ? `。${trend.zh}` : ''}。`,
    en: `${head.en}: ${formatNumber(points)} points, ${x.en} across from ${x0} to ${x1}, ${y.en} up from ${y0} to ${y1}${trend ? `. ${trend.en}` : ''}.`,
  };
}

/** What a rectangle has left, said once after it was made. */
export function chosenWords(spans: readonly string[], left: number | undefined): Text {
  const rows = left === undefined ? { zh: '', en: '' } : { zh: `，共 ${formatNumber(left)} 条`, en: `, ${formatNumber(left)} rows` };
  return { zh: `已选 ${spans.join('，')}${rows.zh}`, en: `Selected ${spans.join(', ')}${rows.en}` };
}
