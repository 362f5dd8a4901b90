/**
 * Opening hours as data: a small part of the format `opening_hours` of OpenStreetMap, read by a parser of our own.
 *
 * `Mo-Fr 06:00-21:00; Sa,Su 08:00-20:00; PH off` – rules parted by `;`. A rule is days (none: every day), then spans of the clock parted by `,`, or `off`.
 * Days are Mo Tu We Th Fr Sa Su, and PH for public holidays; a later rule wins on the days it names. A span may run past midnight (`18:00-02:00`).
 * `24/7` is always open. The clock is that of Asia/Shanghai. Holidays come in as data: no calendar is built in.
 */
import { shanghaiInstant, shanghaiParts } from '@yizhangtu/base/dates';

/** Minutes from midnight, from inclusive, to exclusive; beyond 1 440 on the next day. */
export type Span = readonly [from: number, to: number];

/** Spans of each kind of day: 0 Sunday – 6 Saturday; 7 a public holiday, undefined where nothing is said of holidays. */
export type OpeningHours = readonly (readonly Span[] | undefined)[];

/** Whether something is open, and until when that stays so. */
export interface OpeningState {
  readonly open: boolean;
  /** Instant of the next change in ms; undefined where none comes within eight days. */
  readonly until: number | undefined;
}

const DAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'PH'] as const;
const HOLIDAY = 7;
const DAY_MINUTES = 1440;
const AHEAD = 8;
const NEVER: readonly Span[] = [];

function daysOf(text: string): readonly number[] | undefined {
  const found: number[] = [];
  for (const part of text.split(',')) {
    const [first = '', last = first, ...more] = part.trim().split('-');
    const [from, to] = [DAYS.indexOf(first as 'Mo'), DAYS.indexOf(last as 'Mo')];
    if (from < 0 || to < 0 || more.length > 0 || (from !== to && Math.max(from, to) === HOLIDAY)) return undefined;
    for (let day = from; ; day = (day + 1) % 7) {
      found.push(day);
      if (day === to || from === HOLIDAY) break;
    }
  }
  return found;
}

function spanOf(text: string): Span | undefined {
  const [, h1, m1, h2, m2] = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? [];
  const [from, to] = [Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)];
  if (!(from < DAY_MINUTES && to <= DAY_MINUTES && Number(m1) < 60 && Number(m2) < 60)) return undefined;
  return [from, to <= from ? to + DAY_MINUTES : to];
}

/** One rule: the days it names, and their spans. */
function ruleOf(text: string): { readonly days: readonly number[]; readonly spans: readonly Span[] } | undefined {
  const [, named, rest = ''] = /^([A-Z][A-Za-z,\s-]*?)?\s*(off|[\d:,\s-]+)$/.exec(text) ?? [];
  const days = named === undefined ? [0, 1, 2, 3, 4, 5, 6] : daysOf(named);
  const spans = rest === 'off' ? NEVER : rest.split(',').map(spanOf);
  if (!days || rest === '' || spans.some((span) => span === undefined)) return undefined;
  return { days, spans: spans as readonly Span[] };
}

/** Opening hours from their text; undefined where the text is none, so that nothing is claimed of a venue that nobody knows. */
export function parseHours(text: string | null | undefined): OpeningHours | undefined {
  const clean = (text ?? '').trim();
  if (clean === '') return undefined;
  if (clean === '24/7') return [...Array.from({ length: 7 }, (): readonly Span[] => [[0, DAY_MINUTES]]), undefined];
  const hours: (readonly Span[] | undefined)[] = [...Array.from({ length: 7 }, () => NEVER), undefined];
  for (const part of clean.split(';').map((one) => one.trim())) {
    if (part === '') continue;
    const rule = ruleOf(part);
    if (!rule) return undefined;
    for (const day of rule.days) hours[day] = rule.spans;
  }
  return hours;
}

/** Day of a date in China, `2026-10-01`, as holidays are named. */
function dayName(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Spans as instants, of the days around an instant, put together where they meet. */
function spansAround(hours: OpeningHours, instant: number, holidays: ReadonlySet<string>): [number, number][] {
  const spans: [number, number][] = [];
  const { year, month, day } = shanghaiParts(instant);
  for (let ahead = -1; ahead <= AHEAD; ahead++) {
    const midnight = shanghaiInstant(year, month, day + ahead);
    const at = shanghaiParts(midnight);
    const own = holidays.has(dayName(at.year, at.month, at.day)) ? (hours[HOLIDAY] ?? hours[at.weekday]) : hours[at.weekday];
    for (const [from, to] of own ?? NEVER) spans.push([midnight + from * 60_000, midnight + to * 60_000]);
  }
  spans.sort((a, b) => a[0] - b[0]);
  return spans.reduce<[number, number][]>((whole, span) => {
    const last = whole[whole.length - 1];
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else whole.push([...span]);
    return whole;
  }, []);
}

/**
 * Whether hours say open at an instant, and when that changes.
 * @param instant Milliseconds since 1970. @param holidays Days on which the rule of holidays holds, `2026-10-01`.
 */
export function openingAt(hours: OpeningHours, instant: number, holidays: ReadonlySet<string> = new Set()): OpeningState {
  const spans = spansAround(hours, instant, holidays);
  const end = instant + (AHEAD - 1) * DAY_MINUTES * 60_000;
  const now = spans.find(([from, to]) => from <= instant && instant < to);
  if (now) return { open: true, until: now[1] > end ? undefined : now[1] };
  const next = spans.find(([from]) => from > instant);
  return { open: false, until: next?.[0] };
}
