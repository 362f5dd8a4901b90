/** Symbols into a pixel buffer by script: 20–40 times faster than one canvas call a symbol. Pure but for the arrays it fills. */
import type { Sprite } from './sprite.js';
import { freedAtRest, roomInUse } from './work-room.js';

/**
 * A sprite for a line length: where its pixels lie from the middle, and what they do to what is there. Opaque pixels replace it and need
 * not look at it. Empty pixels are left out.
 */
export interface Stamp {
  readonly opaque: PixelSet;
  /** Premultiplied colours. */
  readonly edge: PixelSet;
  /** For each pixel of the edge the part of what lies below that is still seen, in 256ths. */
  readonly rest: Int32Array;
  /** The same symbol without soft edges, in colours that are not premultiplied. */
  readonly rough: PixelSet;
  readonly radius: number;
  /** As of its sprite. */
  readonly solid: boolean;
}

interface PixelSet {
  readonly offsets: Int32Array;
  readonly colors: Int32Array;
}

class PixelList {
  readonly #offsets: number[] = [];
  readonly #colors: number[] = [];

  add(offset: number, color: number): void {
    this.#offsets.push(offset);
    this.#colors.push(color | 0);
  }

  get done(): PixelSet {
    return { offsets: Int32Array.from(this.#offsets), colors: Int32Array.from(this.#colors) };
  }
}

/** Prepares a sprite for a buffer. */
export function stampOf({ side, pixels, radius, solid }: Sprite, stride: number): Stamp {
  const half = (side - 1) / 2;
  const [opaque, edge, rough] = [new PixelList(), new PixelList(), new PixelList()];
  const rest: number[] = [];
  const densest = pixels.reduce((most, color) => Math.max(most, color >>> 24), 0);
  pixels.forEach((color, index) => {
    const alpha = color >>> 24;
    if (alpha === 0) return;
    const offset = (Math.floor(index / side) - half) * stride + (index % side) - half;
    if (2 * alpha > densest) rough.add(offset, (color & 0xffffff) | (densest << 24));
    if (alpha === 255) return opaque.add(offset, color);
    edge.add(offset, premultiplied(color, alpha));
    // So rounded that opaque ground stays opaque.
    rest.push(256 - alpha - (alpha >> 7));
  });
  return { opaque: opaque.done, edge: edge.done, rest: Int32Array.from(rest), rough: rough.done, radius: Math.min(255, Math.ceil(radius)), solid };
}

function premultiplied(color: number, alpha: number): number {
  const part = (shift: number): number => Math.round((((color >>> shift) & 255) * alpha) / 255) << shift;
  return (alpha << 24) | part(16) | part(8) | part(0);
}

/** Room for more marks than these is made anew each time. */
const KEPT_MARKS = 200_000;
let marks = new Uint8Array(0);
freedAtRest(() => (marks = new Uint8Array(0)));

/** Room to mark that many symbols; shared, as none of it is needed when a picture is done. */
export function hiddenFor(count: number): Uint8Array {
  roomInUse();
  if (marks.length >= count) return marks;
  const room = new Uint8Array(Math.ceil(count * 1.25));
  // A megabyte for one picture is not kept for the next.
  if (count < KEPT_MARKS) marks = room;
  return room;
}

/**
 * Marks symbols that are not seen, because one that is as large stands above them at the same pixel. To be called from the top down. What is
 * not solid neither hides nor is hidden: half-clear symbols over each other are darker than one.
 * @param middles Radius of the largest symbol whose middle is at a pixel, 0 for none.
 * @param positions Pixel of each middle.
 */
export function markHidden(middles: Uint8Array, { radius, solid }: Pick<Stamp, 'radius' | 'solid'>, positions: Int32Array, from: number, to: number, hidden: Uint8Array): void {
  if (!solid) {
    hidden.fill(0, from, to);
    return;
  }
  for (let i = to - 1; i >= from; i--) {
    const middle = positions[i] as number;
    if ((middles[middle] as number) >= radius) hidden[i] = 1;
    else {
      hidden[i] = 0;
      middles[middle] = radius;
    }
  }
}

const EVEN = 0x00ff00ff;
const ODD = 0xff00ff00 | 0;
const HALF = 0x00800080;

/** Puts opaque pixels around a place. Four at a time: the counting would take as long as the putting. */
function put(pixels: Int32Array, { offsets, colors }: PixelSet, middle: number): void {
  const count = offsets.length;
  let j = 0;
  for (; j + 3 < count; j += 4) {
    pixels[middle + (offsets[j] as number)] = colors[j] as number;
    pixels[middle + (offsets[j + 1] as number)] = colors[j + 1] as number;
    pixels[middle + (offsets[j + 2] as number)] = colors[j + 2] as number;
    pixels[middle + (offsets[j + 3] as number)] = colors[j + 3] as number;
  }
  for (; j < count; j++) pixels[middle + (offsets[j] as number)] = colors[j] as number;
}

/** Blends pixels around a place over what is there, two channels at a time. */
function blend(pixels: Int32Array, { edge: { offsets, colors }, rest }: Stamp, middle: number): void {
  for (let j = 0; j < offsets.length; j++) {
    const at = middle + (offsets[j] as number);
    const below = pixels[at] as number;
    const part = rest[j] as number;
    const even = ((Math.imul(below & EVEN, part) + HALF) >>> 8) & EVEN;
    const odd = (Math.imul((below >>> 8) & EVEN, part) + HALF) & ODD;
    pixels[at] = ((even | odd) + (colors[j] as number)) | 0;
  }
}

/** Stamps symbols from the bottom up. Colours become premultiplied: see `straighten`. */
export function stampAll(pixels: Int32Array, stamp: Stamp, positions: Int32Array, from: number, to: number, hidden: Uint8Array): void {
  for (let i = from; i < to; i++) {
    if (hidden[i] === 1) continue;
    const middle = positions[i] as number;
    put(pixels, stamp.opaque, middle);
    blend(pixels, stamp, middle);
  }
}

/** The same, without soft edges: for a picture that lasts one frame. Colours are not premultiplied. */
export function stampRough(pixels: Int32Array, { rough }: Stamp, positions: Int32Array, from: number, to: number, hidden: Uint8Array): void {
  for (let i = from; i < to; i++) if (hidden[i] === 0) put(pixels, rough, positions[i] as number);
}

/** Turns premultiplied colours into those of `ImageData`. */
export function straighten(pixels: Int32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const color = pixels[i] as number;
    const alpha = color >>> 24;
    if (alpha === 0 || alpha === 255) continue;
    const by = 255 / alpha;
    const blue = Math.min(255, ((color >>> 16) & 255) * by + 0.5);
    const green = Math.min(255, ((color >>> 8) & 255) * by + 0.5);
    const red = Math.min(255, (color & 255) * by + 0.5);
    pixels[i] = (alpha << 24) | (blue << 16) | (green << 8) | red;
  }
}
