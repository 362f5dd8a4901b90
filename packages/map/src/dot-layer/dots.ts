/** Dots strewn in polygons: how many, what one stands for, where. Pure. */
import type { Geometry, PointGeometry } from '@yizhangtu/data/model';
import { atOnce, type Steps } from '@yizhangtu/data/steps';
import { verticesOf } from '../renderer/geometry.js';
import { RegionSampler } from './region-sampler.js';

/** Where nobody says what a dot stands for there are at most so many. */
const MOST_BY_ITSELF = 4000;
/** More dots than this are not strewn. */
export const MOST_DOTS = 200_000;
/** Layers of dots: the fields take turns in lying on top. */
const TURNS = 8;
const DIGITS = [1, 2, 5];
/** Share of the total that rounding may take away or add. */
const LOST = 0.1;

/** Numbers that are shown by dots. */
export interface DotField {
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** Dots, one entry each. */
export interface Dots {
  readonly geometry: PointGeometry;
  /** Dot → row of the dataset. */
  readonly rowOf: Uint32Array;
  /** Dot → field + number of fields × turn. */
  readonly classOf: Uint8Array;
  /** How often the fields take turns. */
  readonly turns: number;
}

/** Dots of a number: what is not more than nothing has none. */
export function dotCount(value: number | undefined, perDot: number): number {
  return value !== undefined && value > 0 && value < Infinity ? Math.round(value / perDot) : 0;
}

/** Rows looked at between two pauses. */
const STEP = 65_536;

function countSome(values: ArrayLike<number>, perDot: number, from: number, to: number): number {
  let sum = 0;
  for (let row = from; row < to; row++) sum += dotCount(values[row], perDot);
  return sum;
}

function* countAll(fields: readonly DotField[], perDot: number): Steps<number> {
  let sum = 0;
  for (const { values } of fields)
    for (let from = 0; from < values.length; from += STEP) {
      sum += countSome(values, perDot, from, Math.min(values.length, from + STEP));
      yield 0;
    }
  return sum;
}

function totalOf(fields: readonly DotField[]): number {
  let sum = 0;
  for (const { values } of fields) for (let row = 0; row < values.length; row++) if ((values[row] as number) > 0 && values[row] !== Infinity) sum += values[row] as number;
  return sum;
}

/** The round numbers 1, 2, 5 and their tens, rising, from a power of ten on. */
function* roundNumbers(power: number): Generator<number, never> {
  for (; ; power++)
    // A quotient keeps 0.3 from becoming 0.30000000000000004.
    for (const digit of DIGITS) yield power < 0 ? digit / 10 ** -power : digit * 10 ** power;
}

/** The smallest round number a dot can stand for without there being more dots than can be drawn. 1 where there is nothing to show. */
export function leastPerDot(fields: readonly DotField[]): number {
  return atOnce(leastSteps(fields));
}

/** The same in steps. */
export function* leastSteps(fields: readonly DotField[]): Steps<number> {
  const total = totalOf(fields);
  if (total === 0) return 1;
  const numbers = roundNumbers(Math.floor(Math.log10(total / MOST_DOTS)) - 1);
  for (;;) {
    const perDot = numbers.next().value;
    if ((yield* countAll(fields, perDot)) <= MOST_DOTS) return perDot;
  }
}

/** What a dot stands for where nobody says: a round number with few dots, but not so few that small numbers are lost in rounding. */
export function roundPerDot(fields: readonly DotField[]): number {
  return atOnce(roundSteps(fields));
}

/** The same in steps. */
export function* roundSteps(fields: readonly DotField[]): Steps<number> {
  const total = totalOf(fields);
  if (total === 0) return 1;
  let best = yield* leastSteps(fields);
  for (const perDot of roundNumbers(Math.floor(Math.log10(best)))) {
    const dots = yield* countAll(fields, perDot);
    if (Math.abs(dots * perDot - total) <= LOST * total) best = Math.max(best, perDot);
    if (dots <= MOST_BY_ITSELF) return best;
  }
  return best;
}

/** 32 bits that follow from a place and a word (FNV-1a). */
function seedOf(lon: number, lat: number, word: string): number {
  let hash = 0x811c9dc5;
  const add = (part: number): void => {
    hash = Math.imul(hash ^ part, 0x01000193);
  };
  for (const byte of new Uint8Array(Float64Array.of(lon, lat).buffer)) add(byte);
  for (let at = 0; at < word.length; at++) add(word.charCodeAt(at));
  return hash >>> 0;
}

/** Evenly spread numbers from 0 to below 1, the same ones for the same seed (mulberry32 by Tommy Ettinger, public domain). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Dots of all polygons, filtered or not. The places of a row follow from its first vertex and the name of the field, so they stay where they are
 * whatever is filtered, sorted or shown beside; a smaller number has the first of the same dots.
 */
export function strewnDots(geometry: Geometry, fields: readonly DotField[], perDot: number): Dots {
  return atOnce(strewnSteps(geometry, fields, perDot));
}

/** Rows with dots between two pauses. */
const STREWN = 256;

/** The same in steps. */
export function* strewnSteps(geometry: Geometry, fields: readonly DotField[], perDot: number): Steps<Dots> {
  const turns = Math.min(TURNS, Math.floor(254 / Math.max(1, fields.length)));
  const degrees: number[] = [];
  const rows: number[] = [];
  const classes: number[] = [];
  if (geometry.kind === 'shape')
    for (let row = 0; row < geometry.types.length; row++) {
      if (row % STREWN === 0) yield row / geometry.types.length;
      const counts = fields.map(({ values }) => dotCount(values[row], perDot));
      if (geometry.types[row] !== 3 || counts.every((count) => count === 0)) continue;
      const sampler = new RegionSampler(geometry, row);
      const [first] = verticesOf(geometry, row);
      const corner = [geometry.coordinates[2 * first] as number, geometry.coordinates[2 * first + 1] as number] as const;
      fields.forEach(({ name }, field) => {
        const random = randomFrom(seedOf(...corner, name));
        for (let dot = 0; dot < (counts[field] as number); dot++) {
          degrees.push(...(sampler.place(random) ?? corner));
          rows.push(row);
          classes.push(field + fields.length * (dot % turns));
        }
      });
    }
  return { geometry: { kind: 'point', coordinates: Float64Array.from(degrees) }, rowOf: Uint32Array.from(rows), classOf: Uint8Array.from(classes), turns };
}
