import type { Text } from '@yizhangtu/base/locale';
import type { ChartRow } from './group-rows.js';

/** What a summary needs: texts are already formatted. */
export interface SummaryInput {
  readonly label: string;
  readonly rows: readonly ChartRow[];
  /** A value with its unit. */
  format(value: number): string;
}

/** A chart in one sentence, for people who do not see it: how many bars, the largest, the smallest, what is chosen. */
export function groupSummary({ label, rows, format }: SummaryInput): Text {
  const bars = rows.filter((row) => !row.rest && Number.isFinite(row.value));
  const head = { zh: label === '' ? '图表' : label, en: label === '' ? 'Chart' : label };
  const [first] = bars;
  if (!first) return { zh: `${head.zh}：没有数据`, en: `${head.en}: no data` };
  const most = bars.reduce((best, row) => (row.value > best.value ? row : best), first);
  const least = bars.reduce((best, row) => (row.value < best.value ? row : best), first);
  const chosen = bars.filter((row) => row.pressed).map((row) => row.label);
  const zh = [`${head.zh}：共 ${bars.length} 项，${most.label} ${format(most.value)}最多`];
  const en = [`${head.en}: ${bars.length} bars, most ${most.label} ${format(most.value)}`];
  if (least !== most) {
    zh.push(`${least.label} ${format(least.value)}最少`);
    en.push(`least ${least.label} ${format(least.value)}`);
  }
  if (chosen.length > 0) {
    zh.push(`已选 ${chosen.join('、')}`);
    en.push(`chosen: ${chosen.join(', ')}`);
  }
  return { zh: `${zh.join('，')}。`, en: `${en.join(', ')}.` };
}
