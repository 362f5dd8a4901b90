/** A rasterised shape: runs of whole pixels and single pixels with their coverage. Grows, never shrinks. Pure. */

/** Pixels a list can number: 24 bits beside 8 bits of coverage. */
export const MOST_PIXELS = 1 << 24;

/** Pixels and spans of any number of shapes, one after the other. */
export class FragmentList {
  /** Pixel << 8 | coverage 1–255. */
  pixels = new Int32Array(1024);
  pixelCount = 0;
  /** First pixel, end; alternating. */
  spans = new Int32Array(256);
  /** Numbers in `spans`, two a span. */
  spanCount = 0;

  /** Makes room for a line of pixels. */
  reserve(width: number): void {
    if (this.pixelCount + width > this.pixels.length) this.pixels = grown(this.pixels, this.pixelCount + width);
    if (this.spanCount + width > this.spans.length) this.spans = grown(this.spans, this.spanCount + width);
  }

  addPixel(at: number, cover: number): void {
    this.pixels[this.pixelCount++] = (at << 8) | cover;
  }

  addSpan(from: number, to: number): void {
    this.spans[this.spanCount++] = from;
    this.spans[this.spanCount++] = to;
  }

  clear(): void {
    this.pixelCount = this.spanCount = 0;
  }
}

function grown(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const out = new Int32Array(Math.ceil(least * 1.5));
  out.set(array);
  return out;
}
