import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { YztError } from '@yizhangtu/base/errors';
import type { Identified, IdentifyOptions } from '@yizhangtu/map/layer';
import { mapPage, part, parts, settled, venues, words } from '../shared/page.fixture.js';
import { framedPage } from './framed-page.js';
import './index.js';
import type { YztPopup } from './index.js';

type Answer = (place: readonly [number, number], options: IdentifyOptions) => Promise<readonly Identified[]> | undefined;

/** A popup over a layer whose service answers as the test wants. */
async function page(answer: Answer) {
  const data = venues();
  const { map, layer } = await mapPage(data);
  layer.identifyAt = answer;
  const popup = await fixture<YztPopup>(html`<yzt-popup for="m"><button slot="actions">导航</button></yzt-popup>`);
  // A layer is asked once its map is there to show it.
  await waitUntil(() => layer.isShown, 'the map is there', { timeout: 15_000 });
  await settled();
  const click = async (lonLat: readonly [number, number] = [120.4, 36.09]) => {
    map.dispatchEvent(new CustomEvent('yzt-pick', { detail: { lonLat, pixel: [0, 0], hits: [] } }));
    await settled();
    await popup.updateComplete;
    await settled();
  };
  const opened = async () => {
    await waitUntil(() => parts(popup, '.card').length > 0, 'the popup opens', { timeout: 8000 });
    await settled();
  };
  return { data, map, layer, popup, click, opened };
}

const PLOT: Identified = { title: '地块 A-12', rows: [{ label: '用途', value: '<b>公园</b>' }, { label: '面积', value: '' }] };

describe('yzt-popup over a map service', () => {
  before(async function warm() {
    this.timeout(60_000);
    await page(() => undefined);
    // What is made before a test stays for the test: a second map of the same id.
    fixtureCleanup();
  });

  it('asks the service where no feature is, and shows its words as text, without the buttons of the page', async () => {
    const asked: (readonly [number, number])[] = [];
    const { popup, click, opened } = await page((place) => {
      asked.push(place);
      return Promise.resolve([PLOT, { rows: [{ label: '用途', value: '道路' }] }]);
    });
    await click();
    await opened();
    expect(asked).to.deep.equal([[120.4, 36.09]]);
    expect([popup.open, popup.hit]).to.deep.equal([true, undefined]);
    expect(part(popup, '.title').textContent).to.equal('地块 A-12');
    expect(parts(popup, 'dd').map((value) => value.textContent)).to.deep.equal(['<b>公园</b>', '—']);
    expect([parts(popup, 'dd b').length, parts(popup, 'slot[name=actions]').length]).to.deep.equal([0, 0]);
    expect(words(popup)).to.include('1 / 2').and.to.include('健身场馆');
    await expect(popup).to.be.accessible();
    parts(popup, '.pager button')[1]?.click();
    await settled();
    expect(part(popup, '.title').textContent).to.equal('健身场馆');
  });

  it('does not ask where a feature is, nor a layer that is not shown', async () => {
    let asked = 0;
    const { data, map, layer, popup, click } = await page(() => (asked++, Promise.resolve([PLOT])));
    map.dispatchEvent(new CustomEvent('yzt-pick', { detail: { lonLat: [120.3, 36.06], pixel: [0, 0], hits: [{ layer, dataset: data, row: 0, lonLat: [120.3, 36.06] }] } }));
    await settled();
    expect([asked, popup.hit?.row]).to.deep.equal([0, 0]);
    layer.invisible = true;
    await settled();
    await click();
    expect([asked, popup.open]).to.deep.equal([0, false]);
  });

  it('says that it asks when an answer takes long, and goes where there is none', async () => {
    const answers: ((found: readonly Identified[]) => void)[] = [];
    const { map, popup, click, opened } = await page(() => new Promise((resolve) => answers.push(resolve)));
    await click();
    expect(popup.open).to.equal(false);
    await opened();
    expect(words(popup)).to.include('正在查询');
    answers[0]?.([]);
    await settled();
    expect(popup.open).to.equal(false);
    expect(map.shadowRoot?.querySelector('[aria-live]')?.textContent).to.include('此处没有要素');
  });

  it('takes the answer to the last click only, and ends the one before', async () => {
    const asked: { signal: AbortSignal; answer: (found: readonly Identified[]) => void }[] = [];
    const { popup, click, opened } = await page((_, { signal }) => new Promise((resolve) => asked.push({ signal, answer: resolve })));
    await click();
    await click([120.41, 36.1]);
    expect(asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, false]);
    asked[1]?.answer([PLOT]);
    asked[0]?.answer([{ title: 'old', rows: [] }]);
    await opened();
    expect(part(popup, '.title').textContent).to.equal('地块 A-12');
    popup.remove();
    await settled();
    expect(popup.open).to.equal(false);
  });

  it('stays at a feature that was clicked while a service was asked about the click before', async () => {
    const asked: { signal: AbortSignal; answer: (found: readonly Identified[]) => void }[] = [];
    const { data, map, layer, popup, click } = await page((_, { signal }) => new Promise((resolve) => asked.push({ signal, answer: resolve })));
    await click();
    map.dispatchEvent(new CustomEvent('yzt-pick', { detail: { lonLat: [120.3, 36.06], pixel: [0, 0], hits: [{ layer, dataset: data, row: 0, lonLat: [120.3, 36.06] }] } }));
    asked[0]?.answer([PLOT]);
    await settled();
    expect(asked.map(({ signal }) => signal.aborted)).to.deep.equal([true]);
    expect(popup.hit?.row).to.equal(0);
  });

  it('shows why a service did not answer', async () => {
    const { popup, click, opened } = await page(() => Promise.reject(new YztError('timeout', { zh: '<yzt-wms-layer>：30 秒没有应答。', en: 'No answer.' })));
    await click();
    await opened();
    expect(part(popup, '[role=alert]').textContent).to.include('30 秒没有应答');
    await expect(popup).to.be.accessible();
  });

  it('shows a page of a service in a frame where nothing runs and nothing is fetched', async () => {
    const hostile = '<p>面积 <b>12</b> 亩</p><script>parent.hacked = 1</scr' + 'ipt><a href="https://elsewhere.example/">x</a><img src="https://elsewhere.example/x.png" onerror="parent.hacked = 1">';
    const { popup, click, opened } = await page(() => Promise.resolve([{ rows: [], html: hostile }]));
    await click();
    await opened();
    await settled(200);
    const frame = part(popup, 'iframe') as HTMLIFrameElement;
    expect([frame.getAttribute('sandbox'), frame.contentDocument]).to.deep.equal(['', null]);
    expect((window as { hacked?: number }).hacked).to.equal(undefined);
    expect(frame.srcdoc).to.match(/^<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'/).and.to.include('面积 <b>12</b> 亩');
    expect(framedPage(hostile)).not.to.include('href=');
  });
});
