import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import type TileLayer from 'ol/layer/Tile.js';
import type XYZ from 'ol/source/XYZ.js';
import type { YztError } from '@yizhangtu/base/errors';
import { hintsOf, readyMap, settled } from '../shared/map.fixture.js';
import type { YztMap } from '../map/map.js';
import './index.js';
import type { YztXyzLayer } from './xyz-layer.js';

const PIXEL = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const GOOD = `${PIXEL}#{z}/{x}/{y}`;

function layerIn(map: YztMap): YztXyzLayer {
  return map.querySelector('yzt-xyz-layer') as YztXyzLayer;
}

function sourceOf(layer: YztXyzLayer): XYZ | null {
  return (layer.olLayer as TileLayer<XYZ>).getSource();
}

function failuresOf(map: YztMap): YztError[] {
  const failures: YztError[] = [];
  map.addEventListener('yzt-error', (event) => {
    event.preventDefault();
    failures.push(event.detail);
  });
  return failures;
}

describe('yzt-xyz-layer', () => {
  it('draws tiles', async () => {
    const map = await readyMap(html`<yzt-xyz-layer url=${GOOD}></yzt-xyz-layer>`);
    const failures = failuresOf(map);
    await new Promise<void>((resolve) => {
      map.olMap.once('rendercomplete', () => resolve());
      map.olMap.render();
    });
    const canvas = map.shadowRoot?.querySelector('canvas');
    expect(canvas?.width).to.be.greaterThan(0);
    expect(failures).to.deep.equal([]);
    expect(layerIn(map).failedTiles).to.equal(0);
  });

  it('puts every property into its source when set, changed and unset', async () => {
    const map = await readyMap(html`<yzt-xyz-layer url=${GOOD}></yzt-xyz-layer>`);
    const layer = layerIn(map);
    const first = sourceOf(layer);
    layer.setAttribute('tile-size', '512');
    layer.maxNativeZoom = 14;
    layer.crossOrigin = 'anonymous';
    await layer.updateComplete;
    expect(sourceOf(layer)).not.to.equal(first);
    expect(sourceOf(layer)?.getTileGrid()?.getTileSize(3)).to.equal(512);
    expect(sourceOf(layer)?.getTileGrid()?.getMaxZoom()).to.equal(14);
    layer.removeAttribute('tile-size');
    layer.maxNativeZoom = undefined;
    layer.url = `${PIXEL}#other/{z}/{x}/{-y}`;
    await layer.updateComplete;
    expect(sourceOf(layer)?.getTileGrid()?.getTileSize(3)).to.equal(256);
    expect(sourceOf(layer)?.getTileGrid()?.getMaxZoom()).to.be.greaterThan(20);
    expect(sourceOf(layer)?.getUrls()?.[0]).to.contain('other');
    layer.removeAttribute('url');
    layer.url = '';
    await layer.updateComplete;
    expect(sourceOf(layer)).to.equal(null);
  });

  it('asks for nothing while the map has no size', async () => {
    const box = document.createElement('div');
    box.style.display = 'none';
    const map = document.createElement('yzt-map');
    const layer = document.createElement('yzt-xyz-layer');
    layer.url = `${location.origin}/no-size/{z}/{x}/{y}.png`;
    map.append(layer);
    box.append(map);
    document.body.append(box);
    await aTimeout(100);
    const asked = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/no-size/'));
    expect(asked).to.deep.equal([]);
    box.remove();
  });

  it('says once that a service gives nothing, without its key, and mends when it does', async () => {
    const url = `${location.origin}/missing/{z}/{x}/{y}.png?tk=SECRET`;
    const map = await readyMap(html`<yzt-xyz-layer url=${url}></yzt-xyz-layer>`);
    const failures = failuresOf(map);
    const layer = layerIn(map);
    await oneEvent(map, 'yzt-error');
    await aTimeout(300);
    expect(failures).to.have.lengthOf(1);
    expect(failures[0]?.code).to.equal('not-found');
    expect(failures[0]?.message).to.contain('<yzt-xyz-layer>').and.to.match(/\/missing\/\d+\/\d+\/\d+\.png/).and.not.to.contain('SECRET');
    expect(layer.hasAttribute('error')).to.equal(true);
    expect(layer.missingTiles).to.be.greaterThan(1);
    expect(layer.failedTiles).to.equal(0);
    layer.url = GOOD;
    await layer.updateComplete;
    await settled();
    expect(layer.hasAttribute('error')).to.equal(false);
    expect(layer.missingTiles).to.equal(0);
  });

  it('names a template without places for the tile', async () => {
    const said = await hintsOf(async () => {
      const map = await readyMap(html`<yzt-xyz-layer url="/tiles/map.png"></yzt-xyz-layer>`);
      await layerIn(map).updateComplete;
      expect(sourceOf(layerIn(map))).to.equal(null);
    });
    expect(said.join()).to.contain('yzt-xyz-layer').and.to.contain('{z}/{x}/{y}');
  });

  it('makes a new source when it comes back to a page', async () => {
    const map = await readyMap(html`<yzt-xyz-layer url=${GOOD}></yzt-xyz-layer>`);
    const layer = layerIn(map);
    const first = sourceOf(layer);
    layer.remove();
    await settled();
    map.append(layer);
    await layer.updateComplete;
    expect(sourceOf(layer)).not.to.equal(first);
    expect(sourceOf(layer)?.getUrls()).to.deep.equal([GOOD]);
  });
});
