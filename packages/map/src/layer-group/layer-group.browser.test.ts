import { expect, html } from '@open-wc/testing';
import type LayerGroup from 'ol/layer/Group.js';
import type { State } from 'ol/layer/Layer.js';
import type { YztMap } from '../map/map.js';
import { readyMap, settled } from '../shared/map.fixture.js';
import '../shared/probe-layer.fixture.js';
import type { ProbeLayer } from '../shared/probe-layer.fixture.js';
import './index.js';
import type { YztLayerGroup } from './layer-group.js';

function stateOf(map: YztMap, layer: ProbeLayer): State | undefined {
  return map.olMap.getLayerGroup().getLayerStatesArray().find((state) => state.layer === layer.olLayer);
}

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
