import type { DatasetLike } from '@yizhangtu/data/model';
import type { LayerElement } from '../layer/layer.js';
import type { Bounds, LonLat } from '../shared/values.js';
import type { Bin } from '../surface/bin-types.js';

export type { Bounds, LonLat };

/** Who moved the map: a person at the map, or code. */
export type ViewCause = 'user' | 'code';

/** What a map shows. */
export interface MapView {
  readonly center: LonLat;
  readonly zoom: number;
  /** Degrees clockwise. */
  readonly rotation: number;
  /** The box around everything in view. */
  readonly bounds: Bounds;
  readonly cause: ViewCause;
}

/** One row of a layer under the pointer, or one cell of rows. */
export interface Hit {
  readonly layer: LayerElement;
  readonly dataset: DatasetLike;
  /** Below zero for cells of rows that are elsewhere. */
  readonly row: number;
  /** Where the popup of the row points to. */
  readonly lonLat: LonLat;
  /** The cell that is meant, for layers that draw cells of many rows; `row` is then one of them. */
  readonly bin?: Bin;
}

/** A click or its keyboard equal. */
export interface MapPick {
  readonly lonLat: LonLat;
  /** From the top left of the map, CSS pixels. */
  readonly pixel: readonly [number, number];
  /** From top to bottom. */
  readonly hits: readonly Hit[];
  /** A modifier key asks to add to the selection, not to replace it. */
  readonly additive: boolean;
  /** By the keyboard, at the middle of the map. */
  readonly byKey: boolean;
}

/** What lies under the pointer now. */
export interface MapHover {
  readonly hits: readonly Hit[];
}

/** How to move: duration in ms (0 jumps; also the choice under `prefers-reduced-motion`). */
export interface FlyOptions {
  readonly center?: LonLat;
  readonly zoom?: number;
  /** Degrees clockwise. */
  readonly rotation?: number;
  readonly duration?: number;
}

export interface FitOptions {
  /** Room to leave, CSS pixels: one number, or top, right, bottom, left. */
  readonly padding?: number | readonly [number, number, number, number];
  /** Milliseconds; default 0. */
  readonly duration?: number;
  /** Do not zoom in beyond this level, for single points. */
  readonly maxZoom?: number;
}

declare module '@yizhangtu/base/events' {
  interface YztEvents {
    /** The map has drawn its first frame. */
    'yzt-ready': undefined;
    'yzt-view-change': MapView;
    /** Layers came, went, changed order, visibility, symbology or words. */
    'yzt-layers-change': undefined;
    'yzt-pick': MapPick;
    'yzt-hover-change': MapHover;
  }
}
