import type { Bounds } from '../shared/values.js';
import { graticuleLines, graticuleStep, meridianLabel, parallelLabel } from './graticule.js';

type Pixel = readonly [x: number, y: number];

/** What the painter must know of a frame of the map. */
export interface GraticuleFrame {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly bounds: Bounds;
  /** Meridians and parallels are straight on the map: two points draw one. */
  readonly straight: boolean;
  toPixel(lon: number, lat: number): Pixel;
}

/** Colours and type, as the theme has them. */
export interface GraticuleLook {
  readonly line: string;
  readonly label: string;
  readonly halo: string;
  readonly font: string;
  /** Least distance between lines in CSS pixels. */
  readonly spacing: number;
  readonly labels: boolean;
}

const CURVE_POINTS = 33;
const LABEL_GAP = 6;
/** Labels keep this far from the corners, where those of the other direction are. */
const CORNER = 24;
const HALO_WIDTH = 3;

/** Where a line crosses a horizontal (`axis` 1) or vertical (`axis` 0) of the screen: its other coordinate there. */
export function crossing(line: readonly Pixel[], axis: 0 | 1, at: number): number | undefined {
  for (let index = 1; index < line.length; index++) {
    const [a, b] = [line[index - 1] as Pixel, line[index] as Pixel];
    const [from, to] = [a[axis], b[axis]];
    if ((from - at) * (to - at) > 0 || from === to) continue;
    const other = axis === 0 ? 1 : 0;
    return a[other] + ((b[other] - a[other]) * (at - from)) / (to - from);
  }
  return undefined;
}

function curve(points: number, at: (part: number) => Pixel): Pixel[] {
  return Array.from({ length: points }, (_, index) => at(index / (points - 1)));
}

function trace(context: CanvasRenderingContext2D, line: readonly Pixel[]): void {
  line.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
}

function write(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}

/** Draws meridians and parallels with their names along the lower and the left edge. The context is scaled to CSS pixels. */
export function paintGraticule(context: CanvasRenderingContext2D, frame: GraticuleFrame, look: GraticuleLook): void {
  const [west, south, east, north] = frame.bounds;
  const points = frame.straight ? 2 : CURVE_POINTS;
  const perPixel = Math.max((east - west) / frame.width, (north - south) / frame.height);
  const step = graticuleStep(perPixel, look.spacing);
  const meridians = graticuleLines(west, east, step).map((seconds) => ({
    text: meridianLabel(seconds),
    line: curve(points, (part) => frame.toPixel(seconds / 3600, south + (north - south) * part)),
  }));
  const parallels = graticuleLines(south, north, step).map((seconds) => ({
    text: parallelLabel(seconds),
    line: curve(points, (part) => frame.toPixel(west + (east - west) * part, seconds / 3600)),
  }));

  context.beginPath();
  for (const { line } of [...meridians, ...parallels]) trace(context, line);
  context.strokeStyle = look.line;
  context.lineWidth = 1;
  context.stroke();
  if (!look.labels) return;

  context.font = look.font;
  context.fillStyle = look.label;
  context.strokeStyle = look.halo;
  context.lineWidth = HALO_WIDTH;
  context.lineJoin = 'round';
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  for (const { line, text } of meridians) {
    const x = crossing(line, 1, frame.height - LABEL_GAP);
    if (x !== undefined && x > CORNER && x < frame.width - CORNER) write(context, text, x, frame.height - LABEL_GAP / 2);
  }
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const { line, text } of parallels) {
    const y = crossing(line, 0, LABEL_GAP);
    if (y !== undefined && y > CORNER && y < frame.height - CORNER) write(context, text, LABEL_GAP, y);
  }
}
