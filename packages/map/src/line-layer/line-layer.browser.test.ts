import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { Dataset } from '@yizhangtu/data/model';
import { mixedShapes as shapes, paintedPixels, pixelAt } from '../data-layer/layer-picture.fixture.js';
import { hintsOf, readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztLineLayer } from './index.js';

describe('yzt-line-layer', () => {
  async function lines(dataset: Dataset) {
    const map = await readyMap(html`<yzt-line-layer symbology="fixed:#1f5fd0" width="6"></yzt-line-layer>`);
    const layer = map.querySelector('yzt-line-layer') as YztLineLayer;
    layer.dataset = dataset;
    await layer.updateComplete;
    return { map, layer };
  }

  it('draws lines only, in their width, with a casing', async () => {
    const { map, layer } = await lines(shapes());
    expect(await pixelAt(map, layer, [120.38, 36.03])).to.deep.equal([31, 95, 208, 255]);
    const casing = await pixelAt(map, layer, [120.38, 36.03], 0, 3.6);
    expect(casing.slice(0, 3)).to.not.deep.equal([31, 95, 208]);
    expect(casing[3]).to.be.greaterThan(60);
    expect(await pixelAt(map, layer, [120.36, 36.07])).to.deep.equal([0, 0, 0, 0]);
  });

  it('draws dashes, and says a pattern it cannot use', async () => {
    const { map, layer } = await lines(shapes());
    const solid = await paintedPixels(map, layer);
    layer.setAttribute('dash', '8 8');
    expect(await paintedPixels(map, layer)).to.be.lessThan(solid * 0.6);
    const hints = await hintsOf(() => layer.setAttribute('dash', 'dotted'));
    expect(hints).to.have.length(1);
    expect(layer.dash).to.equal('8 8');
    layer.removeAttribute('dash');
    // Chromium moves a canvas that is read often off the GPU, which rounds edges otherwise.
    expect(await paintedPixels(map, layer)).to.be.closeTo(solid, solid * 0.03);
  });

  it('is hit within its width and the tolerance', async () => {
    const { map, layer } = await lines(shapes());
    await paintedPixels(map, layer);
    const [x, y] = map.pixelOf([120.38, 36.03]) as [number, number];
    expect(layer.hitsAt([x, y + 2], 0).map((hit) => hit.row)).to.deep.equal([2]);
    expect(layer.hitsAt([x, y + 6], 0)).to.deep.equal([]);
    expect(layer.hitsAt([x, y + 6], 4)).to.have.length(1);
  });
});
