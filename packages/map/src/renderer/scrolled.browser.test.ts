import { expect } from '@open-wc/testing';
import { columnsOf, STYLE } from './picture.fixture.js';
import { newRenderer } from './point-renderer.js';
import type { RenderColumns } from './types.js';
import { viewOf, type View, type ViewInput } from './view.js';

const SIDE = 300;
const WORLD = 40075016.68557849;

let seed = 7;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;

function cloud(count: number): RenderColumns {
  const coordinates = Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 === 0 ? 120 + random() * 0.4 : 36 + random() * 0.4));
  return columnsOf({ kind: 'point', coordinates }, count, { classOf: Uint8Array.from({ length: count }, () => Math.floor(random() * 3)) });
}

const style = { ...STYLE, size: 7, classes: [{ color: '#1f5fd0' }, { color: '#c0392b' }, { color: '#1e8449' }] };
const CENTER = [(120.2 * WORLD) / 360, 4312000] as const;

/** A view whose picture lies so many device px beside that of the first. */
const viewAt = (right: number, down: number, more: Partial<ViewInput> = {}): View => {
  const { resolution = 120, rotation = 0 } = more;
  const [cos, sin] = [Math.cos(rotation) * resolution, Math.sin(rotation) * resolution];
  return viewOf({ center: [CENTER[0] - cos * right - sin * down, CENTER[1] - sin * right + cos * down], resolution, rotation, size: [SIDE, SIDE], pixelRatio: 1, worldWidth: WORLD, projection: 'EPSG:3857', moving: true, ...more });
};

function picture() {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const renderer = newRenderer('point');
  return {
    renderer,
    draw(view: View, again?: () => void): Uint8ClampedArray {
      context.clearRect(0, 0, SIDE, SIDE);
      renderer.draw({ context, view, ...(again && { again }) });
      return context.getImageData(0, 0, SIDE, SIDE).data.slice();
    },
  };
}

/** Pixels that are not equal. */
const unequal = (a: Uint8ClampedArray, b: Uint8ClampedArray): number => {
  let count = 0;
  for (let i = 0; i < a.length; i += 4) if (a[i] !== b[i] || a[i + 1] !== b[i + 1] || a[i + 2] !== b[i + 2] || a[i + 3] !== b[i + 3]) count++;
  return count;
};

/** The same view drawn by a renderer that has not drawn before. */
function fresh(columns: RenderColumns, view: View): Uint8ClampedArray {
  const other = picture();
  other.renderer.prepare(columns, style);
  const data = other.draw(view);
  other.renderer.dispose();
  return data;
}

const painted = (data: Uint8ClampedArray) => data.filter((_, i) => i % 4 === 3).filter((alpha) => alpha > 0).length;

describe('points of a view that moves', () => {
  for (const rotation of [0, 0.7])
    it(`are the pixels that a whole new picture has, dragged to and fro${rotation ? ', turned' : ''}`, () => {
      const columns = cloud(9000);
      const { renderer, draw } = picture();
      renderer.prepare(columns, style);
      draw(viewAt(0, 0, { rotation, moving: false }));
      for (const [right, down] of [[9, 0], [9, -14], [60, 30], [-20, 31], [-21, 31], [-100, -90]] as const) {
        const view = viewAt(right, down, { rotation });
        const now = draw(view);
        expect(painted(now)).to.be.greaterThan(SIDE * SIDE * 0.3);
        // A point on the edge of two pixels may fall either way.
        expect(unequal(now, fresh(columns, view)), `${right} ${down}`).to.be.lessThan(60);
      }
      const atRest = viewAt(-100, -90, { rotation, moving: false });
      expect(unequal(draw(atRest), fresh(columns, atRest))).to.be.lessThan(60);
      renderer.dispose();
    });

  it('are as they should be after a filter, another style and another layer in between', () => {
    const columns = cloud(9000);
    const { renderer, draw } = picture();
    renderer.prepare(columns, style);
    draw(viewAt(0, 0));
    const filtered = { ...columns, passing: columns.passing.map((_, row) => row % 2) };
    renderer.prepare(filtered, style);
    expect(unequal(draw(viewAt(5, 5)), fresh(filtered, viewAt(5, 5)))).to.be.lessThan(60);
    const other = picture();
    other.renderer.prepare(cloud(5000), style);
    other.draw(viewAt(5, 5));
    expect(unequal(draw(viewAt(15, 5)), fresh(filtered, viewAt(15, 5)))).to.be.lessThan(60);
    other.renderer.dispose();
    renderer.dispose();
  });

  it('are fewer and rough while very many are zoomed, and all of them when the view rests', async () => {
    const columns = cloud(60_000);
    const { renderer, draw } = picture();
    renderer.prepare(columns, style);
    const exact = draw(viewAt(0, 0, { moving: false }));
    const zoomed = draw(viewAt(0, 0, { resolution: 121 }));
    expect(painted(zoomed)).to.be.greaterThan(0.5 * painted(exact));
    let asked = 0;
    const rest = viewAt(0, 0, { resolution: 121, moving: false });
    // On a machine that is busy more time than a pause of the hand may pass between the two.
    for (let tries = 0; tries < 20 && asked === 0; tries++) {
      draw(viewAt(0, 0, { resolution: 121 }));
      draw(rest, () => asked++);
    }
    expect(asked).to.equal(1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const settled = draw(rest, () => asked++);
    expect(asked).to.equal(1);
    expect(unequal(settled, fresh(columns, rest))).to.be.lessThan(60);
    // Whoever cannot come again, such as a print, gets the exact picture at once.
    draw(viewAt(0, 0, { resolution: 122 }));
    const printed = viewAt(0, 0, { resolution: 122, moving: false });
    expect(unequal(draw(printed), fresh(columns, printed))).to.be.lessThan(60);
    renderer.dispose();
  });

  it('are drawn in bands where one frame has no time for them, and are then the pixels of a picture drawn at once', async () => {
    const columns = cloud(120_000);
    const { renderer, draw } = picture();
    renderer.prepare(columns, style);
    const view = viewAt(0, 0, { moving: false });
    /** Frames until one does not ask for the next. */
    const frames = async (): Promise<Uint8ClampedArray[]> => {
      const drawn: Uint8ClampedArray[] = [];
      for (let asked = true; asked; ) {
        asked = false;
        drawn.push(draw(view, () => (asked = true)));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return drawn;
    };
    const first = await frames();
    expect(first.length).to.be.greaterThan(1);
    const whole = first[first.length - 1] as Uint8ClampedArray;
    // Another filter: what was there stands until the new picture is whole, never half of each. A quick machine draws it at once.
    const filtered = { ...columns, passing: columns.passing.map((_, row) => (row % 3 === 0 ? 0 : 1)) };
    renderer.prepare(filtered, style);
    const next = await frames();
    const after = fresh(filtered, view);
    for (const one of next.slice(0, -1)) expect(unequal(one, whole)).to.equal(0);
    expect(unequal(next[next.length - 1] as Uint8ClampedArray, after)).to.equal(0);
    expect(unequal(whole, fresh(columns, view))).to.equal(0);
    expect(unequal(whole, after)).to.be.greaterThan(1000);
    renderer.dispose();
  });
});
