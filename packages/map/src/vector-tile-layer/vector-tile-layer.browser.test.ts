import { expect, html, waitUntil } from '@open-wc/testing';
import { askedSince, servicePage, type ServicePage } from '../services/service.fixture.js';
import { hintsOf } from '../shared/map.fixture.js';
import type { LayerElement } from '../layer/layer.js';
import type { YztMap } from '../map/map.js';
import './index.js';
import type { YztVectorTileLayer } from './vector-tile-layer.js';

type Page = ServicePage<YztVectorTileLayer>;
const url = (mode: string): string => `/fault/mvt/${mode}/{z}/{x}/{y}`;

async function page(attributes: Partial<Record<keyof YztVectorTileLayer, unknown>>, map: Record<string, string> = {}): Promise<Page> {
  const begun = await servicePage<YztVectorTileLayer>('yzt-vector-tile-layer', html`<yzt-vector-tile-layer label="地块"></yzt-vector-tile-layer>`, { zoom: '6', ...map });
  Object.assign(begun.layer, attributes);
  await begun.layer.updateComplete;
  return begun;
}

/** What is at the middle of a tile near the middle of the map, once there is something. */
async function identified({ map, layer }: { map: YztMap; layer: LayerElement }): Promise<readonly { readonly title?: string; readonly rows: readonly unknown[] }[]> {
  let found: readonly { readonly title?: string; readonly rows: readonly unknown[] }[] = [];
  await waitUntil(
    async () => {
      found = (await layer.identifyAt(map.center, { signal: new AbortController().signal })) ?? [];
      return found.length > 0;
    },
    'a feature',
    { timeout: 40_000 },
  );
  return found;
}

/** Colour in the middle of the map. */
function middle(map: YztMap): number[] {
  const canvas = [...(map.shadowRoot?.querySelectorAll('canvas') ?? [])].find(({ width }) => width > 0);
  return [...(canvas?.getContext('2d')?.getImageData(Math.floor(canvas.width / 2), Math.floor(canvas.height / 2), 1, 1).data ?? [])];
}

