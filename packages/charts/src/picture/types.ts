/** A chart as a list of shapes, for files. Types only. */

/** Matrix as SVG and canvas have it: `x′ = a·x + c·y + e`, `y′ = b·x + d·y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** An outline with its paint. Colours are as CSS computes them; undefined for none. */
export interface PathShape {
  readonly kind: 'path';
  readonly d: string;
  readonly matrix: Matrix;
  readonly fill?: string | undefined;
  readonly fillOpacity: number;
  readonly stroke?: string | undefined;
  readonly strokeOpacity: number;
  readonly strokeWidth: number;
  /** Lengths of dashes and gaps, px; empty for a whole line. */
  readonly dashes: readonly number[];
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
}

/** One line of text. `y` is its baseline. */
export interface TextShape {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly matrix: Matrix;
  readonly color: string;
  readonly opacity: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** px. */
  readonly size: number;
  readonly weight: string;
  readonly family: string;
  /** Outline behind the letters that sets them off from marks. */
  readonly halo?: { readonly color: string; readonly width: number } | undefined;
}

/** What was drawn on a canvas. */
export interface CanvasShape {
  readonly kind: 'canvas';
  readonly canvas: HTMLCanvasElement;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Shape = PathShape | TextShape | CanvasShape;

/** A chart with its title, legend and source, ready for a file. Lengths in px. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly shapes: readonly Shape[];
}
