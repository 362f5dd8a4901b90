import { expect } from '@open-wc/testing';
import { GLYPHS } from '@yizhangtu/base/glyph-set';
import type { Glyph } from '@yizhangtu/base/glyphs';
import { glyphDrawing } from './glyph-mask.js';

const SIDE = 41;
/** The browser samples edges in quarters of a pixel; painted larger and averaged its picture is exact enough to compare with. */
const FINE = 8;

/** Coverage of a sign as the browser paints it. */
function painted({ parts }: Glyph, scale: number, angle: number): Float64Array {
  const canvas = document.createElement('canvas');
  const side = SIDE * FINE;
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.translate(side / 2, side / 2);
  context.rotate(angle);
  context.scale(scale * FINE, scale * FINE);
  context.translate(-12, -12);
  context.lineCap = context.lineJoin = 'round';
  for (const { d, stroke } of parts) {
    const path = new Path2D(d);
    if (stroke === undefined) context.fill(path);
    else {
      context.lineWidth = stroke;
      context.stroke(path);
    }
  }
  const { data } = context.getImageData(0, 0, side, side);
  const out = new Float64Array(SIDE * SIDE);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const at = Math.floor(y / FINE) * SIDE + Math.floor(x / FINE);
      out[at] = (out[at] as number) + (data[4 * (y * side + x) + 3] as number) / FINE ** 2;
    }
  return out;
}

describe('signs beside the browser’s own painting', () => {
  for (const [scale, angle] of [[1.6, 0], [0.5, 0], [1.1, 0.7], [1.1, -2.2]] as const)
    it(`are the same at ${scale} px a unit, turned by ${angle}`, () => {
      for (const glyph of GLYPHS) {
        const mask = glyphDrawing(glyph).mask({ side: SIDE, scale, angle });
        const theirs = painted(glyph, scale, angle);
        let sum = 0;
        let covered = 0;
        let most = 0;
        mask.forEach((cover, index) => {
          const apart = Math.abs(cover - (theirs[index] as number));
          sum += apart;
          most = Math.max(most, apart);
          if (cover > 0) covered++;
        });
        expect(covered, glyph.name).to.be.greaterThan(20);
        // Strokes of one part are laid over each other one by one, so pixels where two of them end differ.
        expect(sum / covered, `${glyph.name}, mean of 255`).to.be.lessThan(scale < 1 ? 12 : 4);
        expect(most, `${glyph.name}, most of 255`).to.be.lessThan(80);
      }
    });

  it('reach further on all sides when they grow', () => {
    for (const glyph of GLYPHS) {
      const plain = glyphDrawing(glyph).mask({ side: SIDE, scale: 1.2, angle: 0 });
      const grown = glyphDrawing(glyph).mask({ side: SIDE, scale: 1.2, angle: 0, grow: 2 });
      let more = 0;
      plain.forEach((cover, index) => {
        expect(grown[index] as number, glyph.name).to.be.at.least(cover - 2);
        if ((grown[index] as number) > cover) more++;
      });
      expect(more, glyph.name).to.be.greaterThan(40);
    }
  });
});
