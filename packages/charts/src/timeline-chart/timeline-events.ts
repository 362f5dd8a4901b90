import { NO_CODE, sortedRows, type Dataset, type DatasetLike, type Group, type GroupKey, type TextColumn } from '@yizhangtu/data/model';
import { inParts, atOnce, type Steps } from '@yizhangtu/data/steps';

/** A lane: the events of one value of a field, one below the other. */
export interface TimelineLane {
  /** null for the events without a value, and for 其他. */
  readonly key: Group['key'];
  /** The lane of all values that have none of their own. */
  readonly rest: boolean;
  readonly count: number;
}

/** Events that a server has counted in bins of time: each entry stands for several. */
export interface CountedEvents {
  readonly by: GroupKey;
  /** Instants between the bins, ms; one more than there are bins. */
  readonly edges: readonly number[];
  /** Bin of each entry. */
  readonly binOf: Uint16Array;
  /** Events of each entry. */
  readonly weights: Float64Array;
}

/** Events in the order of their time. */
export interface TimelineEvents {
  /** Row of each event. */
  readonly rows: Uint32Array;
  /** When they begin, ms. */
  readonly starts: Float64Array;
  /** When they end, ms; NaN for what has no end, or one that is not after its beginning. */
  readonly ends: Float64Array;
  /** Number of the lane of each. */
  readonly laneOf: Uint16Array;
  readonly lanes: readonly TimelineLane[];
  /** Rows without a time. */
  readonly missing: number;
  /** Where these are no single events. */
  readonly counted?: CountedEvents;
  /** Events in all, where these are only those of a chosen span. */
  readonly among?: number;
}

/** Before there is anything. */
export const NO_EVENTS: TimelineEvents = { rows: new Uint32Array(0), starts: new Float64Array(0), ends: new Float64Array(0), laneOf: new Uint16Array(0), lanes: [], missing: 0 };

/** What decides about the events. */
export interface EventFields {
  readonly time: string;
  readonly end?: string | undefined;
  readonly lane?: string | undefined;
  /** At most so many lanes; the rest share one. */
  readonly limit: number;
}

/** Instants of a field; undefined where it holds none. */
function instantsOf(dataset: Dataset, field: string | undefined): Float64Array | undefined {
  const column = field === undefined ? undefined : dataset.column(field);
  return column?.kind === 'date' ? column.values : undefined;
}

/** Rows with a time in its order: once for a dataset, whatever is filtered later. */
export function timeOrder(dataset: Dataset, field: string): Uint32Array {
  return atOnce(timeOrderSteps(dataset, field));
}

/** The same in steps. */
export function* timeOrderSteps(dataset: Dataset, field: string): Steps<Uint32Array> {
  const column = dataset.column(field);
  if (column?.kind !== 'date') return new Uint32Array(0);
  const { rows, present } = yield* sortedRows(column);
  const isFinite = (place: number): boolean => Number.isFinite(column.values[rows[place] as number]);
  let [from, to] = [0, present];
  while (from < to && !isFinite(from)) from += 1;
  while (to > from && !isFinite(to - 1)) to -= 1;
  return rows.slice(from, to);
}

/**
 * Events of the rows that pass. Lanes are those with most events, in the order of their first ones.
 * @param order Rows with a time, in its order.
 * @param passes 1 for each row that counts.
 */
export function eventsOf(dataset: Dataset, fields: EventFields, order: Uint32Array, passes: Uint8Array): TimelineEvents {
  return atOnce(eventSteps(dataset, fields, order, passes));
}

