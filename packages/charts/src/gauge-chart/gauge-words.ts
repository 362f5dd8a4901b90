import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import type { ChartTable } from '../chart/chart-table.js';
import { CHART_WORDS } from '../chart/chart-words.js';
import { goalWords, verdictWords, type Target } from '../indicator/target-line.js';

/** A gauge in words: every text is ready to be shown, in both languages where words are among them. */
export interface GaugeWords {
  readonly label: string;
  /** The value with its unit. */
  readonly value: string;
  /** The ends of the scale with their unit. */
  readonly min: string;
  readonly max: string;
  readonly target: Target | undefined;
  /** Name of the band the value is in; undefined for none. */
  readonly band: string | undefined;
  /** The value lies beyond an end of the scale. */
  readonly beyond: 'min' | 'max' | undefined;
}

/** What is said of a value beyond the scale: the ring cannot show it. */
export function beyondWords({ beyond, min, max }: Pick<GaugeWords, 'beyond' | 'min' | 'max'>): Text | undefined {
  if (beyond === 'max') return { zh: `超出刻度上限 ${max}`, en: `beyond the end of the scale, ${max}` };
  return beyond === 'min' ? { zh: `低于刻度下限 ${min}`, en: `below the start of the scale, ${min}` } : undefined;
}

/** A gauge as one sentence. */
export function gaugeSummary(words: GaugeWords): Text {
  const sentence = (locale: Locale): string => {
    const { label, value, min, max, band, target } = words;
    const beyond = beyondWords(words);
    const parts = [
      value,
      ...(band === undefined || band === '' ? [] : [band]),
      inWords({ zh: `刻度 ${min} 至 ${max}`, en: `scale from ${min} to ${max}` }, locale),
      ...(beyond ? [inWords(beyond, locale)] : []),
      ...(target ? [`${inWords(goalWords(target), locale)}${locale === 'en' ? ', ' : '，'}${inWords(verdictWords(target), locale)}`] : []),
    ];
    const name = label === '' ? inWords({ zh: '仪表', en: 'Gauge' }, locale) : label;
    return locale === 'en' ? `${name}: ${parts.join(', ')}.` : `${name}：${parts.join('，')}。`;
  };
  return { zh: sentence('zh-CN'), en: sentence('en') };
}

/** A gauge as a table: the value, its band, the target, the ends of the scale. */
export function gaugeTable({ label, value, min, max, band, target }: GaugeWords, figure: number, locale: Locale): ChartTable {
  const say = (text: Text): string => inWords(text, locale);
  const named = label === '' ? say(CHART_WORDS.value) : label;
  return {
    columns: [
      { head: say(CHART_WORDS.item), number: false },
      { head: say(CHART_WORDS.value), number: true },
    ],
    rows: [
      [{ text: named }, { text: value, value: figure }],
      ...(band === undefined || band === '' ? [] : [[{ text: say({ zh: '所在区间', en: 'Band' }) }, { text: band }]]),
      ...(target ? [[{ text: say(target.lowerIsBetter ? { zh: '上限', en: 'Limit' } : { zh: '目标', en: 'Target' }) }, { text: `${target.goal}${locale === 'en' ? ', ' : '，'}${say(verdictWords(target))}` }]] : []),
      [{ text: say({ zh: '刻度起点', en: 'Start of the scale' }) }, { text: min }],
      [{ text: say({ zh: '刻度终点', en: 'End of the scale' }) }, { text: max }],
    ],
  };
}
