/** A picture of very many points that is drawn in bands, between which events and frames come in: no pointer waits until all of it is drawn. */
import type { Steps } from '@yizhangtu/data/steps';
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

/** What a picture in bands is of. */
export interface BandPoints {
  readonly count: number;
  readonly first: boolean;
  readonly reach: number;
}

/** Draws one picture into a buffer of its own. */
export class Bands<Content> {
  readonly content: Content;
  readonly buffer: PixelBuffer;
  readonly stop: () => void;
  #done = false;
  #drawnMs = 0;

  /**
   * @param view Size of the picture, device px.
   * @param points Points in view, whether they are the first picture, and how far a symbol reaches, device px.
   * @param draw Draws one band into the buffer, in steps.
   * @param onDone Called when the picture is whole.
   */
  constructor(content: Content, buffer: PixelBuffer, { width, height }: Pick<View, 'width' | 'height'>, { count, first, reach }: BandPoints, draw: (band: Strip) => Steps<void>, onDone?: () => void) {
    this.content = content;
    this.buffer = buffer;
    const most = first ? Math.max(BAND_POINTS.first, count / MOST_FIRST) : BAND_POINTS.next;
    // Of lower bands most points would lie near a border.
    const lines = Math.max(2 * reach, Math.ceil(height / Math.ceil(count / most)));
    const done = () => {
      this.#done = true;
      onDone?.();
    };
    this.stop = inSlices(this.#timed(drawing(width, height, lines, draw)), done, SLICE_MS);
  }

  /** Milliseconds its drawing has taken so far, without the pauses. */
  get drawnMs(): number {
    return this.#drawnMs;
  }

  *#timed(steps: Steps<void>): Steps<void> {
    for (;;) {
      const began = performance.now();
      const { done, value } = steps.next();
      this.#drawnMs += performance.now() - began;
      if (done) return;
      yield value;
    }
  }

  /** The picture is whole. */
  get done(): boolean {
    return this.#done;
  }
}

function* drawing(width: number, height: number, lines: number, draw: (band: Strip) => Steps<void>): Steps<void> {
  for (let y = 0; y < height; y += lines) {
    yield y / height;
    yield* draw({ x: 0, y, width, height: Math.min(lines, height - y) });
  }
}
