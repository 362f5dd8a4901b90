import { expect, html, waitUntil } from '@open-wc/testing';
import type { YztMap } from '../map/map.js';
import { askedSince, servicePage, type ServicePage } from '../services/service.fixture.js';
import { frame, hintsOf, readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztImageLayer } from './index.js';

/** Left half red, right half blue, as an address. */
function halves(width = 40, height = 20): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  for (const [color, x] of [['#f00', 0], ['#00f', width / 2]] as const) {
    context.fillStyle = color;
    context.fillRect(x, 0, width / 2, height);
  }
  return canvas.toDataURL();
}

const text = (words: string): string => `data:text/plain,${encodeURIComponent(words)}`;
const EXTENT = '120.3 36.03 120.46 36.11';

async function page(attributes: Readonly<Record<string, string>>, onMap?: Record<string, string>): Promise<ServicePage<YztImageLayer>> {
  const layer = document.createElement('yzt-image-layer');
  for (const [name, value] of Object.entries(attributes)) layer.setAttribute(name, value);
  return servicePage('yzt-image-layer', html`${layer}`, onMap);
}

async function shown(layer: YztImageLayer): Promise<void> {
  await waitUntil(() => layer.pictureBounds !== undefined && !layer.loading, 'the picture is there', { timeout: 8000 });
  await layer.updateComplete;
}

/** Colour of the map at a place, as a word. */
async function colorAt(map: YztMap, lonLat: readonly [number, number]): Promise<string> {
  await frame(map);
  const [x, y] = map.pixelOf(lonLat) as [number, number];
  for (const canvas of (map.olMap.getViewport() as HTMLElement).querySelectorAll<HTMLCanvasElement>('.ol-layer canvas')) {
    const ratio = canvas.width / map.clientWidth;
    const [r = 0, , b = 0, a = 0] = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(Math.floor(x * ratio), Math.floor(y * ratio), 1, 1).data;
    if (a > 200) return r > 200 ? 'red' : b > 200 ? 'blue' : 'other';
  }
  return 'none';
}

async function failed({ failures }: ServicePage<YztImageLayer>): Promise<string> {
  await waitUntil(() => failures.length > 0, 'it fails', { timeout: 15_000 });
  return failures[0]?.code ?? '';
}

describe('yzt-image-layer', () => {
  before(async function warm() {
    this.timeout(60_000);
    await readyMap();
  });

  it('lies where its extent says, in every projection of the map', async () => {
    const { map, layer } = await page({ url: halves(), extent: EXTENT });
    await shown(layer);
    for (const projection of ['EPSG:3857', 'EPSG:4490', 'EPSG:4549']) {
      map.projection = projection;
      await map.updateComplete;
      await waitUntil(async () => (await colorAt(map, [120.375, 36.1])) === 'red', `red in ${projection}`, { timeout: 8000 });
      expect([await colorAt(map, [120.385, 36.04]), await colorAt(map, [120.32, 36.12]), await colorAt(map, [120.29, 36.07])], projection).to.deep.equal(['blue', 'none', 'none']);
    }
    expect(layer.pictureBounds).to.deep.equal([120.3, 36.03, 120.46, 36.11]);
  });

  it('lies where a world file says, in its own coordinate system, and upside down if it says so', async () => {
    // 40 × 20 pixels of 360 m; Qingdao lies about 34 km east of the meridian of EPSG:4549.
    const { map, layer } = await page({ url: halves(), crs: 'EPSG:4549', 'world-file': text('-360 0 0 -360 541220 3996400') });
    await shown(layer);
    const [west, , east] = layer.pictureBounds ?? [0, 0, 0, 0];
    expect(Math.round((east - west) * 1000)).to.equal(Math.round((14_400 / 90_000) * 1000));
    // Columns run to the west.
    await waitUntil(async () => (await colorAt(map, [west + 0.02, 36.07])) === 'blue', 'blue in the west', { timeout: 8000 });
    expect(await colorAt(map, [east - 0.02, 36.07])).to.equal('red');
  });

  it('says what stands in the way: no file, no picture, no leave, no place', async () => {
    expect(await failed(await page({ url: '/fault/status/404', extent: EXTENT }))).to.equal('not-found');
    expect(await failed(await page({ url: '/fault/html', extent: EXTENT }))).to.equal('not-a-tile');
    const other = location.origin.replace('localhost', '127.0.0.1');
    expect(await failed(await page({ url: `${other}/fault/status/404`, extent: EXTENT, 'time-limit': '10' }))).to.equal('cors');
    const lost = await page({ url: halves() });
    expect([await failed(lost), lost.failures[0]?.message.includes('world-file=')]).to.deep.equal(['bad-attribute', true]);
    const metres = await page({ url: halves(), extent: '500000 3980000 520000 3990000' });
    expect([await failed(metres), metres.failures[0]?.message.includes('crs="EPSG:4549"')]).to.deep.equal(['bad-attribute', true]);
    const login = await page({ url: halves(), 'world-file': text('请登录') });
    expect(await failed(login)).to.equal('bad-world-file');
    expect(login.layer.hasAttribute('error')).to.equal(true);
  });

  it('shows another picture under another address, keeps the first one until then, and mends its error', async () => {
    const { map, layer, failures } = await page({ url: '/fault/status/404', extent: EXTENT });
    await waitUntil(() => failures.length > 0, 'it fails', { timeout: 8000 });
    layer.url = halves();
    await shown(layer);
    expect([layer.error, layer.hasAttribute('loading')]).to.deep.equal([undefined, false]);
    await waitUntil(async () => (await colorAt(map, [120.32, 36.07])) === 'red', 'red', { timeout: 8000 });
    layer.url = '';
    await layer.updateComplete;
    expect([layer.pictureBounds, await colorAt(map, [120.32, 36.07])]).to.deep.equal([undefined, 'none']);
  });

  it('asks for nothing while it is switched off, and again after it came back to a page', async () => {
    const { map, layer, from } = await page({ url: '/fault/tile/image/1/1/1', extent: EXTENT, invisible: '' });
    await frame(map);
    expect(askedSince(from, '/fault/tile/image')).to.have.lengthOf(0);
    layer.invisible = false;
    await shown(layer);
    layer.remove();
    await waitUntil(() => layer.pictureBounds === undefined, 'it lets go', { timeout: 4000 });
    map.append(layer);
    await shown(layer);
  });

  it('keeps its extent where it is given none', async () => {
    const layer = document.createElement('yzt-image-layer');
    layer.setAttribute('extent', EXTENT);
    expect(await hintsOf(() => layer.setAttribute('extent', '120 36'))).to.have.lengthOf(1);
    expect(layer.extent).to.deep.equal([120.3, 36.03, 120.46, 36.11]);
  });
});
