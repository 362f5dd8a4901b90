/** The same questions answered the plain way, row by row over objects: what the columns are compared with. */
import fc from 'fast-check';
import { Dataset } from './dataset.js';
import type { Filter, GroupKey, Key, Measure, Ring } from './query-types.js';

export interface Row {
  readonly t: string | null;
  readonly n: number;
  readonly i: number;
  readonly b: boolean | null;
  readonly d: Date | null;
  readonly lon: number;
  readonly lat: number;
}

export type Field = 't' | 'n' | 'i' | 'b' | 'd';

const numbers = fc.oneof(fc.constantFrom(Number.NaN, 0, -0, 1.5, -3), fc.double({ noDefaultInfinity: true, min: -1e6, max: 1e6 }));
const instants = fc.oneof(fc.constantFrom(0, 86_400_000, 1e12, Date.UTC(1988, 5, 1)), fc.integer({ min: Date.UTC(2023, 10, 20), max: Date.UTC(2024, 2, 10) }));

export const row: fc.Arbitrary<Row> = fc.record({
  t: fc.constantFrom('甲', '乙', '丙', 'a', 'B', 'ab', '', null),
  n: numbers,
  i: fc.integer({ min: -3, max: 3 }),
  b: fc.constantFrom(true, false, null),
  d: fc.option(instants.map((ms) => new Date(ms))),
  lon: fc.oneof(fc.double({ min: -180, max: 180, noNaN: true }), fc.integer({ min: -3, max: 3 }), fc.constant(Number.NaN)),
  lat: fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.integer({ min: -3, max: 3 })),
});
export const rows = fc.array(row, { maxLength: 40 });
export const field = fc.constantFrom<Field>('t', 'n', 'i', 'b', 'd');

export function datasetOf(data: readonly Row[]): Dataset {
  return Dataset.fromColumns({
    coordinates: Float64Array.from(data.flatMap((one) => (Number.isNaN(one.lon) ? [Number.NaN, Number.NaN] : [one.lon, one.lat]))),
    columns: {
      t: data.map((one) => one.t),
      n: Float64Array.from(data, (one) => one.n),
      i: Int16Array.from(data, (one) => one.i),
      b: data.map((one) => one.b),
      d: data.map((one) => one.d),
    },
  });
}

/** Value of a cell as groups and filters see it. */
export function keyOf(one: Row, name: Field): Key {
  const value = one[name];
  if (value instanceof Date) return value.getTime();
  return typeof value === 'number' && Number.isNaN(value) ? null : value;
}

const values = fc.array(fc.constantFrom('甲', 'a', '', 0, 1.5, 2, true, false, null, 1e12), { maxLength: 4 });
const limit = fc.double({ min: -5, max: 5, noNaN: true });
const corner = fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }));

/** Conditions that are not made of others. */
export const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ kind: fc.constant('in' as const), field, values }),
  fc.record({ kind: fc.constant('range' as const), field: fc.constantFrom('n' as const, 'i' as const), min: limit, max: limit, maxExclusive: fc.boolean(), minExclusive: fc.boolean() }),
  fc.record({ kind: fc.constant('text' as const), contains: fc.constantFrom('甲', 'A', 'b', '', 'x') }),
  fc.record({ kind: fc.constant('compare' as const), field: fc.constantFrom('t' as const, 'i' as const), operator: fc.constantFrom('starts-with' as const, 'ends-with' as const), value: fc.constantFrom('A', 'b', '甲', '2', '') }),
  fc.record({ kind: fc.constant('bounds' as const), west: fc.integer({ min: -180, max: 180 }), east: fc.integer({ min: -180, max: 180 }), south: fc.constant(-45), north: fc.constant(60) }),
  fc.record({ kind: fc.constant('shape' as const), rings: fc.array(fc.array(corner, { minLength: 3, maxLength: 6 }), { maxLength: 2 }) }),
  fc.record({ kind: fc.constant('group' as const), by: fc.constant({ field: 'd', bin: { kind: 'cycle' as const, unit: 'day-of-week' as const } }), keys: fc.subarray([null, 1, 2, 3, 4, 5, 6, 7]) }),
);

/** Conditions of all kinds, some of them made of others. */
export const anyFilter: fc.Arbitrary<Filter> = fc.letrec<{ one: Filter }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    filter,
    fc.record({ kind: fc.constantFrom('any' as const, 'all' as const), filters: fc.array(tie('one'), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not' as const), filter: tie('one') }),
  ),
})).one;

