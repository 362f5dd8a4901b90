import { aTimeout, expect, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { resume } from '@yizhangtu/data/request';
import { askedSince, servicePage, type ServicePage } from '../services/service.fixture.js';
import { hintsOf, readyMap, settled } from '../shared/map.fixture.js';
import '../xyz-layer/index.js';
import './index.js';
import type { BasemapState, YztBasemap } from './index.js';

const MIRROR = '/fault/tdt/{layer}_{set}?l={z}&x={x}&y={y}';

interface Page extends ServicePage<YztBasemap> {
  readonly told: BasemapState[];
}

async function page(content: TemplateResult, attributes?: Record<string, string>): Promise<Page> {
  const one = await servicePage<YztBasemap>('yzt-basemap', content, attributes);
  const told: BasemapState[] = [];
  one.layer.addEventListener('yzt-basemap-change', ({ detail }) => told.push(detail));
  return { ...one, told };
}

const land = ({ renderRoot }: YztBasemap) => renderRoot.querySelector('yzt-polygon-layer');
const kinds = (from: number): string[] => [...new Set(askedSince(from, /\/tdt\//).map(({ pathname }) => pathname.split('/').pop() ?? ''))].sort();
const until = (done: () => unknown, what: string): Promise<void> => waitUntil(done, what, { timeout: 12_000 });

describe('yzt-basemap', () => {
  before(async function warm() {
    this.timeout(60_000);
    // The code that draws the outline comes when it is first wanted.
    const map = await readyMap(html`<yzt-basemap></yzt-basemap>`, { zoom: '6' });
    const basemap = map.querySelector('yzt-basemap') as YztBasemap;
    await waitUntil(() => land(basemap)?.rowsIn([115, 34, 125, 40]).length, 'land', { timeout: 55_000 });
  });

  it('draws the outline of the land without a key, and asks no host for it', async () => {
    const { map, layer, from, failures } = await page(html`<yzt-basemap></yzt-basemap>`, { zoom: '6' });
    await until(() => land(layer)?.rowsIn([115, 34, 125, 40]).length, 'land');
    expect(layer.options.map(({ value }) => value)).to.deep.equal(['land', 'none']);
    expect(askedSince(from, /./).filter(({ origin }) => origin !== location.origin)).to.deep.equal([]);
    expect([layer.current.value, layer.fallback, failures.length]).to.deep.equal(['land', false, 0]);
    layer.value = 'none';
    await until(() => map.layers.length === 0, 'nothing is drawn');
  });

  it('shows a kind of 天地图 with its names, and without them, and says what changed', async () => {
    const { map, layer, from, told } = await page(html`<yzt-basemap url=${`${MIRROR}&n=b1`} annotation="none"></yzt-basemap>`);
    await until(() => kinds(from).length > 0, 'tiles');
    expect(kinds(from)).to.deep.equal(['vec_w']);
    layer.annotation = 'zh';
    layer.value = 'img';
    await until(() => kinds(from).includes('cia_w') && kinds(from).includes('img_w'), 'imagery and its names');
    expect(told).to.deep.equal([{ value: 'img', annotation: 'zh', fallback: false }]);
    // One line in lists, one layer below.
    expect(map.layers.map(({ groupElement }) => groupElement)).to.deep.equal([layer]);
    expect(land(layer)).to.equal(null);
  });

  it('stands in with the outline when the service refuses, asks hardly any more, and goes back after resume()', async () => {
    for (const [status, code] of [['418', 'quota'], ['403', 'token'], ['429', 'quota']] as const) {
      const run = `base-${Date.now().toString(36)}-${status}`;
      const mode = (is: string): Promise<Response> => fetch(`/fault/mode/${run}?is=${is}`);
      const late = async (): Promise<number> => ((await (await fetch(`/fault/tally/${run}`)).json()) as { late: number }).late;
      await mode(status);
      const { map, layer, failures, told } = await page(html`<yzt-basemap token="geheim" url="/fault/tile/${run}/{layer}/{z}/{x}/{y}?tk={tk}"></yzt-basemap>`);
      await until(() => layer.fallback && land(layer)?.isShown, status);
      expect(failures.map((failure) => failure.code), status).to.deep.equal([code]);
      expect(failures[0]?.text.zh).to.contain('<yzt-basemap>：底图不可用，暂以简图代替').and.to.contain('天地图密钥').and.not.to.contain('geheim');
      // Moves: nothing of it is asked for.
      map.center = [121.5, 36.6];
      map.zoom = 9;
      await aTimeout(300);
      expect(await late(), status).to.be.at.most(8);
      expect(failures).to.have.length(1);
      await mode('good');
      resume(location.origin);
      await until(() => !layer.fallback, 'back');
      await until(() => !land(layer), 'without the outline');
      expect([layer.hasAttribute('error'), told.map(({ fallback }) => fallback)], status).to.deep.equal([false, [true, false]]);
    }
  });

  it('takes layers of the page: those of one name are a pair, its names go by themselves', async () => {
    const { layer } = await page(
      html`<yzt-basemap>
        <yzt-xyz-layer name="aerial" label="航片" url="/fault/tile/own-a/{z}/{x}/{y}"></yzt-xyz-layer>
        <yzt-xyz-layer name="old" label="旧图" url="/fault/tile/own-b/{z}/{x}/{y}"></yzt-xyz-layer>
        <yzt-xyz-layer annotation-of="aerial" url="/fault/tile/own-c/{z}/{x}/{y}"></yzt-xyz-layer>
      </yzt-basemap>`,
    );
    const seen = (): boolean[] => [...layer.querySelectorAll('yzt-xyz-layer')].map(({ invisible }) => !invisible);
    const after = async (state: Partial<YztBasemap>): Promise<boolean[]> => {
      Object.assign(layer, state);
      await layer.updateComplete;
      await settled();
      return seen();
    };
    expect(layer.options.map(({ value, label, annotated }) => [value, label.zh, annotated]).slice(0, 2)).to.deep.equal([['aerial', '航片', true], ['old', '旧图', false]]);
    expect(await after({})).to.deep.equal([true, false, true]);
    expect(await after({ annotation: 'none' })).to.deep.equal([true, false, false]);
    expect(await after({ annotation: 'zh', value: 'old' })).to.deep.equal([false, true, false]);
    const said = await hintsOf(() => after({ value: 'nowhere' }));
    expect(said.join()).to.contain('value="nowhere"').and.to.contain('aerial|old|land|none');
    expect(seen()).to.deep.equal([true, false, true]);
  });

  it('has an outline of the page’s own stand in', async () => {
    const run = `base-${Date.now().toString(36)}-own`;
    await fetch(`/fault/mode/${run}?is=403`);
    const { layer, map } = await page(
      html`<yzt-basemap>
        <yzt-xyz-layer name="land" url="/fault/tile/own-land/{z}/{x}/{y}"></yzt-xyz-layer>
        <yzt-xyz-layer name="city" url="/fault/tile/${run}/{z}/{x}/{y}"></yzt-xyz-layer>
      </yzt-basemap>`,
    );
    await until(() => layer.fallback, 'refused');
    await layer.updateComplete;
    expect([map.layers.filter(({ isShown }) => isShown).map((one) => one.getAttribute('name')), land(layer)]).to.deep.equal([['land', 'city'], null]);
    layer.value = 'land';
    await until(() => !layer.fallback && !layer.hasAttribute('error'), 'the one that fails is not chosen any more');
  });
});
