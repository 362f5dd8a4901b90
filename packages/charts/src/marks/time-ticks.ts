import { shanghaiInstant, shanghaiOffset, shanghaiParts, type ShanghaiParts } from '@yizhangtu/base/dates';
import type { Locale } from '@yizhangtu/base/locale';

/** What stands between two ticks of a time axis. */
export interface TimeStep {
  readonly unit: 'minute' | 'hour' | 'day' | 'month' | 'year';
  readonly count: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LENGTHS: Readonly<Record<TimeStep['unit'], number>> = {
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  month: 30.44 * DAY,
  year: 365.25 * DAY,
};
/** Steps people count by. Days: 10 is 旬, so that every month begins with a tick. */
const STEPS: readonly TimeStep[] = [
  ...[1, 2, 5, 10, 15, 30].map((count) => ({ unit: 'minute', count }) as const),
  ...[1, 2, 3, 6, 12].map((count) => ({ unit: 'hour', count }) as const),
  ...[1, 2, 5, 10].map((count) => ({ unit: 'day', count }) as const),
  ...[1, 2, 3, 6].map((count) => ({ unit: 'month', count }) as const),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((count) => ({ unit: 'year', count }) as const),
];

/** The finest step that makes at most so many ticks. @param least Not finer than this: bins of months have no ticks of days. */
export function timeStep(from: number, to: number, most: number, least?: TimeStep): TimeStep {
  const long = ({ unit, count }: TimeStep): number => LENGTHS[unit] * count;
  const floor = least ? long(least) * 0.99 : 0;
  const last = STEPS[STEPS.length - 1] as TimeStep;
  return STEPS.find((step) => long(step) >= floor && (to - from) / long(step) <= Math.max(1, most)) ?? last;
}

/** Instants between two, both included, that are round in the calendar of Asia/Shanghai. ms. */
export function timeTicks(from: number, to: number, step: TimeStep): number[] {
  if (!(to >= from) || !Number.isFinite(to - from)) return [];
  const { unit, count } = step;
  if (unit === 'month' || unit === 'year') return monthTicks(from, to, unit === 'year' ? count * 12 : count);
  if (unit === 'day') return dayTicks(from, to, count);
  const length = LENGTHS[unit] * count;
  const ticks: number[] = [];
  for (let n = Math.ceil((from + shanghaiOffset(from)) / length); ; n += 1) {
    const tick = shanghaiInstant(1970, 1, 1, 0, 0, 0, n * length);
    if (tick > to) return ticks;
    if (tick >= from) ticks.push(tick);
  }
}

function dayTicks(from: number, to: number, count: number): number[] {
  const ticks: number[] = [];
  const { year, month, day } = shanghaiParts(from);
  for (let n = 0; ; n += 1) {
    const tick = shanghaiInstant(year, month, day + n);
    if (tick > to) return ticks;
    const at = shanghaiParts(tick).day;
    // The 31st stands too close to the 1st.
    const round = (at - 1) % count === 0 && (count === 1 || at + count / 2 <= 30);
    if (tick >= from && round) ticks.push(tick);
  }
}

function monthTicks(from: number, to: number, months: number): number[] {
  const ticks: number[] = [];
  const { year, month } = shanghaiParts(from);
  for (let n = Math.floor((year * 12 + month - 1) / months); ; n += 1) {
    const tick = shanghaiInstant(0, 1 + n * months, 1);
    if (tick > to) return ticks;
    if (tick >= from) ticks.push(tick);
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The words of a tick: what changes from tick to tick, and what it is part of. */
export interface TimeTickText {
  /** `14时`, `6日`, `7月`, `2026年`. */
  readonly text: string;
  /** `7月6日`, `2026年7月`, `2026年`; only where it begins, and at the first tick. */
  readonly part?: string;
}

/** What a tick text counts: the unit of a step, or quarters. */
type TextUnit = TimeStep['unit'] | 'quarter';

/** The texts of ticks of one step, in order: `08时` over `7月6日`. */
export function timeTexts(ticks: readonly number[], unit: TextUnit, locale: Locale): TimeTickText[] {
  let before: ShanghaiParts | undefined;
  return ticks.map((tick) => {
    const parts = shanghaiParts(tick);
    const first = !before;
    const begins = !before || wholeOf(parts, unit) !== wholeOf(before, unit);
    const newYear = !before || before.year !== parts.year;
    before = parts;
    const part = begins ? partText(parts, unit, { locale, withYear: first || newYear }) : undefined;
    return { text: tickText(parts, unit, locale), ...(part !== undefined && { part }) };
  });
}

function wholeOf({ year, month, day }: ShanghaiParts, unit: TextUnit): string {
  if (unit === 'month' || unit === 'quarter') return `${year}`;
  return unit === 'day' ? `${year}-${month}` : `${year}-${month}-${day}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function tickText({ year, month, day, hour, minute }: ShanghaiParts, unit: TextUnit, locale: Locale): string {
  if (unit === 'quarter') return locale === 'en' ? `Q${Math.ceil(month / 3)}` : `${Math.ceil(month / 3)}季度`;
  if (unit === 'minute') return `${two(hour)}:${two(minute)}`;
  if (locale === 'en') {
    return unit === 'hour' ? `${two(hour)}:00` : unit === 'day' ? `${day}` : unit === 'month' ? (MONTHS[month - 1] ?? '') : `${year}`;
  }
  return unit === 'hour' ? `${two(hour)}时` : unit === 'day' ? `${day}日` : unit === 'month' ? `${month}月` : `${year}年`;
}

function partText(
  { year, month, day }: ShanghaiParts,
  unit: TextUnit,
  { locale, withYear }: { readonly locale: Locale; readonly withYear: boolean },
): string | undefined {
  if (unit === 'year') return undefined;
  const name = MONTHS[month - 1] ?? '';
  if (unit === 'month' || unit === 'quarter') return locale === 'en' ? `${year}` : `${year}年`;
  if (unit === 'day') {
    if (locale === 'en') return withYear ? `${name} ${year}` : name;
    return withYear ? `${year}年${month}月` : `${month}月`;
  }
  return locale === 'en' ? `${day} ${name}` : `${month}月${day}日`;
}
