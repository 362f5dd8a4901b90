/**
 * One pixel buffer for all point layers of a page. `putImageData` copies, so a buffer is free again as soon as a layer has drawn;
 * sharing it saves a picture's worth of memory for each layer.
 */

/** Pixels with room for symbols that stand half outside. */
export interface PixelBuffer {
  /** Pixels a line, margin included. */
  readonly stride: number;
  readonly lines: number;
  /** Margin on each side. */
  readonly margin: number;
  /** RGBA of each pixel as one signed number; alpha is the highest byte. */
  readonly pixels: Int32Array;
  /** Radius of the symbol whose middle is at a pixel, 0 for none. */
  readonly middles: Uint8Array;
  readonly image: ImageData;
}

const ROUND = 64;
let shared: PixelBuffer | undefined;
let users = 0;

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
  if (users === 0) shared = stage = undefined;
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

function make({ stride, lines, margin }: BufferLayout): PixelBuffer {
  const image = new ImageData(stride, lines);
  const pixels = new Int32Array(image.data.buffer);
  return { stride, lines, margin, pixels, middles: new Uint8Array(stride * lines), image };
}

/** An empty buffer of a layout, for a picture of a height. Valid until the next call. */
export function pixelBuffer(layout: BufferLayout, height: number): PixelBuffer {
  const { stride, lines, margin } = layout;
  if (!shared || shared.stride !== stride || shared.lines !== lines || shared.margin !== margin) {
    shared = make(layout);
  } else {
    const used = (height + 2 * margin) * stride;
    shared.pixels.fill(0, 0, used);
    shared.middles.fill(0, 0, used);
  }
  return shared;
}
