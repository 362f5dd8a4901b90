/** Signs as coverage of pixels, exact at any size and turn. Pure: a chunk of its own, fetched by layers that show signs. */
import type { Glyph } from '@yizhangtu/base/glyphs';
import { pathRings, type PathRing } from '@yizhangtu/base/svg-path';
import { Coverage } from './coverage.js';
import { FragmentList } from './fragment-list.js';
import { outline } from './outline.js';
import type { GlyphDrawing, GlyphPlace } from './types.js';

/** Middle of the grid of 24 × 24. */
const MIDDLE = 12;

/** How far a polyline may stray from a curve, units of the grid: a twentieth of a pixel on a symbol of 60. */
const TOLERANCE = 0.02;

interface Part {
  readonly rings: readonly PathRing[];
  readonly stroke: number | undefined;
}

const pad = new Coverage();
const list = new FragmentList();

/** Lays what has been drawn on the pad over a mask. */
function collect(mask: Uint8Array, side: number): void {
  list.clear();
  pad.sweep(list, [0, 0, side, side]);
  for (let i = 0; i < list.spanCount; i += 2) mask.fill(255, list.spans[i], list.spans[i + 1]);
  for (let i = 0; i < list.pixelCount; i++) {
    const single = list.pixels[i] as number;
    const at = single >>> 8;
    const there = mask[at] as number;
    mask[at] = there + ((255 - there) * (single & 255)) / 255 + 0.5;
  }
}

function drawRing(xy: Float64Array): void {
  for (let i = 0; i < xy.length; i += 2) {
    const next = i + 2 < xy.length ? i + 2 : 0;
    pad.edge(xy[i] as number, xy[i + 1] as number, xy[next] as number, xy[next + 1] as number);
  }
}

class Drawing implements GlyphDrawing {
  readonly #parts: readonly Part[];

  constructor({ parts }: Glyph) {
    this.#parts = parts.map(({ d, stroke }) => ({ rings: pathRings(d, TOLERANCE), stroke }));
  }

  mask({ side, scale, angle, grow = 0 }: GlyphPlace): Uint8Array {
    const cos = Math.cos(angle) * scale;
    const sin = Math.sin(angle) * scale;
    const place = ({ xy }: PathRing) => {
      const out = new Float64Array(xy.length);
      for (let i = 0; i < xy.length; i += 2) {
        const x = (xy[i] as number) - MIDDLE;
        const y = (xy[i + 1] as number) - MIDDLE;
        out[i] = side / 2 + cos * x - sin * y;
        out[i + 1] = side / 2 + sin * x + cos * y;
      }
      return out;
    };
    const mask = new Uint8Array(side * side);
    pad.resize(side, side);
    for (const { rings, stroke } of this.#parts) {
      // Rings of one filled part belong together: holes turn the other way.
      if (stroke === undefined) rings.map(place).forEach(drawRing);
      collect(mask, side);
      const half = ((stroke ?? 0) * scale) / 2 + grow;
      if (half === 0) continue;
      for (const ring of rings) {
        outline(pad, place(ring), 0, ring.xy.length / 2, half, ring.closed || stroke === undefined ? 'closed' : 'round');
        collect(mask, side);
      }
    }
    return mask;
  }
}

/** A sign ready to be drawn. */
export function glyphDrawing(glyph: Glyph): GlyphDrawing {
  return new Drawing(glyph);
}
