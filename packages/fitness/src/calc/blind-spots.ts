/** Areas without a venue within reach: cells beside each other, with the people in them. */
import { withinFinder } from '@yizhangtu/analysis/within';

/** One area. */
export interface BlindSpot {
  /** Numbers of its places. */
  readonly places: readonly number[];
  readonly people: number;
  /** Where most of its people are: the mean of its places by people. */
  readonly center: readonly [lon: number, lat: number];
}

/** Width and height of the cells of a grid in degrees: the smallest step between its columns and its rows. Undefined where there are fewer than two. */
export function cellSize(places: Float64Array): readonly [lon: number, lat: number] | undefined {
  const step = (at: 0 | 1): number => {
    const values = [...new Set(Array.from({ length: places.length / 2 }, (_, i) => places[2 * i + at] ?? NaN))].filter(Number.isFinite).sort((a, b) => a - b);
    return values.reduce((least, value, i) => (i > 0 && value - (values[i - 1] ?? 0) > 1e-6 ? Math.min(least, value - (values[i - 1] ?? 0)) : least), Infinity);
  };
  const [lon, lat] = [step(0), step(1)];
  return Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : undefined;
}

/** Which places belong to one area. */
export interface SpotRule {
  /** Places nearer to each other than this belong together: a little more than the diagonal of a cell. */
  readonly joinMeters: number;
  /** Places of fewer people are left out: across thinly settled country everything would hang together. Default 1. */
  readonly fewest?: number;
  /** Areas end where this changes: at the borders of districts. */
  readonly districtOf?: (place: number) => string | null;
}

/**
 * Areas of uncovered places, the one with the most people first.
 * @param places lon, lat, … @param people Residents per place. @param covered 1 for a covered place.
 */
export function blindSpots(places: Float64Array, people: ArrayLike<number>, covered: Uint8Array, { joinMeters, fewest = 1, districtOf = () => null }: SpotRule): readonly BlindSpot[] {
  const rest = [...covered.keys()].filter((i) => !covered[i] && (people[i] ?? 0) >= fewest);
  const district = rest.map(districtOf);
  const own = Float64Array.from(rest.flatMap((i) => [places[2 * i] ?? NaN, places[2 * i + 1] ?? NaN]));
  const within = withinFinder(own, joinMeters);
  const seen = new Uint8Array(rest.length);
  const spots: BlindSpot[] = [];
  for (let start = 0; start < rest.length; start++) {
    if (seen[start]) continue;
    seen[start] = 1;
    const waiting = [start];
    const members: number[] = [];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      members.push(one);
      for (const next of within([own[2 * one] ?? NaN, own[2 * one + 1] ?? NaN])) {
        if (seen[next] || district[next] !== district[start]) continue;
        seen[next] = 1;
        waiting.push(next);
      }
    }
    spots.push(spotOf(members.sort((a, b) => a - b).map((i) => rest[i] as number), places, people));
  }
  return spots.sort((a, b) => b.people - a.people);
}

function spotOf(members: readonly number[], places: Float64Array, people: ArrayLike<number>): BlindSpot {
  let [sum, lon, lat] = [0, 0, 0];
  for (const i of members) {
    const own = people[i] ?? 0;
    sum += own;
    lon += own * (places[2 * i] ?? 0);
    lat += own * (places[2 * i + 1] ?? 0);
  }
  return { places: members, people: sum, center: [lon / sum, lat / sum] };
}
