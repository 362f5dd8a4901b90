import { expect, html } from '@open-wc/testing';
import LayerGroup from 'ol/layer/Group.js';
import Layer from 'ol/layer/Layer.js';
import '../layer-group/index.js';
import type { YztLayerGroup } from '../layer-group/layer-group.js';
import { hintsOf, readyMap, settled } from '../shared/map.fixture.js';
import { ProbeLayer } from '../shared/probe-layer.fixture.js';
import type { YztMap } from '../map/map.js';

async function layerOn(attributes = html`<yzt-probe-layer></yzt-probe-layer>`): Promise<{ map: YztMap; layer: ProbeLayer }> {
  const map = await readyMap(attributes);
  return { map, layer: map.querySelector('yzt-probe-layer') as ProbeLayer };
}

function stateOf(map: YztMap, layer: ProbeLayer) {
  return map.olMap.getLayerGroup().getLayerStatesArray().find((state) => state.layer === layer.olLayer);
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

describe('yzt-layer-group', () => {
  const nested = html`
    <yzt-layer-group id="outer" opacity="0.5">
      <yzt-probe-layer id="a" opacity="0.5"></yzt-probe-layer>
      <div>
        <yzt-layer-group id="inner"><yzt-probe-layer id="b"></yzt-probe-layer></yzt-layer-group>
      </div>
    </yzt-layer-group>
    <yzt-probe-layer id="c"></yzt-probe-layer>
  `;
  const one = (map: YztMap, id: string): ProbeLayer => map.querySelector(`#${id}`) as ProbeLayer;
  const group = (map: YztMap, id: string): YztLayerGroup => map.querySelector(`#${id}`) as YztLayerGroup;

  it('makes the tree of OpenLayers the tree of the document', async () => {
    const map = await readyMap(nested);
    await settled();
    const { olMap } = map;
    expect(olMap.getLayers().getArray()).to.have.members([group(map, 'outer').olLayer, one(map, 'c').olLayer]);
    const inside = (group(map, 'outer').olLayer as LayerGroup).getLayers().getArray();
    expect(inside).to.have.members([one(map, 'a').olLayer, group(map, 'inner').olLayer]);
    expect(map.layers.map(({ id }) => id)).to.deep.equal(['a', 'b', 'c']);
    expect(group(map, 'outer').layers.map(({ id }) => id)).to.deep.equal(['a', 'inner']);
    expect(one(map, 'b').groupElement).to.equal(group(map, 'inner'));
    const order = [...olMap.getLayerGroup().getLayerStatesArray()].sort((x, y) => (x.zIndex ?? 0) - (y.zIndex ?? 0));
    expect(order.map(({ layer }) => layer)).to.deep.equal(['a', 'b', 'c'].map((id) => one(map, id).olLayer));
  });

  it('fades and hides everything inside, and leaves their own values alone', async () => {
    const map = await readyMap(nested);
    await settled();
    expect(stateOf(map, one(map, 'a'))?.opacity).to.equal(0.25);
    expect(stateOf(map, one(map, 'b'))?.opacity).to.equal(0.5);
    expect(stateOf(map, one(map, 'c'))?.opacity).to.equal(1);
    group(map, 'outer').invisible = true;
    await settled();
    expect(stateOf(map, one(map, 'b'))?.visible).to.equal(false);
    expect([one(map, 'b').isShown, one(map, 'b').invisible, one(map, 'c').isShown]).to.deep.equal([false, false, true]);
  });

  it('takes in layers that come, go and move', async () => {
    const map = await readyMap(nested);
    const [a, c] = [one(map, 'a'), one(map, 'c')];
    group(map, 'inner').append(c);
    await settled();
    expect(c.groupElement?.id).to.equal('inner');
    expect(stateOf(map, c)?.opacity).to.equal(0.5);
    map.append(a);
    await settled();
    expect(a.groupElement).to.equal(undefined);
    expect(stateOf(map, a)?.opacity).to.equal(0.5);
    expect(map.layers.map(({ id }) => id)).to.deep.equal(['b', 'c', 'a']);
    group(map, 'outer').remove();
    await settled();
    expect(map.layers.map(({ id }) => id)).to.deep.equal(['a']);
    expect(map.olMap.getLayers().getArray()).to.deep.equal([a.olLayer]);
  });

  it('gives its layers back their own opacity when it is unwrapped', async () => {
    const map = await readyMap(nested);
    const outer = group(map, 'outer');
    outer.replaceWith(...Array.from(outer.children));
    await settled();
    expect(stateOf(map, one(map, 'a'))?.opacity).to.equal(0.5);
    expect(stateOf(map, one(map, 'b'))?.opacity).to.equal(1);
    expect(one(map, 'a').made).to.equal(1);
  });

  it('shows at most one layer where it is exclusive', async () => {
    const map = await readyMap(html`
      <yzt-layer-group id="base" exclusive>
        <yzt-probe-layer id="a"></yzt-probe-layer><yzt-probe-layer id="b"></yzt-probe-layer><yzt-probe-layer id="c"></yzt-probe-layer>
      </yzt-layer-group>
    `);
    await settled();
    const visible = (): string[] => map.layers.filter(({ invisible }) => !invisible).map(({ id }) => id);
    expect(visible()).to.deep.equal(['c']);
    one(map, 'a').invisible = false;
    await settled();
    expect(visible()).to.deep.equal(['a']);
    one(map, 'b').olLayer.setVisible(true);
    await settled();
    expect(visible()).to.deep.equal(['b']);
    one(map, 'b').invisible = true;
    await settled();
    expect(visible()).to.deep.equal([]);
    group(map, 'base').exclusive = false;
    one(map, 'a').invisible = false;
    one(map, 'b').invisible = false;
    await settled();
    expect(visible()).to.deep.equal(['a', 'b']);
  });
});
