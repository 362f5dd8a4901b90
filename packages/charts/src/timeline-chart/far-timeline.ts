/** Events of rows that stay with a server: few are fetched and drawn one by one, many are counted there in bins of time. Comes with the first such dataset. */
import type { YztError } from '@yizhangtu/base/errors';
import { LatestAnswer, rowsAsked } from '@yizhangtu/data/link';
import type { Answer, DatasetLike, GroupKey, Measure } from '@yizhangtu/data/model';
import { atOnce } from '@yizhangtu/data/steps';
import { timeStep } from '../marks/time-ticks.js';
import { laneSteps, largest, NO_EVENTS, type TimelineEvents, type TimelineLane } from './timeline-events.js';

export { binsOf, countedSummary, countedTable, countedTip, farNote } from './counted-words.js';

/** Events that are drawn one by one. */
const MOST_EVENTS = 2000;
/** Bins of time at most. */
const BINS = 120;
/** Lanes that are looked at to find those with most events. */
const MOST_LANES = 1000;

/** Which events of which dataset. */
export interface FarNeed {
  readonly dataset: DatasetLike;
  readonly timeField: string;
  readonly endField: string | undefined;
  readonly laneField: string | undefined;
  /** Lanes at most. */
  readonly limit: number;
  /** Fields that are read of each event. */
  readonly fields: readonly string[];
}

/** The events of the last of many needs. */
export class FarTimeline {
  readonly #latest: LatestAnswer<TimelineEvents>;
  #subject: readonly [DatasetLike, string] | undefined;

  /** @param settled Called when events have come, or will not come. */
  constructor(settled: () => void) {
    this.#latest = new LatestAnswer(settled);
  }

  /** True before the first answer. */
  get waiting(): boolean {
    return this.#latest.pending && this.#latest.answer === undefined;
  }

  get stale(): boolean {
    return this.#latest.stale;
  }

  get error(): YztError | undefined {
    return this.#latest.error;
  }

  forget(): void {
    this.#latest.forget();
  }

