import { expect, html, waitUntil } from '@open-wc/testing';
import { readyMap } from '../shared/map.fixture.js';
import '../polygon-layer/index.js';
import { box, shapeGeometry } from '../renderer/shapes.fixture.js';
import '../xyz-layer/index.js';
import { Dataset } from '@yizhangtu/data/model';
import type { YztPolygonLayer } from '../polygon-layer/index.js';
import { mapPicture } from './index.js';
import type { YztMap } from '../map/map.js';

/** A square of 0.02° around the middle of the map, in one colour. */
async function page(more = html``): Promise<{ map: YztMap; layer: YztPolygonLayer }> {
  const map = await readyMap(html`<yzt-polygon-layer symbology="fixed:#ff0000" fill-opacity="1" label="方块"></yzt-polygon-layer>${more}`);
  const layer = map.querySelector('yzt-polygon-layer') as YztPolygonLayer;
  const dataset = Dataset.fromColumns({ columns: { id: ['方块'] } });
  dataset.setTable({ rowCount: 1, columns: dataset.columns, geometry: shapeGeometry([{ type: 3, polygons: [[box(120.37, 36.06, 120.39, 36.08)]] }]), report: dataset.report });
  layer.dataset = dataset;
  await layer.updateComplete;
  return { map, layer };
}

const redAt = (canvas: HTMLCanvasElement | undefined, x: number, y: number): boolean => {
  const [r = 0, g = 255, , a = 0] = canvas?.getContext('2d')?.getImageData(Math.round(x), Math.round(y), 1, 1).data ?? [];
  return a > 250 && r > 200 && g < 60;
};

