/** Symbols of points as pixels, from signed distances: the same antialiased picture whichever way it gets onto the canvas. Pure. */
import type { Rgba } from './color.js';
import type { PointShape } from './types.js';

/** What a symbol looks like, in device px. */
export interface SpriteLook {
  readonly shape: PointShape;
  /** Outer diameter of symbol and outline together. */
  readonly diameter: number;
  readonly fill: Rgba;
  readonly outline: Rgba;
  readonly outlineWidth: number;
  /** Ring around the outline, for selection and hover. */
  readonly ring?: Rgba;
  readonly ringWidth?: number;
  /** Soft shadow below: a lifted symbol. Its blur in px. */
  readonly shadow?: number;
}

/** A square of pixels around a point. */
export interface Sprite {
  /** Pixels a side; odd, the point is in the middle. */
  readonly side: number;
  /** Little-endian RGBA, not premultiplied, as `ImageData` holds it. */
  readonly pixels: Uint32Array;
  /** Radius within which the symbol counts as hit, px. */
  readonly radius: number;
}

const SQRT3 = Math.sqrt(3);

/** Signed distance to the edge of a shape of radius r, negative inside. Shapes are sized to look equally heavy. */
function distance(shape: PointShape, x: number, y: number, r: number): number {
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  if (shape === 'circle') return Math.sqrt(x * x + y * y) - r;
  if (shape === 'square') return Math.max(ax, ay) - r * 0.886;
  if (shape === 'diamond') return (ax + ay - r * 1.2) * Math.SQRT1_2;
  // Equilateral, point up, centred on its centroid: inradius is half the circumradius.
  const inradius = r * 0.62;
  return Math.max((ax * SQRT3 - y) / 2, y) - inradius;
}

/** Share of a pixel that lies inside an edge at a distance. */
function coverage(d: number): number {
  return d <= -0.5 ? 1 : d >= 0.5 ? 0 : 0.5 - d;
}

type Layer = readonly [color: Rgba, alpha: number];

/** Layers over each other, bottom first, as one colour that is not premultiplied. */
function flatten(layers: readonly Layer[]): number {
  let r = 0;
  let g = 0;
  let b = 0;
  let alpha = 0;
  for (const [color, share] of layers) {
    const top = color[3] * share;
    const left = 1 - top;
    r = color[0] * top + r * left;
    g = color[1] * top + g * left;
    b = color[2] * top + b * left;
    alpha = top + alpha * left;
  }
  if (alpha < 1 / 510) return 0;
  const byte = (value: number) => Math.min(255, Math.round(value / alpha));
  return ((Math.round(alpha * 255) << 24) | (byte(b) << 16) | (byte(g) << 8) | byte(r)) >>> 0;
}

const SHADOW: Rgba = [0, 0, 0, 0.35];

function pixel(look: SpriteLook, x: number, y: number): number {
  const r = look.diameter / 2;
  const d = distance(look.shape, x, y, r);
  const layers: Layer[] = [];
  if (look.shadow) {
    const reach = distance(look.shape, x, y - look.shadow / 3, r + (look.ringWidth ?? 0)) / look.shadow;
    if (reach < 1) layers.push([SHADOW, reach <= 0 ? 1 : (1 - reach) ** 2]);
  }
  if (look.ring) layers.push([look.ring, coverage(d - (look.ringWidth ?? 0))]);
  layers.push([look.outline, coverage(d)], [look.fill, coverage(d + look.outlineWidth)]);
  return flatten(layers);
}

/** The pixels of a symbol. */
export function spriteOf(look: SpriteLook): Sprite {
  const radius = look.diameter / 2 + (look.ringWidth ?? 0);
  const reach = Math.ceil(radius * 1.25 + (look.shadow ?? 0) * 1.4);
  const side = 2 * reach + 1;
  const pixels = new Uint32Array(side * side);
  for (let y = -reach; y <= reach; y++)
    for (let x = -reach; x <= reach; x++) pixels[(y + reach) * side + x + reach] = pixel(look, x, y);
  return { side, pixels, radius };
}
