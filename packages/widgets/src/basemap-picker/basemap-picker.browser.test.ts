import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '@yizhangtu/map/basemap';
import type { YztBasemap } from '@yizhangtu/map/basemap';
import { mapPage, part, parts, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztBasemapPicker } from './index.js';

async function pickerPage(token = ''): Promise<{ basemap: YztBasemap; picker: YztBasemapPicker }> {
  const { map } = await mapPage(venues());
  const basemap = document.createElement('yzt-basemap');
  Object.assign(basemap, token === '' ? {} : { url: '/fault/tdt/{layer}_{set}?l={z}&x={x}&y={y}', token });
  map.prepend(basemap);
  const picker = await fixture<YztBasemapPicker>(html`<yzt-basemap-picker for="m"></yzt-basemap-picker>`);
  await settled();
  return { basemap, picker };
}

const radios = (picker: YztBasemapPicker): HTMLInputElement[] => parts(picker, 'input[type=radio]');

describe('yzt-basemap-picker', () => {
  it('chooses a base map, and switches its names', async () => {
    const { basemap, picker } = await pickerPage('good');
    expect(parts(picker, '.word').map(({ textContent }) => textContent)).to.deep.equal(['矢量', '影像', '地形晕渲', '简图', '无底图']);
    expect(radios(picker).map(({ checked }) => checked)).to.deep.equal([true, false, false, false, false]);
    await expect(picker).to.be.accessible();
    radios(picker)[1]?.click();
    await settled();
    expect(basemap.value).to.equal('img');
    const names = part<HTMLInputElement>(picker, '.names input');
    names.click();
    await settled();
    expect(basemap.annotation).to.equal('none');
    names.click();
    await settled();
    expect(basemap.annotation).to.equal('zh');
    basemap.value = 'land';
    await settled(60);
    expect([radios(picker)[3]?.checked, names.disabled, names.checked]).to.deep.equal([true, true, false]);
    await expect(picker).to.be.accessible();
  });

  it('says why a base map is not there, and tries again', async () => {
    const { basemap, picker } = await pickerPage('bad');
    basemap.addEventListener('yzt-error', (event) => event.preventDefault());
    await waitUntil(() => words(picker).includes('暂以简图代替'), 'the reason', { timeout: 8000 });
    await expect(picker).to.be.accessible();
    let tried = 0;
    basemap.reload = () => void tried++;
    part(picker, 'button').click();
    expect(tried).to.equal(1);
  });

  it('says when there is nothing to choose', async () => {
    await mapPage(venues());
    const picker = await fixture<YztBasemapPicker>(html`<yzt-basemap-picker for="m"></yzt-basemap-picker>`);
    await settled();
    expect(words(picker)).to.equal('地图没有可选的底图');
  });
});
