/** How near a storm comes to a place, and when. */
import { geodesicDestination } from '@yizhangtu/analysis/geodesic-destination';
import { geodesicDistance } from '@yizhangtu/analysis/geodesic-distance';
import { trackPieces, type TyphoonPosition, type TyphoonTrack } from './tracks.js';

type LonLat = readonly [lon: number, lat: number];

/** Where and when a storm is nearest. */
export interface Approach {
  /** On the ellipsoid, m. */
  readonly meters: number;
  /** Instant in ms. */
  readonly time: number;
  readonly place: LonLat;
}

/** Where the least value of a function with one dip on 0…1 is. Golden section, to one part in ten thousand. */
function dip(value: (part: number) => number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0, 1];
  while (high - low > 1e-4) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    if (value(a) < value(b)) high = b;
    else low = a;
  }
  const middle = (low + high) / 2;
  // At an end the dip is the end itself.
  return value(0) <= value(middle) ? 0 : value(1) <= value(middle) ? 1 : middle;
}

/** The nearest a storm was to a place by its known positions; between two of them it is taken to go straight at one speed. */
export function nearestApproach(track: TyphoonTrack, place: LonLat): Approach {
  const [first] = track.positions;
  const { lon = NaN, lat = NaN, time = NaN } = first ?? {};
  const own = track.positions.map((one): Approach => ({ meters: geodesicDistance([one.lon, one.lat], place), time: one.time, place: [one.lon, one.lat] }));
  const best = own.reduce((a, b) => (b.meters < a.meters ? b : a), own[0] ?? { meters: NaN, time, place: [lon, lat] });
  // Only the pieces beside the nearest position can come nearer.
  const beside = trackPieces(track).filter(({ from, to }) => from.time === best.time || to.time === best.time);
  return beside.reduce((nearest, { from, to, line: [a, b] }) => {
    const at = (part: number): LonLat => [a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])];
    const part = dip((one) => geodesicDistance(at(one), place));
    const meters = geodesicDistance(at(part), place);
    return meters < nearest.meters ? { meters, time: from.time + part * (to.time - from.time), place: at(part) } : nearest;
  }, best);
}

/** How far ahead a storm is taken to keep its course, hours. */
const AHEAD_HOURS = 48;

/**
 * When a storm would be nearest to a place if it kept its direction and speed, within 48 hours. Undefined where they are not known, or where it is going
 * away. No forecast: a measure for those who wait.
 */
export function keptCourse({ lon, lat, time, moveKmh, moveDeg }: TyphoonPosition, place: LonLat): Approach | undefined {
  if (!(moveKmh > 0) || !Number.isFinite(moveDeg)) return undefined;
  const at = (part: number): LonLat => geodesicDestination([lon, lat], moveDeg, part * AHEAD_HOURS * moveKmh * 1000);
  const part = dip((one) => geodesicDistance(at(one), place));
  if (part === 0) return undefined;
  return { meters: geodesicDistance(at(part), place), time: time + part * AHEAD_HOURS * 3_600_000, place: at(part) };
}

const POINTS = [
  ['北', 'N'], ['北东北', 'NNE'], ['东北', 'NE'], ['东东北', 'ENE'], ['东', 'E'], ['东东南', 'ESE'], ['东南', 'SE'], ['南东南', 'SSE'],
  ['南', 'S'], ['南西南', 'SSW'], ['西南', 'SW'], ['西西南', 'WSW'], ['西', 'W'], ['西西北', 'WNW'], ['西北', 'NW'], ['北西北', 'NNW'],
] as const;

/** 十六方位: the word of a direction in degrees clockwise from north. */
export function compassPoint(degrees: number): { readonly zh: string; readonly en: string } | undefined {
  const point = POINTS[((Math.round(degrees / 22.5) % 16) + 16) % 16];
  return point && { zh: point[0], en: point[1] };
}
