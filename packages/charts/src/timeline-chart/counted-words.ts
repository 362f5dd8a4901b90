/** Words of events that a server has counted in bins of time. */
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import { formatNumber } from '@yizhangtu/base/number-format';
import { groupWords } from '@yizhangtu/data/words';
import { CHART_WORDS } from '../chart/chart-words.js';
import type { ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import type { CountedEvents, TimelineEvents } from './timeline-events.js';
import { laneWords, type TimelineWords } from './timeline-words.js';

const COUNT: Text = { zh: '事件数', en: 'Events' };

const weightOf = ({ weights }: CountedEvents, marked: readonly number[]): number => marked.reduce((sum, entry) => sum + (weights[entry] as number), 0);

/** From the first bin of a mark to its last. */
export function binsOf({ binOf }: CountedEvents, marked: readonly number[]): readonly [first: number, last: number] {
  return [binOf[marked[0] as number] as number, binOf[marked[marked.length - 1] as number] as number];
}

function spanWords({ by, edges }: CountedEvents, [first, last]: readonly [number, number], locale: Locale): string {
  const words = (bin: number): string => groupWords(undefined, by, { key: edges[bin] as number, end: edges[bin + 1] as number }, locale);
  return first === last ? words(first) : `${words(first)}${locale === 'en' ? ' to ' : ' 至 '}${words(last)}`;
}

/** The tooltip of a mark. */
export function countedTip(words: TimelineWords, counted: CountedEvents, marked: readonly number[]): TipWords | undefined {
  const { locale, events } = words;
  const lane = events.lanes[events.laneOf[marked[0] ?? -1] ?? -1];
  if (!lane) return undefined;
  const name = laneWords(words, lane);
  const count = formatNumber(weightOf(counted, marked));
  const said = inWords({ zh: `${count} 个事件`, en: `${count} events` }, locale);
  return { label: name === '' ? said : `${name}${locale === 'en' ? ', ' : '，'}${said}`, value: spanWords(counted, binsOf(counted, marked), locale) };
}

/** The bins as a table: when, in which lane, how many. */
export function countedTable(words: TimelineWords, counted: CountedEvents): ChartTable {
  const { dataset, locale, events, timeField, laneField } = words;
  return {
    columns: [{ head: dataset.label(timeField, locale), number: false }, ...(laneField ? [{ head: dataset.label(laneField, locale), number: false }] : []), { head: inWords(COUNT, locale), number: true }],
    rows: Array.from(counted.weights, (weight, entry) => {
      const bin = counted.binOf[entry] as number;
      const lane = events.lanes[events.laneOf[entry] as number];
      return [{ text: spanWords(counted, [bin, bin], locale) }, ...(laneField && lane ? [{ text: laneWords(words, lane) }] : []), { text: formatNumber(weight), value: weight }];
    }),
  };
}

/** What is drawn of how many, where not each event is drawn. */
export function farNote({ counted, among, rows }: TimelineEvents): Text | undefined {
  if (among !== undefined) {
    const [own, all] = [formatNumber(rows.length), formatNumber(among)];
    return { zh: `共 ${all} 个事件，这里是所选时段的 ${own} 个；点空白处看全部`, en: `${own} events of the chosen span, ${all} in all; click beside the marks to see all` };
  }
  if (!counted) return undefined;
  const all = formatNumber(counted.weights.reduce((sum, weight) => sum + weight, 0));
  return { zh: `共 ${all} 个事件，按时段计数；选一段较短的时间可逐个查看`, en: `${all} events, counted in spans of time; choose a short span to see each` };
}

/** What the chart is of, in a sentence. */
export function countedSummary(label: string, words: readonly [zh: TimelineWords, en: TimelineWords], counted: CountedEvents): Text {
  const all = formatNumber(counted.weights.reduce((sum, weight) => sum + weight, 0));
  const [zh, en] = words.map((one) => spanWords(counted, [0, counted.edges.length - 2], one.locale)) as [string, string];
  const lanes = (one: TimelineWords): string => (one.laneField ? one.events.lanes.map((lane) => `${laneWords(one, lane)} ${formatNumber(lane.count)}`).join(one.locale === 'en' ? ', ' : '、') : '');
  const [zhLanes, enLanes] = words.map(lanes) as [string, string];
  return {
    zh: `${label === '' ? inWords(CHART_WORDS.chart, 'zh-CN') : label}：${all} 个事件，${zh}${zhLanes === '' ? '' : `。${zhLanes}`}。`,
    en: `${label === '' ? inWords(CHART_WORDS.chart, 'en') : label}: ${all} events, ${en}${enLanes === '' ? '' : `. ${enLanes}`}.`,
  };
}