/** Whether a row passes, done the plain way. */
export function passes(one: Row, condition: Filter): boolean {
  switch (condition.kind) {
    case 'any':
      return condition.filters.some((inner) => passes(one, inner));
    case 'all':
      return condition.filters.every((inner) => passes(one, inner));
    case 'not':
      return !passes(one, condition.filter);
    case 'text': {
      const needle = condition.contains.toLowerCase();
      return needle === '' || (one.t !== null && one.t.toLowerCase().includes(needle));
    }
    case 'compare': {
      const word = keyOf(one, condition.field as Field);
      if (word === null) return false;
      const [text, part] = [String(word).toLowerCase(), condition.value.toLowerCase()];
      return condition.operator === 'starts-with' ? text.startsWith(part) : text.endsWith(part);
    }
    case 'bounds': {
      const { west, south, east, north } = condition;
      const inLon = west > east ? one.lon >= west || one.lon <= east : one.lon >= west && one.lon <= east;
      return inLon && one.lat >= south && one.lat <= north;
    }
    case 'shape':
      return !Number.isNaN(one.lon) && inRings(one.lon, one.lat, condition.rings);
    case 'group':
      return condition.keys.includes(groupKeyOf(one, condition.by) ?? null);
    case 'selected':
    case 'ids':
      throw new Error('rows are chosen in tests of their own');
    case 'range': {
      const key = keyOf(one, condition.field as Field);
      if (typeof key !== 'number') return false;
      const { min = -Infinity, max = Infinity } = condition;
      return (condition.minExclusive ? key > min : key >= min) && (condition.maxExclusive ? key < max : key <= max);
    }
    case 'in':
      return condition.values.some((value) => sameCell(value, keyOf(one, condition.field as Field)));
  }
}

function sameCell(wanted: Key, key: Key): boolean {
  if (wanted === null || key === null) return wanted === key;
  if (typeof key === 'string') return String(wanted) === key;
  if (typeof key === 'boolean') return key === (wanted === true || wanted === 'true' || wanted === 1);
  return (typeof wanted !== 'string' || wanted.trim() !== '') && Number(wanted) === key;
}

/** Crossing numbers of a ray to the east over all rings, in the textbook form. */
function inRings(lon: number, lat: number, rings: readonly Ring[]): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[(i + 1) % ring.length] as readonly [number, number];
      const [low, high] = y1 < y2 ? [[x1, y1], [x2, y2]] as const : [[x2, y2], [x1, y1]] as const;
      if (low[1] <= lat && lat < high[1] && lon < low[0] + ((high[0] - low[0]) * (lat - low[1])) / (high[1] - low[1])) inside = !inside;
    });
  }
  return inside;
}

const SHANGHAI = new Intl.DateTimeFormat('en-US', { timeZone: 'Asia/Shanghai', weekday: 'short', month: 'numeric', hour: 'numeric', hourCycle: 'h23' });
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const known = new Map<number, Readonly<Record<string, string>>>();

function partsOf(instant: number): Readonly<Record<string, string>> {
  const parts = known.get(instant) ?? Object.fromEntries(SHANGHAI.formatToParts(instant).map(({ type, value }) => [type, value]));
  known.set(instant, parts);
  return parts;
}

/** The group of a row for values and for what comes round again, by the calendar of the browser; null for missing. */
export function groupKeyOf(one: Row, by: GroupKey): Key {
  const key = keyOf(one, by.field as Field);
  if (by.bin?.kind !== 'cycle' || typeof key !== 'number') return key;
  const parts = partsOf(key);
  if (by.bin.unit === 'hour-of-day') return Number(parts['hour']);
  return by.bin.unit === 'day-of-week' ? DAYS.indexOf(parts['weekday'] ?? '') + 1 : Number(parts['month']);
}

export const measure: fc.Arbitrary<Measure> = fc.oneof(
  fc.constant({ kind: 'count' as const }),
  fc.record({ kind: fc.constantFrom('count' as const, 'sum' as const, 'mean' as const, 'min' as const, 'max' as const, 'distinct' as const, 'median' as const, 'stdev' as const), field }),
  fc.record({ kind: fc.constant('quantile' as const), field, p: fc.double({ min: 0, max: 1, noNaN: true }) }),
);

/** A measure over rows, done the plain way. */
export function plainMeasure(data: readonly Row[], { kind, field: name, p }: Measure): number {
  if (name === undefined) return data.length;
  const present = data.map((one) => keyOf(one, name as Field)).filter((value) => value !== null);
  if (kind === 'count') return present.length;
  if (kind === 'distinct') return new Set(present).size;
  const measured = present.filter((value) => typeof value !== 'string').map(Number);
  if (measured.length === 0) return Number.NaN;
  const sum = measured.reduce((a, b) => a + b, 0);
  if (kind === 'sum') return sum;
  if (kind === 'mean') return sum / measured.length;
  if (kind === 'min') return Math.min(...measured);
  if (kind === 'max') return Math.max(...measured);
  if (kind === 'stdev') {
    if (measured.length < 2) return Number.NaN;
    const mean = sum / measured.length;
    return Math.sqrt(measured.reduce((total, value) => total + (value - mean) ** 2, 0) / (measured.length - 1));
  }
  const sorted = measured.sort((a, b) => a - b);
  const place = (sorted.length - 1) * (kind === 'median' ? 0.5 : (p ?? 0.5));
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below === above ? below : below + (above - below) * (place - Math.floor(place));
}

/** NaN equals NaN, and 0 equals -0. */
export function same(a: number | undefined, b: number): boolean {
  return Object.is(a, b) || a === b;
}
