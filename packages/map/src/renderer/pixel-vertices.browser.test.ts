import { expect, waitUntil } from '@open-wc/testing';
import { setSimplifyWorkerUrl, simplifyWorkerState } from '@yizhangtu/data/simplify';
import { fromLonLat } from 'ol/proj.js';
import { CanvasLayer } from '../data-layer/canvas-layer.js';
import { apart, columnsOf, endMap, mapOf, pixelsOf, rendered, STYLE, type TestView } from './picture.fixture.js';
import { newRenderer } from './shape-renderer.js';
import { shapeGeometry, type Ring } from './shapes.fixture.js';

const plain: TestView = { center: fromLonLat([120.38, 36.07]) as [number, number], resolution: 40 };
const CLASSES = [{ color: '#1f5fd0' }, { color: '#d0801f' }, { color: '#2a9d5c', outline: '#17202b' }];
const PIXELS = { way: 'pixels' } as const;

describe('many vertices', function () {
  this.timeout(60_000);
  setSimplifyWorkerUrl(new URL('/packages/data/src/simplify/simplify.worker.ts', location.href));
  // 81 neighbours with common borders, 60,000 vertices.
  const side = 9;
  const wave = Array.from({ length: 180 }, (_, k) => 0.0008 * Math.sin(k / 6));
  const corner = (i: number, j: number) => [120.33 + 0.0112 * i, 36.03 + 0.009 * j] as const;
  const edge = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number], step: number) =>
    wave.flatMap((off, k): (readonly [number, number])[] => {
      const part = k / wave.length;
      return k % step === 0 ? [[ax + (bx - ax) * part + (ax === bx ? off : 0), ay + (by - ay) * part + (ay === by ? off : 0)]] : [];
    });
  const cell = (i: number, j: number, step: number): Ring => {
    const [a, b, c, d] = [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1)];
    return [...edge(a, b, step), ...edge(b, c, step), c, ...edge(d, c, step).slice(1).reverse(), d, ...edge(a, d, step).slice(1).reverse(), a];
  };
  /** @param step Only every so many of the vertices. */
  const cells = (step: number) =>
    shapeGeometry(Array.from({ length: side * side }, (_, k) => ({ type: 3, polygons: [[cell(k % side, Math.floor(k / side), step)]] })));
  const columnsWith = (step: number) => columnsOf(cells(step), side * side, { classOf: Uint8Array.from({ length: side * side }, (_, k) => k % 3) });
  const style = { ...STYLE, classes: CLASSES, ...PIXELS };
  /** The same polygons with so few vertices that nothing of them is left out: what is seen of them is a tenth of a pixel off at most. */
  const few = columnsWith(4);
  const plainly = (view: TestView) => rendered('polygon', few, view, { classes: CLASSES, ...PIXELS });

  /** A map with these polygons whose vertices have been ranked. */
  async function rankedMap(view: TestView): Promise<{ map: ReturnType<typeof mapOf>; end: () => void }> {
    const renderer = newRenderer('polygon');
    renderer.prepare(columnsWith(1), style);
    const map = mapOf(new CanvasLayer((target) => renderer.draw(target)), view);
    await waitUntil(() => simplifyWorkerState() === 'running');
    await waitUntil(() => simplifyWorkerState() === 'none', 'vertices were never ranked', { timeout: 15_000 });
    return {
      map,
      end() {
        endMap(map);
        renderer.dispose();
      },
    };
  }

  /** The picture once nothing more is to come. */
  async function complete(map: ReturnType<typeof mapOf>, pixelRatio = 1): Promise<ImageData> {
    await new Promise((resolve) => {
      map.once('rendercomplete', resolve);
      map.getLayers().item(0)?.changed();
      map.render();
    });
    return pixelsOf(map, pixelRatio);
  }

  it('are simplified by a worker, and nobody sees it', async () => {
    for (const view of [plain, { ...plain, rotation: 0.6, pixelRatio: 2 }]) {
      const { map, end } = await rankedMap(view);
      map.getView().setResolution(90);
      await complete(map);
      map.getView().setResolution(40);
      const result = apart(await complete(map, view.pixelRatio), plainly(view));
      end();
      expect(result.painted).to.be.greaterThan(5000);
      expect(result.wrong).to.be.lessThan(0.004);
      expect(result.mean).to.be.lessThan(5);
    }
  });

  it('are drawn coarser while they zoom, in every frame and nearly the same', async () => {
    for (const pixelRatio of [1, 2]) {
      const { map, end } = await rankedMap({ ...plain, pixelRatio });
      map.getView().beginInteraction();
      for (const resolution of [37, 52]) {
        map.getView().setResolution(resolution);
        map.renderSync();
        const moving = pixelsOf(map, pixelRatio);
        const result = apart(moving, plainly({ ...plain, resolution, pixelRatio }));
        expect(result.painted).to.be.greaterThan(5000);
        expect(result.mean).to.be.lessThan(14);
      }
      map.getView().endInteraction(0);
      const rest = apart(await complete(map, pixelRatio), plainly({ ...plain, resolution: map.getView().getResolution() ?? 0, pixelRatio }));
      end();
      expect(rest.mean).to.be.lessThan(5);
    }
  });

  it('leave no worker when the layer goes before they are ranked', async () => {
    const renderer = newRenderer('polygon');
    renderer.prepare(columnsWith(1), style);
    const map = mapOf(new CanvasLayer((target) => renderer.draw(target)), plain);
    await waitUntil(() => simplifyWorkerState() === 'running');
    endMap(map);
    renderer.dispose();
    expect(simplifyWorkerState()).to.equal('none');
  });
});
