import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { ProbeLayer } from '../shared/probe-layer.fixture.js';
import './index.js';
import type { YztMap } from './map.js';

async function readyMap(template = html`<yzt-map center="120.38 36.07" zoom="11" style="height:300px"></yzt-map>`): Promise<YztMap> {
  const map = await fixture<YztMap>(template);
  if (!map.isReady) await oneEvent(map, 'yzt-ready');
  return map;
}

describe('yzt-map', () => {
  it('shows what its attributes say and tells it once', async () => {
    const map = await readyMap();
    expect(map.center).to.deep.equal([120.38, 36.07]);
    expect(map.zoom).to.equal(11);
    const [west, south, east, north] = map.viewBounds ?? [0, 0, 0, 0];
    expect(west).to.be.lessThan(120.38);
    expect(east).to.be.greaterThan(120.38);
    expect(south).to.be.lessThan(36.07);
    expect(north).to.be.greaterThan(36.07);
  });

  it('takes in its layers in the order of the document', async () => {
    const map = await readyMap(html`
      <yzt-map style="height:300px">
        <yzt-probe-layer id="a"></yzt-probe-layer>
        <div><yzt-probe-layer id="b"></yzt-probe-layer></div>
      </yzt-map>
    `);
    expect(map.layers.map((layer) => layer.id)).to.deep.equal(['a', 'b']);
    expect(map.olMap.getLayers().getLength()).to.equal(2);
    const first = document.createElement('yzt-probe-layer');
    first.id = 'c';
    expect(first).to.be.instanceOf(ProbeLayer);
    map.prepend(first);
    expect(map.layers.map((layer) => layer.id)).to.deep.equal(['c', 'a', 'b']);
  });
});
