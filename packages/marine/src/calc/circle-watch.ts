/** Which vessels are within the wind circles of a storm. */
import { geodesicAzimuth, geodesicDistance } from '@yizhangtu/analysis/geodesic-distance';
import { regionFinder } from '@yizhangtu/analysis/points-in-polygons';
import { plainShapes, type Dataset } from '@yizhangtu/data/model';
import { CIRCLE_FORCES, type CircleForce } from '../symbology/wind-circle.js';
import { radiiAt, type TyphoonPosition } from './tracks.js';
import type { VesselFix } from './vessels.js';
import { windCircle } from './wind-circle.js';

type Rows = Pick<Dataset, 'rowCount' | 'geometry' | 'column' | 'value'>;

/** A vessel within the circle. */
export interface CircledVessel {
  readonly fix: VesselFix;
  /** From the centre of the storm, on the ellipsoid, m. */
  readonly meters: number;
  /** Direction in which the vessel lies from the centre, degrees clockwise from north. */
  readonly azimuth: number;
  /** The circles that it is in, the strongest first. */
  readonly forces: readonly CircleForce[];
}

/** What the watch finds. */
export interface CircleWatch {
  /** Vessels in each circle; undefined for a circle that the storm does not have. */
  readonly counts: Readonly<Record<CircleForce, number | undefined>>;
  /** Vessels in any circle, nearest to the centre first. */
  readonly inside: readonly CircledVessel[];
  /** Vessels whose fix is too far in time from that of the storm to say anything. */
  readonly unknown: number;
}

/** The rings of a storm's wind circles at one position, strongest first; circles without a radius are left out. */
function circlesAt(storms: Rows, { row, lon, lat }: TyphoonPosition): { force: CircleForce; holds: (fix: VesselFix) => boolean }[] {
  return [...CIRCLE_FORCES].reverse().flatMap((force) => {
    const ring = windCircle([lon, lat], radiiAt(storms, row, force));
    if (ring.length === 0) return [];
    const find = regionFinder(plainShapes('polygon', [ring]));
    // The ring runs on beyond ±180°; a vessel is where the ring is.
    const holds = (fix: VesselFix): boolean => find(fix.lon + 360 * Math.round((lon - fix.lon) / 360), fix.lat) >= 0;
    return [{ force, holds }];
  });
}

/**
 * Vessels within the wind circles of a storm at one of its positions: the rings are those that `<yzt-typhoon-layer>` draws.
 * @param storms Rows of the storm. @param position Where it is. @param fixes Where the vessels are.
 * @param longest Fixes whose time differs by more than this from that of the position tell nothing, ms.
 */
export function circleWatch(storms: Rows, position: TyphoonPosition, fixes: readonly VesselFix[], longest = Infinity): CircleWatch {
  const circles = circlesAt(storms, position);
  const counts: Record<CircleForce, number | undefined> = { 7: undefined, 10: undefined, 12: undefined };
  for (const { force } of circles) counts[force] = 0;
  const centre = [position.lon, position.lat];
  const inside: CircledVessel[] = [];
  let unknown = 0;
  for (const fix of fixes) {
    if (Math.abs(fix.time - position.time) > longest) {
      unknown++;
      continue;
    }
    const within = circles.filter(({ holds }) => holds(fix));
    for (const { force } of within) counts[force] = (counts[force] ?? 0) + 1;
    if (within.length === 0) continue;
    const place = [fix.lon, fix.lat];
    inside.push({ fix, meters: geodesicDistance(centre, place), azimuth: geodesicAzimuth(centre, place), forces: within.map(({ force }) => force) });
  }
  return { counts, inside: inside.sort((a, b) => a.meters - b.meters || a.fix.row - b.fix.row), unknown };
}
