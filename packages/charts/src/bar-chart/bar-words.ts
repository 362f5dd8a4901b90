import type { Locale, Text } from '@yizhangtu/base/locale';
import type { ChartTable, TableCell } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import { percent } from '../chart/figures.js';
import type { ChartRow } from '../chart/group-rows.js';
import type { Series } from '../chart/series.js';

/** What words of divided bars are made from. */
export interface SeriesWords {
  readonly series: readonly Series[];
  /** Parts add up to the value of the group. */
  readonly additive: boolean;
  /** Each group is 100 %. */
  readonly share: boolean;
  readonly locale: Locale;
  /** 合计. */
  readonly total: string;
  figure(value: number): string;
  withUnit(value: number): string;
}

/** The tooltip of a divided bar: a line a series, largest on top as bars are stacked, and the total. */
export function seriesTip(words: TipWords, row: ChartRow, { series, additive, share, locale, withUnit, total }: SeriesWords): TipWords {
  const parts = row.parts ?? [];
  const whole = parts.reduce((sum, value) => sum + (value > 0 ? value : 0), 0);
  const lines = series.flatMap(({ label, color }, index) => {
    const value = parts[index] ?? Number.NaN;
    if (!Number.isFinite(value) || (additive && value === 0)) return [];
    const text = share && whole > 0 ? `${percent(value / whole, locale)} · ${withUnit(value)}` : withUnit(value);
    return [{ label, color, value: text }];
  });
  return { label: words.label, lines, ...(additive && { note: `${total} ${withUnit(row.value)}` }) };
}

/** The table with a column a series before the total. */
export function seriesColumns(table: ChartTable, rows: readonly ChartRow[], words: SeriesWords): ChartTable {
  const [item, value, ...shares] = table.columns;
  if (!item || !value) return table;
  const unit = /[（(].*[)）]$/.exec(value.head)?.[0] ?? '';
  const columns = [
    item,
    ...words.series.map(({ label }) => ({ head: label, number: true })),
    ...(words.additive ? [{ ...value, head: `${words.total}${words.locale === 'en' && unit !== '' ? ' ' : ''}${unit}` }, ...shares] : []),
  ];
  const cells = table.rows.slice(0, table.rows.length).map((row, index) => {
    const [name, total, ...rest] = row;
    const parts = words.series.map((_, at): TableCell => {
      const part = rows[index]?.parts?.[at] ?? Number.NaN;
      return { text: words.figure(part), value: part };
    });
    return [name, ...parts, ...(words.additive ? [total, ...rest] : [])].filter((cell): cell is TableCell => cell !== undefined);
  });
  return { columns, rows: cells };
}

/** The sentence of the chart with the names of its series. */
export function seriesSentence(sentence: Text, series: readonly Series[]): Text {
  const names = series.map(({ label }) => label);
  return {
    zh: `${sentence.zh}分为 ${names.length} 类：${names.join('、')}。`,
    en: `${sentence.en} Divided into ${names.length} series: ${names.join(', ')}.`,
  };
}
