/** Whether fishing is closed at a place and time, since and until when, and what changes next. */
import { shanghaiInstant, shanghaiParts } from '@yizhangtu/base/dates';
import { CLOSED_SEASON, type ClosedSeason, type ClosedSeasonRule, type FishingGear } from '../data/closed-season-rules.js';

/** A season that holds at a place and time. */
export interface ClosedNow {
  readonly season: ClosedSeason;
  /** Instants in ms: closed from, inclusive, to, exclusive. */
  readonly from: number;
  readonly to: number;
}

/** A season in a year, and how an instant lies to it. */
export interface SeasonOfYear extends ClosedNow {
  readonly state: 'before' | 'closed' | 'after';
}

/** The next moment at which gear is closed or free again. */
export interface SeasonChange {
  /** Instant in ms. */
  readonly time: number;
  /** Whether fishing is closed then, or free. */
  readonly closes: boolean;
  readonly gear: readonly FishingGear[];
}

function within({ latitudes: [south, north] }: ClosedSeason, latitude: number): boolean {
  return latitude >= south && latitude < north;
}

function ofYear(season: ClosedSeason, year: number): { readonly from: number; readonly to: number } {
  const [from, to] = [season.from, season.to].map(([month, day]) => shanghaiInstant(year, month, day, 12)) as [number, number];
  return { from, to };
}

/**
 * The seasons of a latitude in the year of an instant, in the order of the rule; none in waters and years that the rule does not cover.
 * @param latitude Degrees north; undefined for the seasons of all waters.
 * @param instant In ms. @param rule The rule of the year; that of the pack without.
 */
export function seasonsOfYear(latitude: number | undefined, instant: number, rule: ClosedSeasonRule = CLOSED_SEASON): readonly SeasonOfYear[] {
  const { year } = shanghaiParts(instant);
  if (!(year >= rule.since)) return [];
  const here = rule.seasons.filter((season) => latitude === undefined || within(season, latitude));
  return here.map((season) => {
    const { from, to } = ofYear(season, year);
    return { season, from, to, state: instant < from ? 'before' : instant < to ? 'closed' : 'after' };
  });
}

/**
 * The closed season that holds for a gear at a latitude and an instant; undefined where fishing is open, and in waters and years that the rule does not cover.
 * @param rule The rule of the year; that of the pack without.
 */
export function closedSeasonAt(latitude: number, gear: FishingGear, instant: number, rule: ClosedSeasonRule = CLOSED_SEASON): ClosedNow | undefined {
  const closed = seasonsOfYear(latitude, instant, rule).find(({ season, state }) => state === 'closed' && season.gear.includes(gear));
  return closed && { season: closed.season, from: closed.from, to: closed.to };
}

/**
 * What changes next at a latitude after an instant, in its year or the next: which gear is closed or free, and when. Undefined in waters and years that the
 * rule does not cover.
 * @param rule The rule of the year; that of the pack without.
 */
export function nextSeasonChange(latitude: number, instant: number, rule: ClosedSeasonRule = CLOSED_SEASON): SeasonChange | undefined {
  const { year } = shanghaiParts(instant);
  if (!(year >= rule.since)) return undefined;
  const changes = rule.seasons
    .filter((season) => within(season, latitude))
    .flatMap((season) =>
      [year, year + 1].flatMap((one): SeasonChange[] => {
        const { from, to } = ofYear(season, one);
        return [
          { time: from, closes: true, gear: season.gear },
          { time: to, closes: false, gear: season.gear },
        ];
      }),
    )
    .filter(({ time }) => time > instant)
    .sort((a, b) => a.time - b.time);
  const [first] = changes;
  if (!first) return undefined;
  const together = changes.filter(({ time, closes }) => time === first.time && closes === first.closes);
  return { ...first, gear: [...new Set(together.flatMap(({ gear }) => gear))] };
}
