import { expect } from '@open-wc/testing';
import { fade } from './fade.js';
import { viewOf } from './view.js';

const view = viewOf({ center: [0, 0], resolution: 1, rotation: 0, size: [20, 10], pixelRatio: 1, worldWidth: 0, projection: 'X', moving: false });

function drawn(opacity: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = 20;
  canvas.height = 10;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.fillStyle = '#c00000';
  context.fillRect(0, 0, 10, 10);
  context.fillRect(5, 0, 5, 10);
  fade(context, view, opacity);
  return context;
}

const pixel = (context: CanvasRenderingContext2D, x: number): number[] => [...context.getImageData(x, 5, 1, 1).data];

describe('fade', () => {
  for (const opacity of [0, 0.2, 0.5, 0.75, 0.9]) {
    it(`makes what was drawn as clear as ${opacity}, where shapes overlap too, and nothing of what was not`, () => {
      const context = drawn(opacity);
      expect(pixel(context, 2)[3]).to.be.closeTo(255 * opacity, 1);
      expect(pixel(context, 7)).to.deep.equal(pixel(context, 2));
      expect(pixel(context, 15)).to.deep.equal([0, 0, 0, 0]);
    });
  }

  it('leaves what comes after it as it is', () => {
    const context = drawn(0.5);
    context.fillRect(12, 0, 4, 10);
    expect(pixel(context, 14)).to.deep.equal([192, 0, 0, 255]);
  });
});
