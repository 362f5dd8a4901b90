/** What the parts of a clustered picture tell each other. Types only. */
import type { Geometry } from '@yizhangtu/data/model';
import type { ClusterInput } from './cluster.js';
import type { PointSet } from './geometry.js';
import type { Slots } from './slots.js';
import type { ClusterHit, DrawTarget, RenderStyle } from './types.js';

/** Clusters of two and more, and the points that stand alone. */
export interface Clusters {
  /** Counted anew by a grid, or read from a hierarchy. */
  readonly kind: 'grid' | 'tree';
  readonly input: ClusterInput;
  readonly count: number;
  /** Centre of gravity, map units: x, y, x, y … */
  readonly centers: Float64Array;
  /** Points in each. */
  readonly sizes: Uint32Array;
  /** Points of each share, `input.classCount` a cluster. */
  readonly shares: Uint32Array;
  /** 1 = some of it is selected. */
  readonly selected: Uint8Array;
  /** Points (numbers in the point set) that stand alone, ascending. */
  readonly alone: Uint32Array;
  /** Points of a cluster, ascending. */
  pointsOf(cluster: number): Uint32Array;
  /** Level at which a cluster is first seen apart; undefined where only the points themselves can tell. */
  splitLevel(cluster: number): number | undefined;
}

/** Clusters as they stand in one world. */
export interface ShownClusters {
  /** Map units to move them by. */
  readonly shift: number;
  readonly clusters: Clusters;
}

/** What decides the clusters beside the view. */
export interface ClusterSource {
  readonly geometry: Geometry;
  readonly points: PointSet;
  readonly slots: Slots;
  readonly style: RenderStyle;
}

/** How points between clusters are drawn in this frame. */
export interface StandAlone {
  /** The points, or where they are on their way. */
  readonly points: PointSet;
  /** Which of them; all when absent. */
  readonly only?: Uint32Array;
  /** Points that stand alone where they belong, for the hit test; all when absent. */
  readonly alone?: Uint32Array;
  /** Symbols that lie over the clusters: the ends of opened legs. */
  readonly over?: PointSet;
}

/** Draws points as clusters and answers for them. A chunk of its own: a page without clusters never loads it. Places in device px. */
export interface ClusterDrawing {
  /** Finds what this frame shows; undefined when points are drawn one by one. */
  frame(source: ClusterSource, target: DrawTarget): StandAlone | undefined;
  /** Draws the clusters of the frame. */
  draw(target: DrawTarget): void;
  /** Rows at the ends of opened legs; `[]` where a cluster covers what lies below; undefined elsewhere. Tolerance in CSS px. */
  hitsAt(x: number, y: number, tolerance: number): number[] | undefined;
  /** The cluster at a place. */
  clusterAt(x: number, y: number): ClusterHit | undefined;
  /** Forgets the picture. */
  clear(): void;
}
