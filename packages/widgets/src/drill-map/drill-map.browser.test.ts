import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '@yizhangtu/data/dataset';
import '@yizhangtu/map/map';
import '@yizhangtu/map/polygon-layer';
import type { YztDataset } from '@yizhangtu/data/dataset';
import type { Answer, Dataset } from '@yizhangtu/data/model';
import { RemoteDataset, type Engine } from '@yizhangtu/data/remote';
import type { LayerElement } from '@yizhangtu/map/layer';
import type { YztMap } from '@yizhangtu/map/map';
import { part, parts, settled, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztDrillMap } from './index.js';

type Square = readonly [code: string, name: string, west: number, south: number, size: number];
const DISTRICTS: readonly Square[] = [['990101', '甲区', 120, 36, 0.2], ['990102', '<img src=x onerror="window.hacked=1">', 120.2, 36, 0.2]];
const STREETS: readonly Square[] = [['990101001', '甲一街道', 120, 36, 0.1], ['990101002', '甲二街道', 120.1, 36, 0.1], ['990102001', '乙一街道', 120.2, 36, 0.1]];

const collection = (squares: readonly Square[]): object => ({
  type: 'FeatureCollection',
  features: squares.map(([code, name, w, s, size], i) => ({
    type: 'Feature',
    properties: { code, name, n: i + 0.5 },
    geometry: { type: 'Polygon', coordinates: [[[w, s], [w + size, s], [w + size, s + size], [w, s + size], [w, s]]] },
  })),
});
const schema = { id: 'd', titleField: 'name', fields: [{ name: 'code', kind: 'text' as const }, { name: 'name' }, { name: 'n' }] };

async function page(code?: string): Promise<{ map: YztMap; drill: YztDrillMap; layers: LayerElement[]; cases: YztDataset }> {
  const box = await fixture<HTMLElement>(html`<div>
    <yzt-dataset id="d1" .data=${collection(DISTRICTS)} .schema=${schema} example></yzt-dataset>
    <yzt-dataset id="d2" .data=${collection(STREETS)} .schema=${schema}></yzt-dataset>
    <yzt-dataset id="cases" .data=${[{ street: '990101001' }, { street: '990101002' }, { street: '990102001' }]} .schema=${{ id: 'c', fields: [{ name: 'street', kind: 'text' as const }] }}></yzt-dataset>
    <yzt-map id="m" center="120.2 36.1" zoom="9">
      <yzt-polygon-layer id="districts" dataset="d1" symbology="breaks:n:1," label="区"></yzt-polygon-layer>
      <yzt-polygon-layer id="streets" dataset="d2" symbology="breaks:n:1," label="街道"></yzt-polygon-layer>
    </yzt-map>
    <yzt-drill-map for="m" levels="districts streets" filters="cases:street" label="示例市" lang="zh-CN" code=${code ?? ''}></yzt-drill-map>
  </div>`);
  const map = box.querySelector('yzt-map') as YztMap;
  map.style.cssText = 'display:block;width:600px;height:400px';
  if (!map.isReady) await oneEvent(map, 'yzt-ready');
  await settled(150);
  return { map, drill: box.querySelector('yzt-drill-map') as YztDrillMap, layers: [...box.querySelectorAll<LayerElement>('yzt-polygon-layer')], cases: box.querySelector('#cases') as YztDataset };
}
const regions = (drill: YztDrillMap): (string | null)[] => parts(drill, '.region .name').map((one) => one.textContent);
const crumbs = (drill: YztDrillMap): (string | undefined)[] => parts(drill, '.path li').map((one) => one.textContent?.trim());
const left = ({ dataset }: { dataset: Dataset }): number => dataset.rows().total;

describe('<yzt-drill-map>', () => {
  it('begins with the widest level, each division with its colour and value, data stay text', async () => {
    const { drill, layers } = await page();
    await waitUntil(() => regions(drill).length > 0, 'the divisions are there', { timeout: 8000 });
    expect(regions(drill)).to.deep.equal(['甲区', '<img src=x onerror="window.hacked=1">']);
    expect(layers.map(({ invisible }) => invisible)).to.deep.equal([false, true]);
    expect(parts(drill, '.region .swatch')).to.have.length(2);
    expect(words(drill)).to.include('0.5').and.to.include('示例数据');
    await expect(drill).to.be.accessible();
  });

  it('filters data whose rows are elsewhere, too, once it is known what they have, and lets go of them', async () => {
    const { drill } = await page();
    const engine: Engine = {
      label: 'Far',
      describe: () => Promise.resolve({ rowCount: 3, fields: [{ name: 'street', kind: 'text' }], places: false }),
      groups: (): Promise<Answer> => Promise.resolve({ groups: [], total: { key: null, count: 0, values: [0] } }),
      page: () => Promise.resolve([]),
    };
    const dataset = new RemoteDataset(engine);
    const far = Object.defineProperty(Object.assign(document.createElement('div'), { id: 'far' }), 'dataset', { value: dataset });
    drill.after(far);
    drill.setAttribute('filters', 'cases:street far:street');
    drill.goTo('990101');
    await settled(60);
    expect(dataset.filters.size).to.equal(0);
    await dataset.load();
    await settled(60);
    expect(dataset.filters.get('division')).to.deep.equal({ kind: 'compare', field: 'street', operator: 'starts-with', value: '990101' });
    drill.goTo();
    await settled(60);
    expect(dataset.filters.size).to.equal(0);
  });

  it('goes down by the list: the map flies, the next level takes over, other data are filtered; and back', async () => {
    const { map, drill, layers, cases } = await page();
    const { zoom } = map;
    const told = oneEvent(drill, 'yzt-drill-change');
    part(drill, '.region').click();
    expect((await told).detail).to.deep.equal({ code: '990101', path: ['990101'] });
    await settled(900);
    expect([regions(drill), crumbs(drill)]).to.deep.equal([['甲一街道', '甲二街道'], ['示例市', '甲区']]);
    expect(layers.map(({ invisible }) => invisible)).to.deep.equal([true, false]);
    expect(left(cases)).to.equal(2);
    expect(map.zoom).to.be.greaterThan(zoom);
    expect(map.center[0]).to.be.closeTo(120.1, 0.01);
    parts(drill, '.region')[1]?.click();
    await settled(60);
    expect([drill.code, left(cases), crumbs(drill).length]).to.deep.equal(['990101002', 1, 3]);
    expect([...(layers[1]?.layerDataset?.selection ?? [])]).to.deep.equal([1]);
    part(drill, '.base').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    await settled(60);
    expect(drill.code).to.equal('990101');
    parts(drill, '.step')[0]?.click();
    await settled(60);
    expect([drill.code, left(cases), regions(drill).length]).to.deep.equal([undefined, 3, 2]);
  });

  it('goes down by a click on the map', async () => {
    const { map, drill } = await page();
    const place = map.pixelOf([120.3, 36.1]);
    const hits = map.pick(place as [number, number]);
    expect(hits).to.have.length(1);
    map.dispatchEvent(new CustomEvent('yzt-pick', { detail: { lonLat: [120.3, 36.1], pixel: place, hits, additive: false } }));
    await settled(60);
    expect(drill.code).to.equal('990102');
  });

  it('begins where its code says, and lets go of everything when it leaves', async () => {
    const { drill, layers, cases } = await page('990102');
    expect([regions(drill), left(cases)]).to.deep.equal([['乙一街道'], 1]);
    drill.remove();
    await settled();
    expect([left(cases), layers.map(({ invisible }) => invisible)]).to.deep.equal([3, [false, false]]);
  });
});
