import type { Locale } from '@yizhangtu/base/locale';
import { inParts, atOnce, type Steps } from '@yizhangtu/data/steps';
import { AXIS_GAP, lyingAxisHeight, timeAxisTicks, type AxisTick } from '../marks/axis.js';
import { shortened, type MeasureText } from '../marks/text-fit.js';
import { timeStep, timeTicks } from '../marks/time-ticks.js';
import type { PlotRect } from '../chart/plot-svg.js';
import type { TimelineEvents } from './timeline-events.js';
import { markSteps, type TimelineMark } from './timeline-marks.js';

export interface TimelineInput {
  readonly width: number;
  /** Height that is there anyway, px; lanes grow into it. 0: as high as they need. */
  readonly height: number;
  readonly fontSize: number;
  readonly measure: MeasureText;
  readonly locale: Locale;
  /** At least one. */
  readonly events: TimelineEvents;
  /** Names of the lanes; none where there is but one without a name. */
  readonly names: readonly string[];
  /** The name of an event, drawn where it has room; empty for none. */
  nameOf(event: number): string;
}

/** A lane as it is drawn, px. */
export interface LaneBox {
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
}

/** A mark with its place, px. */
export interface PlacedMark extends TimelineMark {
  readonly y: number;
  /** Radius of a point; half the height of a length. */
  readonly radius: number;
  /** What is written in or beside it; empty where there is no room. */
  readonly text: string;
  readonly textX: number;
  readonly inside: boolean;
}

/** Where a timeline stands, px: lanes, under them the numbers of events by time, from which a span is chosen, and the axis. */
export interface TimelineScene extends TimelineInput, PlotRect {
  readonly small: number;
  readonly lanes: readonly LaneBox[];
  readonly marks: readonly PlacedMark[];
  readonly ticks: readonly AxisTick[];
  /** The instants at which a choice can begin and end, ms. */
  readonly stops: readonly number[];
  /** Numbers of events between the stops. */
  readonly counts: readonly number[];
  /** The strip of the numbers. */
  readonly strip: { readonly top: number; readonly bottom: number };
  /** px of an instant. */
  at(instant: number): number;
}

/** Rows of lengths a lane has at most. */
const MOST_ROWS = 6;
/** Names of lanes take at most this share of the width. */
const NAME_SHARE = 0.28;
/** px between two stops, at least. */
const STOP = 7;
const STRIP = 30;

/** Everything a timeline is drawn by. */
export function timelineScene(input: TimelineInput): TimelineScene {
  return atOnce(timelineSteps(input));
}

/** The same in steps. */
export function* timelineSteps(input: TimelineInput): Steps<TimelineScene> {
  const { width, fontSize, measure, locale, events, names } = input;
  const small = (fontSize * 12) / 13;
  const widest = Math.min(width * NAME_SHARE, Math.max(0, ...names.map(measure)));
  const radius = fontSize * 0.38;
  const left = (names.length > 0 ? widest + AXIS_GAP : 0) + radius + 2;
  const right = Math.max(left + 20, width - 8);
  const stops = events.counted?.edges ?? stopsOf(events, Math.max(10, Math.floor((right - left) / STOP)));
  const [first, last] = [stops[0] as number, stops[stops.length - 1] as number];
  const at = (instant: number): number => left + ((instant - first) / (last - first)) * (right - left);
  const { marks, rowsOf } = yield* markSteps(events, { at: (instant) => Math.min(right, at(instant)), apart: radius * 3, mostRows: MOST_ROWS });
  const ticks = timeAxisTicks({ from: first, to: last, at, length: right - left, locale, measure });
  const under = STRIP + 6 + lyingAxisHeight(ticks, small);
  const lanes = lanesOf(input, rowsOf, input.height - under, widest);
  const bottom = lanes[lanes.length - 1]?.bottom ?? 0;
  const strip = { top: bottom + 6, bottom: bottom + 6 + STRIP };
  const rowHeight = (lane: number): number => ((lanes[lane] as LaneBox).bottom - (lanes[lane] as LaneBox).top) / Math.max(1, rowsOf[lane] ?? 1);
  const most = marks.reduce((best, { events: own }) => Math.max(best, eventCount(own, events)), 1);
  const placed = marks.map((mark) => ({ mark, y: (lanes[mark.lane]?.top ?? 0) + rowHeight(mark.lane) * (mark.row + 0.5), radius: mark.long ? Math.min(fontSize * 0.62, rowHeight(mark.lane) * 0.4) : sizeOf(mark, radius, events, most) }));
  const counts = yield* countSteps(events, stops);
  return { ...input, left, right, top: 0, bottom, small, lanes, marks: texts(placed, input, right), ticks, stops, counts, strip, at };
}

