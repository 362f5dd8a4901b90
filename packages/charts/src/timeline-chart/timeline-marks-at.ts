import { YztError } from '@yizhangtu/base/errors';
import type { Dataset } from '@yizhangtu/data/model';
import { unknownField } from '../chart/chart-refusals.js';
import type { BrushRange } from '../marks/brush-steps.js';
import type { TimelineEvents } from './timeline-events.js';
import { middleOf } from './timeline-marks.js';
import type { PlacedMark } from './timeline-scene.js';

/** A finger or a pointer is not more exact than this, px. */
const REACH = 10;

/** Number of the mark at a place of the plot, px; −1 for none. Of several the nearest, and a moment before a length it lies over. */
export function markAtPlace(marks: readonly PlacedMark[], x: number, y: number): number {
  let [best, least] = [-1, Infinity];
  marks.forEach((mark, index) => {
    const across = mark.long ? Math.max(0, mark.from - x, x - mark.to) : Math.max(0, Math.abs(middleOf(mark) - x) - mark.radius);
    const down = Math.max(0, Math.abs(mark.y - y) - mark.radius);
    const distance = Math.hypot(across, down) + (mark.long ? 0.5 : 0);
    if (distance <= REACH && distance < least) [best, least] = [index, distance];
  });
  return best;
}

/** Number of the mark of each row; −1 for none. */
export function marksByRow(marks: readonly PlacedMark[], { rows }: TimelineEvents, rowCount: number): Int32Array {
  const found = new Int32Array(rowCount).fill(-1);
  marks.forEach(({ events }, index) => {
    for (const event of events) found[rows[event] as number] = index;
  });
  return found;
}

/** The stops around a span of the axis, px. */
export function spanOf(stops: readonly number[], from: number, to: number): BrushRange {
  const first = stops.reduce((best, stop, index) => (stop <= from ? index : best), 0);
  const last = stops.findIndex((stop) => stop > to);
  return { from: first, to: last < 0 ? stops.length - 1 : last };
}

/** The fields of a timeline by the names of their properties. */
export interface TimelineFields {
  readonly timeField: string | undefined;
  readonly endField: string | undefined;
  readonly laneField: string | undefined;
  readonly labelField: string | undefined;
}

const ATTRIBUTES = { timeField: 'time-field', endField: 'end-field', laneField: 'lane-field', labelField: 'label-field' } as const;

/** What is wrong with one of the fields; undefined for nothing. */
export function fieldsProblem(dataset: Dataset, fields: TimelineFields, tag: string): YztError | undefined {
  if (dataset.columns.length === 0) return undefined;
  for (const name of ['timeField', 'endField', 'laneField', 'labelField'] as const) {
    const field = fields[name];
    if (!field) continue;
    const column = dataset.column(field);
    if (!column) return unknownField(tag, ATTRIBUTES[name], field);
    if ((name === 'timeField' || name === 'endField') && column.kind !== 'date') return noTime(tag, ATTRIBUTES[name], field);
  }
  return undefined;
}

function noTime(tag: string, attribute: string, field: string): YztError {
  return new YztError('bad-attribute', {
    zh: `<${tag}>：${attribute}="${field}" 不是日期字段。请写日期或时刻的字段。`,
    en: `<${tag}>: ${attribute}="${field}" holds no dates. Name a field of dates or instants.`,
  });
}
