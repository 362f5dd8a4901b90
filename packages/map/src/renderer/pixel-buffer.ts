import { freedAtRest, roomInUse } from './work-room.js';

/**
 * One pixel buffer for all point layers of a page. `putImageData` copies, so a buffer is free again as soon as a layer has drawn;
 * sharing it saves a picture's worth of memory for each layer.
 */

/** Pixels with room for symbols that stand half outside. */
export interface Pixels {
  /** Pixels a line, margin included. */
  readonly stride: number;
  readonly lines: number;
  /** Margin on each side. */
  readonly margin: number;
  /** RGBA of each pixel as one signed number; alpha is the highest byte. */
  readonly pixels: Int32Array;
}

/** Pixels that can be put on a canvas. */
export interface PixelBuffer extends Pixels {
  readonly image: ImageData;
}

const ROUND = 64;
let shared: PixelBuffer | undefined;
/** Whose picture is in the shared buffer. */
let owner: object | undefined;
let users = 0;

/** Buffers for strips of a picture; a moving view needs an upright and a flat one. */
const strips = new Map<string, Pixels>();
const MOST_STRIPS = 4;

let middles = new Uint8Array(0);

freedAtRest(() => {
  strips.clear();
  middles = new Uint8Array(0);
});

let stage: HTMLCanvasElement | undefined;

/**
 * Copies a buffer onto a canvas. `putImageData` is fastest and looks at no clip; where one is set the pixels go through a canvas.
 */
export function showBuffer(buffer: PixelBuffer, context: CanvasRenderingContext2D, width: number, height: number, clipped: boolean): void {
  const { image, margin } = buffer;
  if (!clipped) {
    context.putImageData(image, -margin, -margin, margin, margin, width, height);
    return;
  }
  stage ??= document.createElement('canvas');
  // A new size clears the canvas, so nothing of another layer is left.
  stage.width = width;
  stage.height = height;
  stage.getContext('2d')?.putImageData(image, -margin, -margin, margin, margin, width, height);
  context.drawImage(stage, 0, 0);
}

/** Counts a renderer that may ask for the buffer. */
export function keepPixelBuffer(): void {
  users++;
}

/** Ends one use; the last one frees the memory. */
export function releasePixelBuffer(): void {
  users--;
  if (users > 0) return;
  shared = stage = owner = undefined;
  strips.clear();
}

/** Line length, lines and margin of a buffer. */
export type BufferLayout = Pick<PixelBuffer, 'stride' | 'lines' | 'margin'>;

/** The layout a picture of this size gets: at least as large as the shared buffer already is, so that layers do not take turns. */
export function bufferLayout(width: number, height: number, reach: number): BufferLayout {
  const margin = Math.max(Math.ceil((2 * reach + 1) / ROUND) * ROUND, shared?.margin ?? 0);
  return {
    stride: Math.max(width + 2 * margin, shared?.stride ?? 0),
    lines: Math.max(height + 2 * margin, shared?.lines ?? 0),
    margin,
  };
}

function make(layout: BufferLayout, pixels = new Int32Array(layout.stride * layout.lines)): Pixels {
  const { stride, lines, margin } = layout;
  return { stride, lines, margin, pixels };
}

/** Room for the radius of the symbol whose middle is at a pixel, 0 for none, for so many pixels. Valid until the next call. */
export function emptyMiddles(count: number): Uint8Array {
  roomInUse();
  if (middles.length < count) middles = new Uint8Array(count);
  else middles.fill(0, 0, count);
  return middles;
}

/** An empty buffer beside the shared one, for a picture that takes longer than one frame. */
export function newBuffer(layout: BufferLayout): PixelBuffer {
  const image = new ImageData(layout.stride, layout.lines);
  return { ...make(layout, new Int32Array(image.data.buffer)), image };
}

/** What the shared buffer holds, if it is a picture of this owner. */
export function pictureOf(who: object): PixelBuffer | undefined {
  return owner === who ? shared : undefined;
}

/** Puts a buffer in the place of the shared one. */
export function shareBuffer(buffer: PixelBuffer, who: object): void {
  shared = buffer;
  owner = who;
}

/** Empty pixels for a strip. Valid until the next call. */
export function stripPixels(layout: BufferLayout): Pixels {
  const key = `${layout.stride} ${layout.lines} ${layout.margin}`;
  let strip = strips.get(key);
  roomInUse();
  if (strip) strip.pixels.fill(0);
  else {
    if (strips.size >= MOST_STRIPS) strips.clear();
    strips.set(key, (strip = make(layout)));
  }
  return strip;
}

/** An empty buffer of a layout, for a picture of a height, which is its owner's until the next call. */
export function pixelBuffer(layout: BufferLayout, height: number, who: object): PixelBuffer {
  const { stride, lines, margin } = layout;
  owner = who;
  if (!shared || shared.stride !== stride || shared.lines !== lines || shared.margin !== margin) {
    shared = newBuffer(layout);
  } else shared.pixels.fill(0, 0, (height + 2 * margin) * stride);
  return shared;
}
