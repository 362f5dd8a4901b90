import { expect, fixture, html } from '@open-wc/testing';
import { YztError } from '@yizhangtu/base/errors';
import { mixedShapes, pixelAt } from './layer-picture.fixture.js';
import '../polygon-layer/index.js';
import type { YztPolygonLayer } from '../polygon-layer/index.js';
import type { YztMap } from '../map/index.js';

describe('a data layer before the map', () => {
  it('needs no code of the map until there is one, says so, and is drawn when it comes', async () => {
    const box = await fixture<HTMLElement>(html`
      <div style="width: 400px; height: 400px">
        <yzt-map center="120.38 36.07" zoom="11"><yzt-polygon-layer symbology="fixed:#1f5fd0" fill-opacity="1"></yzt-polygon-layer></yzt-map>
      </div>
    `);
    const layer = box.querySelector('yzt-polygon-layer') as YztPolygonLayer;
    layer.dataset = mixedShapes();
    expect(() => layer.olLayer).to.throw(YztError, '@yizhangtu/map/map');

    await import('../map/index.js');
    const map = box.querySelector('yzt-map') as YztMap;
    if (!map.isReady) await new Promise((resolve) => map.addEventListener('yzt-ready', resolve, { once: true }));
    await layer.updateComplete;
    expect(map.layers).to.deep.equal([layer]);
    expect(await pixelAt(map, layer, [120.36, 36.07])).to.deep.equal([31, 95, 208, 255]);
  });
});
