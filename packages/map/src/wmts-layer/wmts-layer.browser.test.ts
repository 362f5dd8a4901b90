import { expect, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { hintsOf, readyMap, settled } from '../shared/map.fixture.js';
import { askedSince, servicePage, type ServicePage } from '../services/service.fixture.js';
import './index.js';
import type { YztWmtsLayer } from './wmts-layer.js';

const SERVICE = '/fault/wmts';

const page = (content: TemplateResult, attributes?: Record<string, string>): Promise<ServicePage<YztWmtsLayer>> => servicePage('yzt-wmts-layer', content, attributes);

const tiles = (from: number): URLSearchParams[] => askedSince(from, SERVICE).map(({ searchParams }) => searchParams).filter((query) => query.get('REQUEST') === 'GetTile');

const drawn = (from: number, count = 1): Promise<void> => waitUntil(() => tiles(from).length >= count, 'tiles are asked for', { timeout: 8000 });

describe('yzt-wmts-layer', () => {
  before(async function warm() {
    this.timeout(60_000);
    await readyMap();
  });

  it('asks for tiles as the capabilities describe them: set, style, format, matrices', async () => {
    const { from, layer, failures } = await page(html`<yzt-wmts-layer url=${`${SERVICE}?a=1`} layer="img"></yzt-wmts-layer>`);
    await drawn(from);
    expect(Object.fromEntries(tiles(from)[0] ?? [])).to.include({ a: '1', LAYER: 'img', STYLE: 'plain', FORMAT: 'image/png', TILEMATRIXSET: 'c' });
    const [z, x, y] = ['TILEMATRIX', 'TILECOL', 'TILEROW'].map((name) => Number((tiles(from)[0]?.get(name) ?? '').replace('L', ''))) as [number, number, number];
    const size = 360 / 2 ** z;
    expect([Math.abs(-180 + (x + 0.5) * size - 120.38) < 2 * size, Math.abs(90 - (y + 0.5) * size - 36.07) < 2 * size]).to.deep.equal([true, true]);
    expect([layer.timeValues, layer.serviceBounds, failures.length]).to.deep.equal([['2022', '2023', '2024'], [119, 35, 122, 38], 0]);
  });

  it('asks for another time without another layer', async () => {
    const { from, layer } = await page(html`<yzt-wmts-layer url=${`${SERVICE}?b=1`} layer="img"></yzt-wmts-layer>`);
    await drawn(from);
    const before = layer.olLayer;
    layer.time = '2023';
    await waitUntil(() => tiles(from).some((tile) => tile.get('TIME') === '2023'), 'the time is asked for', { timeout: 8000 });
    expect(layer.olLayer).to.equal(before);
  });

  it('takes the grid that the page names, without asking for capabilities', async () => {
    const { from } = await page(html`<yzt-wmts-layer url=${`${SERVICE}?c=1`} layer="img" matrix-set="c" grid="EPSG:4490 1-18" matrix-ids="L{z}"></yzt-wmts-layer>`, { projection: 'EPSG:4490' });
    await drawn(from);
    expect(tiles(from)[0]?.get('TILEMATRIX')).to.match(/^L\d+$/);
    expect(performance.getEntriesByType('resource').some(({ name }) => name.includes(`${SERVICE}?c=1&SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetCapabilities`))).to.equal(false);
  });

  it('names matrices, sets and layers that the service does not have, and what it has', async () => {
    const wrong = await page(html`<yzt-wmts-layer url=${`${SERVICE}?d=1`} layer="img" matrix-set="c" grid="EPSG:4490 1-16"></yzt-wmts-layer>`);
    await waitUntil(() => wrong.failures.some(({ code }) => code === 'bad-attribute'), 'it is said', { timeout: 10_000 });
    expect(wrong.failures[wrong.failures.length - 1]?.message).to.include('TileMatrix 1 … 16').and.to.include('L1 … L16');
    for (const [content, words] of [
      [html`<yzt-wmts-layer url=${`${SERVICE}?e=1`} layer="none"></yzt-wmts-layer>`, ['layer="none"', 'img']],
      [html`<yzt-wmts-layer url=${`${SERVICE}?f=1`} layer="img" matrix-set="w"></yzt-wmts-layer>`, ['matrix-set="w"', 'c']],
    ] as const) {
      const { failures } = await page(content);
      await waitUntil(() => failures.length > 0, 'it is said', { timeout: 8000 });
      for (const word of words) expect(failures[0]?.message).to.include(word);
    }
  });

  it('says how a grid is written', async () => {
    const said = await hintsOf(async () => {
      await page(html`<yzt-wmts-layer url=${SERVICE} layer="img" grid="4490"></yzt-wmts-layer>`);
      await settled();
    });
    expect(said.join()).to.include('grid="4490"').and.to.include('EPSG:4490 1-18');
  });
});
