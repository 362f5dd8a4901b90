import { expect, html } from '@open-wc/testing';
import Layer from 'ol/layer/Layer.js';
import { YztError } from '@yizhangtu/base/errors';
import { readyMap, settled } from '../shared/map.fixture.js';
import './index.js';
import type { YztOlLayer } from './ol-layer.js';

function native(options = {}): Layer {
  const canvas = document.createElement('canvas');
  return new Layer({ ...options, render: () => canvas });
}

describe('yzt-ol-layer', () => {
  it('takes a native layer into its place, with the values it has', async () => {
    const layer = native({ opacity: 0.4, visible: false, minZoom: 6 });
    const map = await readyMap(html`<yzt-ol-layer id="a"></yzt-ol-layer><yzt-ol-layer id="b" .olLayer=${layer}></yzt-ol-layer>`);
    await settled();
    const element = map.querySelector('#b') as YztOlLayer;
    expect(map.olMap.getLayers().getArray()).to.contain(layer);
    expect(element.olLayer).to.equal(layer);
    expect([element.opacity, element.invisible, element.minZoom]).to.deep.equal([0.4, true, 6]);
    expect([layer.getOpacity(), layer.getVisible(), layer.getMinZoom()]).to.deep.equal([0.4, false, 6]);
    element.opacity = 0.9;
    await element.updateComplete;
    expect(layer.getOpacity()).to.equal(0.9);
  });

  it('lets markup win over the native layer', async () => {
    const layer = native({ opacity: 0.4 });
    const map = await readyMap(html`<yzt-ol-layer opacity="0.8" .olLayer=${layer}></yzt-ol-layer>`);
    await settled();
    expect(layer.getOpacity()).to.equal(0.8);
    expect(map.layers).to.have.lengthOf(1);
  });

  it('changes layers, gives the old one back as it came, and never disposes it', async () => {
    const [one, two] = [native({ zIndex: 42 }), native()];
    const map = await readyMap(html`<yzt-ol-layer .olLayer=${one}></yzt-ol-layer>`);
    const element = map.querySelector('yzt-ol-layer') as YztOlLayer;
    await settled();
    expect(one.getZIndex()).not.to.equal(42);
    let disposed = 0;
    for (const layer of [one, two]) {
      const dispose = layer.dispose.bind(layer);
      layer.dispose = () => {
        disposed++;
        dispose();
      };
    }
    element.olLayer = two;
    await settled();
    expect(map.olMap.getLayers().getArray()).to.deep.equal([two]);
    expect(one.getZIndex()).to.equal(42);
    element.olLayer = undefined;
    await settled();
    expect(map.olMap.getLayers().getArray()).not.to.contain(two);
    element.olLayer = two;
    element.remove();
    await settled();
    expect(two.getZIndex()).to.equal(undefined);
    map.append(element);
    await settled();
    expect(map.olMap.getLayers().getArray()).to.deep.equal([two]);
    expect(disposed).to.equal(0);
  });

  it('refuses what is no layer, and says what is missing', () => {
    const element = document.createElement('yzt-ol-layer');
    for (const value of ['layer', {}, { on() {}, un() {} }, document.createElement('div')]) {
      let reason: unknown;
      try {
        element.olLayer = value as unknown as Layer;
      } catch (error) {
        reason = error;
      }
      expect(reason).to.be.instanceOf(YztError);
      expect((reason as YztError).code).to.equal('ol-mismatch');
      expect((reason as YztError).message).to.contain('yzt-ol-layer').and.to.contain('getLayerStatesArray');
    }
  });
});
