import { expect, html, oneEvent } from '@open-wc/testing';
import { mapPage, part, parts, settled, venues, words } from '../shared/page.fixture.js';
import { popupPage as page } from './popup.fixture.js';
import type { YztPopup } from './index.js';

describe('yzt-popup', () => {
  it('says what was clicked: title, class, aliases, units, masks, source', async () => {
    const { popup, pick } = await page();
    expect(words(popup)).to.equal('');
    await pick(0);
    const all = words(popup);
    for (const word of ['市南体育场', '足球场', '所在区', '12,000 ㎡', '开放', '示例数据', '来源：青岛市体育局', '2026-03-01'])
      expect(all).to.include(word);
    expect(all).not.to.include('13812345678');
    expect(all).not.to.include('secret');
    expect(all).not.to.include('/ 1');
    await expect(popup).to.be.accessible();
  });

  it('lets a click through layers that cannot be selected', async () => {
    const { layer, popup, pick } = await page();
    Object.assign(layer, { noSelect: true });
    await pick(0);
    expect(popup.hit).to.equal(undefined);
    Object.assign(layer, { noSelect: false });
    await pick(0);
    expect(popup.hit?.row).to.equal(0);
  });

  it('shows data as text, never as markup', async () => {
    const { popup, pick } = await page();
    await pick(1);
    expect(part(popup, '.title').textContent).to.equal('<img src=x onerror="window.hacked=1">');
    expect(parts(popup, 'img')).to.have.length(0);
    expect((window as { hacked?: number }).hacked).to.equal(undefined);
  });

  it('opens by a click on the map and closes by a click beside everything', async () => {
    const { map, popup, hit } = await page();
    const pixel = map.pixelOf(hit(2).lonLat) as [number, number];
    const box = map.getBoundingClientRect();
    const view = map.shadowRoot?.querySelector('canvas')?.closest('.ol-viewport') as HTMLElement;
    const click = async (x: number, y: number) => {
      for (const type of ['pointerdown', 'pointerup']) {
        view.dispatchEvent(
          new PointerEvent(type, {
            bubbles: true,
            composed: true,
            clientX: box.left + x,
            clientY: box.top + y,
            pointerId: 1,
            isPrimary: true,
            button: 0,
            pointerType: 'mouse',
          }),
        );
      }
      await settled(400);
    };
    await click(pixel[0], pixel[1]);
    expect(popup.hit?.row).to.equal(2);
    await click(20, 20);
    expect(popup.open).to.equal(false);
  });

  it('points at the place and follows the map', async () => {
    const { map, popup, hit, pick } = await page();
    await pick(2);
    const tip = () => {
      const box = part(popup, '.tip').getBoundingClientRect();
      return [box.left + box.width / 2, box.top + box.height / 2] as const;
    };
    const place = () => {
      const pixel = map.pixelOf(hit(2).lonLat) as [number, number];
      const box = map.getBoundingClientRect();
      return [box.left + pixel[0], box.top + pixel[1]] as const;
    };
    const near = () => {
      const [a, b] = [tip(), place()];
      expect(Math.abs(a[0] - b[0])).to.be.lessThan(3);
      expect(Math.abs(b[1] - a[1])).to.be.lessThan(20);
    };
    near();
    map.center = [120.36, 36.06];
    await settled(150);
    near();
  });

  it('pages through several things, selects each, and leaves the pager out when asked to', async () => {
    const { data, popup, pick } = await page();
    await pick(0, 2, 3);
    expect(words(popup)).to.include('1 / 3');
    const [previous, next] = parts(popup, '.pager button');
    next?.click();
    await settled();
    expect(words(popup)).to.include('2 / 3');
    expect(words(popup)).to.include('崂山游泳馆');
    expect([...data.selection]).to.deep.equal([2]);
    previous?.click();
    previous?.click();
    await settled();
    expect(words(popup)).to.include('3 / 3');
    popup.noPager = true;
    await pick(0, 2);
    expect(parts(popup, '.pager')).to.have.length(0);
  });

  it('shows the fields the page asks for, missing ones as missing', async () => {
    const { popup, pick } = await page(html`<yzt-popup for="m" fields="area district nothing"></yzt-popup>`);
    await pick(6);
    expect(parts(popup, 'dt').map((term) => term.textContent)).to.deep.equal(['面积', '所在区']);
    expect(part(popup, 'dd').textContent).to.equal('—');
  });

  it('takes the focus when opened by keyboard, gives it back on Escape, and tells the page', async () => {
    const { map, popup, pick } = await page();
    map.focus();
    map.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await pick(0);
    expect(document.activeElement === popup).to.equal(true);
    expect(popup.shadowRoot?.activeElement === part(popup, '.card')).to.equal(true);
    setTimeout(() => part(popup, '.card').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
    const { detail } = await oneEvent(popup, 'yzt-popup-change');
    expect(detail.open).to.equal(false);
    await settled();
    expect(document.activeElement === map).to.equal(true);
    expect(words(popup)).to.equal('');
  });

  it('leaves the focus where it is when opened by mouse', async () => {
    const { map, popup, pick } = await page();
    map.dispatchEvent(new PointerEvent('pointerdown'));
    await pick(0);
    expect(document.activeElement === popup).to.equal(false);
  });

  it('closes when its layer leaves, and when its row is gone', async () => {
    const first = await page();
    await first.pick(6);
    first.data.setTable({ rowCount: 0, columns: [], geometry: { kind: 'none' }, report: { total: 0, kept: 0, notes: [] } });
    await settled();
    expect(first.popup.open).to.equal(false);
    first.map.parentElement?.remove();
    const second = await page();
    await second.pick(0);
    second.layer.remove();
    await settled();
    expect(second.popup.open).to.equal(false);
  });

  it('closes when filters take its row away', async () => {
    const { data, popup, pick } = await page();
    await pick(0);
    data.setFilter('kind', { kind: 'in', field: 'kind', values: ['游泳馆'] });
    await settled();
    expect(popup.open).to.equal(false);
  });

  it('is a card along the bottom of a narrow map', async () => {
    const { map, popup, pick } = await page();
    map.style.width = '320px';
    await settled(100);
    await pick(2);
    const card = part(popup, '.card').getBoundingClientRect();
    const box = map.getBoundingClientRect();
    expect(Math.round(card.width)).to.equal(320);
    expect(Math.round(card.bottom)).to.equal(Math.round(Math.min(box.bottom, window.innerHeight)));
  });

  it('answers for its own layer only inside one', async () => {
    const data = venues();
    const { map, layer } = await mapPage(data);
    layer.innerHTML = '<yzt-popup></yzt-popup>';
    const popup = layer.firstElementChild as YztPopup;
    await settled();
    const other = document.createElement('yzt-point-layer');
    const detail = (hitLayer: Element) => ({
      lonLat: [120.3, 36.06],
      pixel: [0, 0],
      hits: [{ layer: hitLayer, dataset: data, row: 0, lonLat: [120.3, 36.06] }],
    });
    map.dispatchEvent(new CustomEvent('yzt-pick', { detail: detail(other) }));
    expect(popup.open).to.equal(false);
    map.dispatchEvent(new CustomEvent('yzt-pick', { detail: detail(layer) }));
    expect(popup.open).to.equal(true);
  });
});
