import { expect } from '@open-wc/testing';
import { columnsOf, STYLE } from './picture.fixture.js';
import { newRenderer } from './point-renderer.js';
import { NO_TURN } from './turns.js';
import type { PointShape, RenderStyle } from './types.js';
import { viewOf } from './view.js';

const SIDE = 100;
const WORLD = 40075016.68557849;
const COLORS = ['#1f5fd0', '#c0392b', '#1e8449'];
const style: RenderStyle = { ...STYLE, classes: COLORS.map((color) => ({ color, outline: color })) };

let seed = 5;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;

/** Some symbols over each other, of several classes. */
function scene(shape: PointShape, size: number, turned: boolean) {
  const count = 32;
  const coordinates = Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 ? 36 : 120) + (random() - 0.5) * 0.03);
  const classOf = Uint8Array.from({ length: count }, () => Math.floor(random() * COLORS.length));
  const turns = turned && Uint8Array.from({ length: count }, (_, row) => (row % 7 ? Math.floor(random() * 120) : NO_TURN));
  const diameters = turned ? undefined : Uint8Array.from({ length: count }, (_, row) => size - (row % 3));
  const columns = columnsOf({ kind: 'point', coordinates }, count, { classOf, ...(turns && { turns }), ...(diameters && { diameters }) });
  const renderer = newRenderer('point');
  renderer.prepare(columns, { ...style, shape, size });
  return { renderer, classOf };
}

describe('what is hit', function () {
  this.timeout(60_000);
  for (const shape of ['circle', 'square', 'triangle', 'diamond'] as const)
    for (const [pixelRatio, rotation, turned] of [[1, 0, false], [2, 0.5, false], [1, 0.3, true], [2, 0, true]] as const)
      it(`is every pixel that is painted and no other, by the symbol on top: ${shape}, ${pixelRatio}, turned by ${rotation}${turned ? ' and by value' : ''}`, () => {
        const { renderer, classOf } = scene(shape, 13, turned);
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = SIDE * pixelRatio;
        const context = canvas.getContext('2d') as CanvasRenderingContext2D;
        const center = [(120 * WORLD) / 360, 4300621] as const;
        renderer.draw({ context, view: viewOf({ center, resolution: 40, rotation, size: [SIDE, SIDE], pixelRatio, worldWidth: WORLD, projection: 'EPSG:3857', moving: false }) });
        const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
        let painted = 0;
        let ofClass = 0;
        const wrong: string[] = [];
        for (let y = 0; y < canvas.height; y++)
          for (let x = 0; x < canvas.width; x++) {
            const at = 4 * (y * canvas.width + x);
            const hits = renderer.hitsAt((x + 0.5) / pixelRatio, (y + 0.5) / pixelRatio, 0);
            if ((data[at + 3] as number) > 0 !== hits.length > 0) wrong.push(`${x} ${y} ${data[at + 3]} ${hits.length}`);
            if (data[at + 3] === 0) continue;
            painted++;
            const shown = COLORS.indexOf(`#${[0, 1, 2].map((k) => (data[at + k] as number).toString(16).padStart(2, '0')).join('')}`);
            // In a soft edge colours are mixed.
            if (shown < 0 || data[at + 3] !== 255) continue;
            ofClass++;
            if (classOf[hits[0] as number] !== shown) wrong.push(`${x} ${y} shows ${shown}`);
          }
        renderer.dispose();
        expect(painted).to.be.greaterThan(1500);
        expect(ofClass).to.be.greaterThan(800);
        expect(wrong).to.deep.equal([]);
      });
});
