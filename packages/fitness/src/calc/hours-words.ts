/** Opening hours in words. */
import { formatDate, shanghaiParts } from '@yizhangtu/base/dates';
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import { openingAt, parseHours, type OpeningHours, type OpeningState, type Span } from './opening-hours.js';

const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;
const NAMES: readonly Text[] = [
  { zh: '周日', en: 'Sun' },
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
];
const HOLIDAYS: Text = { zh: '节假日', en: 'Holidays' };
const EVERY_DAY: Text = { zh: '每天', en: 'Daily' };
const CLOSED: Text = { zh: '不开放', en: 'closed' };
const ALL_DAY: Text = { zh: '全天', en: 'all day' };

const clock = (minutes: number): string => {
  const within = minutes > 1440 ? minutes - 1440 : minutes;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};

function spansText(spans: readonly Span[], locale: Locale): string {
  if (spans.length === 0) return inWords(CLOSED, locale);
  const next = inWords({ zh: '次日', en: 'next day ' }, locale);
  const one = ([from, to]: Span): string => (from === 0 && to === 1440 ? inWords(ALL_DAY, locale) : `${clock(from)}–${to > 1440 ? next : ''}${clock(to)}`);
  return spans.map(one).join(locale === 'en' ? ', ' : '、');
}

/** Days beside each other in the week that are alike: Monday first. */
function runs(hours: OpeningHours): { readonly first: number; readonly last: number; readonly spans: readonly Span[] }[] {
  const found: { first: number; last: number; spans: readonly Span[] }[] = [];
  for (const day of WEEK) {
    const spans = hours[day] ?? [];
    const before = found[found.length - 1];
    if (before && JSON.stringify(before.spans) === JSON.stringify(spans)) before.last = day;
    else found.push({ first: day, last: day, spans });
  }
  return found;
}

/** Opening hours as a reader has them: `周一至周五 06:00–21:00；周六至周日 08:00–20:00`. Days that are closed are named where others are open. */
export function hoursText(hours: OpeningHours, locale: Locale): string {
  const name = (day: number): string => inWords(NAMES[day] ?? HOLIDAYS, locale);
  const all = runs(hours);
  const parts = all.map(({ first, last, spans }) => {
    const days = all.length === 1 ? inWords(EVERY_DAY, locale) : first === last ? name(first) : `${name(first)}${inWords({ zh: '至', en: '–' }, locale)}${name(last)}`;
    return `${days} ${spansText(spans, locale)}`;
  });
  if (hours[7]) parts.push(`${inWords(HOLIDAYS, locale)} ${spansText(hours[7], locale)}`);
  return parts.join(locale === 'en' ? '; ' : '；');
}

/** How it stands with a venue now. */
export type OpenWord = 'open' | 'closed' | 'unknown';

/** What is known of a venue's opening. */
export interface VenueOpening {
  readonly state: OpenWord;
  /** The next change, in ms; undefined where none is known. */
  readonly until?: number | undefined;
}

/**
 * Whether a venue is open: not where its unit says that it is not open to the public, unknown where there are no hours that can be read.
 * @param openState `open`, `partial`, `closed`, as the data has it. @param rule Hours in the format of `parseHours`.
 */
export function venueOpening(openState: unknown, rule: unknown, instant: number, holidays?: ReadonlySet<string>): VenueOpening {
  if (openState === 'closed') return { state: 'closed' };
  const hours = typeof rule === 'string' ? parseHours(rule) : undefined;
  if (!hours) return { state: 'unknown' };
  const { open, until }: OpeningState = openingAt(hours, instant, holidays);
  return { state: open ? 'open' : 'closed', until };
}

/** The state in words: `开放中，21:00 结束`, `未开放，周六 08:00 开放`. */
export function openingText({ state, until }: VenueOpening, now: number, locale: Locale): string {
  if (state === 'unknown') return inWords({ zh: '开放时间未提供', en: 'Hours not known' }, locale);
  if (until === undefined) return inWords(state === 'open' ? { zh: '全天开放', en: 'Open all day' } : { zh: '不开放', en: 'Not open to the public' }, locale);
  const [today, then] = [shanghaiParts(now), shanghaiParts(until)];
  const sameDay = today.day === then.day && today.month === then.month;
  const time = formatDate(until, { style: 'time' }, locale);
  const at = sameDay ? time : `${inWords(NAMES[then.weekday] ?? HOLIDAYS, locale)} ${time}`;
  return inWords(state === 'open' ? { zh: `开放中，${at} 结束`, en: `Open until ${at}` } : { zh: `未开放，${at} 开放`, en: `Closed, opens ${at}` }, locale);
}
