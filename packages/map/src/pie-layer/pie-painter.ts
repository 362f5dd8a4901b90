/** Draws the symbols of points as pies: one canvas path a piece, the largest pie first; of very many in view the largest. */
import { SLICED_FROM, type Steps } from '@yizhangtu/data/steps';
import { ringParts, ringPieces } from '../renderer/ring.js';
import { seenParts } from '../renderer/seen-parts.js';
import type { Seen } from '../renderer/collect.js';
import { bufferLayout } from '../renderer/pixel-buffer.js';
import type { PointPainting } from '../renderer/point-picture.js';
import type { PointFrame } from '../renderer/point-painter.js';
import { indicesOf, placeOf } from '../renderer/geometry.js';
import { SOFT } from '../renderer/symbol-form.js';
import type { Slot } from '../renderer/slots.js';
import { devicePoint, sameView, worldShifts } from '../renderer/view.js';
import { InTurn } from '../shared/in-turn.js';
import { LargestPies } from './largest-pies.js';
import { partOf } from '../shared/totals.js';

/** Rings around a pie, CSS px. */
const SELECTED = 3;
const HOVERED = 1.5;
/** Furthest a ring reaches beyond the symbol, CSS px. */
const REACH = 6;
/** A piece is seen from this on, CSS px along the edge. */
const SMALLEST_PIECE = 2;
const TURN = 2 * Math.PI;

/** What the painter reads and tells. */
export interface PieSource {
  /** The parts of a row, one a class. */
  parts(row: number): readonly number[];
  /** The total of each row. */
  totals(): ArrayLike<number>;
  /** So many pies in view are not drawn; told when a view at rest is drawn. */
  left(count: number): void;
}

/** What a frame drew, and of what. */
interface Drawn {
  readonly frame: PointFrame;
  readonly seen: Seen & { stride: number; margin: number };
  readonly left: number;
}

interface Pie {
  readonly x: number;
  readonly y: number;
  /** Device px. */
  readonly radius: number;
  readonly row: number;
  /** Colour and width (CSS px) of the ring around it. */
  readonly ring?: { readonly color: string; readonly width: number };
}

/** Nothing in view. */
const NOTHING = { count: 0, thinned: false, positions: new Int32Array(0), rows: new Uint32Array(0), start: new Uint32Array(0), stride: 1, margin: 0 };

/** The painter of one layer. */
export class PiePainter implements PointPainting {
  readonly #source: PieSource;
  readonly #work = new InTurn<Drawn>(() => this.#redraw?.());
  #redraw: (() => void) | undefined;

  constructor(source: PieSource) {
    this.#source = source;
  }

  /** Draws the pies in view. Of very many they are chosen in slices, and the last ones stand until then. */
  draw(frame: PointFrame): Drawn['seen'] {
    const { view, style, again } = frame;
    this.#redraw = style.redraw;
    const drawn = this.#now(frame);
    if (this.#work.pending) (style.redraw && frame.wait ? frame.wait : again)?.();
    if (!drawn) return NOTHING;
    const { seen, left } = drawn;
    drawn.frame.slots.list.forEach(({ diameter, selected }, index) => {
      const ring = selected ? { ring: { color: style.colors.selection, width: SELECTED } } : {};
      for (let i = seen.start[index + 1] as number; i < (seen.start[index + 2] as number); i++) {
        const at = seen.positions[i] as number;
        const [x, y] = [(at % seen.stride) - seen.margin + 0.5, Math.floor(at / seen.stride) - seen.margin + 0.5];
        this.#pie(frame, { x, y, radius: (diameter / 2) * view.pixelRatio, row: seen.rows?.[i] ?? 0, ...ring });
      }
    });
    if (!view.moving && !this.#work.pending) this.#source.left(left);
    return seen;
  }

  /** Rows whose pie has painted a place, top first: of very many in view only the drawn ones are looked at. CSS px. */
  hits(x: number, y: number, tolerance: number): number[] {
    const { last } = this.#work;
    if (!last) return [];
    const { frame: { view: { pixelRatio }, slots: { list } }, seen } = last;
    const [column, line] = [x, y].map((at) => Math.floor(at * pixelRatio) + seen.margin) as [number, number];
    const rows: number[] = [];
    for (let slot = list.length, i = seen.count - 1; i >= 0; i--) {
      while (i < (seen.start[slot] as number)) slot--;
      const { diameter, selected } = list[slot - 1] as Slot;
      const at = seen.positions[i] as number;
      const away = Math.hypot(column - (at % seen.stride), line - Math.floor(at / seen.stride));
      if (away < (diameter / 2 + tolerance + (selected ? SELECTED : 0)) * pixelRatio + SOFT) rows.push(seen.rows?.[i] ?? 0);
    }
    return [...new Set(rows)];
  }

  #now(frame: PointFrame): Drawn | undefined {
    const { view, slots, points } = frame;
    const { last } = this.#work;
    const there = last && sameView(last.frame.view, view);
    // Only another hover: the same pies.
    if (there && last.frame.points === points && last.frame.slots === slots) return last;
    const many = points.xy.length / 2 >= SLICED_FROM;
    // What was drawn for another view cannot stand in.
    return this.#work.of(() => this.#choosing(frame), many && frame.again !== undefined && (!last || there === true));
  }

  *#choosing(frame: PointFrame): Steps<Drawn> {
    const { view, slots, points } = frame;
    const largest = slots.list.reduce((most, { diameter }) => Math.max(most, diameter), 0);
    const reach = Math.ceil((largest / 2 + REACH) * view.pixelRatio);
    const { stride, margin } = bufferLayout(view.width, view.height, reach);
    const input = { view, slotOf: slots.of, slotCount: slots.list.length, lifted: slots.lifted, reach, stride, margin, spacing: 0, withRows: true };
    const pies = new LargestPies(slots.list.length, this.#source.totals());
    for (const part of seenParts(points, input)) {
      pies.add(part);
      yield 0;
    }
    const seen = { ...pies.done(), stride, margin };
    return { frame, seen, left: pies.count - seen.count };
  }

  drawHover(frame: PointFrame, row: number): void {
    const { points, view, slots, style } = frame;
    const look = slots.list[(slots.of[row] ?? 0) - 1];
    if (!look) return;
    const ring = { color: style.colors.selection, width: look.selected ? SELECTED : HOVERED };
    for (const index of indicesOf(points, row))
      for (const shift of worldShifts(view, points.extent, 64)) {
        const [mapX, mapY] = placeOf(points, index);
        const [x, y] = devicePoint(view, mapX + shift, mapY);
        if (x === x) this.#pie(frame, { x: Math.floor(x) + 0.5, y: Math.floor(y) + 0.5, radius: (look.diameter / 2) * view.pixelRatio, row, ring });
      }
  }

  rest(): void {
    this.#work.forget();
  }

  #pie({ context, view, style }: PointFrame, { x, y, radius, row, ring }: Pie): void {
    const { pixelRatio } = view;
    const inner = radius - pixelRatio;
    const smallest = (SMALLEST_PIECE * pixelRatio) / (TURN * inner);
    const ends = ringParts(this.#source.parts(row).map(partOf), smallest);
    const colors = style.classes.map(({ color }) => color);
    if (ring) disc(context, x, y, radius + ring.width * pixelRatio, ring.color);
    disc(context, x, y, radius, style.colors.outline);
    // The whole disc as a stroke half as wide as the pie: what is a ring around a number in a cluster.
    ringPieces(context, { x, y, radius: inner, width: inner, gap: pixelRatio }, ends, colors);
  }
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  context.fill();
}
