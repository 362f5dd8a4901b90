/** Whether fishing is closed at a place and time. */
import { shanghaiInstant, shanghaiParts } from '@yizhangtu/base/dates';
import { CLOSED_SEASON, type ClosedSeason, type ClosedSeasonRule, type FishingGear } from '../data/closed-season-rules.js';

/** A season that holds at a place and time. */
export interface ClosedNow {
  readonly season: ClosedSeason;
  /** Instants in ms: closed from, inclusive, to, exclusive. */
  readonly from: number;
  readonly to: number;
}

/**
 * The closed season that holds for a gear at a latitude and an instant; undefined where fishing is open, and in waters and years that the rule does not cover.
 * @param rule The rule of the year; that of the pack without.
 */
export function closedSeasonAt(latitude: number, gear: FishingGear, instant: number, rule: ClosedSeasonRule = CLOSED_SEASON): ClosedNow | undefined {
  const { year } = shanghaiParts(instant);
  if (!(year >= rule.since)) return undefined;
  for (const season of rule.seasons) {
    const [south, north] = season.latitudes;
    if (!(latitude >= south && latitude < north) || !season.gear.includes(gear)) continue;
    const [from, to] = [season.from, season.to].map(([month, day]) => shanghaiInstant(year, month, day, 12)) as [number, number];
    if (instant >= from && instant < to) return { season, from, to };
  }
  return undefined;
}
