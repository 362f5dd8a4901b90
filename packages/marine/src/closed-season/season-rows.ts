/** What the card says of closed seasons: pure, so that it is tested without a browser. */
import { formatDate, shanghaiInstant, shanghaiParts } from '@yizhangtu/base/dates';
import { inWords, type Locale, type Text } from '@yizhangtu/base/locale';
import { nextSeasonChange, seasonsOfYear, type SeasonChange, type SeasonOfYear } from '../calc/closed-season.js';
import { FISHING_GEAR, GEAR_WORDS, type ClosedSeasonRule, type FishingGear } from '../data/closed-season-rules.js';

const DAY = 86_400_000;

/** Whether all gear that has a season is closed, some, or none. */
export type SeasonState = 'closed' | 'partly' | 'open';

/** What holds now. */
export interface SeasonHead {
  readonly state: SeasonState;
  readonly words: string;
  readonly zone: string;
  /** What changes next: when, in how many days, for which gear. */
  readonly next: string;
}

/** One season of the year. */
export interface SeasonRow {
  readonly gear: string;
  readonly dates: string;
  readonly state: SeasonOfYear['state'];
  readonly words: string;
  /** Parts of the year, 0 to 1: where the season begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** The seasons of one zone. */
export interface SeasonZone {
  readonly zone: string;
  readonly rows: readonly SeasonRow[];
}

const STATE_WORDS: Readonly<Record<SeasonState, Text>> = {
  closed: { zh: '休渔中', en: 'Closed' },
  partly: { zh: '部分作业休渔中', en: 'Closed in part' },
  open: { zh: '未休渔', en: 'Open' },
};

const ROW_WORDS: Readonly<Record<SeasonOfYear['state'], Text>> = {
  before: { zh: '未到', en: 'To come' },
  closed: { zh: '休渔中', en: 'Closed' },
  after: { zh: '已结束', en: 'Over' },
};

/** Gear in words: «除钓具外的作业», where only one is free. */
export function gearWords(gear: readonly FishingGear[], locale: Locale): string {
  const free = FISHING_GEAR.filter((one) => !gear.includes(one));
  if (free.length === 0) return inWords({ zh: '所有作业', en: 'All gear' }, locale);
  const [only] = free;
  if (free.length === 1 && only) {
    const { zh, en } = GEAR_WORDS[only];
    return inWords({ zh: `除${zh}外的作业`, en: `All gear but ${en.toLowerCase()}` }, locale);
  }
  return gear.map((one) => inWords(GEAR_WORDS[one], locale)).join(locale === 'en' ? ', ' : '、');
}

/** The part of its year that has gone at an instant, 0 to 1. */
export function partOfYear(instant: number): number {
  const { year } = shanghaiParts(instant);
  const [start, end] = [shanghaiInstant(year, 1, 1), shanghaiInstant(year + 1, 1, 1)];
  return (instant - start) / (end - start);
}

function leftWords(milliseconds: number, locale: Locale): string {
  const days = Math.floor(milliseconds / DAY);
  if (days < 1) return inWords({ zh: '不到 1 天', en: 'less than a day' }, locale);
  return inWords({ zh: `还有 ${days} 天`, en: `${days} ${days === 1 ? 'day' : 'days'} left` }, locale);
}

function nextWords({ time, closes, gear }: SeasonChange, instant: number, locale: Locale): string {
  const [when, left, which] = [formatDate(time, {}, locale), leftWords(time - instant, locale), gearWords(gear, locale)];
  return closes
    ? inWords({ zh: `${when} 起休渔，${left}（${which}）`, en: `Closes ${when}, ${left} (${which})` }, locale)
    : inWords({ zh: `${when} 开捕，${left}（${which}）`, en: `Opens ${when}, ${left} (${which})` }, locale);
}

/** What holds at a latitude and an instant; undefined in waters and years that the rule does not cover. */
export function seasonHead(latitude: number, instant: number, rule: ClosedSeasonRule, locale: Locale): SeasonHead | undefined {
  const seasons = seasonsOfYear(latitude, instant, rule);
  const [first] = seasons;
  const next = nextSeasonChange(latitude, instant, rule);
  if (!first || !next) return undefined;
  const gear = new Set(seasons.flatMap(({ season }) => season.gear));
  const closed = new Set(seasons.flatMap(({ season, state }) => (state === 'closed' ? season.gear : [])));
  const state = closed.size === 0 ? 'open' : closed.size < gear.size ? 'partly' : 'closed';
  return { state, words: inWords(STATE_WORDS[state], locale), zone: inWords(first.season.zone, locale), next: nextWords(next, instant, locale) };
}

/** The seasons of the year by zone: that of the latitude first. */
export function seasonZones(latitude: number, instant: number, rule: ClosedSeasonRule, locale: Locale): readonly SeasonZone[] {
  const own = inWords(seasonsOfYear(latitude, instant, rule)[0]?.season.zone ?? { zh: '', en: '' }, locale);
  const zones = new Map<string, SeasonRow[]>(own === '' ? [] : [[own, []]]);
  for (const { season, from, to, state } of seasonsOfYear(undefined, instant, rule)) {
    const zone = inWords(season.zone, locale);
    const rows = zones.get(zone) ?? [];
    zones.set(zone, rows);
    const [start, end] = [from, to].map((time) => formatDate(time, { style: 'short' }, locale));
    rows.push({ gear: gearWords(season.gear, locale), dates: `${start} – ${end}`, state, words: inWords(ROW_WORDS[state], locale), from: partOfYear(from), to: partOfYear(to) });
  }
  return [...zones].map(([zone, rows]) => ({ zone, rows }));
}

/** Why nothing is known of a latitude and an instant. */
export function unknownWords(latitude: number, instant: number, rule: ClosedSeasonRule, locale: Locale): string {
  const { year } = shanghaiParts(instant);
  if (!(year >= rule.since)) return inWords({ zh: `规则自 ${rule.since} 年起，没有 ${year} 年的休渔期`, en: `The rule begins in ${rule.since}: the season of ${year} is not known` }, locale);
  return inWords({ zh: `规则没有北纬 ${latitude}° 的海域`, en: `The rule has no waters at ${latitude}° N` }, locale);
}