describe('yzt-vector-tile-layer', function () {
  // A machine with other work takes long for the first picture.
  this.timeout(90_000);

  it('draws features, tells what is at a click by aliases, and says what its classes are', async () => {
    const begun = await page({ url: url('good'), sourceLayer: 'plots', symbology: 'class:kind', aliases: 'kind=用途 areaM2=面积', fields: 'kind areaM2' });
    const [found] = await identified(begun);
    expect(found?.title).to.match(/^地块 \d+-\d+-\d+$/);
    expect(JSON.stringify(found?.rows)).to.match(/用途.*(居住|商业).*面积/);
    await waitUntil(() => begun.layer.symbologyModel?.classes.length === 2, 'classes', { timeout: 40_000 });
    expect(begun.layer.symbologyModel?.classes.map(({ label, color }) => [label.zh, color])).to.deep.equal([['商业', 'token:data-1'], ['居住', 'token:data-2']]);
    expect(begun.layer.symbologyModel?.shape).to.equal('polygon');
    expect(begun.failures).to.deep.equal([]);
    expect(begun.layer.failedTiles).to.equal(0);
    // The map is still there, and is drawn in the colour of the class at once when another look is asked for.
    begun.layer.filter = "kind = '公园'";
    await begun.layer.updateComplete;
    begun.map.olMap.renderSync();
    expect(await begun.layer.identifyAt(begun.map.center, { signal: new AbortController().signal })).to.deep.equal([]);
    begun.layer.filter = 'kind = 3';
    await begun.layer.updateComplete;
    begun.map.olMap.renderSync();
    await waitUntil(() => begun.failures.length > 0, 'what is wrong with the filter', { timeout: 40_000 });
    expect(begun.failures[0]?.code).to.equal('bad-expression');
    begun.layer.filter = '';
    begun.layer.symbology = 'fixed:#ff0000';
    begun.layer.fillOpacity = 1;
    await waitUntil(() => middle(begun.map).join() === '255,0,0,255', 'red', { timeout: 40_000 });
    begun.map.remove();
  });

  it('opens gzip that does not say so, and takes nothing for nothing', async () => {
    const begun = await page({ url: url('gzip') });
    expect(await identified(begun)).to.have.length(1);
    begun.layer.url = url('empty');
    await begun.layer.updateComplete;
    await waitUntil(() => askedSince(begun.from, '/mvt/empty/').length > 0, 'a request', { timeout: 40_000 });
    await new Promise((resolve) => begun.map.olMap.once('rendercomplete', resolve));
    expect(begun.failures).to.deep.equal([]);
    begun.map.remove();
  });

  const BODIES: readonly (readonly [mode: string, code: string, words: RegExp])[] = [
    ['gzip-cut', 'not-a-tile', /gzip 压缩的，但解不开/],
    ['html', 'not-a-tile', /网页（维护中），而不是瓦片/],
    ['bytes', 'not-a-tile', /不是瓦片（开头的字节：1b 03/],
    ['cut', 'not-a-tile', /不是矢量瓦片（MVT），或在传输中被截断/],
    ['liar', 'not-a-tile', /图形数据有误/],
    ['none', 'not-found', /不存在（404）/],
  ];
  it('an answer that is no vector tile is named, once', async () => {
    const begun = await page({});
    for (const [mode, code, words] of BODIES) {
      begun.failures.length && (begun.failures as unknown[]).splice(0);
      begun.layer.url = url(mode);
      await waitUntil(() => begun.failures.length > 0, mode, { timeout: 40_000 });
      expect(begun.failures[0]?.code, mode).to.equal(code);
      expect(begun.failures[0]?.text.zh, mode).to.match(words).and.to.contain('<yzt-vector-tile-layer>');
    }
    begun.map.remove();
  });

  it('finds the tiles from a landing page of OGC API, in the grid of the map, at the host the page named', async () => {
    const said = await hintsOf(async () => {
      const begun = await page({ url: '/fault/ogc-tiles/' });
      expect(await identified(begun)).to.have.length(1);
      expect(begun.layer.attribution).to.equal('示例来源');
      begun.map.remove();
    });
    expect(said.join()).to.contain('inner.example');
    const degrees = await page({ url: '/fault/ogc-tiles/' }, { projection: 'EPSG:4490' });
    expect(await identified(degrees)).to.have.length(1);
    expect(askedSince(degrees.from, /inner\.example/)).to.deep.equal([]);
    degrees.map.remove();
  });

  it('reads TileJSON: levels, attribution, and values that give the classes their colours before a tile is there', async () => {
    const begun = await page({ url: '/fault/ogc-tiles/tile.json', symbology: 'class:kind', sourceLayer: 'plots' });
    await waitUntil(() => begun.layer.symbologyModel, 'a symbology', { timeout: 40_000 });
    expect(begun.layer.symbologyModel?.classes.map(({ label }) => label.zh)).to.deep.equal(['商业', '居住', '工业']);
    expect(begun.layer.attribution).to.equal('示例数据');
    expect(begun.layer.serviceBounds).to.deep.equal([119, 35, 121, 37]);
    begun.map.remove();
  });

  it('draws a Mapbox style: its colours, its source at the host of the page, its legend; what it leaves out has a name', async () => {
    let begun: Page | undefined;
    const said = await hintsOf(async () => {
      begun = await page({ styleUrl: '/fault/ogc-tiles/style.json', styleLabels: 'roads=道路 plots=地块' });
      const { map, layer } = begun;
      expect(await identified(begun)).to.have.length(1);
      await waitUntil(() => ['0,128,0,255', '255,0,0,255'].includes(middle(map).join()), 'a colour of the style', { timeout: 40_000 });
      expect(layer.symbologyModel?.classes.map(({ label, color, shape }) => [label.zh, color, shape])).to.deep.equal([['道路', '#663300', 'line'], ['居住', '#008000', 'polygon'], ['商业', '#ff0000', 'polygon'], ['其他', '#0000ff', 'polygon']]);
      expect([layer.attribution, begun.failures.length, askedSince(begun.from, /inner\.example/).length]).to.deep.equal(['示例数据', 0, 0]);
    });
    expect(said.join()).to.contain('strange (within)').and.to.contain('names (icon-image)').and.to.contain('inner.example');
    if (!begun) throw new Error('no page');
    const { layer, map, failures } = begun;
    // A style is a look: with tiles that the page names, and a condition of the page.
    Object.assign(layer, { url: url('good'), filter: "kind = '公园'" });
    await layer.updateComplete;
    await waitUntil(() => middle(map)[3] === 0, 'nothing where the condition leaves nothing', { timeout: 40_000 });
    layer.styleUrl = '/fault/ogc-tiles/tile.json';
    await waitUntil(() => failures.length > 0, 'what is no style', { timeout: 40_000 });
    expect([failures[0]?.code, failures[0]?.text.zh]).to.deep.equal(['bad-attribute', '<yzt-vector-tile-layer> 的 style-url="/fault/ogc-tiles/tile.json"：返回的不是 Mapbox 样式（version 8，含 layers）。请检查地址。']);
    map.remove();
  });

  it('draws tiles in degrees on a map in metres where they belong', async () => {
    const begun = await page({ url: url('good'), grid: 'EPSG:4490 0-12', sourceLayer: 'plots' });
    const [found] = await identified(begun);
    const [, z = '', x = '', y = ''] = /地块 (\d+)-(\d+)-(\d+)/.exec(found?.title ?? '') ?? [];
    const side = 360 / 2 ** Number(z);
    const [lon, lat] = begun.map.center;
    expect([Math.floor((lon + 180) / side), Math.floor((90 - lat) / side)]).to.deep.equal([Number(x), Number(y)]);
    begun.map.remove();
  });

  it('a layer that no tile has is named with those that are there', async () => {
    const said = await hintsOf(async () => {
      const begun = await page({ url: url('good'), sourceLayer: 'plot' });
      await waitUntil(() => askedSince(begun.from, '/mvt/good/').length > 0, 'a request', { timeout: 40_000 });
      await new Promise((resolve) => setTimeout(resolve, 400));
      begun.map.remove();
    });
    expect(said.join()).to.contain('plots').and.to.contain('roads').and.to.contain('source-layer="plot"');
  });
});
