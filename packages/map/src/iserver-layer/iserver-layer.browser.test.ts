import { expect, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { askedSince, servicePage, type ServicePage } from '../services/service.fixture.js';
import { readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztIserverLayer } from './iserver-layer.js';

const MAP = '/fault/rest/iserver/maps/qd';
const page = (content: TemplateResult, attributes?: Record<string, string>): Promise<ServicePage<YztIserverLayer>> => servicePage('yzt-iserver-layer', content, attributes);
const seen = (from: number, part: string): Promise<void> => waitUntil(() => askedSince(from, part).length > 0, `${part} is asked for`, { timeout: 8000 });

describe('yzt-iserver-layer', () => {
  before(async function warm() {
    this.timeout(60_000);
    await readyMap();
  });

  it('asks for one picture in the system of the map, and says what is at a place', async () => {
    const { from, layer, map, failures } = await page(html`<yzt-iserver-layer url=${MAP}></yzt-iserver-layer>`);
    await seen(from, '/image.png');
    expect(askedSince(from, '/image.png')[0]?.searchParams.get('prjCoordSys')).to.equal('{"epsgCode":3857}');
    const found = await layer.identifyAt(map.center, { signal: new AbortController().signal });
    expect(found).to.deep.equal([{ title: '示例公园 1', rows: [{ label: '类型', value: '公园' }, { label: '面积（公顷）', value: '1.5' }] }]);
    expect(failures).to.deep.equal([]);
  });

  it('asks for tiles where they lie in the map’s own system', async () => {
    const { from } = await page(html`<yzt-iserver-layer url=${MAP} tiled></yzt-iserver-layer>`, { projection: 'EPSG:4490' });
    await seen(from, '/tileImage.png');
    const { searchParams } = askedSince(from, '/tileImage.png')[0] as URL;
    const size = (256 * 0.0254) / (Number(searchParams.get('scale')) * 96 * 111_319.490_793_273_58);
    const [x, y] = [Number(searchParams.get('x')), Number(searchParams.get('y'))];
    expect([Math.abs(120.2 + (x + 0.5) * size - 120.38) < 2 * size, Math.abs(36.25 - (y + 0.5) * size - 36.07) < 2 * size]).to.deep.equal([true, true]);
  });

  for (const [url, code, words] of [
    ['/fault/rest/iserver/maps/none', 'service-exception', '资源不存在'],
    ['/fault/rest/iserver/data/fields', 'bad-attribute', 'rest/maps'],
  ] as const) {
    it(`is in trouble with ${url}: ${code}`, async () => {
      const { failures } = await page(html`<yzt-iserver-layer url=${url}></yzt-iserver-layer>`);
      await waitUntil(() => failures.length > 0, 'it is said', { timeout: 8000 });
      expect([failures[0]?.code, failures[0]?.message.includes(words), failures.length]).to.deep.equal([code, true, 1]);
    });
  }
});
