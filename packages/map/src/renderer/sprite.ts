/** Symbols of points as pixels, from signed distances: the same antialiased picture whichever way it gets onto the canvas. Pure. */
import type { Rgba } from './color.js';
import { distance } from './symbol-form.js';
import type { GlyphDrawing, PointShape } from './types.js';

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
  /** Sign on the symbol; instead of it for the shape `none`. */
  readonly glyph?: { readonly drawing: GlyphDrawing; readonly color: Rgba } | undefined;
  /** Turn of the symbol, clockwise, radians. */
  readonly angle?: number;
}

/** A square of pixels around a point. */
export interface Sprite {
  /** Pixels a side; odd, the point is in the middle. */
  readonly side: number;
  /** Little-endian RGBA, not premultiplied, as `ImageData` holds it. */
  readonly pixels: Uint32Array;
  /** Radius within which the symbol counts as hit, px. */
  readonly radius: number;
  /** Nothing is seen through it, and it covers whatever is smaller and not turned at the same place. */
  readonly solid: boolean;
}

/** Side of the square a sign of 24 × 24 is drawn in ÷ diameter of the symbol within its outline. */
const ROOM: Readonly<Record<PointShape, number>> = { circle: 0.82, square: 0.84, diamond: 0.62, triangle: 0.5, none: 1 };

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

/** Colours that lie beside each other in a pixel as one: what is half-clear does not show what it borders on. */
function besideEachOther(parts: readonly Layer[]): Layer {
  let r = 0;
  let g = 0;
  let b = 0;
  let alpha = 0;
  for (const [color, share] of parts) {
    const part = color[3] * Math.max(0, share);
    r += color[0] * part;
    g += color[1] * part;
    b += color[2] * part;
    alpha += part;
  }
  return alpha === 0 ? [[0, 0, 0, 0], 1] : [[r / alpha, g / alpha, b / alpha, Math.min(1, alpha)], 1];
}

const SHADOW: Rgba = [0, 0, 0, 0.35];

/** How much of the ring, of the outline, of the fill and of the sign covers a pixel, 0–1. */
type Cover = (x: number, y: number) => readonly [ring: number, outline: number, fill: number, sign: number];

/** Cover of a shape, by distances. */
function shapeCover({ shape, diameter, outlineWidth, ringWidth = 0, angle = 0 }: SpriteLook, sign: Uint8Array | undefined, side: number): Cover {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const half = (side - 1) / 2;
  return (x, y) => {
    const d = distance(shape, cos * x + sin * y, cos * y - sin * x, diameter / 2);
    return [coverage(d - ringWidth), coverage(d), coverage(d + outlineWidth), sign ? (sign[(y + half) * side + x + half] as number) / 255 : 0];
  };
}

/** Cover of a sign that stands by itself: in the colour of the fill, with outline and ring around it. */
function signCover(look: SpriteLook, drawing: GlyphDrawing, side: number): Cover {
  const { diameter, outlineWidth, ringWidth = 0, angle = 0 } = look;
  const scale = (diameter - 2 * outlineWidth) / 24;
  const [ring, outline, fill] = [outlineWidth + ringWidth, outlineWidth, 0].map((grow) => drawing.mask({ side, scale, angle, grow }));
  const half = (side - 1) / 2;
  const at = (mask: Uint8Array | undefined, x: number, y: number) => ((mask as Uint8Array)[(y + half) * side + x + half] as number) / 255;
  return (x, y) => [at(ring, x, y), at(outline, x, y), at(fill, x, y), 0];
}

function coverOf(look: SpriteLook, side: number): Cover {
  const { shape, glyph, diameter, outlineWidth, angle = 0 } = look;
  if (!glyph) return shapeCover(look, undefined, side);
  if (shape === 'none') return signCover(look, glyph.drawing, side);
  const scale = ((diameter - 2 * outlineWidth) * ROOM[shape]) / 24;
  return shapeCover(look, glyph.drawing.mask({ side, scale, angle }), side);
}

function pixel(look: SpriteLook, cover: Cover, x: number, y: number): number {
  const { shape, diameter, ringWidth = 0, shadow, ring, outline, fill, glyph } = look;
  const layers: Layer[] = [];
  if (shadow) {
    const reach = distance(shape, x, y - shadow / 3, diameter / 2 + ringWidth) / shadow;
    if (reach < 1) layers.push([SHADOW, reach <= 0 ? 1 : (1 - reach) ** 2]);
  }
  const [ringShare, outlineShare, fillShare, signShare] = cover(x, y);
  const parts: Layer[] = [[outline, outlineShare - fillShare], [fill, fillShare]];
  if (ring) parts.push([ring, ringShare - outlineShare]);
  layers.push(besideEachOther(parts));
  if (glyph && signShare > 0) layers.push([glyph.color, signShare]);
  return flatten(layers);
}

function isSolid({ shape, fill, outline, angle = 0 }: SpriteLook): boolean {
  return shape !== 'none' && fill[3] === 1 && outline[3] === 1 && (angle === 0 || shape === 'circle');
}

/** Pixels on each side of the middle of a sprite. @param radius Of the symbol with its ring, px. @param shadow Its blur, px. */
export function spriteReach(radius: number, shadow = 0): number {
  return Math.ceil(radius * 1.25 + shadow * 1.4);
}

/** The pixels of a symbol. */
export function spriteOf(look: SpriteLook): Sprite {
  const radius = look.diameter / 2 + (look.ringWidth ?? 0);
  const reach = spriteReach(radius, look.shadow);
  const side = 2 * reach + 1;
  const cover = coverOf(look, side);
  const pixels = new Uint32Array(side * side);
  for (let y = -reach; y <= reach; y++)
    for (let x = -reach; x <= reach; x++) pixels[(y + reach) * side + x + reach] = pixel(look, cover, x, y);
  return { side, pixels, radius, solid: isSolid(look) };
}