describe('mapPicture', () => {
  it('draws the map in a size, density and scale of its own, and leaves view, size and events of the map alone', async () => {
    const { map } = await page();
    const said: string[] = [];
    for (const type of ['yzt-view-change', 'yzt-ready'] as const) map.addEventListener(type, () => said.push(type));
    const before = [map.zoom, map.center, map.viewBounds];
    const resolution = (map.olMap.getView().getResolution() ?? 1) / 2;
    const { canvas, tainted, late } = await mapPicture(map, { width: 300, height: 200, pixelRatio: 2, resolution });
    expect([canvas?.width, canvas?.height, tainted, late]).to.deep.equal([600, 400, [], []]);
    // 0.02° of longitude at 36° are 2226 m in Mercator units; half of them each side of the middle, on pixels of half a CSS px.
    const half = (0.01 * 111319.49) / resolution * 2;
    expect([half - 4, half + 4].map((x) => redAt(canvas, 300 + x, 200))).to.deep.equal([true, false]);
    expect([map.zoom, map.center, map.viewBounds]).to.deep.equal(before);
    expect(map.olMap.getSize()).to.deep.equal([400, 300]);
    expect(map.olMap.getPixelRatio()).to.equal(devicePixelRatio);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(said).to.deep.equal([]);
  });

  it('is not taken for drawn by what an earlier frame has still to say', async () => {
    const { map } = await page();
    const options = { width: 300, height: 200, pixelRatio: 2, resolution: (map.olMap.getView().getResolution() ?? 1) / 2 };
    // OpenLayers says that a frame is complete in a task of its own, after it.
    map.olMap.renderSync();
    const { canvas } = await mapPicture(map, options);
    const half = (0.01 * 111319.49) / options.resolution * 2;
    expect([half - 4, half + 4].map((x) => redAt(canvas, 300 + x, 200))).to.deep.equal([true, false]);
  });

  it('waits for a layer whose drawing is still on its way', async () => {
    const { map, layer } = await page();
    let come: () => void = () => undefined;
    Object.defineProperty(layer, 'updateComplete', { configurable: true, value: new Promise<void>((resolve) => (come = resolve)) });
    let done = false;
    const coming = mapPicture(map, { width: 100, height: 100, pixelRatio: 1 }).finally(() => (done = true));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(done).to.equal(false);
    come();
    expect((await coming).late).to.deep.equal([]);
    Object.defineProperty(layer, 'updateComplete', { configurable: true, value: new Promise(() => undefined) });
    expect((await mapPicture(map, { width: 100, height: 100, pixelRatio: 1, timeLimit: 0.2 })).late).to.deep.equal([layer]);
  });

  it('keeps its size when the page gives the map another one meanwhile, which the map then has', async () => {
    const { map, layer } = await page();
    let come: () => void = () => undefined;
    Object.defineProperty(layer, 'updateComplete', { configurable: true, value: new Promise<void>((resolve) => (come = resolve)) });
    const resolution = map.olMap.getView().getResolution() ?? 1;
    const coming = mapPicture(map, { width: 300, height: 200, pixelRatio: 1, resolution });
    map.style.width = '600px';
    await new Promise((resolve) => setTimeout(resolve, 200));
    come();
    const { canvas } = await coming;
    const half = (0.01 * 111319.49) / resolution;
    expect([half - 3, half + 3].map((x) => redAt(canvas, 150 + x, 100))).to.deep.equal([true, false]);
    expect([canvas?.width, map.olMap.getSize()]).to.deep.equal([300, [600, 300]]);
  });

  it('leaves out what it is told to, and is one at a time', async () => {
    const { map, layer } = await page();
    const options = { width: 100, height: 100, pixelRatio: 1, resolution: map.olMap.getView().getResolution() ?? 1 };
    const first = mapPicture(map, { ...options, without: [layer] });
    const second = await mapPicture(map, options).catch((error: DOMException) => error.name);
    expect(second).to.equal('InvalidStateError');
    expect(redAt((await first).canvas, 50, 50)).to.equal(false);
    expect(redAt((await mapPicture(map, options)).canvas, 50, 50)).to.equal(true);
    const stop = new AbortController();
    const third = mapPicture(map, { ...options, signal: stop.signal }).catch((error: DOMException) => error.name);
    stop.abort();
    expect(await third).to.equal('AbortError');
    expect(map.olMap.getSize()).to.deep.equal([400, 300]);
  });

  it('shows a box of its own whole, in its middle, wherever the map is', async () => {
    const { map } = await page();
    const before = map.center;
    await waitUntil(() => map.layers[0]?.hitsAt([200, 150], 1).length === 1, 'the square is drawn');
    // Wider than high, with the square in its right half; twice as high as the picture leaves room for.
    const { canvas } = await mapPicture(map, { width: 400, height: 100, pixelRatio: 1, bounds: [120.29, 36.05, 120.39, 36.09] });
    expect([map.center, map.olMap.getSize()]).to.deep.equal([before, [400, 300]]);
    // 0.04° of latitude are 0.0495° of the projection's width: 100 px, so 0.1° of longitude are 202 px, from 99 to 301.
    for (const [x, red] of [[250, false], [270, true], [295, true], [310, false]] as const) expect([x, redAt(canvas, x, 50)]).to.deep.equal([x, red]);
  });

  it('names the layer whose images cannot be read, and gives the picture without it', async () => {
    // The test server answers under another name without saying who may read.
    const other = `http://127.0.0.1:${location.port}`;
    const { map } = await page(html`<yzt-xyz-layer label="影像" url=${`${other}/fault/tile/picture-taint/{z}/{x}/{y}.png`}></yzt-xyz-layer>`);
    const options = { width: 200, height: 100, pixelRatio: 1, resolution: map.olMap.getView().getResolution() ?? 1, timeLimit: 15 };
    const { canvas, tainted } = await mapPicture(map, options);
    expect([canvas, tainted.map(({ label }) => label)]).to.deep.equal([undefined, ['影像']]);
    expect(redAt((await mapPicture(map, { ...options, without: tainted })).canvas, 100, 50)).to.equal(true);
  });
});
