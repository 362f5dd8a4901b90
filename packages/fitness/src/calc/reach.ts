/** How far one gets in so many minutes, in a straight line. */

/** How people go. */
export type TravelMode = 'walk' | 'cycle';

/**
 * Usual speeds in km/h: 4.8 on foot, 15 by bicycle. Conventions of planning, not a standard: a page sets its own. Streets are longer than straight lines, so
 * with these speeds straight-line coverage is at the upper end.
 */
export const USUAL_SPEED: Readonly<Record<TravelMode, number>> = { walk: 4.8, cycle: 15 };

/** Reach in metres. @param minutes Above 0. @param kmh Above 0. */
export function reachMeters(minutes: number, kmh: number): number {
  return (kmh * 1000 * minutes) / 60;
}
