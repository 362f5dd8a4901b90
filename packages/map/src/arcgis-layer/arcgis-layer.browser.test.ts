import { expect, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { askedSince, servicePage, type ServicePage } from '../services/service.fixture.js';
import { hintsOf, readyMap, settled } from '../shared/map.fixture.js';
import './index.js';
import type { YztArcgisLayer } from './arcgis-layer.js';

const SERVICE = '/fault/rest/arcgis/MapServer';
const CACHED = '/fault/rest/arcgis/cached/MapServer';

const page = (content: TemplateResult, attributes?: Record<string, string>): Promise<ServicePage<YztArcgisLayer>> => servicePage('yzt-arcgis-layer', content, attributes);
const asked = (from: number, part: string): URL[] => askedSince(from, part);
const seen = (from: number, part: string): Promise<void> => waitUntil(() => asked(from, part).length > 0, `${part} is asked for`, { timeout: 8000 });

describe('yzt-arcgis-layer', () => {
  before(async function warm() {
    this.timeout(60_000);
    await readyMap();
  });

  it('draws the tiles of a cache where they lie, whatever its corner', async () => {
    const { from, layer, failures } = await page(html`<yzt-arcgis-layer url=${CACHED}></yzt-arcgis-layer>`, { projection: 'EPSG:4490' });
    await seen(from, '/tile/');
    const [z = 0, row = 0, column = 0] = (asked(from, '/tile/')[0]?.pathname.split('/tile/')[1] ?? '').split('/').map(Number);
    const size = (256 * 0.00274658203125) / 2 ** (z - 9);
    expect([Math.abs(-400 + (column + 0.5) * size - 120.38) < 2 * size, Math.abs(400 - (row + 0.5) * size - 36.07) < 2 * size]).to.deep.equal([true, true]);
    expect([layer.serviceBounds, layer.attribution, layer.timeValues?.length, failures.length]).to.deep.equal([[120.2, 35.95, 120.6, 36.25], '示例数据', 3, 0]);
    expect(asked(from, '/export')).to.have.length(0);
  });

  it('has the service draw where the cache cannot: layers, conditions, times, in the system of the map', async () => {
    const { from, layer } = await page(html`<yzt-arcgis-layer url=${CACHED} layers="0,1" layer-defs=${'MJ > 1'} time="2024"></yzt-arcgis-layer>`);
    await seen(from, '/export');
    const query = Object.fromEntries(asked(from, '/export')[0]?.searchParams ?? []);
    expect(query).to.include({ layers: 'show:0,1', layerDefs: '{"0":"MJ > 1","1":"MJ > 1"}', time: '1704067200000,1735689599999', bboxSR: '102100', f: 'image', transparent: 'true' });
    const before = layer.olLayer;
    layer.time = '2023';
    await waitUntil(() => asked(from, '/export').some(({ searchParams }) => searchParams.get('time')?.startsWith('1672531200000')), 'the time is asked for', { timeout: 8000 });
    expect(layer.olLayer).to.equal(before);
    expect(asked(from, '/tile/')).to.have.length(0);
  });

  it('says what is at a place, and shows the legend of what is shown', async () => {
    const { layer, map } = await page(html`<yzt-arcgis-layer url=${SERVICE} crs="EPSG:4490"></yzt-arcgis-layer>`);
    const found = await layer.identifyAt(map.center, { signal: new AbortController().signal });
    expect(found?.map(({ title, rows }) => [title, rows.map(({ label }) => label)])).to.deep.equal([['示例公园 1', ['类型', '面积（公顷）']]]);
    await layer.loadDescription();
    await waitUntil(() => layer.legendImages.length > 0, 'a legend');
    expect(layer.legendImages.map(({ label }) => label)).to.deep.equal(['场地', '公园', '广场']);
    layer.layers = '0';
    await waitUntil(() => layer.legendImages.length === 1, 'another legend');
  });

  for (const [url, code, words] of [
    ['/fault/rest/arcgis/token/MapServer', 'token', 'Token Required'],
    ['/fault/rest/arcgis/FeatureServer', 'bad-attribute', 'yzt-arcgis-features-layer'],
    ['/fault/rest/arcgis/MapServer/0', 'bad-attribute', 'layers'],
    ['/fault/html', 'not-json', '/fault/html'],
  ] as const) {
    it(`is in trouble with ${url}: ${code}, and draws again with a good one`, async () => {
      const { layer, failures } = await page(html`<yzt-arcgis-layer url=${url}></yzt-arcgis-layer>`);
      await waitUntil(() => failures.length > 0, 'it is said', { timeout: 8000 });
      expect([failures[0]?.code, failures.length]).to.deep.equal([code, 1]);
      expect(failures[0]?.message).to.include(words).and.to.include('<yzt-arcgis-layer>');
      layer.url = SERVICE;
      await waitUntil(() => !layer.hasAttribute('error') && layer.description !== undefined, 'it is mended');
    });
  }

  it('names a condition that the service refuses, in its words, and one that cannot be read', async () => {
    const { failures } = await page(html`<yzt-arcgis-layer url=${SERVICE} layers="0" layer-defs="FEHLER"></yzt-arcgis-layer>`);
    await waitUntil(() => failures.length > 0, 'it is said', { timeout: 8000 });
    expect(failures[0]?.code).to.equal('service-exception');
    expect(failures[0]?.message).to.include("'layerDefs' parameter is invalid");
    const said = await hintsOf(async () => {
      const { layer } = await page(html`<yzt-arcgis-layer url=${SERVICE} layers="7" layer-defs="{0:1}"></yzt-arcgis-layer>`);
      await layer.loadDescription();
      await settled();
    });
    expect(said.join()).to.include('layer-defs').and.to.include('没有图层 7').and.to.include('0 场地');
  });
});
