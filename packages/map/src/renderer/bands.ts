/** A picture of very many points that is drawn in bands, between which events and frames come in: no pointer waits until all of it is drawn. */
import { inSlices } from '../shared/in-slices.js';
import type { PixelBuffer } from './pixel-buffer.js';
import type { Strip } from './scrolled.js';

/** Lines a band, device px: a few milliseconds of the densest data. */
const BAND = 64;

/** Draws one picture into a buffer of its own. */
export class Bands<Content> {
  readonly content: Content;
  readonly buffer: PixelBuffer;
  readonly stop: () => void;
  #done = false;

  constructor(content: Content, buffer: PixelBuffer, size: { readonly width: number; readonly height: number }, draw: (strip: Strip, bands: Bands<Content>) => void) {
    this.content = content;
    this.buffer = buffer;
    this.stop = inSlices(this.#drawing(size, draw), () => (this.#done = true));
  }

  /** The picture is whole. */
  get done(): boolean {
    return this.#done;
  }

  *#drawing({ width, height }: { readonly width: number; readonly height: number }, draw: (strip: Strip, bands: Bands<Content>) => void): Generator<number, void> {
    for (let y = 0; y < height; y += BAND) {
      yield y / height;
      draw({ x: 0, y, width, height: Math.min(BAND, height - y) }, this);
    }
  }
}
