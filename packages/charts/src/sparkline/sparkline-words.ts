import type { Text } from '@yizhangtu/base/locale';
import { courseNow } from '../marks/extremes.js';

/** A series in one sentence: how long, lowest, highest, last. */
export function sparklineSummary(values: readonly number[], format: (value: number) => string): Text {
  const course = courseNow(values);
  const last = values[course.last];
  if (last === undefined) return { zh: '没有数据', en: 'No data' };
  const [low, high] = [course.low, course.high].map((at) => format(values[at] as number));
  return {
    zh: `${values.length} 期走势：最低 ${low}，最高 ${high}，最新 ${format(last)}`,
    en: `Trend of ${values.length} periods: lowest ${low}, highest ${high}, latest ${format(last)}`,
  };
}
