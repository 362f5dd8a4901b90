import { expect, html } from '@open-wc/testing';
import type Layer from 'ol/layer/Layer.js';
import { hintsOf, readyMap } from '../shared/map.fixture.js';
import '../shared/probe-layer.fixture.js';
import type { ProbeLayer } from '../shared/probe-layer.fixture.js';
import type { YztMap } from '../map/map.js';

async function layerOn(attributes = html`<yzt-probe-layer></yzt-probe-layer>`): Promise<{ map: YztMap; layer: ProbeLayer }> {
  const map = await readyMap(attributes);
  return { map, layer: map.querySelector('yzt-probe-layer') as ProbeLayer };
}

describe('a layer element', () => {
  for (const { name, attribute, value, unset, read, ol } of [
    { name: 'opacity', attribute: '0.4', value: 0.7, unset: 1, read: (layer: Layer) => layer.getOpacity(), ol: [0.4, 0.7, 1] },
    { name: 'min-zoom', attribute: '9', value: 10.5, unset: undefined, read: (layer: Layer) => Math.round(layer.getMinZoom() * 1e6) / 1e6, ol: [9, 10.5, -Infinity] },
    { name: 'max-zoom', attribute: '15', value: 16, unset: undefined, read: (layer: Layer) => layer.getMaxZoom(), ol: [15, 16, Infinity] },
    { name: 'invisible', attribute: '', value: true, unset: false, read: (layer: Layer) => layer.getVisible(), ol: [false, false, true] },
  ] as const) {
    it(`puts ${name} into OpenLayers when set, changed and unset`, async () => {
      const { layer } = await layerOn();
      const property = name.replace(/-./, (part) => part.charAt(1).toUpperCase()) as 'opacity';
      const olLayer = layer.olLayer as Layer;
      layer.setAttribute(name, attribute);
      await layer.updateComplete;
      expect(read(olLayer)).to.equal(ol[0]);
      (layer as unknown as Record<string, unknown>)[property] = value;
      await layer.updateComplete;
      expect(read(olLayer)).to.equal(ol[1]);
      layer.removeAttribute(name);
      await layer.updateComplete;
      expect(layer[property]).to.equal(unset);
      expect(read(olLayer)).to.equal(ol[2]);
    });
  }

  it('takes over what code changes on the OpenLayers layer', async () => {
    const { layer } = await layerOn();
    const olLayer = layer.olLayer;
    olLayer.setOpacity(0.2);
    olLayer.setVisible(false);
    await layer.updateComplete;
    olLayer.setMinZoom(7);
    olLayer.setMaxZoom(12);
    await layer.updateComplete;
    expect([layer.opacity, layer.invisible, layer.minZoom, layer.maxZoom]).to.deep.equal([0.2, true, 7, 12]);
    expect(layer.hasAttribute('invisible')).to.equal(true);
    expect([olLayer.getOpacity(), olLayer.getVisible(), olLayer.getMaxZoom()]).to.deep.equal([0.2, false, 12]);
  });

  it('takes over a change of OpenLayers that comes while another property waits for its update', async () => {
    const { layer } = await layerOn();
    layer.label = '场馆';
    layer.olLayer.setOpacity(0.2);
    await layer.updateComplete;
    expect(layer.opacity).to.equal(0.2);
    layer.opacity = 0.6;
    layer.olLayer.setVisible(false);
    await layer.updateComplete;
    expect([layer.opacity, layer.invisible]).to.deep.equal([0.6, true]);
  });

  it('shows from its least zoom on, that one included', async () => {
    const { map, layer } = await layerOn(html`<yzt-probe-layer min-zoom="11" max-zoom="12"></yzt-probe-layer>`);
    await layer.updateComplete;
    const shown = (): boolean => layer.isShown && (layer.olLayer as Layer).isVisible(map.olMap.getView());
    expect(shown()).to.equal(true);
    map.zoom = 10.9;
    expect([layer.isShown, (layer.olLayer as Layer).isVisible(map.olMap.getView())]).to.deep.equal([false, false]);
    map.zoom = 12;
    expect(shown()).to.equal(true);
    map.zoom = 12.1;
    expect([layer.isShown, (layer.olLayer as Layer).isVisible(map.olMap.getView())]).to.deep.equal([false, false]);
  });

  it('keeps its value and says how to write it when an attribute cannot be used', async () => {
    for (const [name, value] of [
      ['opacity', '1.5'],
      ['opacity', 'half'],
      ['min-zoom', 'near'],
      ['max-zoom', 'far'],
    ] as const) {
      const { layer } = await layerOn();
      const said = await hintsOf(() => layer.setAttribute(name, value));
      expect(said, `${name}=${value}`).to.have.lengthOf(1);
      expect(said[0]).to.contain(`${name}="${value}"`);
      expect([layer.opacity, layer.minZoom, layer.maxZoom]).to.deep.equal([1, undefined, undefined]);
    }
  });
});
