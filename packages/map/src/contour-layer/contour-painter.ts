/** Draws bands, isolines and the numbers on them. */
import type { LayerTheme } from '../data-layer/theme-colors.js';
import { trace } from '../renderer/path.js';
import type { Box } from '../renderer/taken-boxes.js';
import type { DrawTarget } from '../renderer/types.js';
import { devicePoint, worldShifts, type View } from '../renderer/view.js';
import { fade } from '../renderer/fade.js';
import type { ContourShape } from './contour-shape.js';
import { labelPlaces, type LabelPlace } from './line-labels.js';

/** What is drawn: areas between limits, lines, or both. */
export type ContourForm = 'bands' | 'lines' | 'both';

/** How a frame looks. */
export interface ContourLook {
  /** Low to high; the first is all there is. */
  readonly shapes: readonly ContourShape[];
  /** Colour of each shape. */
  readonly colors: readonly (string | undefined)[];
  readonly form: ContourForm;
  readonly fillOpacity: number;
  readonly theme: LayerTheme;
  readonly labels: boolean;
  /** The limit whose line is thick, with bands. */
  readonly strong?: { readonly limit: number; readonly color?: string } | undefined;
  /** A limit as text. */
  readonly write: (limit: number) => string;
}

const LINE = 1.5;
const LINE_ON_BANDS = 0.75;
const STRONG_LINE = 2.5;
const FONT = 11;
/** CSS px between two labels of a line. */
const GAP = 360;
const TOLERANCE = 0.3;
const MOST_LABELS = 300;

/** Draws a frame. */
export function paintContours(target: DrawTarget, look: ContourLook): void {
  const { context, view } = target;
  const { shapes, colors, form, fillOpacity } = look;
  if (form !== 'lines') {
    shapes.forEach((shape, at) => fillShape(context, view, shape, colors[at]));
    fade(context, view, fillOpacity);
  }
  if (form !== 'bands') shapes.forEach((shape, at) => strokeShape(context, view, shape, ...pen(look, shape, colors[at])));
  if (look.labels) labelShapes(target, look);
}

/** Colour and width of a line: of its class, or plain over bands, where one may be thick. */
function pen({ form, theme, strong }: ContourLook, { limit }: ContourShape, color: string | undefined): [color: string | undefined, width: number] {
  if (form === 'lines') return [color, LINE];
  if (strong?.limit === limit) return [strong.color ?? theme.colors.label, STRONG_LINE];
  return [theme.colors.label, LINE_ON_BANDS];
}

function fillShape(context: CanvasRenderingContext2D, view: View, { xy, start, extent }: ContourShape, color: string | undefined): void {
  if (color === undefined) return;
  const margin = 4 * view.pixelRatio;
  for (const shift of worldShifts(view, extent, 8)) {
    context.beginPath();
    for (let ring = 0; ring + 1 < start.length; ring++) trace(context, view, xy, start[ring] as number, start[ring + 1] as number, { close: true, tolerance: TOLERANCE, margin, shift });
    context.fillStyle = color;
    context.fill('evenodd');
  }
}

function strokeShape(context: CanvasRenderingContext2D, view: View, { xy, lines, extent }: ContourShape, color: string | undefined, width: number): void {
  if (color === undefined || lines.length === 0) return;
  const margin = 4 * view.pixelRatio;
  for (const shift of worldShifts(view, extent, 8)) {
    context.beginPath();
    for (let at = 0; at < lines.length; at += 2) trace(context, view, xy, lines[at] as number, lines[at + 1] as number, { close: false, tolerance: TOLERANCE, margin, shift });
    context.strokeStyle = color;
    context.lineWidth = width * view.pixelRatio;
    context.lineJoin = 'round';
    context.stroke();
  }
}

/** Labels of other layers come first: those of lines can stand in many places. */
function labelShapes(target: DrawTarget, look: ContourLook): void {
  const { context, view } = target;
  const { theme, shapes, write } = look;
  const size = FONT * theme.textScale * view.pixelRatio;
  const font = `${size}px ${theme.fontFamily}`;
  const draw = (): void => {
    context.font = font;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3 * view.pixelRatio;
    context.strokeStyle = theme.colors.halo;
    context.fillStyle = theme.colors.label;
    let left = MOST_LABELS;
    for (const shape of shapes) {
      if (!Number.isFinite(shape.limit) || left <= 0) continue;
      const text = write(shape.limit);
      const width = context.measureText(text).width;
      for (const place of placesIn(view, shape, width + 2 * view.pixelRatio)) {
        if (left <= 0 || (target.taken && !target.taken.take(boxOf(place, width, size)))) continue;
        writeAlong(context, text, place);
        left--;
      }
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
  };
  if (target.later) target.later(draw);
  else draw();
}

function writeAlong(context: CanvasRenderingContext2D, text: string, { x, y, angle }: LabelPlace): void {
  context.setTransform(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), x, y);
  context.strokeText(text, 0, 0);
  context.fillText(text, 0, 0);
}

function boxOf({ x, y, angle }: LabelPlace, width: number, height: number): Box {
  const [c, s] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const [w, h] = [(width * c + height * s) / 2, (width * s + height * c) / 2];
  return [x - w, y - h, x + w, y + h];
}

function placesIn(view: View, { xy, lines, extent }: ContourShape, width: number): LabelPlace[] {
  const places: LabelPlace[] = [];
  for (const shift of worldShifts(view, extent))
    for (let at = 0; at < lines.length; at += 2)
      for (const part of inSight(view, xy, lines[at] as number, lines[at + 1] as number, shift)) places.push(...labelPlaces(part, width, GAP * view.pixelRatio));
  return places;
}

/** The stretches of a line that are on the canvas, device px. */
function inSight(view: View, xy: Float64Array, from: number, to: number, shift: number): number[][] {
  const parts: number[][] = [];
  let part: number[] | undefined;
  for (let v = from; v < to; v++) {
    const [x, y] = devicePoint(view, (xy[2 * v] as number) + shift, xy[2 * v + 1] as number);
    if (!(x > 0 && y > 0 && x < view.width && y < view.height)) part = undefined;
    else if (part) part.push(x, y);
    else parts.push((part = [x, y]));
  }
  return parts;
}
