import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { YztError } from '@yizhangtu/base/errors';
import { paintedPixels } from '../data-layer/layer-picture.fixture.js';
import { readyMap } from '../shared/map.fixture.js';
import type { YztMap } from '../map/map.js';
import './index.js';
import type { YztArcgisFeaturesLayer } from './arcgis-features-layer.js';

async function withLayer(attributes: Record<string, string>): Promise<{ map: YztMap; layer: YztArcgisFeaturesLayer; errors: YztError[] }> {
  const errors: YztError[] = [];
  const map = await readyMap(html``, { zoom: '13' });
  map.addEventListener('yzt-error', (event) => {
    event.preventDefault();
    errors.push(event.detail);
  });
  const layer = document.createElement('yzt-arcgis-features-layer');
  for (const [name, value] of Object.entries(attributes)) layer.setAttribute(name, value);
  map.append(layer);
  return { map, layer, errors };
}

describe('yzt-arcgis-features-layer', () => {
  it('draws areas with their holes, under the names and words of the service', async () => {
    const { map, layer, errors } = await withLayer({ src: '/fault/rest/arcgis/FeatureServer', table: '绿地', symbology: 'class:LX' });
    await oneEvent(layer, 'yzt-load');
    await layer.updateComplete;
    expect(layer.dataset.rowCount).to.equal(6);
    expect([layer.dataset.label('MC', 'zh-CN'), layer.dataset.value(1, 'LX')]).to.deep.equal(['名称', '2']);
    expect(layer.symbologyModel?.classes.map(({ label }) => label.zh)).to.include.members(['公园', '广场', '绿地']);
    expect(await paintedPixels(map, layer)).to.be.greaterThan(500);
    const hits = (lonLat: readonly [number, number]): number => layer.hitsAt(map.pixelOf(lonLat) as [number, number], 0).length;
    expect([hits([120.347, 36.067]), hits([120.351, 36.071])]).to.deep.equal([1, 0]);
    expect(errors).to.deep.equal([]);
  });

  it('fetches pages, or what the view shows, from an address that ends with the layer', async () => {
    const { layer } = await withLayer({ src: '/fault/rest/arcgis/FeatureServer/0' });
    await oneEvent(layer, 'yzt-load');
    expect(layer.dataset.rowCount).to.equal(300);
    layer.strategy = 'bbox';
    await oneEvent(layer, 'yzt-load');
    expect(layer.dataset.rowCount).to.be.greaterThan(5).and.lessThan(200);
  });

  it('names a token that is asked for with 200, and a layer that is not there', async () => {
    const { layer, errors } = await withLayer({ src: '/fault/rest/arcgis/token/FeatureServer/0' });
    await waitUntil(() => errors.length > 0, 'an error');
    expect([errors[0]?.code, errors[0]?.text.zh.startsWith('<yzt-arcgis-features-layer>')]).to.deep.equal(['token', true]);
    layer.src = '/fault/rest/arcgis/FeatureServer';
    layer.table = '道路';
    await waitUntil(() => errors.length > 1, 'another error');
    expect(errors[1]?.code).to.equal('not-found');
    expect(errors[1]?.text.zh).to.include('1 绿地').and.to.include('<yzt-arcgis-features-layer>');
  });
});