/** The same in steps. */
export function* eventSteps(dataset: Dataset, fields: EventFields, order: Uint32Array, passes: Uint8Array): Steps<TimelineEvents> {
  const [times, until] = [instantsOf(dataset, fields.time), instantsOf(dataset, fields.end)];
  let [count, all] = [0, 0];
  const passing = new Uint32Array(order.length);
  yield* inParts(order.length, (from, to) => {
    for (let at = from; at < to; at += 1) if (passes[order[at] as number]) passing[count++] = order[at] as number;
  });
  yield* inParts(passes.length, (from, to) => {
    for (let row = from; row < to; row += 1) all += passes[row] as number;
  });
  const rows = passing.slice(0, count);
  const [starts, ends] = [new Float64Array(count), new Float64Array(count)];
  yield* inParts(count, (from, to) => {
    for (let event = from; event < to; event += 1) {
      const start = times?.[rows[event] as number] as number;
      const end = until?.[rows[event] as number] ?? Number.NaN;
      starts[event] = start;
      ends[event] = end > start ? end : Number.NaN;
    }
  });
  return { rows, starts, ends, ...(yield* laneSteps(dataset, rows, fields)), missing: all - count };
}

/** The lane of each event. @param rows In the order of their time. */
export function* laneSteps(dataset: DatasetLike, rows: Uint32Array, { lane: field, limit }: EventFields): Steps<Pick<TimelineEvents, 'laneOf' | 'lanes'>> {
  const laneOf = new Uint16Array(rows.length);
  if (field === undefined || field === '') return { laneOf, lanes: rows.length > 0 ? [{ key: null, rest: false, count: rows.length }] : [] };
  const { numberOf, keyOf } = keyReader(dataset, field);
  const counts: number[] = [];
  // In the order of the rows, which is that of time.
  const met: number[] = [];
  yield* inParts(rows.length, (from, to) => {
    for (let event = from; event < to; event += 1) {
      const number = numberOf(rows[event] as number);
      const before = counts[number] ?? 0;
      if (before === 0) met.push(number);
      counts[number] = before + 1;
    }
  });
  const most = largest(met, counts, met.length > limit ? Math.max(1, limit - 1) : limit);
  const own = met.filter((number) => most.has(number));
  const lanes: TimelineLane[] = own.map((number) => ({ key: keyOf(number), rest: false, count: counts[number] as number }));
  const rest = rows.length - lanes.reduce((sum, { count }) => sum + count, 0);
  if (rest > 0) lanes.push({ key: null, rest: true, count: rest });
  const places = new Map(own.map((number, lane) => [number, lane]));
  yield* inParts(rows.length, (from, to) => {
    for (let event = from; event < to; event += 1) laneOf[event] = places.get(numberOf(rows[event] as number)) ?? lanes.length - 1;
  });
  return { laneOf, lanes };
}

/** The few with the largest counts, equal ones as they came. */
export function largest(numbers: readonly number[], counts: readonly number[], few: number): ReadonlySet<number> {
  const most: number[] = [];
  const countOf = (number: number | undefined): number => (number === undefined ? 0 : (counts[number] as number));
  for (const number of numbers) {
    if (most.length === few && countOf(number) <= countOf(most[few - 1])) continue;
    let place = most.length;
    while (place > 0 && countOf(most[place - 1]) < countOf(number)) place -= 1;
    most.splice(place, 0, number);
    if (most.length > few) most.pop();
  }
  return new Set(most);
}

/** Numbers of the values of rows that name their lanes. */
interface LaneKeys {
  numberOf(row: number): number;
  keyOf(number: number): Group['key'];
}

function keyReader(dataset: DatasetLike, field: string): LaneKeys {
  const column = dataset.column(field);
  if (column?.kind === 'text' && 'codes' in column) {
    const { codes, dictionary } = column as TextColumn;
    return {
      numberOf: (row) => Math.min(codes[row] ?? NO_CODE, dictionary.length),
      keyOf: (number) => dictionary[number] ?? null,
    };
  }
  const [numbers, keys]: [Map<Group['key'], number>, Group['key'][]] = [new Map(), []];
  return {
    keyOf: (number) => keys[number] ?? null,
    numberOf(row) {
      const value = dataset.value(row, field);
      const key = value instanceof Date ? value.getTime() : ((value ?? null) as Group['key']);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, keys.length);
      return keys.push(key) - 1;
    },
  };
}
