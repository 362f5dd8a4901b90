import type { Locale, Text } from '@yizhangtu/base/locale';
import { rowsOnDemand, type ChartTable, type TableCell } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import { courseOf } from '../marks/extremes.js';
import type { LineData, LineSeries } from './line-data.js';

/** What words of lines are made from. */
export interface LineWords {
  readonly data: LineData;
  readonly locale: Locale;
  /** A place of the axis: 2026年7月6日 08:00. */
  place(at: number): string;
  figure(value: number): string;
  withUnit(value: number): string;
}

/** Series a sentence names one by one. */
const MOST_NAMED = 3;

const isKnown = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);

/** The tooltip of a place: every line that has a value there, and its band. */
export function lineTip({ data, place, withUnit, figure }: LineWords, at: number, notes: readonly string[]): TipWords {
  const single = data.lines.length === 1;
  const lines = data.lines.flatMap(({ label, color, values, lows, highs }) => {
    const value = values[at];
    if (!isKnown(value)) return [];
    const [low, high] = [lows?.[at], highs?.[at]];
    const band = isKnown(low) && isKnown(high) ? ` (${figure(low)}–${figure(high)})` : '';
    return [{ label, color, value: withUnit(value) + band }];
  });
  const note = notes.length === 0 ? {} : { note: notes.join('\u3000') };
  if (single) return { label: place(at), value: lines[0]?.value ?? '—', ...note };
  return { label: place(at), lines, ...note };
}

/** A place as one sentence, for the slider that walks over the chart. */
export function placeSentence(words: LineWords, at: number, notes: readonly string[] = []): string {
  const { data, place, withUnit, locale } = words;
  const values = data.lines.flatMap(({ label, values: own }) => {
    const value = own[at];
    return isKnown(value) ? [data.lines.length === 1 ? withUnit(value) : `${label} ${withUnit(value)}`] : [];
  });
  const none = locale === 'en' ? 'no data' : '无数据';
  return [place(at), ...(values.length === 0 ? [none] : values), ...notes].join(locale === 'en' ? ', ' : '，');
}

/** The lines as a table: a row a place, a column a line, and one of what else is said of a place. */
export function lineTable({ data, place, figure }: LineWords, heads: { readonly place: string; head(name: string): string; readonly value: string }, notes?: { readonly head: string; at(place: number): readonly string[] }): ChartTable {
  const columns = data.lines.map(({ label }) => ({ head: heads.head(data.lines.length === 1 ? heads.value : label), number: true }));
  const cell = (value: number | undefined): TableCell => ({ text: figure(value ?? Number.NaN), value: isKnown(value) ? value : undefined });
  return {
    columns: [{ head: heads.place, number: false }, ...columns, ...(notes ? [{ head: notes.head, number: true }] : [])],
    rows: rowsOnDemand(data.xs.length, (at) => [{ text: place(at) }, ...data.lines.map(({ values }) => cell(values[at])), ...(notes ? [{ text: notes.at(at).join(' ') || '—' }] : [])]),
  };
}

/** The course of a line: highest, lowest, latest, each with its place. */
function course({ values }: LineSeries, { place, withUnit }: LineWords): Text | undefined {
  const { low, high, last } = courseOf(values);
  if (last < 0) return undefined;
  const [most, least, latest] = [high, low, last].map((at) => withUnit(values[at] as number));
  return {
    zh: `最高 ${most}（${place(high)}），最低 ${least}（${place(low)}），最新 ${latest}`,
    en: `highest ${most} (${place(high)}), lowest ${least} (${place(low)}), latest ${latest}`,
  };
}

/** The chart in a few sentences, for people who do not see it. */
export function lineSummary(label: string, words: LineWords): Text {
  const { data, place } = words;
  const head = { zh: label === '' ? '图表' : label, en: label === '' ? 'Chart' : label };
  const last = data.xs.length - 1;
  if (last < 0 || data.lines.length === 0) return { zh: `${head.zh}：没有数据`, en: `${head.en}: no data` };
  const named = data.lines.slice(0, MOST_NAMED).flatMap((line) => {
    const one = course(line, words);
    if (!one) return [];
    return [data.lines.length === 1 ? one : { zh: `${line.label} ${one.zh}`, en: `${line.label} ${one.en}` }];
  });
  const range = { zh: `${place(0)} 至 ${place(last)}`, en: `${place(0)} to ${place(last)}` };
  const count = data.lines.length === 1 ? { zh: '', en: '' } : { zh: `，${data.lines.length} 条线`, en: `, ${data.lines.length} lines` };
  return {
    zh: `${head.zh}：${range.zh}${count.zh}。${named.map(({ zh }) => `${zh}。`).join('')}`,
    en: `${head.en}: ${range.en}${count.en}. ${named.map(({ en }) => `${en}.`).join(' ')}`.trim(),
  };
}
