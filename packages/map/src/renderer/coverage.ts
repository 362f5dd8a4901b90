/**
 * Exact antialiasing in typed arrays: edges leave signed areas in the pixels they cross, a sweep adds them up from the left. The share of
 * a pixel inside a shape is then known without sampling. Cost follows the pixels of the edges, not the area. Pure but for its buffers.
 */
import type { FragmentList } from './fragment-list.js';

/** Where a shape may have left something, device px: left, top, right, bottom. */
export type PixelBox = readonly [number, number, number, number];

/** Coverage from here on is whole: what is missing cannot be seen in a byte. */
const WHOLE = 1 - 1 / 510;

/** Runs of whole pixels shorter than this are kept as single pixels. */
const SHORTEST_SPAN = 4;

/** A picture-sized pad on which one shape at a time is rasterised. */
export class Coverage {
  width = 0;
  height = 0;
  /** Pixels a line, a multiple of 32; one more than the width at least. */
  stride = 0;
  /** Change of coverage at a pixel. */
  #change = new Float32Array(0);
  /** One bit a pixel: something changes here. */
  #touched = new Int32Array(0);

  /** Sets the size of the picture. The pad is empty between shapes, so nothing has to be cleared. */
  resize(width: number, height: number): void {
    const stride = ((width + 2 + 31) >> 5) << 5;
    if (stride * (height + 1) > this.#change.length) {
      this.#change = new Float32Array(stride * (height + 1));
      this.#touched = new Int32Array(this.#change.length >> 5);
    }
    this.width = width;
    this.height = height;
    this.stride = stride;
  }

  /** Adds one edge of a closed outline. What lies left of the picture counts, what lies beside or below does not. */
  edge(x0: number, y0: number, x1: number, y1: number): void {
    const line = y0 | 0;
    const column = x0 | 0;
    // Most edges of a map lie within one pixel.
    if (line === (y1 | 0) && column === (x1 | 0) && x0 >= 0 && y0 >= 0 && x1 >= 0 && y1 >= 0 && line < this.height && column < this.width) {
      const change = this.#change;
      const at = line * this.stride + column;
      const right = (y1 - y0) * ((x0 + x1) * 0.5 - column);
      change[at] = (change[at] as number) + y1 - y0 - right;
      change[at + 1] = (change[at + 1] as number) + right;
      this.#touchTwo(at);
    } else if (y0 < y1) this.#down(x0, y0, x1, y1, 1);
    else if (y0 > y1) this.#down(x1, y1, x0, y0, -1);
  }

