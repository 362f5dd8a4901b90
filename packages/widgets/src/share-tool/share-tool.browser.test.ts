import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { YztDataset } from '@yizhangtu/data/dataset';
import '@yizhangtu/data/dataset';
import type { YztPointLayer } from '@yizhangtu/map/point-layer';
import { mapPage, part, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztShareTool } from './index.js';

const own = location.hash;

/** A map with a layer that has a name, and a dataset that a page has by its id. */
async function page(): Promise<{ map: Awaited<ReturnType<typeof mapPage>>['map']; layer: YztPointLayer; dataset: YztDataset; tool: () => Promise<YztShareTool> }> {
  const { map, layer } = await mapPage(venues());
  layer.setAttribute('token', 'geheim-123');
  const box = await fixture<HTMLElement>(html`<div><yzt-dataset id="shared" example></yzt-dataset><div id="place"></div></div>`);
  const dataset = box.querySelector('yzt-dataset') as YztDataset;
  dataset.data = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { kind: '球场', name: '甲' }, geometry: null }] };
  const tool = async (): Promise<YztShareTool> => {
    const place = box.querySelector('#place') as HTMLElement;
    place.textContent = '';
    const one = Object.assign(document.createElement('yzt-share-tool'), { map });
    place.append(one);
    await one.updateComplete;
    return one;
  };
  return { map, layer, dataset, tool };
}

describe('yzt-share-tool', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search + own));

  it('gives a link that brings back view, layers and filters, and nothing that is nobody else\'s business', async () => {
    const { map, layer, dataset, tool } = await page();
    const first = await tool();
    const before = first.url;
    map.center = [120.2, 36.2];
    map.zoom = 9.5;
    layer.invisible = true;
    layer.opacity = 0.4;
    dataset.dataset?.setFilter('kind', { kind: 'in', field: 'kind', values: ['球场'] });
    await settled();
    const { url } = first;
    expect(url).to.contain('#').and.to.contain('yzt=120.2,36.2,9.5~').and.not.to.contain('geheim');
    expect(atob(url.split('~')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? '')).not.to.contain('geheim');

    map.center = [121, 37];
    map.zoom = 7;
    layer.invisible = false;
    layer.opacity = 1;
    dataset.dataset?.setFilter('kind', undefined);
    history.replaceState(null, '', url);
    await tool();
    await settled();
    expect([map.center, map.zoom, layer.invisible, layer.opacity]).to.deep.equal([[120.2, 36.2], 9.5, true, 0.4]);
    expect(dataset.dataset?.filters.get('kind')).to.deep.equal({ kind: 'in', field: 'kind', values: ['球场'] });
    expect(before.length).to.be.lessThan(url.length);
  });

  it('gives a link that brings back the order of layers, also of those that come later', async () => {
    const { map, tool } = await page();
    const [low, high] = ['低', '高'].map((label) => Object.assign(document.createElement('yzt-point-layer'), { label }));
    map.append(low as Node, high as Node);
    await settled();
    const first = await tool();
    expect(first.url).not.to.contain('~');
    high?.after(low as Node);
    await settled();
    const { url } = first;
    expect(url).to.contain('~');
    high?.before(low as Node);
    low?.remove();
    await settled();
    history.replaceState(null, '', url);
    await tool();
    await settled();
    high?.before(low as Node);
    await settled();
    expect(map.layers.map(({ label }) => label)).to.deep.equal(['健身场馆', '高', '低']);
  });

  it('follows an address that somebody changes, and leaves the page as it is where a link was cut off', async () => {
    const { map, tool } = await page();
    const one = await tool();
    location.hash = '#yzt=119.5,35.5,8';
    await waitUntil(() => map.zoom === 8, 'the view of the address');
    const codes: string[] = [];
    one.addEventListener('yzt-error', (event) => {
      event.preventDefault();
      codes.push(event.detail.code);
    });
    location.hash = '#yzt=1,1,3~eyJs';
    await waitUntil(() => codes.length > 0, 'an error');
    expect([codes, map.zoom]).to.deep.equal([['bad-state'], 8]);
  });

  it('copies the link and says so, and keeps the address up to date where it is told to', async () => {
    const { map, tool } = await page();
    const one = await tool();
    part(one, 'button').click();
    await waitUntil(() => one.shadowRoot?.querySelector('.said'), 'a word', { timeout: 5000 });
    expect(words(one)).to.match(/链接/);
    await expect(one).to.be.accessible();
    one.keep = true;
    map.zoom = 12;
    await waitUntil(() => location.hash.includes(',12'), 'the address', { timeout: 4000 });
  });
});
