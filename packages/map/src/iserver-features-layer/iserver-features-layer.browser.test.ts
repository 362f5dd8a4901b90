import { expect, html, oneEvent } from '@open-wc/testing';
import { paintedPixels } from '../data-layer/layer-picture.fixture.js';
import { readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztIserverFeaturesLayer } from './iserver-features-layer.js';

describe('yzt-iserver-features-layer', () => {
  it('draws areas with their holes, under the captions of the service, and asks for what the view shows', async () => {
    const map = await readyMap(html`<yzt-iserver-features-layer src="/fault/rest/iserver/data" table="青岛:绿地" symbology="class:LX"></yzt-iserver-features-layer>`, { zoom: '13' });
    const layer = map.querySelector('yzt-iserver-features-layer') as YztIserverFeaturesLayer;
    if (layer.dataset.rowCount === 0) await oneEvent(layer, 'yzt-load');
    await layer.updateComplete;
    expect([layer.dataset.rowCount, layer.dataset.label('MC', 'zh-CN'), layer.error]).to.deep.equal([6, '名称', undefined]);
    expect(await paintedPixels(map, layer)).to.be.greaterThan(500);
    const hits = (lonLat: readonly [number, number]): number => layer.hitsAt(map.pixelOf(lonLat) as [number, number], 0).length;
    expect([hits([120.347, 36.067]), hits([120.351, 36.071])]).to.deep.equal([1, 0]);
    layer.strategy = 'bbox';
    await oneEvent(layer, 'yzt-load');
    expect(layer.dataset.rowCount).to.be.greaterThan(0).and.lessThan(6);
  });
});
