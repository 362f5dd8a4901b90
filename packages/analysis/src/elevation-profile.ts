/** A way with heights as a profile: distance along it, smoothed height, slope, climb and descent. */
import { geodesicDistance } from './geodesic-distance.js';

/** How a profile is worked out. */
export interface ProfileOptions {
  /** Heights are averaged over so many metres of the way, half of them on each side; 0 for the heights as they are. Default 100. */
  readonly smoothMeters?: number;
  /** Rises and falls of less than so many metres between two turns do not count towards climb and descent. Default 3. */
  readonly leastRise?: number;
  /** How many places the profile is told at, 2 or more. Default 240. */
  readonly places?: number;
  /** True where the way begins anew at this point: the gap before it has no length. */
  readonly beginsAt?: (point: number) => boolean;
}

/** One place of a profile. */
export interface ProfilePlace {
  /** Metres from the start, along the way. */
  readonly meters: number;
  /** Smoothed height in metres. */
  readonly height: number;
  /** Metres of height a metre of way at this place: 0.05 is 5 % uphill. */
  readonly slope: number;
  /** Number of the point nearest to it along the way. */
  readonly point: number;
}

/** A way with heights. Lengths in metres. */
export interface ElevationProfile {
  readonly length: number;
  readonly climb: number;
  readonly descent: number;
  readonly highest: number;
  readonly lowest: number;
  /** Evenly spaced, from the start to the end. */
  readonly places: readonly ProfilePlace[];
  /** Metres from the start of each point, never falling. */
  readonly meters: Float64Array;
}

const USUAL = { smoothMeters: 100, leastRise: 3, places: 240 };
/** Slopes are taken over at least so many metres: nearer together heights are mostly noise. */
const LEAST_SLOPE_METERS = 20;

/** Metres along the way at each point, on the CGCS2000 ellipsoid. A point without a place is where the one before it was. */
function alongTheWay(coordinates: ArrayLike<number>, beginsAt: (point: number) => boolean): Float64Array {
  const meters = new Float64Array(Math.floor(coordinates.length / 2));
  let last: readonly [number, number] | undefined;
  for (let point = 0; point < meters.length; point++) {
    const here = [coordinates[2 * point] ?? NaN, coordinates[2 * point + 1] ?? NaN] as const;
    const known = Number.isFinite(here[0]) && Number.isFinite(here[1]);
    const step = known && last && !beginsAt(point) ? geodesicDistance(last, here) : 0;
    meters[point] = (meters[point - 1] ?? 0) + step;
    if (known) last = here;
  }
  return meters;
}

/** Heights without gaps: straight between those that are known, level before the first and after the last. Undefined where none is known. */
function withoutGaps(heights: ArrayLike<number>, meters: Float64Array): Float64Array | undefined {
  const filled = new Float64Array(meters.length);
  let known = -1;
  for (let point = 0; point < filled.length; point++) {
    const height = heights[point] ?? NaN;
    if (!Number.isFinite(height)) continue;
    filled[point] = height;
    const [from, to] = [meters[known] ?? 0, meters[point] ?? 0];
    const start = known < 0 ? height : (filled[known] ?? height);
    for (let gap = known + 1; gap < point; gap++) filled[gap] = to > from ? start + ((height - start) * ((meters[gap] ?? 0) - from)) / (to - from) : height;
    known = point;
  }
  if (known < 0) return undefined;
  return filled.fill(filled[known] ?? 0, known + 1);
}

