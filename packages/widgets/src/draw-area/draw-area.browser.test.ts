import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '@yizhangtu/data/dataset';
import type { YztDataset } from '@yizhangtu/data/dataset';
import '@yizhangtu/map/map';
import type { YztMap } from '@yizhangtu/map/map';
import './index.js';
import type { YztDrawArea } from './draw-area.js';

async function scene() {
  const box = await fixture(html`<div><yzt-dataset id="red"></yzt-dataset><yzt-map id="m" center="120 36" zoom="12"></yzt-map><yzt-draw-area lang="zh-CN" for="m" dataset="red" label="画红线"></yzt-draw-area></div>`);
  const map = box.querySelector('yzt-map') as YztMap;
  map.style.cssText = 'width: 400px; height: 300px';
  if (!map.isReady) await oneEvent(map, 'yzt-ready');
  const draw = box.querySelector('yzt-draw-area') as YztDrawArea;
  await draw.updateComplete;
  return { map, draw, red: (box.querySelector('#red') as YztDataset).dataset };
}

/** What a click on the map says. */
function pick(map: YztMap, lonLat: readonly [number, number], pixel: readonly [number, number]): boolean {
  return map.dispatchEvent(new CustomEvent('yzt-pick', { detail: { lonLat, pixel, hits: [], additive: false, byKey: false }, cancelable: true }));
}
const button = (draw: YztDrawArea, words: string): HTMLButtonElement | undefined => [...(draw.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.trim() === words);

describe('yzt-draw-area', () => {
  it('takes corners by clicks, which select nothing, and gives the area to the dataset', async () => {
    const { map, draw, red } = await scene();
    const heard: Event[] = [];
    map.addEventListener('yzt-pick', (event) => heard.push(event));
    button(draw, '画红线')?.click();
    await waitUntil(() => map.querySelector('yzt-point-layer'), 'it draws');
    await draw.updateComplete;
    expect(button(draw, '完成')?.disabled).to.equal(true);
    expect(pick(map, [120, 36], [10, 10])).to.equal(false);
    pick(map, [120.01, 36], [60, 10]);
    pick(map, [120.01, 36], [61, 10]);
    pick(map, [120.01, 36.01], [60, 60]);
    pick(map, [120, 36.01], [10, 60]);
    await draw.updateComplete;
    expect([heard.length, map.querySelectorAll('yzt-polygon-layer, yzt-point-layer').length]).to.deep.equal([0, 2]);
    expect(draw.shadowRoot?.querySelector('[role=status]')?.textContent).to.include('已有 4 个角');
    await expect(draw).to.be.accessible();
    button(draw, '撤销一个角')?.click();
    await draw.updateComplete;
    button(draw, '完成')?.click();
    await draw.updateComplete;
    expect(red.feature(0).geometry?.coordinates).to.deep.equal([[[120, 36], [120.01, 36], [120.01, 36.01], [120, 36]]]);
    expect([map.querySelectorAll('yzt-polygon-layer, yzt-point-layer').length, pick(map, [120, 36], [10, 10]), heard.length]).to.deep.equal([0, true, 1]);
  });

  it('ends without an area, also when it leaves the page, and says which dataset is missing', async () => {
    const { map, draw, red } = await scene();
    await draw.start();
    for (const [at, lonLat] of ([[120, 36], [120.1, 36], [120.1, 36.1]] as const).entries()) pick(map, lonLat, [100 * at, 0]);
    draw.cancel();
    expect(red.rowCount).to.equal(0);
    await draw.start();
    draw.remove();
    expect(map.querySelectorAll('yzt-point-layer').length).to.equal(0);
    map.after(draw);
    draw.dataset = 'gone';
    await draw.updateComplete;
    await draw.start();
    for (const [at, lonLat] of ([[120, 36], [120.1, 36], [120.1, 36.1]] as const).entries()) pick(map, lonLat, [100 * at, 0]);
    setTimeout(() => draw.finish());
    const { detail } = await oneEvent(draw, 'yzt-error');
    expect((detail as { code: string }).code).to.equal('dataset-not-found');
  });
});
