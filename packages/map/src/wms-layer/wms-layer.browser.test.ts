import { aTimeout, expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { hintsOf, readyMap, settled } from '../shared/map.fixture.js';
import { askedSince, servicePage, type ServicePage } from '../services/service.fixture.js';
import './index.js';
import type { YztWmsLayer } from './wms-layer.js';

const SERVICE = '/fault/wms';

/** What the layer asked for since the test began, as parameters. */
const asked = (from: number): URLSearchParams[] => askedSince(from, SERVICE).map(({ searchParams }) => searchParams);

const page = (content: TemplateResult, attributes?: Record<string, string>): Promise<ServicePage<YztWmsLayer>> => servicePage('yzt-wms-layer', content, attributes);

/** The browser lists a request some time after its answer. */
async function requests(from: number, kind: string): Promise<URLSearchParams[]> {
  const found = (): URLSearchParams[] => asked(from).filter((query) => query.get('REQUEST') === kind);
  await waitUntil(() => found().length > 0, `${kind} is asked`, { timeout: 4000 });
  return found();
}

const maps = (from: number): URLSearchParams[] => asked(from).filter((query) => query.get('REQUEST') === 'GetMap');
const pictured = (from: number, count = 1): Promise<void> => waitUntil(() => maps(from).length >= count, 'pictures are asked for', { timeout: 8000 });

describe('yzt-wms-layer', () => {
  before(async function warm() {
    this.timeout(60_000);
    await readyMap();
  });

  it('asks for one picture of the view, in the projection of the map', async () => {
    const { layer, from, failures } = await page(html`<yzt-wms-layer url=${`${SERVICE}?map=qd&request=GetCapabilities`} layers="plots, roads"></yzt-wms-layer>`);
    await pictured(from);
    await settled();
    const [query] = maps(from);
    expect(Object.fromEntries(query ?? [])).to.include({ map: 'qd', SERVICE: 'WMS', VERSION: '1.1.1', LAYERS: 'plots,roads', SRS: 'EPSG:3857', WIDTH: '400', HEIGHT: '300', TRANSPARENT: 'TRUE' });
    expect(maps(from)).to.have.lengthOf(1);
    expect([failures.length, layer.failedTiles]).to.deep.equal([0, 0]);
  });

  it('asks CGCS2000 latitude first in 1.3.0, whatever the map is drawn in', async () => {
    const { from } = await page(html`<yzt-wms-layer url=${SERVICE} layers="plots" version="1.3.0" crs="EPSG:4490"></yzt-wms-layer>`);
    await pictured(from);
    const [south = 0, west = 0, north = 0, east = 0] = maps(from)[0]?.get('BBOX')?.split(',').map(Number) ?? [];
    expect(maps(from)[0]?.get('CRS')).to.equal('EPSG:4490');
    expect([south < 36.07 && north > 36.07, west < 120.38 && east > 120.38]).to.deep.equal([true, true]);
  });

  it('asks a map in a CGCS2000 zone in that zone, and the order of axes as the page says', async () => {
    const { from, layer } = await page(html`<yzt-wms-layer url=${SERVICE} layers="plots" version="1.3.0"></yzt-wms-layer>`, { projection: 'EPSG:4549' });
    await pictured(from);
    const first = maps(from)[0];
    const [north = 0, east = 0] = first?.get('BBOX')?.split(',').map(Number) ?? [];
    expect([first?.get('CRS'), Math.round(north / 1e5), Math.round(east / 1e5)]).to.deep.equal(['EPSG:4549', 40, 5]);
    layer.axisOrder = 'xy';
    await pictured(from, 2);
    expect(Math.round(Number(maps(from)[1]?.get('BBOX')?.split(',')[0]) / 1e5)).to.equal(5);
  });

  it('asks anew when a word changes, and in tiles when it is to', async () => {
    const { from, layer } = await page(html`<yzt-wms-layer url=${SERVICE} layers="plots"></yzt-wms-layer>`);
    await pictured(from);
    Object.assign(layer, { time: '2024-07', cqlFilter: "用途 = '公园'", params: 'env=size:3', styles: 'plain', opaque: true, format: 'jpeg' });
    await pictured(from, 2);
    expect(Object.fromEntries(maps(from)[1] ?? [])).to.include({ TIME: '2024-07', CQL_FILTER: "用途 = '公园'", env: 'size:3', STYLES: 'plain', TRANSPARENT: 'FALSE', FORMAT: 'image/jpeg' });
    layer.tiled = true;
    await pictured(from, 5);
    const tiles = maps(from).slice(2);
    expect(tiles.every((tile) => tile.get('WIDTH') === '256' && tile.get('HEIGHT') === '256')).to.equal(true);
    layer.layers = '';
    await layer.updateComplete;
    layer.params = 'env=none';
    await layer.updateComplete;
    await aTimeout(300);
    expect(maps(from).some((query) => query.get('env') === 'none')).to.equal(false);
  });

  it('says in the words of the service why nothing is drawn, once, and mends', async () => {
    const { map, layer, failures } = await page(html`<yzt-wms-layer url=${SERVICE} layers="broken"></yzt-wms-layer>`);
    if (failures.length === 0) await oneEvent(map, 'yzt-error');
    expect([failures.length, failures[0]?.code]).to.deep.equal([1, 'service-exception']);
    expect(failures[0]?.message).to.include('yzt-wms-layer').and.to.include('LayerNotDefined');
    expect(layer.hasAttribute('error')).to.equal(true);
    layer.layers = 'plots';
    await layer.updateComplete;
    expect(layer.hasAttribute('error')).to.equal(false);
  });

  it('asks nothing of a service until something needs it, and then once', async () => {
    const { layer, from } = await page(html`<yzt-wms-layer url="${SERVICE}?lazy=1" layers="plots"></yzt-wms-layer>`);
    await pictured(from);
    expect([layer.timeValues, layer.serviceBounds, asked(from).length]).to.deep.equal([undefined, undefined, 1]);
    const said = await hintsOf(async () => {
      const [info, again] = await Promise.all([layer.loadCapabilities(), layer.loadCapabilities()]);
      expect(again).to.equal(info);
    });
    expect(await requests(from, 'GetCapabilities')).to.have.lengthOf(1);
    expect([layer.timeValues, layer.serviceBounds]).to.deep.equal([['2022', '2023', '2024'], [119.5, 35.5, 121, 37]]);
    // The document names an inner host: it is said, and never asked.
    expect(said.join()).to.include('http://gis-inner:8080').and.to.include(SERVICE);
    expect(performance.getEntriesByType('resource').some(({ name }) => name.includes('gis-inner'))).to.equal(false);
    expect(layer.legendImages).to.have.lengthOf(1);
    expect(layer.legendImages[0]).to.include({ alt: '宗地的图例' });
    expect(layer.legendImages[0]?.url).to.match(/^\/fault\/wms\?/).and.to.include('REQUEST=GetLegendGraphic').and.to.include('LAYER=plots');
  });

  it('answers a click with aliases, and nothing for layers that cannot be asked', async () => {
    const { layer, from } = await page(html`<yzt-wms-layer url=${SERVICE} layers="plots,roads" version="1.3.0" aliases="DLMC=地类名称" fields="DLMC TBMJ"></yzt-wms-layer>`);
    await pictured(from);
    const { signal } = new AbortController();
    const answer = await layer.identifyAt([120.38, 36.07], { signal });
    expect(answer).to.deep.equal([{ title: '示例地块', rows: [{ label: '地类名称', value: '水田' }, { label: 'TBMJ', value: '1,200' }] }]);
    const [query] = await requests(from, 'GetFeatureInfo');
    expect(Object.fromEntries(query ?? [])).to.include({ QUERY_LAYERS: 'plots', INFO_FORMAT: 'application/json', I: '50', J: '50' });
    layer.layers = 'roads';
    await layer.updateComplete;
    expect(await layer.identifyAt([120.38, 36.07], { signal })).to.deep.equal([]);
    layer.noIdentify = true;
    expect(layer.identifyAt([120.38, 36.07], { signal })).to.equal(undefined);
  });

  it('keeps its value and says how to write it when an attribute cannot be used', async () => {
    const { layer } = await page(html`<yzt-wms-layer></yzt-wms-layer>`);
    const said = await hintsOf(async () => {
      layer.setAttribute('version', '2.0');
      layer.setAttribute('feature-count', 'many');
      layer.setAttribute('tile-size', '3');
      await layer.updateComplete;
    });
    expect([layer.version, layer.featureCount, layer.tileSize]).to.deep.equal(['1.1.1', 5, 256]);
    expect(said).to.have.lengthOf(3);
  });

  it('comes back to a page', async () => {
    const { map, layer, from } = await page(html`<yzt-wms-layer url="${SERVICE}?back=1" layers="plots"></yzt-wms-layer>`);
    await pictured(from);
    layer.remove();
    await settled();
    layer.params = 'again=1';
    map.append(layer);
    await pictured(from, 2);
  });
});
