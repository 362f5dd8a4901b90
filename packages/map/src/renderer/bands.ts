/** A picture of very many points that is drawn in bands, between which events and frames come in: no pointer waits until all of it is drawn. */
import { inSlices } from '../shared/in-slices.js';
import type { PixelBuffer } from './pixel-buffer.js';
import type { Strip } from './scrolled.js';
import type { View } from './view.js';

/** Points a band, about: some milliseconds, also of the first picture, whose code is cold. More bands than needed take longer, because a frame may come in after each. */
const BAND_POINTS = { first: 8000, next: 30_000 };
/** Bands at most of a first picture: points near a border are drawn in both bands, and of a million points so low bands would be mostly that. */
const MOST_FIRST = 40;
/** Milliseconds of drawing between two pauses: a frame. Somebody waits for the picture, and with one more band a task stays under 50. */
const SLICE_MS = 16;

/** Draws one picture into a buffer of its own. */
export class Bands<Content> {
  readonly content: Content;
  readonly buffer: PixelBuffer;
  readonly stop: () => void;
  #done = false;
  #drawnMs = 0;

  /**
   * @param view Size of the picture, device px.
   * @param count Points in view, and whether they are the first picture.
   * @param draw Draws one band into the buffer.
   * @param onDone Called when the picture is whole.
   */
  constructor(content: Content, buffer: PixelBuffer, { width, height }: Pick<View, 'width' | 'height'>, { count, first }: { count: number; first: boolean }, draw: (band: Strip) => void, onDone?: () => void) {
    this.content = content;
    this.buffer = buffer;
    const most = first ? Math.max(BAND_POINTS.first, count / MOST_FIRST) : BAND_POINTS.next;
    const lines = Math.max(1, Math.ceil(height / Math.ceil(count / most)));
    const done = () => {
      this.#done = true;
      onDone?.();
    };
    const timed = (band: Strip) => {
      const began = performance.now();
      draw(band);
      this.#drawnMs += performance.now() - began;
    };
    this.stop = inSlices(drawing(width, height, lines, timed), done, SLICE_MS);
  }

  /** Milliseconds its drawing has taken so far, without the pauses. */
  get drawnMs(): number {
    return this.#drawnMs;
  }

  /** The picture is whole. */
  get done(): boolean {
    return this.#done;
  }
}

function* drawing(width: number, height: number, lines: number, draw: (band: Strip) => void): Generator<number, void> {
  for (let y = 0; y < height; y += lines) {
    yield y / height;
    draw({ x: 0, y, width, height: Math.min(lines, height - y) });
  }
}