/** Number of the last point that is not beyond a distance. */
function pointBefore(meters: Float64Array, at: number): number {
  let [low, high] = [0, meters.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((meters[middle] ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Average heights over a stretch of the way; the stretch is shorter near the ends, so that these keep their heights. */
function smoother(meters: Float64Array, heights: Float64Array, width: number): (at: number) => number {
  const sums = new Float64Array(meters.length);
  for (let i = 1; i < sums.length; i++) sums[i] = (sums[i - 1] ?? 0) + (((heights[i] ?? 0) + (heights[i - 1] ?? 0)) / 2) * ((meters[i] ?? 0) - (meters[i - 1] ?? 0));
  const total = meters[meters.length - 1] ?? 0;
  const raw = (at: number, point: number): number => {
    const [from, to] = [meters[point] ?? 0, meters[point + 1] ?? 0];
    const start = heights[point] ?? 0;
    return to > from ? start + (((heights[point + 1] ?? start) - start) * (at - from)) / (to - from) : start;
  };
  const sumTo = (at: number): number => {
    const point = pointBefore(meters, at);
    return (sums[point] ?? 0) + (((heights[point] ?? 0) + raw(at, point)) / 2) * (at - (meters[point] ?? 0));
  };
  return (at) => {
    const half = Math.min(width / 2, at, total - at);
    return half > 0.01 ? (sumTo(at + half) - sumTo(at - half)) / (2 * half) : raw(at, pointBefore(meters, at));
  };
}

/**
 * Climb and descent in metres: all rises and falls from one turn to the next. A turn counts when the way goes back by `leastRise` metres or more from it,
 * so that the trembling of a receiver adds nothing.
 */
export function climbAndDescent(heights: ArrayLike<number>, leastRise: number): { readonly climb: number; readonly descent: number } {
  // Rising and falling: [0] is what goes up.
  const sums = [0, 0];
  let [turn, end, way] = [heights[0] ?? 0, heights[0] ?? 0, 0];
  let [low, high] = [turn, turn];
  for (let i = 1; i < heights.length; i++) {
    const height = heights[i] ?? 0;
    if (way === 0) {
      [low, high] = [Math.min(low, height), Math.max(high, height)];
      if (height - low >= leastRise && height > low) [way, turn, end] = [1, low, height];
      else if (high - height >= leastRise && high > height) [way, turn, end] = [-1, high, height];
    } else if ((height - end) * way > 0) end = height;
    else if ((end - height) * way >= leastRise) {
      sums[way > 0 ? 0 : 1] = (sums[way > 0 ? 0 : 1] ?? 0) + Math.abs(end - turn);
      [way, turn, end] = [-way, end, height];
    }
  }
  const [up = 0, down = 0] = sums;
  const last = Math.abs(end - turn);
  return { climb: up + (way > 0 ? last : 0), descent: down + (way < 0 ? last : 0) };
}

/** The point nearest to a distance along the way. */
function nearestPoint(meters: Float64Array, at: number): number {
  const before = pointBefore(meters, at);
  const after = Math.min(meters.length - 1, before + 1);
  return (meters[after] ?? 0) - at < at - (meters[before] ?? 0) ? after : before;
}

/**
 * Places of a profile with its highest and lowest point among them, so that a chart shows the summit that is told in words: where a point lies above or
 * below all places, the place next to it moves there. Places stay in their order.
 */
function withExtremes(told: readonly ProfilePlace[], smooth: Float64Array, placeAt: (point: number) => ProfilePlace): readonly ProfilePlace[] {
  const places = [...told];
  const last = places.length - 1;
  const moved = new Set<number>();
  for (const sign of [1, -1]) {
    const heights = Float64Array.from(places, ({ height }) => height);
    const most = (list: Float64Array): number => list.reduce((best, height, at) => (sign * height > sign * (list[best] ?? NaN) ? at : best), 0);
    const found = placeAt(most(smooth));
    const near = Math.min(last - 1, Math.max(1, Math.round((found.meters / (places[last]?.meters ?? 1)) * last)));
    if (sign * found.height <= sign * (heights[most(heights)] ?? NaN) || last < 2 || moved.has(near)) continue;
    moved.add(near);
    places[near] = found;
  }
  return places;
}

/**
 * The profile of a way. Distances are those between neighbouring points on the CGCS2000 ellipsoid, heights are averaged along the way, gaps in the heights are
 * straight. Undefined for fewer than two points, a way without length, and where no height is known.
 * @param coordinates Longitude and latitude in degrees, two numbers a point, in the order of the way.
 * @param heights Metres, one a point; NaN where not known.
 */
export function elevationProfile(coordinates: ArrayLike<number>, heights: ArrayLike<number>, options: ProfileOptions = {}): ElevationProfile | undefined {
  const { smoothMeters, leastRise, places } = { ...USUAL, ...options };
  const meters = alongTheWay(coordinates, options.beginsAt ?? (() => false));
  const length = meters[meters.length - 1] ?? 0;
  const filled = withoutGaps(heights, meters);
  if (!filled || !(length > 0)) return undefined;
  const heightAt = smoother(meters, filled, smoothMeters);
  const reach = Math.max(LEAST_SLOPE_METERS, smoothMeters) / 2;
  const slopeAt = (at: number): number => {
    const [from, to] = [Math.max(0, at - reach), Math.min(length, at + reach)];
    return (heightAt(to) - heightAt(from)) / (to - from);
  };
  const last = Math.max(2, Math.round(places)) - 1;
  const even = Array.from({ length: last + 1 }, (_, i): ProfilePlace => {
    const at = i === last ? length : (length * i) / last;
    return { meters: at, height: heightAt(at), slope: slopeAt(at), point: nearestPoint(meters, at) };
  });
  const smooth = Float64Array.from(meters, heightAt);
  const told = withExtremes(even, smooth, (point) => ({ meters: meters[point] ?? 0, height: smooth[point] ?? NaN, slope: slopeAt(meters[point] ?? 0), point }));
  // Between two points far apart the average may lie beyond that at either of them.
  const [lowest, highest] = [...smooth, ...told.map(({ height }) => height)].reduce(([low, high], height) => [Math.min(low, height), Math.max(high, height)] as [number, number], [Infinity, -Infinity] as [number, number]);
  return { length, ...climbAndDescent(smooth, leastRise), highest, lowest, places: told, meters };
}
