import { atOnce, type Steps } from '@yizhangtu/data/steps';
import type { TimelineEvents } from './timeline-events.js';

/** One mark: an event, or several that lie on each other. */
export interface TimelineMark {
  readonly lane: number;
  /** Row within the lane, from 0. */
  readonly row: number;
  /** Its ends along the axis, px; a mark of moments is a point in their middle. */
  readonly from: number;
  readonly to: number;
  /** It has a length in time. */
  readonly long: boolean;
  /** Numbers of its events, in the order of time. */
  readonly events: readonly number[];
}

/** What marks are made for. */
export interface MarkRoom {
  /** px of an instant. */
  at(instant: number): number;
  /** Moments nearer than this become one mark, px. */
  readonly apart: number;
  /** Rows of long marks a lane has at most; what has no room joins the mark before it. */
  readonly mostRows: number;
}

/** Marks of all lanes in the order of time, and how many rows each lane takes. */
export interface TimelineMarks {
  readonly marks: readonly TimelineMark[];
  readonly rowsOf: readonly number[];
}

type Open = { lane: number; row: number; from: number; to: number; long: boolean; events: number[] };

/** Shorter than this a length cannot be seen: it is a moment, px. */
const LEAST_LENGTH = 4;
/** Events between two pauses. */
const STEP = 1 << 13;

/**
 * Puts events into rows. Moments of a lane share its first row, those that would touch are one mark; lengths lie below each other where
 * they overlap.
 */
export function marksOf(events: TimelineEvents, room: MarkRoom): TimelineMarks {
  return atOnce(markSteps(events, room));
}

/** The same in steps. */
export function* markSteps({ starts, ends, laneOf, lanes }: TimelineEvents, room: MarkRoom): Steps<TimelineMarks> {
  const marks: Open[] = [];
  const moments: (Open | undefined)[] = lanes.map(() => undefined);
  const lengths: Open[][] = lanes.map(() => []);
  for (let event = 0; event < starts.length; event += 1) {
    if (event % STEP === STEP - 1) yield event / starts.length;
    const lane = laneOf[event] as number;
    const from = room.at(starts[event] as number);
    const end = ends[event] as number;
    const to = Number.isNaN(end) ? from : room.at(end);
    if (to - from >= LEAST_LENGTH) addLength(marks, lengths[lane] as Open[], { lane, row: 0, from, to, long: true, events: [event] }, room);
    else {
      const last = moments[lane];
      // From the first of them, so that a crowd does not become one mark from end to end.
      if (last && from - last.from < room.apart) {
        last.events.push(event);
        last.to = from;
      } else {
        const mark = { lane, row: 0, from, to: from, long: false, events: [event] };
        moments[lane] = mark;
        marks.push(mark);
      }
    }
  }
  const offset = moments.map((one) => (one ? 1 : 0));
  const rowsOf = lanes.map((_, lane) => (offset[lane] ?? 0) + (lengths[lane]?.length ?? 0));
  return { marks: marks.map((one) => (one.long ? { ...one, row: one.row + (offset[one.lane] ?? 0) } : one)), rowsOf };
}

/** @param rows The last mark of each row of the lane. */
function addLength(marks: Open[], rows: Open[], mark: Open, room: MarkRoom): void {
  const free = rows.findIndex((last) => last.to + 1 <= mark.from);
  if (free < 0 && rows.length >= room.mostRows) {
    const last = rows.reduce((best, one) => (one.to < best.to ? one : best));
    last.to = Math.max(last.to, mark.to);
    last.events.push(...mark.events);
    return;
  }
  const row = free < 0 ? rows.length : free;
  const placed = { ...mark, row };
  rows[row] = placed;
  marks.push(placed);
}

/** The mark next to one by a key: along its lane, or to the nearest in the lane above or below; undefined for other keys. */
export function nextTimelineMark(key: string, index: number, marks: readonly TimelineMark[]): number | undefined {
  const mark = marks[index];
  if (!mark) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return marks.length - 1;
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    const step = key === 'ArrowRight' ? 1 : -1;
    for (let at = index + step; at >= 0 && at < marks.length; at += step) if (marks[at]?.lane === mark.lane) return at;
    return index;
  }
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const step = key === 'ArrowDown' ? 1 : -1;
  const lanes = new Set(marks.map(({ lane }) => lane));
  for (let lane = mark.lane + step; lane >= 0 && lane <= Math.max(...lanes); lane += step) {
    if (lanes.has(lane)) return nearestIn(lane, middleOf(mark), marks);
  }
  return index;
}

/** px of the middle of a mark. */
export function middleOf({ from, to }: TimelineMark): number {
  return (from + to) / 2;
}

function nearestIn(lane: number, x: number, marks: readonly TimelineMark[]): number {
  let best = -1;
  marks.forEach((mark, at) => {
    if (mark.lane !== lane) return;
    const nearest = marks[best];
    if (!nearest || Math.abs(middleOf(mark) - x) < Math.abs(middleOf(nearest) - x)) best = at;
  });
  return best;
}
