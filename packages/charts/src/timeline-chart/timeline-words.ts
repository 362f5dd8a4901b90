import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { asNow, type DatasetLike } from '@yizhangtu/data/model';
import { categoryWords, cellWords, rowText } from '@yizhangtu/data/words';
import { rowsOnDemand, type ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import { CHART_WORDS } from '../chart/chart-words.js';
import type { TimelineEvents, TimelineLane } from './timeline-events.js';

/** Where the words of a timeline come from. */
export interface TimelineWords {
  readonly dataset: DatasetLike;
  readonly locale: Locale;
  readonly events: TimelineEvents;
  readonly timeField: string;
  readonly endField: string | undefined;
  readonly laneField: string | undefined;
  readonly labelField: string | undefined;
}

const EVENT: Text = { zh: '事件', en: 'Event' };
/** Events a tooltip names one by one. */
const MOST_NAMED = 5;

const between = (locale: Locale): string => (locale === 'en' ? ', ' : '，');

/** The name of a lane. */
export function laneWords({ dataset, locale, laneField }: TimelineWords, { key, rest }: TimelineLane): string {
  if (rest) return inWords(CHART_WORDS.rest, locale);
  return laneField ? categoryWords(dataset, laneField, key, locale) : '';
}

/** The name of an event; empty without a field of names. */
export function eventName({ dataset, locale, events, labelField }: TimelineWords, event: number): string {
  return labelField ? rowText(dataset, events.rows[event] as number, labelField, locale) : '';
}

/** When an event is: 2026年7月6日 11:00, 2026年7月6日 至 2026年8月1日. */
export function whenWords({ dataset, locale, events, timeField, endField }: TimelineWords, event: number): string {
  const row = events.rows[event] as number;
  const start = rowText(dataset, row, timeField, locale);
  if (!endField || Number.isNaN(events.ends[event])) return start;
  return `${start}${locale === 'en' ? ' to ' : ' 至 '}${rowText(dataset, row, endField, locale)}`;
}

/** The tooltip of a mark. */
export function timelineTip(words: TimelineWords, marked: readonly number[]): TipWords | undefined {
  const [first] = marked;
  if (first === undefined) return undefined;
  const { locale, events } = words;
  const lane = events.lanes[events.laneOf[first] as number];
  const name = lane ? laneWords(words, lane) : '';
  if (marked.length === 1) {
    const title = eventName(words, first);
    const when = whenWords(words, first);
    if (title === '') return name === '' ? { label: when } : { label: name, value: when };
    return { label: title, value: when, ...(name !== '' && name !== title && { note: name }) };
  }
  const count = inWords({ zh: `${formatNumber(marked.length)} 个事件`, en: `${formatNumber(marked.length)} events` }, locale);
  const lines = marked.slice(0, MOST_NAMED).map((event) => ({ label: eventName(words, event), value: whenWords(words, event) }));
  const more = marked.length > MOST_NAMED ? inWords({ zh: `另 ${formatNumber(marked.length - MOST_NAMED)} 个`, en: `and ${formatNumber(marked.length - MOST_NAMED)} more` }, locale) : undefined;
  return { label: name === '' ? count : `${name}${between(locale)}${count}`, lines, ...(more !== undefined && { note: more }) };
}

/** A mark as one sentence, for the slider that walks over the chart. */
export function timelineSentence(tip: TipWords | undefined, locale: Locale): string {
  if (!tip) return '';
  const lines = (tip.lines ?? []).map(({ label, value }) => [label, value].filter((part) => part !== '').join(' '));
  return [tip.label, ...(tip.value === undefined ? [] : [tip.value]), ...lines, ...(tip.note === undefined ? [] : [tip.note])].join(between(locale));
}

/** The chart in a sentence: how many events, from when to when, in which lanes. */
export function timelineSummary(label: string, words: { readonly zh: TimelineWords; readonly en: TimelineWords } | undefined): Text {
  const head = { zh: label === '' ? '时间线' : label, en: label === '' ? 'Timeline' : label };
  const count = words?.zh.events.rows.length ?? 0;
  if (!words || count === 0) return { zh: `${head.zh}：没有数据`, en: `${head.en}: no data` };
  const span = (one: TimelineWords): readonly [string, string] => {
    const at = (event: number): string => rowText(one.dataset, one.events.rows[event] as number, one.timeField, one.locale);
    return [at(0), at(count - 1)];
  };
  const lanes = (one: TimelineWords): string =>
    one.laneField
      ? one.events.lanes.map((lane) => `${laneWords(one, lane)} ${formatNumber(lane.count)}`).join(one.locale === 'en' ? ', ' : '、')
      : '';
  const [zh, en] = [span(words.zh), span(words.en)];
  const [zhLanes, enLanes] = [lanes(words.zh), lanes(words.en)];
  return {
    zh: `${head.zh}：${formatNumber(count)} 个事件，${zh[0]} 至 ${zh[1]}${zhLanes === '' ? '' : `。${zhLanes}`}。`,
    en: `${head.en}: ${formatNumber(count)} events from ${en[0]} to ${en[1]}${enLanes === '' ? '' : `. ${enLanes}`}.`,
  };
}

/** The events as a table, in the order of time: words are made of the rows that are looked at, of the rows as they are now. */
export function timelineTable(words: TimelineWords): ChartTable {
  const { dataset, locale, events, timeField, endField, laneField, labelField } = words;
  const fields = [labelField, timeField, endField, laneField].filter((field): field is string => !!field);
  const written = fields.map((field) => dataset.field(field));
  const rows = asNow(dataset);
  const heads = labelField ? fields.map((field) => dataset.label(field, locale)) : [inWords(EVENT, locale), ...fields.map((field) => dataset.label(field, locale))];
  return {
    columns: heads.map((head) => ({ head, number: false })),
    rows: rowsOnDemand(events.rows.length, (event) => [
      ...(labelField ? [] : [{ text: formatNumber(event + 1) }]),
      ...written.map((field) => ({ text: cellWords(rows, events.rows[event] as number, field, locale) })),
    ]),
  };
}
