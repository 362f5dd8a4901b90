import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '@yizhangtu/map/layer-group';
import '@yizhangtu/map/map';
import '@yizhangtu/map/polygon-layer';
import type { YztMap } from '@yizhangtu/map/map';
import { mapPicture } from '@yizhangtu/map/picture';
import { Dataset, plainShapes } from '@yizhangtu/data/model';
import './index.js';
import type { YztSwipe } from './swipe.js';

const square = [[[119, 35], [121, 35], [121, 37], [119, 37], [119, 35]]] as [number, number][][];
const land = (): Dataset => Dataset.fromColumns({ geometry: plainShapes('polygon', square), columns: { a: ['x'] } });

async function scene() {
  const box = await fixture(html`<div>
    <yzt-map id="m" center="120 36" zoom="10">
      <yzt-polygon-layer id="red" label="2019" symbology="fixed:#ff0000" fill-opacity="1" .dataset=${land()}></yzt-polygon-layer>
      <yzt-layer-group id="blue" label="2023"><yzt-polygon-layer symbology="fixed:#0000ff" fill-opacity="1" .dataset=${land()}></yzt-polygon-layer></yzt-layer-group>
      <yzt-swipe lang="zh-CN" label="两年对比" before-layer="red" after-layer="blue" value="25"></yzt-swipe>
    </yzt-map>
  </div>`);
  const map = box.querySelector('yzt-map') as YztMap;
  map.style.cssText = 'display: block; width: 400px; height: 300px';
  if (!map.isReady) await oneEvent(map, 'yzt-ready');
  const swipe = box.querySelector('yzt-swipe') as YztSwipe;
  await waitUntil(() => map.layers.filter((layer) => layer.hitsAt([200, 150], 1).length > 0).length === 2, 'both layers are drawn', { timeout: 8000 });
  await swipe.updateComplete;
  return { map, swipe };
}

/** Colours at places of the map as it is drawn. */
async function colours(map: YztMap, ...places: readonly (readonly [number, number])[]): Promise<string[]> {
  const resolution = map.olMap.getView().getResolution() ?? 1;
  const { canvas } = await mapPicture(map, { width: 400, height: 300, pixelRatio: 1, resolution });
  return places.map(([x, y]) => {
    const [r = 0, , b = 0] = canvas?.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [];
    return r > 200 && b < 60 ? 'red' : b > 200 && r < 60 ? 'blue' : 'other';
  });
}
/** The map comes to show colours at places. A picture in the size of the map has been seen, once in hundreds on a busy machine, to hold canvases as they were a frame before. */
async function shows(map: YztMap, places: readonly (readonly [number, number])[], expected: readonly string[]): Promise<void> {
  let seen: string[] = [];
  for (let tries = 0; tries < 5; tries++) {
    seen = await colours(map, ...places);
    if (seen.join() === expected.join()) return;
    await aTimeout(100);
  }
  expect(seen).to.deep.equal(expected);
}
const divider = (swipe: YztSwipe): HTMLElement => swipe.shadowRoot?.querySelector('[role=slider]') as HTMLElement;

describe('yzt-swipe', function () {
  this.timeout(20_000);

  it('shows one layer on each side of the divider, which goes by keys and tells its place', async () => {
    const { map, swipe } = await scene();
    await shows(map, [[50, 150], [95, 10], [105, 290], [350, 150]], ['red', 'red', 'blue', 'blue']);
    expect(divider(swipe).getAttribute('aria-valuetext')).to.equal('25%，2019，2023');
    swipe.afterLabel = '2023 年';
    await swipe.updateComplete;
    expect(divider(swipe).getAttribute('aria-valuetext')).to.equal('25%，2019，2023 年');
    swipe.afterLabel = '';
    await swipe.updateComplete;
    const told = oneEvent(swipe, 'yzt-swipe-change');
    divider(swipe).dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true, cancelable: true }));
    expect(((await told) as CustomEvent).detail).to.deep.equal({ value: 100 });
    await swipe.updateComplete;
    await shows(map, [[50, 150], [350, 150]], ['red', 'red']);
    await expect(swipe).to.be.accessible();
  });

  it('parts the picture on the screen also when the map is turned, and when the divider lies', async () => {
    const { map, swipe } = await scene();
    map.olMap.getView().setRotation(0.6);
    await shows(map, [[50, 20], [50, 280], [150, 20], [350, 280]], ['red', 'red', 'blue', 'blue']);
    swipe.vertical = true;
    swipe.value = 50;
    await swipe.updateComplete;
    await shows(map, [[20, 140], [380, 140], [20, 160], [380, 160]], ['red', 'red', 'blue', 'blue']);
  });

  it('is dragged by the pointer', async () => {
    const { map, swipe } = await scene();
    const { left } = map.getBoundingClientRect();
    const handle = divider(swipe);
    const box = handle.getBoundingClientRect();
    expect([box.left - left, box.width, box.height]).to.deep.equal([84, 32, 300]);
    expect(getComputedStyle(handle.parentElement as HTMLElement).pointerEvents).to.equal('none');
    handle.setPointerCapture = () => undefined;
    handle.hasPointerCapture = () => true;
    for (const [type, x] of [['pointerdown', 100], ['pointermove', 300]] as const) handle.dispatchEvent(new PointerEvent(type, { clientX: left + x, clientY: 50, pointerId: 1, button: 0, buttons: 1, bubbles: true }));
    expect(swipe.value).to.equal(75);
  });

  it('leaves both layers whole when it is off or gone, and parts them again when it comes back', async () => {
    const { map, swipe } = await scene();
    swipe.off = true;
    await swipe.updateComplete;
    await shows(map, [[50, 150], [350, 150]], ['blue', 'blue']);
    expect(divider(swipe)).to.equal(null);
    swipe.off = false;
    await swipe.updateComplete;
    await shows(map, [[50, 150]], ['red']);
    swipe.remove();
    await shows(map, [[50, 150]], ['blue']);
    map.append(swipe);
    await swipe.updateComplete;
    await waitUntil(async () => (await colours(map, [50, 150]))[0] === 'red', 'parted again');
  });
});