  of(need: FarNeed): TimelineEvents | undefined {
    const { dataset, timeField, endField, laneField, limit, fields } = need;
    if (this.#subject?.[0] !== dataset || this.#subject[1] !== timeField) this.#subject = [dataset, timeField];
    const key = [dataset.version, dataset.schema, rowsAsked(dataset, undefined), endField, laneField, limit, fields.join()];
    this.#latest.ask(this.#subject, key, (signal) => eventsOf(need, signal));
    return this.#latest.answer;
  }
}

async function eventsOf(need: FarNeed, signal: AbortSignal): Promise<TimelineEvents> {
  const { dataset, timeField: time, endField, laneField, limit } = need;
  const measures: Measure[] = [{ kind: 'count', field: time }, { kind: 'min', field: time }, { kind: 'max', field: time }, ...(endField ? [{ kind: 'max' as const, field: endField }] : [])];
  const all = await dataset.query({ ...(laneField && { groupBy: laneField, limit: MOST_LANES }), measures, ignore: [time] }, signal);
  const [count = 0] = all.total.values;
  const missing = all.total.count - count;
  if (!(count > 0)) return { ...NO_EVENTS, missing };
  if (count <= MOST_EVENTS) return { ...(await fetched(need, [time], count, signal)), missing };
  if (dataset.filters.has(time)) {
    const { total } = await dataset.query({ measures: measures.slice(0, 1) }, signal);
    const [within = 0] = total.values;
    if (within > 0 && within <= MOST_EVENTS) return { ...inLanes(await fetched({ ...need, limit: Infinity }, [], within, signal), lanesIn(all, limit, laneField !== undefined)), missing, among: count };
  }
  return { ...(await counted(need, lanesIn(all, limit, laneField !== undefined), all, signal)), missing };
}

/** Events one by one. @param ignore Filters that do not count. */
async function fetched({ dataset, timeField, endField, laneField, limit, fields }: FarNeed, ignore: readonly string[], count: number, signal: AbortSignal): Promise<Omit<TimelineEvents, 'missing'>> {
  const { rows } = await dataset.rows({ fields: fields.filter((name) => dataset.column(name)), orderBy: timeField, limit: count, ignore }, signal);
  const instant = (row: number, field: string | undefined): number => {
    const value = field === undefined ? null : dataset.value(row, field);
    return value instanceof Date ? value.getTime() : Number.NaN;
  };
  const starts = Float64Array.from(rows, (row) => instant(row, timeField));
  const ends = Float64Array.from(rows, (row, event) => {
    const end = instant(row, endField);
    return end > (starts[event] as number) ? end : Number.NaN;
  });
  return { rows, starts, ends, ...atOnce(laneSteps(dataset, rows, { time: timeField, lane: laneField, limit })) };
}

/** The lanes that memory has: those with most events, in the order of their first ones. */
function lanesIn({ groups, total }: Answer, limit: number, parted: boolean): TimelineLane[] {
  const count = total.values[0] as number;
  if (!parted) return [{ key: null, rest: false, count }];
  const met = groups.filter(({ values }) => (values[0] as number) > 0).sort((a, b) => (a.values[1] as number) - (b.values[1] as number));
  const counts = met.map(({ values }) => values[0] as number);
  const most = largest([...met.keys()], counts, met.length > limit ? Math.max(1, limit - 1) : limit);
  const lanes = met.flatMap(({ key }, index): TimelineLane[] => (most.has(index) ? [{ key, rest: false, count: counts[index] as number }] : []));
  const rest = count - lanes.reduce((sum, lane) => sum + lane.count, 0);
  return rest > 0 ? [...lanes, { key: null, rest: true, count: rest }] : lanes;
}

/** Some of the events in the lanes of all, so that lanes stay where they are when a span is chosen. @param events Each value has a lane. */
function inLanes<E extends Pick<TimelineEvents, 'laneOf' | 'lanes'>>(events: E, lanes: readonly TimelineLane[]): E {
  const places = new Map(lanes.flatMap(({ key, rest }, lane) => (rest ? [] : [[key, lane] as const])));
  const laneOf = events.laneOf.map((lane) => places.get((events.lanes[lane] as TimelineLane).key) ?? lanes.length - 1);
  return { ...events, laneOf, lanes: lanes.map((lane, at) => ({ ...lane, count: laneOf.reduce((sum, one) => sum + Number(one === at), 0) })) };
}

/** How many events of each lane begin in each bin. */
async function counted({ dataset, timeField: field, laneField }: FarNeed, lanes: readonly TimelineLane[], { total }: Answer, signal: AbortSignal): Promise<Omit<TimelineEvents, 'missing'>> {
  const [, first = 0, last = 0] = total.values;
  const { unit, count: step } = timeStep(first, last, BINS);
  const by: GroupKey = { field, bin: { kind: 'time', unit, step, domain: [first, last] } };
  const answer = await dataset.query({ groupBy: by, ...(laneField && { splitBy: laneField, splitLimit: MOST_LANES }), measures: [{ kind: 'count' }], ignore: [field] }, signal);
  const bins = answer.groups.filter(({ key }) => key !== null);
  const own = new Map(lanes.flatMap(({ key, rest }, lane) => (rest ? [] : [[key, lane] as const])));
  const laneOfSplit = [...(answer.splits ?? [null]), ...(answer.splitRest ? [undefined] : [])].map((key) => (laneField ? (own.get(key as TimelineLane['key']) ?? lanes.length - 1) : 0));
  const entries = bins.flatMap(({ key, end, count, parts }, bin) => {
    const weights = lanes.map(() => 0);
    (parts ?? [{ count }]).forEach((part, split) => {
      const lane = laneOfSplit[split] ?? 0;
      weights[lane] = (weights[lane] ?? 0) + part.count;
    });
    const middle = ((key as number) + (end as number)) / 2;
    return weights.flatMap((weight, lane) => (weight > 0 ? [{ bin, lane, weight, middle }] : []));
  });
  return {
    rows: new Uint32Array(0),
    starts: Float64Array.from(entries, ({ middle }) => middle),
    ends: new Float64Array(entries.length).fill(Number.NaN),
    laneOf: Uint16Array.from(entries, ({ lane }) => lane),
    lanes,
    counted: {
      by,
      edges: [...bins.map(({ key }) => key as number), bins[bins.length - 1]?.end as number],
      binOf: Uint16Array.from(entries, ({ bin }) => bin),
      weights: Float64Array.from(entries, ({ weight }) => weight),
    },
  };
}
