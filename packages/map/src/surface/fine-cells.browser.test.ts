import { expect } from '@open-wc/testing';
import { viewOf, type View } from '../renderer/view.js';
import type { PlacedCells } from './bin-cells.js';
import { FinePicture, type FineLook } from './fine-cells.js';

const SIDE = 120;
const view = (rotation: number): View => viewOf({ center: [0, 0], resolution: 1, rotation, size: [SIDE, SIDE], pixelRatio: 1, worldWidth: 0, projection: 'EPSG:3857', moving: false });
const [RED, BLUE] = ['#ff0000', '#0000ff'];

/** Squares of so many map units (a pixel each) side by side. */
function squares(width: number, lines: number): PlacedCells {
  const count = lines * lines;
  const middles = new Float64Array(2 * count);
  const corners = new Float64Array(8 * count);
  for (let cell = 0; cell < count; cell++) {
    const [x, y] = [((cell % lines) - lines / 2 + 0.5) * width, (Math.floor(cell / lines) - lines / 2 + 0.5) * width];
    middles.set([x, y], 2 * cell);
    const half = width / 2;
    corners.set([x - half, y - half, x + half, y - half, x + half, y + half, x - half, y + half], 8 * cell);
  }
  const edge = (lines * width) / 2;
  return { code: 'EPSG:3857', corners, each: 4, middles, reach: width, width, extent: [-edge, -edge, edge, edge] };
}

function canvasOf(draw: (context: CanvasRenderingContext2D) => void): Uint8ClampedArray {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  draw(context);
  return context.getImageData(0, 0, SIDE, SIDE).data;
}

/** The picture when it is done. */
async function painted(placed: PlacedCells, look: FineLook, rotation = 0): Promise<Uint8ClampedArray> {
  const picture = new FinePicture(() => undefined);
  const draw = () => canvasOf((context) => picture.draw({ context, view: view(rotation) }, placed, look));
  draw();
  await picture.ended;
  return draw();
}

const plain = (classOf: Uint8Array): FineLook => ({ classOf, colors: [RED, BLUE], opacity: 1, selected: [], marks: [] });
const at = (data: Uint8ClampedArray, x: number, y: number): number[] => [...data.subarray(4 * (y * SIDE + x), 4 * (y * SIDE + x) + 4)];

describe('very many small cells', () => {
  for (const rotation of [0, 0.3])
    it(`are painted where paths would be, turned by ${rotation}`, async () => {
      const placed = squares(6, 16);
      // One colour, every third cell empty: where nothing shares a pixel both ways must agree.
      const classOf = Uint8Array.from({ length: 256 }, (_, cell) => (cell % 3 === 0 ? 255 : 0));
      const data = await painted(placed, plain(classOf), rotation);
      const { a, b, e, f } = view(rotation);
      const wanted = canvasOf((context) => {
        context.fillStyle = RED;
        context.beginPath();
        classOf.forEach((one, cell) => {
          if (one === 255) return;
          for (let k = 0; k <= 4; k++) {
            const [x, y] = [placed.corners[8 * cell + 2 * (k % 4)] as number, placed.corners[8 * cell + 2 * (k % 4) + 1] as number];
            context[k === 0 ? 'moveTo' : 'lineTo'](a * x + b * y + e, b * x - a * y + f);
          }
        });
        context.fill();
      });
      let [most, sum, full] = [0, 0, 0];
      for (let i = 3; i < data.length; i += 4) {
        const difference = Math.abs((data[i] as number) - (wanted[i] as number));
        most = Math.max(most, difference);
        sum += difference;
        if (data[i] === 255) full++;
      }
      expect(full).to.be.greaterThan(2500);
      // Part of a pixel along an edge, and next to nothing in all.
      expect(most).to.be.lessThan(96);
      expect(sum / (SIDE * SIDE)).to.be.lessThan(4);
    });

  it('mix their colours in a pixel by how much of it each covers', async () => {
    const lines = 400;
    const classOf = Uint8Array.from({ length: lines * lines }, (_, cell) => (cell % 4 === 0 ? 1 : 0));
    const data = await painted(squares(0.25, lines), { ...plain(classOf), opacity: 0.5 });
    expect(at(data, 60, 60)).to.deep.equal([191, 0, 64, 128]);
    expect(at(data, 5, 60)).to.deep.equal([0, 0, 0, 0]);
    const half = await painted(squares(0.25, lines), plain(classOf.map((one) => (one === 1 ? 255 : 0))));
    expect(at(half, 60, 60)[3]).to.be.closeTo(191, 1);
  });

  it('have the hatch of their class, which runs through cells side by side', async () => {
    const lines = 400;
    const classOf = Uint8Array.from({ length: lines * lines }, (_, cell) => (cell % lines < lines / 2 ? 0 : 1));
    // Two pixels of white, two of black, from a place of their own.
    const tiling = { side: 4, pixels: Int32Array.from({ length: 16 }, (_, i) => ((i % 4) + (i >> 2)) % 4 < 2 ? -1 : -16_777_216), x: 1, y: 0 };
    const data = await painted(squares(0.25, lines), { ...plain(classOf), hatches: () => [undefined, tiling] });
    expect(at(data, 40, 60)).to.deep.equal([255, 0, 0, 255]);
    expect([72, 73, 74, 75, 76].map((x) => at(data, x, 60)[0])).to.deep.equal([72, 73, 74, 75, 76].map((x) => ((x - 1 + 60) % 4 < 2 ? 255 : 0)));
    expect(at(data, 72, 61)[0]).to.equal(at(data, 73, 60)[0]);
  });

  it('are covered by their mark where they are selected', async () => {
    const lines = 400;
    const middle = lines * (lines / 2) + lines / 2;
    const data = await painted(squares(0.25, lines), { ...plain(new Uint8Array(lines * lines)), selected: [middle], marks: [['#ffffff', 4], ['#000000', 2]] });
    expect([at(data, 60, 60), at(data, 63, 60), at(data, 66, 60)]).to.deep.equal([[0, 0, 0, 255], [255, 255, 255, 255], [255, 0, 0, 255]]);
  });

  it('stand where they belong while the picture of another view is on its way', async () => {
    const lines = 400;
    const [placed, look] = [squares(0.25, lines), plain(new Uint8Array(lines * lines))];
    const picture = new FinePicture(() => undefined);
    const draw = (center: number) => canvasOf((context) => picture.draw({ context, view: { ...view(0), e: SIDE / 2 - center } }, placed, look));
    draw(0);
    await picture.ended;
    expect([at(draw(0), 15, 60)[3], at(draw(0), 5, 60)[3]]).to.deep.equal([255, 0]);
    // 30 px further: the last picture, moved.
    const moved = draw(30);
    expect([at(moved, 5, 60)[3], at(moved, 85, 60)[3]]).to.deep.equal([255, 0]);
    await picture.ended;
    expect([at(draw(30), 5, 60)[3], at(draw(30), 85, 60)[3]]).to.deep.equal([255, 0]);
  });
});
