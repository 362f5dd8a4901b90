/** Words of a timeline, of single events or of what a server has counted. */
import type { Text } from '@yizhangtu/base/locale';
import type { ChartTable } from '../chart/chart-table.js';
import type { TipWords } from '../chart/chart-tip.js';
import type * as far from './far-timeline.js';
import { timelineSummary, timelineTable, timelineTip, type TimelineWords } from './timeline-words.js';

/** The words of what is counted, once their code is here. */
type Code = typeof far | undefined;

/** The tooltip of a mark. */
export function toldTip(words: TimelineWords | undefined, marked: readonly number[] | undefined, code: Code): TipWords | undefined {
  if (!words || !marked) return undefined;
  const { counted } = words.events;
  return counted ? code?.countedTip(words, counted, marked) : timelineTip(words, marked);
}

export function toldTable(words: TimelineWords, code: Code): ChartTable {
  const { counted } = words.events;
  return counted && code ? code.countedTable(words, counted) : timelineTable(words);
}

export function toldSummary(label: string, zh: TimelineWords | undefined, en: TimelineWords | undefined, code: Code): Text {
  const counted = zh?.events.counted;
  return zh && en && counted && code ? code.countedSummary(label, [zh, en], counted) : timelineSummary(label, zh && en && { zh, en });
}
