/** Pictures of real map servers lie where they belong: the same ten points through WMS 1.1.1 and 1.3.0 in five coordinate systems, and through WMTS. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasProgram as mapProxyIsHere, startMapProxy } from '../../tools/mapproxy/server.mjs';
import { install } from './install.js';
import { hasMapServer, placesServer } from './mapserver.js';
import { openPage, type PicturePage } from './picture-page.js';
import { expectSeen } from './seen.js';

const here = hasMapServer();
const proxyHere = here && (mapProxyIsHere() || (install('mapproxy') && mapProxyIsHere()));
if (here && !proxyHere) console.log('skipped: 没有 MapProxy，也不能用 apt 安装 / no MapProxy, and none can be installed by apt (Debian: mapproxy)');

const folder = mkdtempSync(join(tmpdir(), 'yzt-pictures-'));
const stops: (() => Promise<void>)[] = [];
let page: PicturePage;

beforeAll(async () => {
  if (!here) return;
  const mapServer = await placesServer();
  stops.push(() => mapServer.stop());
  const proxy = proxyHere ? await startMapProxy({ folder: join(folder, 'proxy'), wms: `${mapServer.url}wms`, layer: 'points' }) : undefined;
  if (proxy) stops.push(() => proxy.stop());
  page = await openPage({ '/mapserver/': mapServer.url, ...(proxy && { '/mapproxy/': proxy.url }) });
  stops.push(() => page.stop());
});

afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
  rmSync(folder, { recursive: true, force: true });
});

const seen = (layer: string, projection?: string): Promise<void> => expectSeen(page, layer, projection);

describe.skipIf(!here)('WMS of MapServer', () => {
  for (const version of ['1.1.1', '1.3.0'])
    for (const crs of ['EPSG:3857', 'EPSG:4326', 'EPSG:4490', 'EPSG:4549', 'EPSG:4528'])
      it(`${version} in ${crs}, on a map in Web Mercator`, () => seen(`<yzt-wms-layer url="/mapserver/wms" layers="points" version="${version}" crs="${crs}"></yzt-wms-layer>`));

  for (const projection of ['EPSG:4490', 'EPSG:4549'])
    for (const tiled of ['', 'tiled'])
      it(`1.3.0 ${tiled || 'whole'} on a map in ${projection}`, () => seen(`<yzt-wms-layer url="/mapserver/wms" layers="points" version="1.3.0" ${tiled}></yzt-wms-layer>`, projection));
});

describe.skipIf(!here)('answers of MapServer', () => {
  for (const version of ['1.1.1', '1.3.0'])
    it(`${version} says what is at a place, and what it does not know`, async () => {
      const told = await page.page.evaluate(
        async ([v, center]) => {
          document.body.innerHTML = `<yzt-map center="${center}" zoom="18" style="display:block;width:240px;height:240px"><yzt-wms-layer url="/mapserver/wms" layers="points" version="${v}" crs="EPSG:4490" aliases="kind=类别"></yzt-wms-layer></yzt-map>`;
          const map = document.querySelector('yzt-map') as HTMLElement & { isReady: boolean };
          while (!map.isReady) await new Promise((resolve) => setTimeout(resolve, 20));
          const layer = document.querySelector('yzt-wms-layer') as unknown as HTMLElementTagNameMap['yzt-wms-layer'];
          const { signal } = new AbortController();
          const answers = [await layer.identifyAt([120.3826, 36.0618], { signal }), await layer.identifyAt([120.39, 36.07], { signal })];
          return JSON.stringify([...answers, layer.capabilities?.layers.map(({ name }) => name).includes('points')]);
        },
        [version, '120.3826 36.0618'] as const,
      );
      const [found, nothing, known] = JSON.parse(told) as [{ title: string; rows: { label: string; value: string }[] }[], unknown[], boolean];
      expect(found).toHaveLength(1);
      expect([found[0]?.title, found[0]?.rows.find(({ label }) => label === '类别')?.value]).toEqual(['示例点 0', '公园']);
      expect([nothing, known]).toEqual([[], true]);
    });

  it('says in the words of the server which layer is not there', async () => {
    const error = await page.page.evaluate(async () => {
      document.body.innerHTML = '<yzt-map style="display:block;width:240px;height:240px"><yzt-wms-layer url="/mapserver/wms" layers="none"></yzt-wms-layer></yzt-map>';
      return new Promise<string>((resolve) =>
        document.body.addEventListener('yzt-error', (event) => {
          event.preventDefault();
          resolve(`${event.detail.code} ${event.detail.message}`);
        }, { once: true }),
      );
    });
    expect(error).toMatch(/^service-exception .*LayerNotDefined|^service-exception .*none/s);
  });
});

// A tile that nobody has asked for yet takes MapProxy and MapServer a while.
describe.skipIf(!proxyHere)('WMTS of MapProxy', { timeout: 300_000 }, () => {
  // The city's own matrices are looked at where the map is in their system, below.
  for (const set of ['metres', 'degrees']) it(`${set}, by parameters, as the capabilities describe it`, () => seen(`<yzt-wmts-layer url="/mapproxy/service" layer="points" matrix-set="${set}"></yzt-wmts-layer>`));

  it('by addresses', () => seen('<yzt-wmts-layer url="/mapproxy/wmts/1.0.0/WMTSCapabilities.xml" layer="points" matrix-set="degrees"></yzt-wmts-layer>'));

  it('in the matrices of the map’s own system', () => seen('<yzt-wmts-layer url="/mapproxy/service" layer="points"></yzt-wmts-layer>', 'EPSG:4549'));

  it('with a grid that the page names', () =>
    seen('<yzt-wmts-layer url="/mapproxy/wmts/points/degrees/{TileMatrix}/{TileCol}/{TileRow}.png" layer="points" grid="EPSG:4490 0-17 0.703125"></yzt-wmts-layer>'));

  it('names matrices that are not there', async () => {
    const error = await page.page.evaluate(async () => {
      document.body.innerHTML =
        '<yzt-map center="120.38 36.06" zoom="12" style="display:block;width:240px;height:240px"><yzt-wmts-layer url="/mapproxy/service" layer="points" matrix-set="degrees" grid="EPSG:4490 1-18" matrix-ids="L{z}"></yzt-wmts-layer></yzt-map>';
      return new Promise<string>((resolve) =>
        document.body.addEventListener('yzt-error', (event) => {
          event.preventDefault();
          if (event.detail.code === 'bad-attribute') resolve(event.detail.message);
        }),
      );
    });
    expect(error).toContain('L1 … L18');
    expect(error).toContain('matrix-ids');
  });
});
