import { aTimeout, expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { hintsOf, readyMap, settled } from '../shared/map.fixture.js';
import { askedSince, servicePage, type ServicePage } from '../services/service.fixture.js';
import './index.js';
import type { YztTiandituLayer } from './tianditu-layer.js';

const MIRROR = '/fault/tdt/{layer}_{set}?l={z}&x={x}&y={y}';

const page = (content: TemplateResult, attributes?: Record<string, string>): Promise<ServicePage<YztTiandituLayer>> => servicePage('yzt-tianditu-layer', content, attributes);

const asked = (from: number): URL[] => askedSince(from, /tdt|tianditu\.gov/);

const kinds = (from: number): string[] => [...new Set(asked(from).map(({ pathname }) => pathname.split('/').pop() ?? ''))].filter((name) => /^[a-z]{3}_[wc]$/.test(name)).sort();

describe('yzt-tianditu-layer', () => {
  before(async function warm() {
    this.timeout(60_000);
    await readyMap();
  });

  it('draws a map with its names, in the grid of the map', async () => {
    const { map, from, failures } = await page(html`<yzt-tianditu-layer url=${`${MIRROR}&n=1`}></yzt-tianditu-layer>`);
    await waitUntil(() => kinds(from).length === 2, 'both are asked for', { timeout: 8000 });
    expect(kinds(from)).to.deep.equal(['cva_w', 'vec_w']);
    map.remove();
    const degrees = await page(html`<yzt-tianditu-layer url=${`${MIRROR}&n=2`} kind="img" annotation="en"></yzt-tianditu-layer>`, { projection: 'EPSG:4490' });
    await waitUntil(() => kinds(degrees.from).length === 2, 'both are asked for', { timeout: 8000 });
    expect(kinds(degrees.from)).to.deep.equal(['eia_c', 'img_c']);
    const tile = asked(degrees.from).find(({ pathname }) => pathname.endsWith('img_c'))?.searchParams;
    const [z, x, y] = ['l', 'x', 'y'].map((name) => Number(tile?.get(name))) as [number, number, number];
    const size = 360 / 2 ** z;
    expect([Math.abs(-180 + (x + 0.5) * size - 120.38) < 2 * size, Math.abs(90 - (y + 0.5) * size - 36.07) < 2 * size]).to.deep.equal([true, true]);
    expect(failures).to.deep.equal([]);
  });

  it('draws names alone, and a map without them', async () => {
    const alone = await page(html`<yzt-tianditu-layer url=${`${MIRROR}&n=3`} kind="cia"></yzt-tianditu-layer>`);
    await waitUntil(() => kinds(alone.from).length > 0, 'names', { timeout: 8000 });
    expect(kinds(alone.from)).to.deep.equal(['cia_w']);
    const bare = await page(html`<yzt-tianditu-layer url=${`${MIRROR}&n=4`} kind="ter" annotation="none" grid="c"></yzt-tianditu-layer>`);
    await waitUntil(() => kinds(bare.from).length > 0, 'terrain', { timeout: 8000 });
    expect(kinds(bare.from)).to.deep.equal(['ter_c']);
  });

  it('asks nobody without key and address, and says what to write', async () => {
    const said = await hintsOf(async () => {
      const { from } = await page(html`<yzt-tianditu-layer token="  "></yzt-tianditu-layer>`);
      await aTimeout(200);
      expect(asked(from)).to.deep.equal([]);
    });
    expect(said.join()).to.include('token').and.to.include('url="/tianditu"');
  });

  it('stops asking when the key is refused, and says so of 天地图, without the key', async () => {
    const { map, layer, from, failures } = await page(html`<yzt-tianditu-layer url=${`${MIRROR}&n=5`} token=" bad "></yzt-tianditu-layer>`);
    if (failures.length === 0) await oneEvent(map, 'yzt-error');
    expect(failures[0]?.code).to.equal('quota');
    expect(failures[0]?.text.zh).to.include('天地图密钥').and.to.include('418').and.not.to.include('bad');
    await settled();
    const count = asked(from).length;
    map.center = [121, 36.4];
    await aTimeout(400);
    expect([asked(from).length - count, failures.length, layer.hasAttribute('error')]).to.deep.equal([0, 1, true]);
    layer.token = 'good';
    await layer.updateComplete;
    await waitUntil(() => asked(from).some(({ searchParams }) => searchParams.get('tk') === 'good'), 'the new key is tried', { timeout: 8000 });
    expect(layer.hasAttribute('error')).to.equal(false);
  });
});
