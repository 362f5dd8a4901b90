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
    const names = parts(list, '.name').map((name) => name.textContent?.replace(/\s+/g, ' ').trim());
    expect(names).to.deep.equal(['体育', '健身场馆 示例', '健身步道']);
    expect(words(list)).to.include('7');
    expect(words(list)).to.include('示例');
    await expect(list).to.be.accessible();
  });

  it('is a tree for keys: arrows go through it, Space ticks, left closes a group, Enter opens what is known of a layer', async () => {
    const { layer, group, list } = await groupedPage();
    const root = list.shadowRoot as ShadowRoot;
    const press = async (key: string, altKey = false) => {
      root.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, altKey, bubbles: true, cancelable: true }));
      await settled();
    };
    const at = () => root.activeElement?.querySelector('.name')?.textContent?.replace(/\s+/g, ' ').trim();
    part(list, '[role=treeitem]').focus();
    await settled();
    expect(at()).to.equal('体育');
    await press('ArrowDown');
    expect(at()).to.equal('健身场馆 示例');
    await press(' ');
    expect([layer.invisible, root.activeElement?.getAttribute('aria-checked'), part(list, '.group').getAttribute('aria-checked')]).to.deep.equal([true, 'false', 'mixed']);
    await press('Enter');
    expect(words(list)).to.include('来源青岛市体育局').and.to.include('日期2026-03-01').and.to.include('示例数据');
    await press('ArrowLeft');
    await press('ArrowLeft');
    expect([at(), parts(list, '[role=treeitem]').length, part(list, '.group').getAttribute('aria-expanded')]).to.deep.equal(['体育', 1, 'false']);
    await press('ArrowRight');
    expect(parts(list, '[role=treeitem]').length).to.equal(3);
    expect(parts(list, '[role=treeitem][tabindex="0"]').length).to.equal(1);
    group.folded = true;
    await settled();
    // Somebody opened it here: that stays.
    expect(parts(list, '[role=treeitem]').length).to.equal(3);
  });

  it('puts a layer above another one by keys, by a button and by its handle, and asks the page first', async () => {
    const { map, layer, second, list } = await groupedPage();
    const order = () => map.layers.map(({ label }) => label);
    const root = list.shadowRoot as ShadowRoot;
    const rows = parts(list, '.layer');
    rows[1]?.focus();
    rows[1]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true }));
    await settled();
    expect([order(), root.activeElement?.querySelector('.name')?.textContent?.trim(), part(list, '.hidden-text').textContent]).to.deep.equal([['健身场馆', '健身步道'], '健身步道', '健身步道：第 1 位，共 2 位']);

    part(list, '.layer .more').click();
    await settled();
    expect(part<HTMLButtonElement>(list, '.up').disabled).to.equal(true);
    part(list, '.down').focus();
    part(list, '.down').click();
    await settled();
    // There is no further down: the focus is on the line.
    expect([order(), root.activeElement?.getAttribute('role')]).to.deep.equal([['健身步道', '健身场馆'], 'treeitem']);

    const grip = parts(list, '.layer .grip')[1] as HTMLElement;
    grip.setPointerCapture = () => undefined;
    const { top } = (parts(list, '.layer')[0] as HTMLElement).getBoundingClientRect();
    const pointer = (type: string, y: number) => grip.dispatchEvent(new PointerEvent(type, { clientY: y, button: 0, pointerId: 1, bubbles: true }));
    pointer('pointerdown', top + 60);
    pointer('pointermove', top + 2);
    expect(parts(list, '.layer')[0]?.classList.contains('drop-above')).to.equal(true);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    pointer('pointerup', top + 2);
    expect(order()).to.deep.equal(['健身步道', '健身场馆']);
    pointer('pointerdown', top + 60);
    pointer('pointermove', top + 2);
    pointer('pointerup', top + 2);
    await settled();
    expect(order()).to.deep.equal(['健身场馆', '健身步道']);

    list.addEventListener('yzt-layer-move-request', (event) => event.preventDefault(), { once: true });
    parts(list, '.layer')[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));
    await settled();
    expect(order()).to.deep.equal(['健身场馆', '健身步道']);
    expect([layer.mapElement === map, second.mapElement === map]).to.deep.equal([true, true]);
  });

  it('goes to a layer, at a level at which it is drawn', async () => {
    const { map, layer, list } = await groupedPage();
    layer.minZoom = 14;
    map.center = [100, 10];
    await settled();
    part(list, '.layer .more').click();
    await settled();
    part(list, '.show').click();
    await settled();
    expect(map.zoom).to.equal(14);
    expect(Math.hypot(map.center[0] - 120.38, map.center[1] - 36.1)).to.be.lessThan(0.02);
  });

  it('lists three hundred layers, those of closed groups not drawn', async () => {
    const { map, list } = await groupedPage();
    for (let theme = 0; theme < 10; theme++) {
      const group = Object.assign(document.createElement('yzt-layer-group'), { label: `专题 ${theme}`, folded: theme > 0 });
      for (let i = 0; i < 30; i++) group.append(Object.assign(document.createElement('yzt-xyz-layer'), { label: `图层 ${theme}-${i}`, invisible: true }));
      map.append(group);
    }
    await settled(60);
    expect([map.layers.length, parts(list, '[role=treeitem]').length]).to.deep.equal([302, 10 + 30 + 3]);
    const box = part<HTMLInputElement>(list, '.search');
    box.value = '9-7';
    box.dispatchEvent(new Event('input'));
    await settled();
    expect([names(list), parts(list, '.grip').length]).to.deep.equal([['专题 9', '图层 9-7'], 0]);
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
