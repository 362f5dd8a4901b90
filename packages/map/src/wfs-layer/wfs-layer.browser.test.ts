import { aTimeout, expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { YztError } from '@yizhangtu/base/errors';
import { DatasetController } from '@yizhangtu/data/link';
import { LitElement } from 'lit';
import { paintedPixels } from '../data-layer/layer-picture.fixture.js';
import { hintsOf, readyMap } from '../shared/map.fixture.js';
import type { YztMap } from '../map/map.js';
import './index.js';
import type { YztWfsLayer } from './wfs-layer.js';

const WFS = '/fault/wfs';

async function withLayer(attributes: Record<string, string>, view = '11'): Promise<{ map: YztMap; layer: YztWfsLayer; errors: YztError[] }> {
  const errors: YztError[] = [];
  const map = await readyMap(html``, { zoom: view });
  map.addEventListener('yzt-error', (event) => {
    event.preventDefault();
    errors.push(event.detail);
  });
  const layer = document.createElement('yzt-wfs-layer');
  for (const [name, value] of Object.entries({ src: WFS, table: 'city:rows', ...attributes })) layer.setAttribute(name, value);
  map.append(layer);
  return { map, layer, errors };
}

async function loaded(layer: YztWfsLayer): Promise<void> {
  await oneEvent(layer, 'yzt-load');
  await layer.updateComplete;
}

describe('yzt-wfs-layer', () => {
  it('fetches a whole table over pages and draws points, lines and areas, which can be hit', async () => {
    const { map, layer, errors } = await withLayer({ symbology: 'class:kind', label: '公园' }, '13');
    expect(layer.loading).to.equal(true);
    await loaded(layer);
    expect(layer.loading).to.equal(false);
    expect(layer.dataset.rowCount).to.equal(2400);
    expect(layer.layerDataset).to.equal(layer.dataset);
    expect(layer.symbologyModel?.classes.length).to.equal(3);
    expect(await paintedPixels(map, layer)).to.be.greaterThan(1000);
    const nameAt = (lonLat: readonly [number, number]): unknown => {
      const pixel = map.pixelOf(lonLat);
      return pixel && layer.hitsAt(pixel, 2).map(({ row, dataset }) => dataset.value(row, 'n'))[0];
    };
    // 17 rows up, 28 and 30 columns along: a point and a line; 25 an area.
    expect(nameAt([120.38, 36.07])).to.equal(17 * 60 + 28);
    expect(nameAt([120.402, 36.0715])).to.equal(17 * 60 + 30);
    expect(nameAt([120.352, 36.072])).to.equal(17 * 60 + 25);
    expect(errors).to.deep.equal([]);
  });

  it('gives its rows to whoever names its id, however early', async () => {
    class Reader extends LitElement {
      readonly link = new DatasetController(this, { given: () => 'parks' });
    }
    customElements.define('test-rows-reader', Reader);
    const reader = document.createElement('test-rows-reader') as Reader;
    document.body.append(reader);
    await reader.updateComplete;
    const { layer } = await withLayer({ id: 'parks' });
    await waitUntil(() => reader.link.loading, 'the reader knows of the loading');
    await loaded(layer);
    expect(reader.link.dataset).to.equal(layer.dataset);
    layer.dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['公园'] });
    expect(reader.link.dataset?.rows().total).to.equal(800);
    reader.remove();
  });

  it('asks for what the view shows, and again as it moves; what is outside is not there', async () => {
    const { map, layer } = await withLayer({ strategy: 'bbox' }, '14');
    await loaded(layer);
    const first = layer.dataset.rowCount;
    expect(first).to.be.greaterThan(5).and.lessThan(200);
    layer.dataset.select([0]);
    // Within what was fetched: nothing is asked.
    map.center = [120.381, 36.071];
    await oneEvent(map, 'yzt-view-change');
    await aTimeout(300);
    expect(layer.loading).to.equal(false);
    expect([...layer.dataset.selection]).to.deep.equal([0]);
    map.center = [120.55, 36.2];
    await loaded(layer);
    const [west = 0, , east = 0] = layer.dataset.bounds ?? [];
    const view = map.viewBounds;
    expect(west).to.be.greaterThan(120.5);
    expect(view && west < view[2] && east > view[0]).to.equal(true);
    expect([...layer.dataset.selection]).to.deep.equal([]);
    // Out over the sea there is nothing.
    map.center = [122, 35];
    await loaded(layer);
    expect(layer.dataset.rowCount).to.equal(0);
  });

  it('asks for nothing while it is hidden or beyond its scales', async () => {
    const { map, layer } = await withLayer({ strategy: 'bbox', invisible: '' }, '14');
    await aTimeout(300);
    expect(layer.loading).to.equal(false);
    layer.invisible = false;
    await loaded(layer);
    layer.minZoom = 15;
    map.center = [120.55, 36.2];
    await oneEvent(map, 'yzt-view-change');
    await aTimeout(300);
    expect(layer.loading).to.equal(false);
  });

  it('says that there are more rows than its limit', async () => {
    let layer: YztWfsLayer | undefined;
    const said = await hintsOf(async () => {
      ({ layer } = await withLayer({ limit: '700' }));
      await loaded(layer);
    });
    expect(layer?.dataset.rowCount).to.equal(700);
    expect(layer?.truncated).to.equal(true);
    expect(said.join()).to.contain('2400').and.to.contain('limit');
    layer?.setAttribute('limit', '5000');
    await loaded(layer as YztWfsLayer);
    expect(layer?.truncated).to.equal(false);
    expect(layer?.dataset.rowCount).to.equal(2400);
  });

  it('keeps its rows while others are on the way, and drops what was overtaken', async () => {
    const { layer } = await withLayer({});
    await loaded(layer);
    layer.src = `${WFS}?ms=200`;
    await layer.updateComplete;
    expect(layer.loading).to.equal(true);
    expect(layer.dataset.rowCount).to.equal(2400);
    layer.limit = 50;
    layer.src = WFS;
    await loaded(layer);
    await aTimeout(500);
    expect(layer.dataset.rowCount).to.equal(50);
  });

  for (const [src, table, code, words] of [
    ['/fault/html', 'city:rows', 'web-page', '/fault/html'],
    ['/fault/status/404', 'city:rows', 'not-found', '404'],
    [WFS, 'city:none', 'not-found', 'city:none'],
  ] as const) {
    it(`is in trouble with ${src} ${table}: ${code}, said once under its own name`, async () => {
      const { layer, errors } = await withLayer({ src, table });
      await waitUntil(() => errors.length > 0, 'an error', { timeout: 8000 });
      expect(errors).to.have.length(1);
      expect(errors[0]?.code).to.equal(code);
      expect(errors[0]?.text.zh).to.contain('<yzt-wfs-layer').and.to.contain(words);
      expect(layer.hasAttribute('error')).to.equal(true);
      layer.src = WFS;
      layer.table = 'city:rows';
      await loaded(layer);
      expect(layer.hasAttribute('error')).to.equal(false);
      expect(layer.dataset.rowCount).to.equal(2400);
    });
  }

  it('names what it cannot use', async () => {
    const said = await hintsOf(async () => {
      const { layer } = await withLayer({ strategy: 'tiles', axis: 'ne' });
      expect([layer.strategy, layer.axis]).to.deep.equal(['all', 'auto']);
      await loaded(layer);
    });
    expect(said.join()).to.contain('strategy').and.to.contain('axis');
  });
});
