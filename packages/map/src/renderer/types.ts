/**
 * What a renderer is to a data layer. The layer knows datasets, themes and OpenLayers; a renderer knows typed arrays and a canvas.
 * The one here draws with Canvas 2D; others (an id buffer, WebGL) can take its place without the layer noticing.
 */
import type { Geometry } from '@yizhangtu/data/model';
import type { Steps } from '@yizhangtu/data/steps';
import type { ClusterDrawing } from './cluster-types.js';
import type { TakenBoxes } from './taken-boxes.js';
import type { View } from './view.js';

/** Symbols a point layer can draw. `none` is a sign that stands by itself. */
export type PointShape = 'circle' | 'square' | 'triangle' | 'diamond' | 'none';

/** Where a sign is drawn: in the middle of a square of pixels. */
export interface GlyphPlace {
  /** Pixels a side. */
  readonly side: number;
  /** Device px a unit of the grid of 24. */
  readonly scale: number;
  /** Clockwise, radians. */
  readonly angle: number;
  /** How much further the sign reaches on all sides, device px. */
  readonly grow?: number;
}

/** A sign as pixels. */
export interface GlyphDrawing {
  /** Coverage of each pixel, 0–255, line by line. */
  mask(place: GlyphPlace): Uint8Array;
}

/** How symbols get onto the canvas: as canvas paths, by script into pixels, by the graphics card, or whichever is fastest for what is seen. */
export type RenderWay = 'auto' | 'features' | 'pixels' | 'webgl';

/** Why a layer that asks for WebGL is drawn as pixels. */
export type GlFallback = 'missing' | 'software' | 'lost' | 'shapes' | 'clusters';

/** Which of the mixed geometries of a dataset a renderer draws. */
export type RenderKind = 'point' | 'line' | 'polygon';

/** The columns a renderer reads. All arrays have one entry a row and are never written to. */
export interface RenderColumns {
  readonly rowCount: number;
  readonly geometry: Geometry;
  /** 1 = the row passes the filters. */
  readonly passing: Uint8Array;
  /** Row → index into `RenderStyle.classes`; 255 = not drawn. */
  readonly classOf: Uint8Array;
  readonly selection: ReadonlySet<number>;
  /** Row under the pointer, −1 for none. */
  readonly hover: number;
  /** Diameter of each row's symbol in CSS px, when symbols are proportional to a value. */
  readonly diameters?: Uint8Array;
  /** Turn of each row's symbol, clockwise from north in steps of `TURN_STEP`; 255 where it is not known. */
  readonly turns?: Uint8Array;
  /** Text beside a row; empty for none. Absent when the layer has no labels. */
  readonly label?: (row: number) => string;
}

/** How one class looks. Colours are CSS colours, already resolved for the theme. */
export interface RenderClass {
  readonly color: string;
  /** Border of the symbol; the renderer picks one from the fill when absent. */
  readonly outline?: string;
  readonly hatch?: boolean;
  /** Sign on the symbol of a point. */
  readonly glyph?: GlyphDrawing;
  /** Colour of what stands on the symbol. */
  readonly ink?: string;
  /** Drawn below all others: 其他 and 无数据 must not hide a class. */
  readonly below?: boolean;
}

/** How a layer looks. Lengths are CSS px. */
export interface RenderStyle {
  readonly classes: readonly RenderClass[];
  readonly shape: PointShape;
  /** Diameter of points. */
  readonly size: number;
  /** Width of lines. */
  readonly width: number;
  /** Dash and gap lengths; empty for a solid line. */
  readonly dash: readonly number[];
  /** Opacity of polygon fills, 0–1. */
  readonly fillOpacity: number;
  /** Distance within which points become one cluster; 0 draws every point. */
  readonly clusterDistance: number;
  /** What draws the clusters. While there is a distance and this is still on its way, no point is drawn. */
  readonly clusters?: ClusterDrawing | undefined;
  /** Text of a cluster's number: 1.2万, 12k. */
  readonly countText: (count: number) => string;
  readonly colors: ThemeColors;
  /** `auto` when absent. */
  readonly way?: RenderWay;
  /** Told when WebGL was asked for and something else draws. */
  readonly onFallback?: (why: GlFallback) => void;
  /** Asks for a new frame, at any time. */
  readonly redraw?: () => void;
  /** CSS font family of labels. */
  readonly fontFamily: string;
  /** 1 at 100 % text size. */
  readonly textScale: number;
  /** Breaks a label into lines, by the width of a text and of a Han character in device px; one line when absent. */
  readonly lines?: ((text: string, measure: (text: string) => number, em: number) => readonly string[]) | undefined;
}

/** Colours of the theme that are not classes. */
export interface ThemeColors {
  readonly outline: string;
  readonly selection: string;
  readonly surface: string;
  readonly label: string;
  readonly halo: string;
}

/** Where and what to draw in one frame. */
export interface DrawTarget {
  /** Cleared, in device pixels, no transform set. */
  readonly context: CanvasRenderingContext2D;
  readonly view: View;
  /** True when a clip may be set on the context: pixels must then be composed, not put. */
  readonly clipped?: boolean;
  /** Places on the canvas that no label may cover, of all layers of the frame: symbols first, then labels. */
  readonly taken?: TakenBoxes;
  /** Calls back when every layer of the frame is drawn, the top layer first: only then is it known where labels have room. */
  readonly later?: (drawLabels: () => void) => void;
  /** Asks for another frame: something in the picture is on its way. */
  readonly again?: () => void;
  /** The same where whoever draws will ask for a new picture when it has come: this one need not be drawn again until then. */
  readonly wait?: () => void;
}

/** A cluster under the pointer. */
export interface ClusterHit {
  readonly count: number;
  /** All rows in it, ascending. */
  readonly rows: Uint32Array;
  /** Rows of each class, where they are counted elsewhere and `rows` is empty. */
  readonly classCounts?: readonly number[];
  /** West, south, east, north of its rows in degrees. */
  readonly bounds: readonly [number, number, number, number];
  /** Map units a CSS px at which it is first seen in parts; undefined when its rows are all at one place. */
  readonly splitResolution: number | undefined;
}

/**
 * Draws the rows of a dataset. `prepare` is called when data, filter, selection, hover, symbology or theme changed and must be
 * cheap when only some of them did; `draw` once a frame. Everything else answers for the picture last drawn.
 */
export interface Renderer {
  /** Takes new columns and a new look. Does not draw. */
  prepare(columns: RenderColumns, style: RenderStyle): void;
  /** Puts the places of the rows into map units of a projection, ahead of the frame that draws them: with very many rows the two are a long task together. */
  ready(projection: string): void;
  /** The same in steps, for the rows that are to be taken next. */
  readying?(geometry: Geometry, projection: string): Steps<unknown>;
  /** Draws one frame. */
  draw(target: DrawTarget): void;
  /** Rows at a place in CSS px, top first, all of them. Rows inside clusters are not hit. */
  hitsAt(x: number, y: number, tolerance: number): number[];
  /** The cluster at a place in CSS px. */
  clusterAt(x: number, y: number): ClusterHit | undefined;
  /** Drawn rows that touch the bounds (degrees; west > east crosses 180°), ascending. */
  rowsIn(bounds: readonly [number, number, number, number]): number[];
  /** Frees what only makes the next frame faster: the layer is hidden. */
  rest(): void;
  /** Frees buffers. The renderer draws nothing afterwards. */
  dispose(): void;
}
