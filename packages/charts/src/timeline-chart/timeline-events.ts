import { NO_CODE, type Dataset, type Group } from '@yizhangtu/data/model';

/** A lane: the events of one value of a field, one below the other. */
export interface TimelineLane {
  /** null for the events without a value, and for 其他. */
  readonly key: Group['key'];
  /** The lane of all values that have none of their own. */
  readonly rest: boolean;
  readonly count: number;
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
  const times = instantsOf(dataset, field) ?? new Float64Array(0);
  const known = Uint32Array.from(times, (_, row) => row).filter((row) => Number.isFinite(times[row]));
  return known.sort((a, b) => (times[a] as number) - (times[b] as number) || a - b);
}

/**
 * Events of the rows that pass. Lanes are those with most events, in the order of their first ones.
 * @param order Rows with a time, in its order.
 * @param passes 1 for each row that counts.
 */
export function eventsOf(dataset: Dataset, fields: EventFields, order: Uint32Array, passes: Uint8Array): TimelineEvents {
  const [times, until] = [instantsOf(dataset, fields.time), instantsOf(dataset, fields.end)];
  const rows = order.filter((row) => passes[row]);
  const missing = passes.reduce((sum, one) => sum + one, 0) - rows.length;
  const starts = Float64Array.from(rows, (row) => times?.[row] as number);
  const ends = Float64Array.from(rows, (row, index) => {
    const end = until?.[row] ?? Number.NaN;
    return end > (starts[index] as number) ? end : Number.NaN;
  });
  return { rows, starts, ends, ...lanesOf(dataset, rows, fields), missing };
}

function lanesOf(dataset: Dataset, rows: Uint32Array, { lane: field, limit }: EventFields): Pick<TimelineEvents, 'laneOf' | 'lanes'> {
  if (field === undefined || field === '') return { laneOf: new Uint16Array(rows.length), lanes: rows.length > 0 ? [{ key: null, rest: false, count: rows.length }] : [] };
  const keyOf = keyReader(dataset, field);
  // In the order of the rows, which is that of time: a Map keeps it.
  const counts = new Map<Group['key'], number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  const most = new Set(
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, counts.size > limit ? Math.max(1, limit - 1) : limit)
      .map(([key]) => key),
  );
  const lanes: TimelineLane[] = [...counts].filter(([key]) => most.has(key)).map(([key, count]) => ({ key, rest: false, count }));
  const rest = [...counts].reduce((sum, [key, count]) => (most.has(key) ? sum : sum + count), 0);
  if (rest > 0) lanes.push({ key: null, rest: true, count: rest });
  const numbers = new Map(lanes.flatMap((lane, index) => (lane.rest ? [] : [[lane.key, index] as const])));
  return { laneOf: Uint16Array.from(rows, (row) => numbers.get(keyOf(row)) ?? lanes.length - 1), lanes };
}

/** The value of a row that names its lane. */
function keyReader(dataset: Dataset, field: string): (row: number) => Group['key'] {
  const column = dataset.column(field);
  if (column?.kind === 'text') {
    const words = column.dictionary;
    return (row) => {
      const code = column.codes[row] ?? NO_CODE;
      return code === NO_CODE ? null : (words[code] ?? null);
    };
  }
  return (row) => {
    const value = dataset.value(row, field);
    return value instanceof Date ? value.getTime() : ((value ?? null) as Group['key']);
  };
}
