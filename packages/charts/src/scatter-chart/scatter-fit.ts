import type { Text } from '@yizhangtu/base/locale';
import { quantileSteps } from '@yizhangtu/data/model';
import { atOnce, type Steps } from '@yizhangtu/data/steps';

/** A straight line through points in the plot: of least squares, between places 0–1. */
export interface ScatterTrend {
  /** Place of the line at a place across. */
  at(place: number): number;
  /** Part of the differences in y that the line explains, 0–1 (the square of Pearson's correlation). */
  readonly r2: number;
  readonly rising: boolean;
}

/** The line of least squares; undefined where all points lie at one x, or there are fewer than three. */
export function trendOf(x: Float64Array, y: Float64Array): ScatterTrend | undefined {
  const count = x.length;
  if (count < 3) return undefined;
  const [mx, my] = [meanOf(x), meanOf(y)];
  let [sxx, sxy, syy] = [0, 0, 0];
  for (let i = 0; i < count; i += 1) {
    const [dx, dy] = [(x[i] as number) - mx, (y[i] as number) - my];
    sxx += dx * dx;
    sxy += dx * dy;
    syy += dy * dy;
  }
  if (!(sxx > 0)) return undefined;
  const slope = sxy / sxx;
  return { at: (place) => my + slope * (place - mx), r2: syy > 0 ? (sxy * sxy) / (sxx * syy) : 0, rising: slope >= 0 };
}

/** Mean of numbers. */
export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] as number;
  return sum / values.length;
}

/** Median of numbers: the mean of the two in the middle of an even number. */
export function medianOf(values: Float64Array): number {
  return atOnce(medianSteps(values));
}

/** The same in steps. */
export function medianSteps(values: Float64Array): Steps<number> {
  return quantileSteps(values.slice(), 0.5);
}

/**
 * A trend in a sentence. Words for r² are Cohen's (1988): from 0.01 weak, from 0.09 moderate, from 0.25 strong.
 * @param log At least one axis grows by powers, so that the line is straight only there.
 */
export function trendWords({ r2, rising }: ScatterTrend, log: boolean): Text {
  const figure = r2.toFixed(2);
  const percent = `${Math.round(r2 * 100)}%`;
  const on = log ? { zh: '（对数轴上）', en: ' (on logarithmic axes)' } : { zh: '', en: '' };
  if (r2 < 0.01) return { zh: `趋势线${on.zh}：几乎没有线性关系，r² = ${figure}`, en: `Trend${on.en}: hardly any linear relation, r² = ${figure}` };
  const [zh, en] = r2 < 0.09 ? ['弱', 'weak'] : r2 < 0.25 ? ['中等', 'moderate'] : ['强', 'strong'];
  return {
    zh: `趋势线${on.zh}：${zh}${rising ? '正' : '负'}相关，r² = ${figure}，解释了 ${percent} 的差异`,
    en: `Trend${on.en}: ${en} ${rising ? 'positive' : 'negative'} correlation, r² = ${figure}, which explains ${percent} of the differences`,
  };
}
