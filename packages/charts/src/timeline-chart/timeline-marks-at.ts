import { YztError } from '@yizhangtu/base/errors';
import type { DatasetLike, Filter } from '@yizhangtu/data/model';
import { inParts, type Steps } from '@yizhangtu/data/steps';
import { unknownField } from '../chart/chart-refusals.js';
import type { BrushRange } from '../marks/brush-steps.js';
import type { TimelineEvents } from './timeline-events.js';
import { middleOf } from './timeline-marks.js';
import type { PlacedMark, TimelineScene } from './timeline-scene.js';

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

/** Events between two pauses. */
const STEP = 1 << 16;

/** Number of the mark of each row, in steps; −1 for none. */
export function* rowMarkSteps(marks: readonly PlacedMark[], { rows }: TimelineEvents): Steps<Int32Array> {
  let most = -1;
  yield* inParts(rows.length, (from, to) => {
    for (let event = from; event < to; event += 1) most = Math.max(most, rows[event] as number);
  });
  const found = new Int32Array(most + 1).fill(-1);
  let seen = 0;
  for (let index = 0; index < marks.length; index += 1) {
    const { events } = marks[index] as PlacedMark;
    for (let from = 0; from < events.length; from += STEP) {
      const to = Math.min(events.length, from + STEP);
      for (let i = from; i < to; i += 1) found[rows[events[i] as number] as number] = index;
      if ((seen += to - from) < STEP) continue;
      seen = 0;
      yield index / marks.length;
    }
  }
  return found;
}

/** The stops around a span of the axis, px. */
export function spanOf(stops: readonly number[], from: number, to: number): BrushRange {
  const first = stops.reduce((best, stop, index) => (stop <= from ? index : best), 0);
  const last = stops.findIndex((stop) => stop > to);
  return { from: first, to: last < 0 ? stops.length - 1 : last };
}

/** px of the ends of the span that a filter of the time leaves; undefined for none. */
export function chosenSpan({ left, right, at }: TimelineScene, filter: Filter | undefined): readonly [from: number, to: number] | undefined {
  if (filter?.kind !== 'range') return undefined;
  const { min = -Infinity, max = Infinity } = filter;
  const place = (instant: number): number => Math.max(left, Math.min(right, at(instant)));
  return [place(min), place(max)];
}

/** The stops around a span that goes on to another place; without one it begins at the mark. px. */
export function extendedSpan(stops: readonly number[], chosen: readonly [from: number, to: number] | undefined, from: number, to: number): BrushRange {
  const anchor = chosen ? (Math.abs(chosen[0] - from) < Math.abs(chosen[1] - from) ? chosen[1] - 1 : chosen[0] + 1) : from;
  return spanOf(stops, Math.min(anchor, to), Math.max(anchor, to));
}

/** The fields of a timeline by the names of their properties. */
export interface TimelineFields {
  readonly timeField?: string | undefined;
  readonly endField?: string | undefined;
  readonly laneField?: string | undefined;
  readonly labelField?: string | undefined;
}

const ATTRIBUTES = { timeField: 'time-field', endField: 'end-field', laneField: 'lane-field', labelField: 'label-field' } as const;

/** What is wrong with one of the fields; undefined for nothing. */
export function fieldsProblem(dataset: DatasetLike, fields: TimelineFields, tag: string): YztError | undefined {
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
