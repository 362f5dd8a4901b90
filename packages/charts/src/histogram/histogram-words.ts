import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import type { ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import { figure } from '../chart/figures.js';
import type { HistogramData } from './histogram-bins.js';
import type { ValueMark } from './histogram-scene.js';

/** What words of a histogram are made from. */
export interface HistogramWords {
  readonly data: HistogramData;
  readonly locale: Locale;
  /** A bin by its number: 500 – 1,000 ㎡. */
  bin(index: number): string;
  figure(value: number): string;
  withUnit(value: number): string;
}

const ALL: Text = { zh: '全部', en: 'All' };

function isFiltered({ bins }: HistogramData): boolean {
  return bins.some(({ value, whole }) => value !== whole);
}

/** The tooltip of a bin: what passes and, where filters leave less, what there is. */
export function binTip({ data, bin, withUnit, locale }: HistogramWords, index: number): TipWords | undefined {
  const one = data.bins[index];
  if (!one) return undefined;
  const note = isFiltered(data) ? { note: `${inWords(ALL, locale)} ${withUnit(one.whole)}` } : {};
  return { label: bin(index), value: withUnit(one.value), ...note };
}

/** A bin as one sentence, for the slider that walks over the chart. */
export function binSentence(words: HistogramWords, index: number): string {
  const tip = binTip(words, index);
  if (!tip) return '';
  const parts = [tip.label, tip.value, tip.note].filter((part): part is string => part !== undefined);
  return parts.join(words.locale === 'en' ? ', ' : '，');
}

/** The bins as a table. */
export function histogramTable({ data, bin, figure, locale }: HistogramWords, heads: { readonly bin: string; readonly value: string }): ChartTable {
  const filtered = isFiltered(data);
  const cell = (value: number): { text: string; value: number } => ({ text: figure(value), value });
  return {
    columns: [
      { head: heads.bin, number: false },
      { head: heads.value, number: true },
      ...(filtered ? [{ head: inWords(ALL, locale), number: true }] : []),
    ],
    rows: data.bins.map((one, index) => [{ text: bin(index) }, cell(one.value), ...(filtered ? [cell(one.whole)] : [])]),
  };
}

/** What is in no bin, in words; undefined where everything is in one. */
export function leftOver({ missing, outside }: HistogramData): Text | undefined {
  if (missing === 0 && outside === 0) return undefined;
  const [none, beyond] = [formatNumber(missing), formatNumber(outside)];
  const zh = [...(missing > 0 ? [`${none} 条无数据`] : []), ...(outside > 0 ? [`${beyond} 条不在各段之内`] : [])];
  const en = [...(missing > 0 ? [`${none} without data`] : []), ...(outside > 0 ? [`${beyond} outside all bins`] : [])];
  return { zh: zh.join('，'), en: en.join(', ') };
}

/**
 * The chart in a sentence, for people who do not see it: how many bins, where most lies, what is in none.
 * @param marks Marked values in words: 中位数 120.
 */
export function histogramSummary(label: string, words: HistogramWords, marks: readonly string[]): Text {
  const { data, bin, withUnit } = words;
  const head = { zh: label === '' ? '直方图' : label, en: label === '' ? 'Histogram' : label };
  if (data.bins.length === 0) return { zh: `${head.zh}：没有数据`, en: `${head.en}: no data` };
  const most = data.bins.reduce((best, { value }, index) => (value > (data.bins[best]?.value ?? 0) ? index : best), 0);
  const mostIs = withUnit(data.bins[most]?.value ?? 0);
  const none = leftOver(data);
  return {
    zh: `${head.zh}：${[`共 ${data.bins.length} 段`, `${bin(most)} 最多`, mostIs, ...marks, ...(none ? [none.zh] : [])].join('，')}。`,
    en: `${head.en}: ${[`${data.bins.length} bins`, `most in ${bin(most)}`, mostIs, ...marks, ...(none ? [none.en] : [])].join(', ')}.`,
  };
}

/** A marked value with its words: 中位数 120 ㎡. Nothing for a value that is not known. */
export function valueMark(kind: 'median' | 'mean', value: number | undefined, digits: number | undefined, withUnit: (text: string) => string, locale: Locale): ValueMark[] {
  if (value === undefined || !Number.isFinite(value)) return [];
  // The mean of whole numbers is none.
  const text = withUnit(figure(value, kind === 'mean' && digits === 0 && Math.abs(value) < 100 ? 1 : digits));
  const words = kind === 'mean' ? { zh: `平均数 ${text}`, en: `mean ${text}` } : { zh: `中位数 ${text}`, en: `median ${text}` };
  return [{ value, words: inWords(words, locale) }];
}
