/** A cluster that was opened: its rows at the ends of legs, as long as the map stands still. */
import type { PointSet } from './geometry.js';
import { extentOf } from './grid-index.js';
import type { Slots } from './slots.js';
import { spiderPlaces } from './spider-places.js';
import type { DrawTarget, RenderStyle } from './types.js';
import { devicePoint, mapPoint, type View } from './view.js';

/** Rows of an opened cluster and where they are shown. */
export interface OpenSpider {
  /** Rows that have a leg. */
  readonly rows: Uint32Array;
  /** All rows at the place. */
  readonly total: number;
  /** Ends of the legs from the top left of the map, CSS px: x, y, x, y … */
  readonly places: Float64Array;
}

/** How much the veil covers. */
const VEIL = 0.72;

function sameView(a: View, b: View): boolean {
  const near = (p: number, q: number) => Math.abs(p - q) < a.resolution / 4;
  return near(a.center[0], b.center[0]) && near(a.center[1], b.center[1]) && a.resolution === b.resolution && a.rotation === b.rotation && a.width === b.width && a.height === b.height;
}

/** Legs of one opened cluster. */
export class Spider implements OpenSpider {
  readonly rows: Uint32Array;
  readonly total: number;
  readonly places: Float64Array;
  /** Leg under the keyboard, −1 for none. */
  focused = -1;
  readonly #center: readonly [number, number];
  readonly #view: View;

  /** @param center Middle of the cluster, map units, in the world it is seen in. */
  constructor(rows: Uint32Array, center: readonly [number, number], view: View, textScale: number) {
    this.total = rows.length;
    const offsets = spiderPlaces(rows.length, Math.min(1.5, textScale));
    this.rows = rows.slice(0, offsets.length / 2);
    this.#center = center;
    this.#view = view;
    const [x, y] = devicePoint(view, ...center);
    this.places = offsets.map((offset, at) => (at % 2 === 0 ? x : y) / view.pixelRatio + offset);
  }

  /** Whether it still belongs on the map: the map has not moved, and no filter took a row away. */
  fits(view: View, slots: Slots): boolean {
    return sameView(this.#view, view) && this.rows.every((row) => slots.of[row] !== 0);
  }

  /** The ends as points, to be drawn with the symbols of their rows. */
  points(view: View): PointSet {
    const xy = new Float64Array(this.places.length);
    for (let at = 0; at < xy.length; at += 2)
      xy.set(mapPoint(view, (this.places[at] as number) * view.pixelRatio, (this.places[at + 1] as number) * view.pixelRatio), at);
    return { xy, rows: this.rows, extent: extentOf(xy) };
  }

  /** Where the cluster stands, device px. */
  middle(view: View): [number, number] {
    return devicePoint(view, ...this.#center);
  }

  /** Draws a veil over what is near, the legs, and a ring around the end under the keyboard. The cluster itself goes over it. */
  draw({ context, view }: DrawTarget, style: RenderStyle): void {
    const { pixelRatio } = view;
    const [x, y] = this.middle(view);
    this.#drawVeil(context, pixelRatio, style, x, y);
    context.lineCap = 'round';
    // A casing first: legs must be seen on land, sea and other clusters.
    for (const [color, width] of [[style.colors.halo, 4], [style.colors.label, 1.5]] as const) {
      context.strokeStyle = color;
      context.lineWidth = width * pixelRatio;
      context.beginPath();
      for (let at = 0; at < this.places.length; at += 2) {
        context.moveTo(x, y);
        context.lineTo((this.places[at] as number) * pixelRatio, (this.places[at + 1] as number) * pixelRatio);
      }
      context.stroke();
    }
    if (this.focused >= 0) this.#drawFocus(context, pixelRatio, style);
  }

  /** Rows whose end is within a radius, the nearest first. CSS px. */
  rowsAt(x: number, y: number, radius: number): number[] {
    const distances = Array.from(this.rows, (_, leg) => Math.hypot((this.places[2 * leg] as number) - x, (this.places[2 * leg + 1] as number) - y));
    const near = [...this.rows.keys()].filter((leg) => (distances[leg] as number) <= radius);
    return near.sort((p, q) => (distances[p] as number) - (distances[q] as number)).map((leg) => this.rows[leg] as number);
  }

  /** Without it a neighbour between two legs would look like the end of one. */
  #drawVeil(context: CanvasRenderingContext2D, pixelRatio: number, style: RenderStyle, x: number, y: number): void {
    let radius = 0;
    for (let at = 0; at < this.places.length; at += 2)
      radius = Math.max(radius, Math.hypot((this.places[at] as number) * pixelRatio - x, (this.places[at + 1] as number) * pixelRatio - y));
    context.globalAlpha = VEIL;
    context.fillStyle = style.colors.halo;
    context.beginPath();
    context.arc(x, y, radius + (style.size / 2 + 8) * pixelRatio, 0, 2 * Math.PI);
    context.fill();
    context.globalAlpha = 1;
  }

  #drawFocus(context: CanvasRenderingContext2D, pixelRatio: number, style: RenderStyle): void {
    const x = (this.places[2 * this.focused] as number) * pixelRatio;
    const y = (this.places[2 * this.focused + 1] as number) * pixelRatio;
    const radius = (style.size / 2 + 5) * pixelRatio;
    for (const [color, width] of [[style.colors.halo, 5], [style.colors.selection, 2.5]] as const) {
      context.strokeStyle = color;
      context.lineWidth = width * pixelRatio;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.stroke();
    }
  }
}
