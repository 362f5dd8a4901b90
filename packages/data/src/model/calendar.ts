/** Edges of the calendar in Asia/Shanghai, as instants. */
import { shanghaiInstant, shanghaiOffset, shanghaiParts } from '@yizhangtu/base/dates';
import type { TimeUnit } from './query-types.js';

const MINUTE = 60_000;
/** Length of the units that have one, ms. */
export const LENGTHS: Partial<Readonly<Record<TimeUnit, number>>> = { minute: MINUTE, hour: 60 * MINUTE, day: 1440 * MINUTE, week: 7 * 1440 * MINUTE };
/** Months of the units that have none. */
export const MONTHS: Partial<Readonly<Record<TimeUnit, number>>> = { month: 1, quarter: 3, year: 12 };
/** The Monday from which weeks are counted, in ms of local time. */
export const FIRST_MONDAY = 4 * 1440 * MINUTE;

/**
 * Edges from the one at or before `min` to the one after `max`; undefined if that is more than `most` bins.
 * Bins count from 1970-01-01 in Shanghai, weeks from the Monday after.
 */
export function calendarEdges(unit: TimeUnit, step: number, min: number, max: number, most: number): readonly number[] | undefined {
  const [numberOf, edgeAt] = calendarNumbers(unit, step);
  const from = numberOf(min);
  if (numberOf(max) - from >= most) return undefined;
  const edges: number[] = [];
  let last = -Infinity;
  for (let i = from; last <= max; i++) {
    const edge = edgeAt(i);
    // An hour that summer time leaves out has no length, and no bin; one that it repeats belongs to the bin before.
    if (edge > last) edges.push(edge);
    last = Math.max(last, edge);
  }
  return edges;
}

type Counted = readonly [numberOf: (instant: number) => number, edgeAt: (index: number) => number];

/** Which unit of the calendar an instant lies in, counted from the first of 1970, and when one begins. */
export function calendarNumbers(unit: TimeUnit, step: number): Counted {
  const months = MONTHS[unit];
  return months === undefined ? evenly(unit, step) : monthly(months * step);
}

function evenly(unit: TimeUnit, step: number): Counted {
  const length = step * (LENGTHS[unit] as number);
  const origin = unit === 'week' ? FIRST_MONDAY : 0;
  return [
    (instant) => Math.floor((instant + shanghaiOffset(instant) - origin) / length),
    (index) => shanghaiInstant(1970, 1, 1, 0, 0, 0, index * length + origin),
  ];
}

function monthly(months: number): Counted {
  return [
    (instant) => {
      const { year, month } = shanghaiParts(instant);
      return Math.floor(((year - 1970) * 12 + month - 1) / months);
    },
    (index) => shanghaiInstant(1970, 1 + index * months, 1),
  ];
}
