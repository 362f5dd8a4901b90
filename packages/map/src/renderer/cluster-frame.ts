/** Which clusters a frame shows, kept while the map moves within them. */
import { clustersOf, MAX_CELLS, type ClusterInput, type Clusters } from './cluster.js';
import type { PointSet } from './geometry.js';
import type { Slots } from './slots.js';
import type { RenderStyle } from './types.js';
import { worldShifts, type Extent, type View } from './view.js';

/** More classes than this make a ring nobody can read. */
export const MAX_SHARES = 8;

/** Clusters as they stand in one world. */
export interface ShownClusters {
  /** Map units to move them by. */
  readonly shift: number;
  readonly clusters: Clusters;
}

/** What decides the clusters beside the view. */
export interface ClusterSource {
  readonly points: PointSet;
  readonly slots: Slots;
  readonly style: RenderStyle;
}

/** Cluster distance in map units. It changes by whole zoom steps, so that clusters stand still while the zoom moves a little. */
export function clusterDistance(pixels: number, resolution: number): number {
  return pixels * 2 ** Math.round(Math.log2(resolution));
}

function contains(outer: Extent, inner: Extent): boolean {
  return outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];
}

function clipped(a: Extent, b: Extent): Extent {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/** All the data if that is few cells, else the view and its surroundings. */
function windowFor(data: Extent, seen: Extent, distance: number): Extent {
  const cells = ((data[2] - data[0]) / distance + 2) * ((data[3] - data[1]) / distance + 2);
  if (cells <= MAX_CELLS) return data;
  const width = seen[2] - seen[0];
  const height = seen[3] - seen[1];
  return [seen[0] - width, seen[1] - height, seen[2] + width, seen[3] + height];
}

/** Keeps the clusters of a layer up to date. */
export class ClusterFrame {
  #source?: ClusterSource;
  #kept: Clusters[] = [];

  /** Clusters for a frame. */
  shown(source: ClusterSource, view: View): ShownClusters[] {
    const same = this.#source?.points === source.points && this.#source.slots === source.slots && this.#source.style === source.style;
    if (!same) this.#kept = [];
    this.#source = source;
    const { points, style } = source;
    const distance = clusterDistance(style.clusterDistance, view.resolution);
    const used: Clusters[] = [];
    const shown = worldShifts(view, points.extent, style.clusterDistance).map((shift) => {
      const [minX, minY, maxX, maxY] = view.extent;
      const clusters = this.#clusters(source, [minX - shift, minY, maxX - shift, maxY], distance);
      used.push(clusters);
      return { shift, clusters };
    });
    this.#kept = used;
    return shown;
  }

  clear(): void {
    this.#kept = [];
    this.#source = undefined;
  }

  #clusters(source: ClusterSource, seen: Extent, distance: number): Clusters {
    const needed = clipped(seen, source.points.extent);
    const kept = this.#kept.find(({ input }) => input.distance === distance && contains(input.window, needed));
    if (kept) return kept;
    const made = clustersOf({ ...partsOf(source), distance, window: windowFor(source.points.extent, seen, distance) });
    this.#kept.push(made);
    return made;
  }
}

function partsOf({ points, slots, style }: ClusterSource): Omit<ClusterInput, 'distance' | 'window'> {
  const classOfSlot = Uint8Array.from([0, ...slots.list.map((slot) => slot.classIndex)]);
  const classCount = style.classes.length > 1 && style.classes.length <= MAX_SHARES ? style.classes.length : 0;
  return { points, slotOf: slots.of, classOfSlot, classCount, selectedFrom: slots.list.length / 2 + 1 };
}
