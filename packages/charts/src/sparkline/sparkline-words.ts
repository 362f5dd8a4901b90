import { extent } from 'd3-array';
import type { Text } from '@yizhangtu/base/locale';

/** A series in one sentence: how long, lowest, highest, last. */
export function sparklineSummary(values: readonly number[], format: (value: number) => string): Text {
  const known = values.filter(Number.isFinite);
  const last = known[known.length - 1];
  if (last === undefined) return { zh: '没有数据', en: 'No data' };
  const [low, high] = extent(known).map((value) => format(value as number));
  return {
    zh: `${values.length} 期走势：最低 ${low}，最高 ${high}，最新 ${format(last)}`,
    en: `Trend of ${values.length} periods: lowest ${low}, highest ${high}, latest ${format(last)}`,
  };
}
