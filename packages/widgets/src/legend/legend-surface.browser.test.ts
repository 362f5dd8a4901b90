import { expect, fixture, html } from '@open-wc/testing';
import '@yizhangtu/map/heatmap-layer';
import '@yizhangtu/map/hexbin-layer';
import { mapPage, part, parts, settled, venues, words } from '../shared/page.fixture.js';
import '../popup/index.js';
import './index.js';
import type { YztLegend } from './index.js';

/** The page with a surface layer in place of the points. */
async function surfacePage(tag: 'yzt-heatmap-layer' | 'yzt-hexbin-layer', attributes: Readonly<Record<string, string>> = {}) {
  const data = venues();
  const { map, layer: points } = await mapPage(data);
  points.remove();
  const layer = document.createElement(tag);
  for (const [name, value] of Object.entries({ label: '场馆', ...attributes })) layer.setAttribute(name, value);
  layer.dataset = data;
  map.append(layer);
  await layer.updateComplete;
  const legend = await fixture<YztLegend>(html`<yzt-legend for="m"></yzt-legend>`);
  await settled(300);
  return { data, map, layer, legend };
}

describe('yzt-legend of surfaces', () => {
  it('shows a continuous ramp with numbers, unit and words, and how its scale is chosen', async () => {
    const { layer, legend } = await surfacePage('yzt-heatmap-layer', { maximum: '8' });
    expect(parts(legend, '.tick').map((tick) => tick.textContent)).to.deep.equal(['0', '2', '4', '6', '8']);
    expect(getComputedStyle(part(legend, '.scale')).backgroundImage).to.contain('linear-gradient');
    expect(part(legend, '.ramp').getAttribute('aria-label')).to.equal('场馆：由低 0 到高 8');
    expect(words(legend)).to.contain('场馆').and.to.contain('条').and.to.contain('上限固定为 8');
    await expect(legend).to.be.accessible();
    layer.setAttribute('weight-field', 'area');
    layer.removeAttribute('maximum');
    await settled(300);
    expect(words(legend)).to.contain('㎡').and.to.contain('上限随当前视图变化').and.to.contain('「面积」加权');
  });

  it('counts cells, not rows, and follows filters', async () => {
    const { data, legend } = await surfacePage('yzt-hexbin-layer', { size: '30km', breaks: '2,100' });
    const before = parts(legend, '.count').map((count) => count.textContent);
    expect(before.join()).to.contain('格');
    expect(parts(legend, 'button.row')).to.have.length(0);
    data.setFilter('kind', { kind: 'in', field: 'kind', values: ['健身房'] });
    await settled(300);
    expect(parts(legend, '.count').map((count) => count.textContent)).not.to.deep.equal(before);
    await expect(legend).to.be.accessible();
  });

  it('has a popup of the cell: how many rows, not one of them', async () => {
    const { data, map, layer } = await surfacePage('yzt-hexbin-layer', { size: '300km' });
    const popup = document.createElement('yzt-popup');
    map.append(popup);
    await settled();
    popup.show(layer.hitsAt([350, 250], 4));
    await popup.updateComplete;
    await settled(300);
    expect(words(popup)).to.contain('场馆').and.to.contain('数量').and.to.contain('平方公里');
    expect(words(popup)).not.to.contain('市南体育场');
    const all = popup.hit?.bin?.count ?? 0;
    data.setFilter('kind', { kind: 'in', field: 'kind', values: ['足球场'] });
    await settled(300);
    expect(popup.hit === undefined || (popup.hit.bin?.count ?? 0) < all).to.equal(true);
  });
});