  #touchTwo(at: number): void {
    const touched = this.#touched;
    const word = at >> 5;
    const bit = at & 31;
    if (bit !== 31) touched[word] = (touched[word] as number) | (3 << bit);
    else {
      touched[word] = (touched[word] as number) | (1 << 31);
      touched[word + 1] = (touched[word + 1] as number) | 1;
    }
  }

  #down(x0: number, y0: number, x1: number, y1: number, sign: number): void {
    const { width, height } = this;
    if (y1 <= 0 || y0 >= height || (x0 >= width && x1 >= width)) return;
    const slope = (x1 - x0) / (y1 - y0);
    if (y0 < 0) {
      x0 -= y0 * slope;
      y0 = 0;
    }
    if (y1 > height) {
      x1 -= (y1 - height) * slope;
      y1 = height;
    }
    if (x0 < 0 || x1 < 0 || x0 >= width || x1 >= width) this.#across(x0, y0, y1, slope, sign);
    else this.#inside(x0, y0, x1, y1, slope, sign);
  }

  /** An edge that crosses the left or right side: what is left of the picture stands on its border, what is right of it is dropped. */
  #across(x0: number, y0: number, y1: number, slope: number, sign: number): void {
    const { width } = this;
    const cuts = [y0, y1];
    for (const side of [0, width]) {
      const y = y0 + (side - x0) / slope;
      if (y > y0 && y < y1) cuts.push(y);
    }
    cuts.sort((p, q) => p - q);
    for (let i = 0; i + 1 < cuts.length; i++) {
      const from = cuts[i] as number;
      const to = cuts[i + 1] as number;
      if (to <= from) continue;
      const middle = x0 + ((from + to) / 2 - y0) * slope;
      if (middle >= width) continue;
      if (middle <= 0) this.#inside(0, from, 0, to, 0, sign);
      else {
        const clamp = (y: number) => Math.min(width, Math.max(0, x0 + (y - y0) * slope));
        this.#inside(clamp(from), from, clamp(to), to, slope, sign);
      }
    }
  }

  #inside(x0: number, y0: number, x1: number, y1: number, slope: number, sign: number): void {
    const { stride, width } = this;
    let line = y0 | 0;
    if (y1 <= line + 1) {
      this.#cells(line * stride, x0, x1, (y1 - y0) * sign);
      return;
    }
    const last = Math.ceil(y1) - 1;
    let x = x0 + (line + 1 - y0) * slope;
    x = x < 0 ? 0 : x > width ? width : x;
    this.#cells(line * stride, x0, x, (line + 1 - y0) * sign);
    for (line++; line < last; line++) {
      let next = x + slope;
      next = next < 0 ? 0 : next > width ? width : next;
      this.#cells(line * stride, x, next, sign);
      x = next;
    }
    this.#cells(line * stride, x, x1, (y1 - line) * sign);
  }

  /** The part of an edge within one line of pixels. @param d Its height, signed. */
  #cells(base: number, x0: number, x1: number, d: number): void {
    const from = x0 < x1 ? x0 : x1;
    const to = x0 < x1 ? x1 : x0;
    const i = from | 0;
    const j = to | 0;
    const change = this.#change;
    const at = base + i;
    if (i === j) {
      const right = d * ((from + to) * 0.5 - i);
      change[at] = (change[at] as number) + d - right;
      change[at + 1] = (change[at + 1] as number) + right;
      this.#touchTwo(at);
      return;
    }
    const s = 1 / (to - from);
    const near = i + 1 - from;
    const far = to - j;
    const first = 0.5 * s * near * near;
    const rest = 0.5 * s * far * far;
    change[at] = (change[at] as number) + d * first;
    const end = base + j;
    if (j === i + 1) change[end] = (change[end] as number) + d * (1 - first - rest);
    else {
      const second = s * (near + 0.5);
      change[at + 1] = (change[at + 1] as number) + d * (second - first);
      for (let k = at + 2; k < end; k++) change[k] = (change[k] as number) + d * s;
      change[end] = (change[end] as number) + d * (1 - second - (j - i - 2) * s - rest);
    }
    change[end + 1] = (change[end + 1] as number) + d * rest;
    const touched = this.#touched;
    for (let k = at; k <= end + 1; k++) touched[k >> 5] = (touched[k >> 5] as number) | (1 << k);
  }

  /** Adds cover to one pixel: what strips are made of. */
  add(line: number, column: number, cover: number): void {
    const at = line * this.stride + column;
    this.#change[at] = (this.#change[at] as number) + cover;
    this.#touched[at >> 5] = (this.#touched[at >> 5] as number) | (1 << at);
  }

  /** Like `sweep`, for what was added pixel by pixel instead of by edges. */
  gather(out: FragmentList, [left, top, right, bottom]: PixelBox): void {
    const { width, height, stride } = this;
    const touched = this.#touched;
    const change = this.#change;
    const firstWord = Math.max(0, Math.floor(left)) >> 5;
    const lastWord = Math.max(0, Math.min(width - 1, Math.ceil(right))) >> 5;
    const end = Math.min(height, Math.ceil(bottom) + 1);
    for (let line = Math.max(0, Math.floor(top)); line < end; line++) {
      out.reserve(width);
      const base = line * stride;
      for (let word = firstWord; word <= lastWord; word++) {
        let bits = touched[(base >> 5) + word] as number;
        touched[(base >> 5) + word] = 0;
        while (bits !== 0) {
          const bit = bits & -bits;
          bits ^= bit;
          const column = (word << 5) + 31 - Math.clz32(bit);
          const cover = change[base + column] as number;
          change[base + column] = 0;
          const byte = cover >= 1 ? 255 : (cover * 255 + 0.5) | 0;
          if (byte > 0) out.addPixel(line * width + column, byte);
        }
      }
    }
  }

  /** Writes what has been drawn into a list and leaves the pad empty. Parts wound twice count once. */
  sweep(out: FragmentList, [left, top, right, bottom]: PixelBox): void {
    const { width, height, stride } = this;
    const firstWord = Math.max(0, Math.floor(left)) >> 5;
    const lastWord = Math.max(0, Math.min(width + 1, Math.ceil(right) + 1)) >> 5;
    const end = Math.min(height, Math.ceil(bottom) + 1);
    for (let line = Math.max(0, Math.floor(top)); line < end; line++) {
      out.reserve(width);
      this.#sweepLine(out, line * stride, firstWord, lastWord, line * width);
    }
  }

  #sweepLine(out: FragmentList, base: number, firstWord: number, lastWord: number, target: number): void {
    const { width } = this;
    const touched = this.#touched;
    const change = this.#change;
    const firstAt = base >> 5;
    let sum = 0;
    // Where the run of equal coverage begins, and which it is.
    let start = 0;
    let cover = 0;
    for (let word = firstWord; word <= lastWord; word++) {
      let bits = touched[firstAt + word] as number;
      if (bits === 0) continue;
      touched[firstAt + word] = 0;
      const first = word << 5;
      while (bits !== 0) {
        const bit = bits & -bits;
        bits ^= bit;
        const column = first + 31 - Math.clz32(bit);
        const at = base + column;
        sum += change[at] as number;
        change[at] = 0;
        const share = sum < 0 ? -sum : sum;
        const next = share >= WHOLE ? 255 : (share * 255 + 0.5) | 0;
        if (next === cover) continue;
        if (cover !== 0 && start < width) addRun(out, target, start, column < width ? column : width, cover);
        start = column;
        cover = next;
      }
    }
    if (cover !== 0 && start < width) addRun(out, target, start, width, cover);
  }
}

function addRun(out: FragmentList, target: number, from: number, to: number, cover: number): void {
  if (cover === 255 && to - from >= SHORTEST_SPAN) out.addSpan(target + from, target + to);
  else for (let column = from; column < to; column++) out.addPixel(target + column, cover);
}
