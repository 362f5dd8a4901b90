/** Clusters on their way from one zoom level to the next. Only the picture moves: what answers for it is there at once. Pure. */
import { placeOf } from './geometry.js';
import type { Clusters } from './cluster-types.js';

/** How long it takes, ms. */
export const MOTION_MS = 200;
/** With more places than this nobody could follow any of them. */
const MOST_PLACES = 4000;

/** A cluster that goes away and where it goes, map units. */
export interface Leaving {
  readonly clusters: Clusters;
  readonly index: number;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

interface Coming {
  readonly clusters: Clusters;
  /** Where its clusters come from, and then its points that stand alone. */
  readonly from: Float64Array;
}

/** All places of some clusters: centres, then points that stand alone. */
function placesOf({ centers, alone, input }: Clusters): Float64Array {
  const places = new Float64Array(centers.length + 2 * alone.length);
  places.set(centers);
  alone.forEach((point, at) => {
    places.set(placeOf(input.points, point), centers.length + 2 * at);
  });
  return places;
}

/** Finds the nearest of many places by cell. */
class Nearest {
  readonly #places: Float64Array;
  readonly #reach: number;
  readonly #cells = new Map<string, number[]>();

  constructor(places: Float64Array, reach: number) {
    this.#places = places;
    this.#reach = reach;
    for (let at = 0; at < places.length; at += 2) {
      const key = this.#key(places[at] as number, places[at + 1] as number);
      const cell = this.#cells.get(key);
      if (cell) cell.push(at);
      else this.#cells.set(key, [at]);
    }
  }

  /** The nearest place within reach; undefined when there is none. */
  of(x: number, y: number): readonly [number, number] | undefined {
    let best: readonly [number, number] | undefined;
    let least = this.#reach * this.#reach;
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        for (const at of this.#cells.get(this.#key(x + dx * this.#reach, y + dy * this.#reach)) ?? []) {
          const place = [this.#places[at] as number, this.#places[at + 1] as number] as const;
          const distance = (place[0] - x) ** 2 + (place[1] - y) ** 2;
          if (distance <= least) [best, least] = [place, distance];
        }
    return best;
  }

  #key(x: number, y: number): string {
    return `${Math.floor(x / this.#reach)} ${Math.floor(y / this.#reach)}`;
  }
}

/** One change of clusters, played. */
export class ClusterMotion {
  #began = -Infinity;
  #coming: Coming[] = [];
  #leaving: Leaving[] = [];

  /**
   * Begins to play a change: what is new comes out of the old cluster nearest to it, or the old ones go into the new ones.
   * @param reach How far a part may be from its cluster, map units.
   * @param inwards The new clusters hold the old ones: the map zooms out.
   */
  begin(before: readonly Clusters[], after: readonly Clusters[], reach: number, inwards: boolean, now: number): void {
    this.end();
    const count = (all: readonly Clusters[]) => all.reduce((sum, one) => sum + one.count + one.alone.length, 0);
    if (before.length === 0 || count(before) + count(after) > MOST_PLACES) return;
    const target = inwards ? after : before;
    const all = target.map(placesOf);
    const joined = new Float64Array(all.reduce((sum, places) => sum + places.length, 0));
    all.reduce((at, places) => {
      joined.set(places, at);
      return at + places.length;
    }, 0);
    const nearest = new Nearest(joined, reach);
    this.#began = now;
    if (inwards) this.#leaving = before.flatMap((clusters) => leavingOf(clusters, nearest));
    else this.#coming = after.map((clusters) => ({ clusters, from: originsOf(clusters, nearest) }));
  }

  /** Ends at once. */
  end(): void {
    this.#began = -Infinity;
    this.#coming = [];
    this.#leaving = [];
  }

  /** How far it is, 0 to 1, slowing down towards its end. 1 when nothing moves. */
  part(now: number): number {
    const time = (now - this.#began) / MOTION_MS;
    if (!(time < 1)) {
      this.end();
      return 1;
    }
    return 1 - (1 - Math.max(0, time)) ** 3;
  }

  /** Where clusters and lone points stand at a part of the way; undefined when they are where they belong. */
  placesAt(clusters: Clusters, part: number): Float64Array | undefined {
    const coming = this.#coming.find((one) => one.clusters === clusters);
    if (!coming || part >= 1) return undefined;
    const to = placesOf(clusters);
    return to.map((value, at) => (coming.from[at] as number) + (value - (coming.from[at] as number)) * part);
  }

  /** Clusters that go away. */
  get leaving(): readonly Leaving[] {
    return this.#leaving;
  }
}

function leavingOf(clusters: Clusters, nearest: Nearest): Leaving[] {
  const out: Leaving[] = [];
  for (let index = 0; index < clusters.count; index++) {
    const from = [clusters.centers[2 * index] as number, clusters.centers[2 * index + 1] as number] as const;
    const to = nearest.of(...from);
    if (to) out.push({ clusters, index, from, to });
  }
  return out;
}

function originsOf(clusters: Clusters, nearest: Nearest): Float64Array {
  const places = placesOf(clusters);
  for (let at = 0; at < places.length; at += 2) {
    const origin = nearest.of(places[at] as number, places[at + 1] as number);
    if (origin) places.set(origin, at);
  }
  return places;
}
