/** Draws particles and arrows. */
import type { View } from '../renderer/view.js';
import { classOfValue } from '../surface/classes.js';
import { movementAt, type FlowField, type Movement } from './flow-field.js';
import type { Particles } from './particles.js';

/** How movement looks: one colour a class of speed, in the unit of the grid. */
export interface FlowLook {
  readonly limits: readonly number[];
  readonly colors: readonly string[];
  /** The speed that arrows are longest at. */
  readonly most: number;
  /** What stands around arrows. */
  readonly halo: string;
}

const LINE = 1.6;
/** Between two arrows, and how long one is, CSS px. */
const SPACING = 38;
const LENGTH = [7, 26] as const;

/** Adds the last step of each particle. */
export function strokeParticles(context: CanvasRenderingContext2D, particles: Particles, { limits, colors }: FlowLook, pixelRatio: number): void {
  const { count, x, y, fromX, fromY, speed } = particles;
  const paths = colors.map(() => new Path2D());
  for (let p = 0; p < count; p++) {
    const value = speed[p] as number;
    if (value !== value) continue;
    const path = paths[classOfValue(limits, value)];
    path?.moveTo(fromX[p] as number, fromY[p] as number);
    path?.lineTo(x[p] as number, y[p] as number);
  }
  context.lineWidth = LINE * pixelRatio;
  context.lineCap = 'round';
  paths.forEach((path, at) => {
    context.strokeStyle = colors[at] as string;
    context.stroke(path);
  });
}

/** Makes everything on a canvas fainter. */
export function fadeOut(context: CanvasRenderingContext2D, part: number): void {
  context.globalCompositeOperation = 'destination-out';
  context.fillStyle = `rgba(0,0,0,${part})`;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.globalCompositeOperation = 'source-over';
}

/** Arrows at even places, longer where it is faster: what stands where nothing may move. */
export function paintArrows(context: CanvasRenderingContext2D, view: View, field: FlowField, { limits, colors, most, halo }: FlowLook): void {
  const gap = SPACING * view.pixelRatio;
  const here: Movement = { vx: 0, vy: 0, speed: 0 };
  const paths = colors.map(() => new Path2D());
  for (let y = gap / 2; y < view.height; y += gap)
    for (let x = gap / 2; x < view.width; x += gap) {
      if (!movementAt(field, x, y, here) || here.speed === 0) continue;
      const length = (LENGTH[0] + (LENGTH[1] - LENGTH[0]) * Math.min(1, Math.sqrt(here.speed / most))) * view.pixelRatio;
      const pixels = Math.hypot(here.vx, here.vy);
      addArrow(paths[classOfValue(limits, here.speed)], x, y, (here.vx / pixels) * length, (here.vy / pixels) * length);
    }
  context.lineCap = context.lineJoin = 'round';
  for (const [width, color] of [[LINE + 2, halo], [LINE, undefined]] as const)
    paths.forEach((path, at) => {
      context.lineWidth = width * view.pixelRatio;
      context.strokeStyle = color ?? (colors[at] as string);
      context.stroke(path);
    });
}

/** An arrow around a place. */
function addArrow(path: Path2D | undefined, x: number, y: number, dx: number, dy: number): void {
  if (!path) return;
  const [tipX, tipY] = [x + dx / 2, y + dy / 2];
  path.moveTo(x - dx / 2, y - dy / 2);
  path.lineTo(tipX, tipY);
  path.moveTo(tipX - 0.35 * dx - 0.22 * dy, tipY - 0.35 * dy + 0.22 * dx);
  path.lineTo(tipX, tipY);
  path.lineTo(tipX - 0.35 * dx + 0.22 * dy, tipY - 0.35 * dy - 0.22 * dx);
}
