/** Rows that are too many to be drawn one by one, as clusters: what an engine has counted in cells, with the look of clustered points. */
import { drawnClusters, ClusterPainter, type DrawnCluster } from '../renderer/cluster-painter.js';
import { sharesOf, type Shares } from '../renderer/cluster-shares.js';
import type { Clusters, ShownClusters } from '../renderer/cluster-types.js';
import { extentOf } from '../renderer/grid-index.js';
import { project } from '../renderer/project.js';
import type { ClusterHit, DrawTarget, RenderStyle } from '../renderer/types.js';
import { worldShifts, type View } from '../renderer/view.js';
import type { CountedPlaces } from './counted-places.js';

const NO_ROWS = new Uint32Array(0);
/** Farthest part of a disc from its middle, CSS px. */
const REACH = 40;

/** Clusters without rows: nothing but places and numbers is known of them. */
function clustersOf(centers: Float64Array, { counts }: CountedPlaces): Clusters {
  const count = counts.length;
  const extent = extentOf(centers);
  const input = { points: { xy: centers, extent }, slotOf: new Uint16Array(0), classOfSlot: new Uint8Array(0), classCount: 0, selectedFrom: 1, base: 1, level: 0, distance: 1, window: extent };
  return { kind: 'grid', input, count, centers, sizes: Uint32Array.from(counts), shares: NO_ROWS, selected: new Uint8Array(count), alone: NO_ROWS, pointsOf: () => NO_ROWS, splitLevel: () => undefined };
}

/** The picture of counted rows of one layer. */
export class CountedClusters {
  readonly #painter = new ClusterPainter();
  readonly #places: CountedPlaces;
  #clusters?: { readonly code: string; readonly all: Clusters };
  #shared?: { readonly style: RenderStyle; readonly of: Clusters; readonly all: Clusters };
  #discs: readonly DrawnCluster[] = [];
  #view?: View;

  constructor(places: CountedPlaces) {
    this.#places = places;
  }

  draw(target: DrawTarget, style: RenderStyle): void {
    const { view } = target;
    const clusters = this.#withShares(this.#projected(view.projection), style);
    const shown: ShownClusters[] = worldShifts(view, clusters.input.points.extent, REACH).map((shift) => ({ shift, clusters }));
    this.#view = view;
    this.#discs = drawnClusters(shown, view, style);
    for (const disc of this.#discs) this.#painter.draw(target, disc, style);
  }

  /** The cluster at a place in CSS px. */
  clusterAt(x: number, y: number): ClusterHit | undefined {
    const view = this.#view;
    if (!view) return undefined;
    const [px, py] = [x * view.pixelRatio, y * view.pixelRatio];
    const hits = this.#discs.filter((disc) => Math.hypot(disc.x - px, disc.y - py) <= disc.radius);
    const disc = hits[hits.length - 1];
    if (!disc) return undefined;
    const [lon, lat] = [this.#places.degrees[2 * disc.index] as number, this.#places.degrees[2 * disc.index + 1] as number];
    const { parts } = this.#places;
    // A quarter as many metres a pixel: four by four cells in the place of one.
    return { count: this.#places.counts[disc.index] as number, rows: NO_ROWS, ...(parts.length > 0 && { classCounts: parts.map((part) => part[disc.index] as number) }), bounds: [lon, lat, lon, lat], splitResolution: view.pixelRatio / view.scale / 4 };
  }

  #projected(code: string): Clusters {
    if (this.#clusters?.code !== code) this.#clusters = { code, all: clustersOf(project(this.#places.degrees, code), this.#places) };
    return this.#clusters.all;
  }

  /** The clusters with rings of the classes, whose pieces a theme may change. */
  #withShares(clusters: Clusters, style: RenderStyle): Clusters {
    if (this.#shared?.style !== style || this.#shared.of !== clusters) this.#shared = { style, of: clusters, all: sharedOf(clusters, this.#places.parts, sharesOf(style.classes)) };
    return this.#shared.all;
  }
}

/** @param parts Rows of each class. */
function sharedOf(clusters: Clusters, parts: readonly Float64Array[], { colors, ofClass }: Shares): Clusters {
  const classCount = colors.length;
  const shares = new Uint32Array(clusters.count * classCount);
  parts.forEach((counts, one) => {
    const piece = ofClass[one] ?? 0;
    for (let at = 0; at < clusters.count && piece < classCount; at++) shares[at * classCount + piece] = (shares[at * classCount + piece] as number) + (counts[at] as number);
  });
  return { ...clusters, input: { ...clusters.input, classCount }, shares };
}