/** Events that entries stand for. */
function eventCount(entries: readonly number[], { counted }: TimelineEvents): number {
  return counted ? entries.reduce((sum, entry) => sum + (counted.weights[entry] as number), 0) : entries.length;
}

/** Marks of many events are larger, and never touch the next one. Where all are counted, the area of a mark follows its number. */
function sizeOf({ events: own }: TimelineMark, radius: number, events: TimelineEvents, most: number): number {
  const count = eventCount(own, events);
  return radius * (events.counted ? Math.max(0.35, 1.4 * Math.sqrt(count / most)) : Math.min(1.4, 1 + Math.log10(count) * 0.2));
}

/** Round instants around all events. */
function stopsOf({ starts, ends }: TimelineEvents, most: number): number[] {
  let [first, last] = [starts[0] as number, starts[starts.length - 1] as number];
  for (let event = 0; event < ends.length; event += 1) if ((ends[event] as number) > last) last = ends[event] as number;
  // One moment alone gets half a day on each side.
  if (last - first < 60_000) [first, last] = [first - 43_200_000, last + 43_200_000];
  const span = last - first;
  const step = timeStep(first, last, most);
  const all = timeTicks(first - span * 0.2 - 1, last + span * 0.2 + 1, step);
  const from = all.reduce((best, tick, index) => (tick <= first ? index : best), 0);
  const end = all.findIndex((tick) => tick > last);
  return all.slice(from, end < 0 ? all.length : end + 1);
}

function* countSteps({ starts, counted }: TimelineEvents, stops: readonly number[]): Steps<number[]> {
  const counts = stops.slice(1).map(() => 0);
  let bin = 0;
  yield* inParts(starts.length, (from, to) => {
    for (let event = from; event < to; event += 1) {
      while (bin < counts.length - 1 && (starts[event] as number) >= (stops[bin + 1] as number)) bin += 1;
      counts[bin] = (counts[bin] ?? 0) + (counted?.weights[event] ?? 1);
    }
  });
  return counts;
}

/** Lanes below each other, each as high as its rows, all together as high as the room. */
function lanesOf({ fontSize, names, measure, events }: TimelineInput, rowsOf: readonly number[], room: number, widest: number): LaneBox[] {
  const least = events.lanes.map((_, lane) => Math.max(fontSize * 2, (rowsOf[lane] ?? 1) * fontSize * 1.7));
  const sum = least.reduce((total, one) => total + one, 0);
  const share = Math.min(2.2, Math.max(1, room / Math.max(1, sum)));
  let top = 0;
  return least.map((height, lane) => {
    const box = { name: names.length > 0 ? shortened(names[lane] ?? '', widest + 0.5, measure) : '', top, bottom: top + height * share };
    top = box.bottom;
    return box;
  });
}

interface Placed {
  readonly mark: TimelineMark;
  readonly y: number;
  readonly radius: number;
}

/** Writes names of single events where they touch nothing: inside a length, or right of the mark up to the next one of its row. */
function texts(placed: readonly Placed[], { measure, nameOf, fontSize }: TimelineInput, right: number): PlacedMark[] {
  const next = new Map<string, number>();
  const result: PlacedMark[] = [];
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    const one = placed[index] as Placed;
    const { mark, y, radius } = one;
    const row = `${mark.lane} ${mark.row}`;
    const name = mark.events.length === 1 ? nameOf(mark.events[0] as number) : '';
    const end = mark.long ? mark.to : (mark.from + mark.to) / 2 + radius;
    const room = { inside: mark.long ? mark.to - mark.from - 8 : 0, beside: (next.get(row) ?? right + 4) - end - 8 };
    const inside = measure(name) <= room.inside;
    const text = name === '' ? '' : inside || measure(name) <= room.beside ? name : cut(name, Math.max(room.inside, room.beside), measure, fontSize);
    result.push({ ...mark, y, radius, text, inside: inside || (text !== '' && room.inside >= room.beside), textX: (inside || room.inside >= room.beside ? mark.from : end) + 4 });
    next.set(row, mark.long ? mark.from : (mark.from + mark.to) / 2 - radius);
  }
  return result.reverse();
}

/** A name cut to its room; nothing where less than four characters would be left. */
function cut(name: string, room: number, measure: MeasureText, fontSize: number): string {
  return room < fontSize * 4 ? '' : shortened(name, room, measure);
}
