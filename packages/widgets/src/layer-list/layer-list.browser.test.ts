import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { YztError } from '@yizhangtu/base/errors';
import '@yizhangtu/map/layer-group';
import '@yizhangtu/map/xyz-layer';
import type { YztMap } from '@yizhangtu/map/map';
import { mapPage, part, parts, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztLayerList } from './index.js';

const names = (list: YztLayerList) => parts(list, '.name').map((name) => name.textContent?.trim());

async function groupedPage() {
  const { map, layer } = await mapPage(venues());
  const group = document.createElement('yzt-layer-group');
  group.label = '体育';
  const second = document.createElement('yzt-point-layer');
  second.label = '健身步道';
  map.append(group);
  group.append(second, layer);
  await settled(60);
  const list = await fixture<YztLayerList>(html`<yzt-layer-list for="m"></yzt-layer-list>`);
  await settled();
  return { map, layer, second, group, list };
}

describe('yzt-layer-list', () => {
  it('lists groups and layers, the top one first, with counts', async () => {
    const { list } = await groupedPage();
    const names = parts(list, '.group .name').map((name) => name.textContent?.replace(/\s+/g, ' ').trim());
    expect(names).to.deep.equal(['体育', '健身场馆 示例', '健身步道']);
    expect(words(list)).to.include('7');
    expect(words(list)).to.include('示例');
    await expect(list).to.be.accessible();
  });

  it('ticks groups and layers, mixed in between', async () => {
    const { layer, second, list } = await groupedPage();
    const [group, top] = parts<HTMLInputElement>(list, 'input[type=checkbox]') as [HTMLInputElement, HTMLInputElement];
    top.click();
    await settled();
    expect(layer.invisible).to.equal(true);
    expect(group.indeterminate).to.equal(true);
    group.click();
    await settled();
    expect([layer.invisible, second.invisible, group.indeterminate, group.checked]).to.deep.equal([false, false, false, true]);
    group.click();
    await settled();
    expect([layer.invisible, second.invisible]).to.deep.equal([true, true]);
  });

  it('follows what code does to a layer', async () => {
    const { layer, list } = await groupedPage();
    layer.invisible = true;
    layer.label = '场馆';
    await settled();
    expect(parts<HTMLInputElement>(list, 'input[type=checkbox]')[1]?.checked).to.equal(false);
    expect(words(list)).to.include('场馆');
  });

  it('sets the opacity', async () => {
    const { layer, list } = await groupedPage();
    part(list, '.more').click();
    await settled();
    const slider = part<HTMLInputElement>(list, '#opacity');
    slider.value = '40';
    slider.dispatchEvent(new Event('input'));
    await settled();
    expect(layer.opacity).to.equal(0.4);
    expect(words(list)).to.include('40%');
    await expect(list).to.be.accessible();
  });

  it('says what to do to see a layer out of its scale', async () => {
    const { layer, list } = await groupedPage();
    layer.minZoom = 14;
    await settled();
    expect(words(list)).to.include('放大后显示');
    await expect(list).to.be.accessible();
  });

  it('says why a layer failed', async () => {
    const { layer, list } = await groupedPage();
    layer.addEventListener('yzt-error', (event) => event.preventDefault());
    (layer as unknown as { fail(error: YztError): void }).fail(
      new YztError('http-error', { zh: '服务器答复 403。', en: 'The server answered 403.' }),
    );
    list.requestUpdate();
    await settled();
    expect(words(list)).to.include('服务器答复 403。');
    await expect(list).to.be.accessible();
  });

  it('shows that tiles are under way, and has what failed tried again', async () => {
    const { map, list } = await groupedPage();
    const tiles = Object.assign(document.createElement('yzt-xyz-layer'), { label: '影像', url: '/fault/status/500/{z}/{x}/{y}' });
    tiles.addEventListener('yzt-error', (event) => event.preventDefault());
    map.append(tiles);
    await waitUntil(() => words(list).includes('加载中'), 'under way', { timeout: 8000 });
    await waitUntil(() => words(list).includes('500'), 'failed', { timeout: 12_000 });
    const before = performance.getEntriesByType('resource').length;
    performance.setResourceTimingBufferSize(5000);
    parts(list, '.notice button').forEach((button) => button.click());
    await waitUntil(() => performance.getEntriesByType('resource').length > before, 'asked again', { timeout: 8000 });
    tiles.remove();
  });

  it('has a search box for many layers', async () => {
    const { map, list } = await groupedPage();
    for (let i = 0; i < 8; i++) {
      const layer = document.createElement('yzt-point-layer');
      layer.label = `渔业 ${i}`;
      map.append(layer);
    }
    await settled(60);
    const box = part<HTMLInputElement>(list, '.search');
    box.value = '步道';
    box.dispatchEvent(new Event('input'));
    await settled();
    expect(names(list)).to.deep.equal(['体育', '健身步道']);
    box.value = '没有';
    box.dispatchEvent(new Event('input'));
    await settled();
    expect(words(list)).to.include('没有名称含「没有」的图层');
  });

  it('says when there is nothing', async () => {
    const box = await fixture<HTMLElement>(
      html`<div><yzt-map id="bare"></yzt-map><yzt-layer-list for="bare"></yzt-layer-list></div>`,
    );
    await settled();
    expect(words(box.querySelector('yzt-layer-list') as YztLayerList)).to.equal('地图上没有图层');
    expect((box.querySelector('yzt-map') as YztMap).layers).to.have.length(0);
  });
});
