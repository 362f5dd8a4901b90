import { expect, fixture, html } from '@open-wc/testing';
import { part, settled, words, type venues } from '../shared/page.fixture.js';
import { popupPage as page } from './popup.fixture.js';
import type { YztPopup } from './index.js';

describe('yzt-popup for a row that is selected elsewhere', () => {
  const select = async (popup: YztPopup, data: ReturnType<typeof venues>, rows: number[], mode?: 'add' | 'toggle') => {
    data.select(rows, mode);
    await settled();
    await popup.updateComplete;
    await settled();
  };

  it('opens at its place, on the layer that draws it, and leaves the focus where it is', async () => {
    const { data, map, layer, popup, hit } = await page();
    const list = await fixture<HTMLButtonElement>(html`<button>列表</button>`);
    // Even when the map was last worked with by keys.
    map.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft' }));
    list.focus();
    await select(popup, data, [2]);
    expect(popup.hit?.row).to.equal(2);
    expect(popup.hit?.layer).to.equal(layer);
    expect(words(popup)).to.include('崂山游泳馆');
    expect(document.activeElement).to.equal(list);
    const [x = 0] = map.pixelOf(hit(2).lonLat) ?? [];
    const tip = part(popup, '.tip').getBoundingClientRect();
    expect(tip.left + tip.width / 2).to.be.closeTo(map.getBoundingClientRect().left + x, 3);
    await select(popup, data, [0]);
    expect(words(popup)).to.include('市南体育场');
    expect(document.activeElement).to.equal(list);
    await expect(popup).to.be.accessible();
  });

  it('goes with the selection, stays while its row is one of several, and never shows several', async () => {
    const { data, popup } = await page();
    await select(popup, data, [2, 3]);
    expect(popup.open).to.equal(false);
    await select(popup, data, [2]);
    await select(popup, data, [3], 'add');
    expect(popup.hit?.row).to.equal(2);
    await select(popup, data, [2], 'toggle');
    expect(popup.hit?.row).to.equal(3);
    await select(popup, data, []);
    expect(popup.open).to.equal(false);
  });

  it('leaves a popup alone that a click has opened', async () => {
    const { data, popup, pick } = await page();
    await pick(0, 2);
    let changes = 0;
    popup.addEventListener('yzt-popup-change', () => (changes += 1));
    await select(popup, data, [0]);
    expect([popup.hit?.row, changes]).to.deep.equal([0, 0]);
    expect(words(popup)).to.include('1 / 2');
    await select(popup, data, []);
    expect(popup.hit?.row).to.equal(0);
  });

  it('gives the focus back to the map when a key on the map picked the row after all', async () => {
    const { data, map, popup, pick } = await page();
    const list = await fixture<HTMLButtonElement>(html`<button>列表</button>`);
    list.focus();
    await select(popup, data, [2]);
    map.focus();
    map.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await pick(2);
    expect(document.activeElement === popup).to.equal(true);
    part(popup, '.card').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settled();
    expect(document.activeElement === map).to.equal(true);
  });

  it('is not opened with picks-only, nor for a layer that is off or cannot be selected', async () => {
    const { data, layer, popup } = await page();
    popup.picksOnly = true;
    await select(popup, data, [2]);
    expect(popup.open).to.equal(false);
    popup.picksOnly = false;
    layer.invisible = true;
    await select(popup, data, [3]);
    expect(popup.open).to.equal(false);
    Object.assign(layer, { invisible: false, noSelect: true });
    await select(popup, data, [4]);
    expect(popup.open).to.equal(false);
    layer.noSelect = false;
    await select(popup, data, [5]);
    expect(popup.hit?.row).to.equal(5);
  });

  it('no longer listens once it has left the page, and listens again when it is back', async () => {
    const { data, popup } = await page();
    const place = popup.parentElement as HTMLElement;
    popup.remove();
    await select(popup, data, [2]);
    expect(popup.open).to.equal(false);
    place.append(popup);
    await settled();
    await select(popup, data, [3]);
    expect(popup.hit?.row).to.equal(3);
  });
});
