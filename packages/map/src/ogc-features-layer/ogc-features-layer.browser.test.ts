import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { YztError } from '@yizhangtu/base/errors';
import { readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztOgcFeaturesLayer } from './ogc-features-layer.js';

const API = '/fault/ogc-api/';

async function withLayer(attributes: Record<string, string>): Promise<{ layer: YztOgcFeaturesLayer; errors: YztError[] }> {
  const errors: YztError[] = [];
  const map = await readyMap(html``, { zoom: '14' });
  map.addEventListener('yzt-error', (event) => {
    event.preventDefault();
    errors.push(event.detail);
  });
  const layer = document.createElement('yzt-ogc-features-layer');
  for (const [name, value] of Object.entries({ src: API, table: 'rows', ...attributes })) layer.setAttribute(name, value);
  map.append(layer);
  return { layer, errors };
}

describe('yzt-ogc-features-layer', () => {
  it('follows the pages of a collection', async () => {
    const { layer } = await withLayer({});
    await oneEvent(layer, 'yzt-load');
    expect(layer.dataset.rowCount).to.equal(2400);
    expect(layer.dataset.geometry.kind).to.equal('shape');
    expect(layer.dataset.value(4, 'name')).to.equal('示例 4');
  });

  it('asks for what the view shows', async () => {
    const { layer } = await withLayer({ strategy: 'bbox' });
    await oneEvent(layer, 'yzt-load');
    expect(layer.dataset.rowCount).to.be.greaterThan(5).and.lessThan(200);
    layer.mapElement?.flyTo({ center: [120.55, 36.2], duration: 0 });
    await oneEvent(layer, 'yzt-load');
    expect(layer.dataset.bounds?.[0]).to.be.greaterThan(120.5);
  });

  it('does not take a condition for met that the service does not know', async () => {
    const { errors } = await withLayer({ filter: "kind = '公园'" });
    await waitUntil(() => errors.length > 0, 'an error');
    expect(errors[0]?.code).to.equal('query-failed');
    expect(errors[0]?.message).to.contain('cql2-text').and.to.contain('<yzt-ogc-features-layer');
  });

  it('says that an address is no landing page', async () => {
    const { errors } = await withLayer({ src: '/fault/ogc-api/conformance' });
    await waitUntil(() => errors.length > 0, 'an error');
    expect(errors[0]?.code).to.equal('query-failed');
  });
});
