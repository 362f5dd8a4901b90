import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { YztError } from '@yizhangtu/base/errors';
import '../renderer/shape-renderer.js';
import './engine.js';
import { canvasOf, mixedShapes } from './layer-picture.fixture.js';
import '../polygon-layer/index.js';
import type { MapPick, YztMap } from '../map/index.js';
import type { YztPolygonLayer } from '../polygon-layer/index.js';

const bytesOf = (canvas: HTMLCanvasElement): Uint8ClampedArray =>
  (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height).data;

const painted = (bytes: Uint8ClampedArray): number => bytes.filter((byte, i) => i % 4 === 3 && byte > 0).length;

describe('the first picture of data', () => {
  it('is there before OpenLayers is asked for, and is the picture that OpenLayers then shows', async () => {
    const box = await fixture<HTMLElement>(html`
      <div style="width: 400px; height: 400px">
        <yzt-map center="120.38 36.07" zoom="11">
          <yzt-polygon-layer id="a" opacity="0.5"></yzt-polygon-layer>
          <yzt-polygon-layer id="b" invisible></yzt-polygon-layer>
          <yzt-polygon-layer id="c" symbology="fixed:#1f5fd0"></yzt-polygon-layer>
        </yzt-map>
      </div>
    `);
    const [a, b, c] = [...box.querySelectorAll('yzt-polygon-layer')] as [YztPolygonLayer, YztPolygonLayer, YztPolygonLayer];
    for (const layer of [a, b, c]) layer.dataset = mixedShapes();
    await import('../map/index.js');
    const map = box.querySelector('yzt-map') as YztMap;

    const early = (): HTMLCanvasElement[] => [...map.renderRoot.querySelectorAll<HTMLCanvasElement>('canvas.early')];
    let drawn: { opacities: string[]; pictures: Uint8ClampedArray[]; asked: number } | undefined;
    const ready = oneEvent(map, 'yzt-ready');
    const watch = new MutationObserver(() => {
      if (drawn || early().length === 0) return;
      expect(() => map.olMap).to.throw(YztError, 'updateComplete');
      const asked = performance.getEntriesByType('resource').filter(({ name }) => /\/ol\/Map\.js|ol-parts/.test(name)).length;
      const { left, top } = map.getBoundingClientRect();
      early()[0]?.parentElement?.dispatchEvent(new MouseEvent('click', { clientX: left + 170, clientY: top + 200, bubbles: true, composed: true }));
      drawn = { opacities: early().map(({ style }) => style.opacity), pictures: early().map(bytesOf), asked };
    });
    watch.observe(map.renderRoot, { childList: true, subtree: true });
    // The selection stays as it is: the pictures are compared below.
    map.addEventListener('yzt-pick', (event) => event.preventDefault());
    const picked = oneEvent(map, 'yzt-pick');
    await ready;
    watch.disconnect();
    // A click on the picture is answered when the map can.
    const { hits } = (await picked).detail as MapPick;
    expect(hits.map(({ layer }) => layer)).to.include(c);

    expect(drawn?.asked).to.equal(0);
    expect(drawn?.opacities).to.deep.equal(['0.5', '']);
    expect(early()).to.deep.equal([]);
    for (const [i, layer] of [a, c].entries()) {
      const picture = bytesOf(await canvasOf(map, layer));
      const first = drawn?.pictures[i] as Uint8ClampedArray;
      expect(painted(first)).to.be.greaterThan(500);
      expect(first.every((byte, at) => byte === picture[at])).to.equal(true);
    }
  });

  it('is not drawn twice: a map that comes later begins with OpenLayers', async () => {
    const box = await fixture<HTMLElement>(html`
      <div style="width: 400px; height: 400px">
        <yzt-map center="120.38 36.07" zoom="11"><yzt-polygon-layer .dataset=${mixedShapes()}></yzt-polygon-layer></yzt-map>
      </div>
    `);
    const map = box.querySelector('yzt-map') as YztMap;
    expect(map.olMap).to.be.an('object');
    let early = 0;
    const watch = new MutationObserver(() => (early += map.renderRoot.querySelectorAll('canvas.early').length));
    watch.observe(map.renderRoot, { childList: true, subtree: true });
    await waitUntil(() => map.isReady);
    watch.disconnect();
    expect(early).to.equal(0);
  });
});
