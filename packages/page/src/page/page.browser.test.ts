import { aTimeout, expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import '@yizhangtu/map/map';
import type { YztMap } from '@yizhangtu/map/map';
import './index.js';
import type { YztPage } from './index.js';

/** A page as an author writes it, in a box of a size. The map has no layers: what is tested is the frame. */
async function made(width: number, height = 800, attributes: { layout?: string } = {}): Promise<YztPage> {
  const box = await fixture<HTMLElement>(html`<div>
    <yzt-page label="示例一张图" owner="示例单位" updated-at="2026-06-30" approval-number="GS(2023)1号" layout=${attributes.layout ?? 'auto'}>
      <yzt-map id="m" label="示例地图" center="120.38 36.07" zoom="9"></yzt-map>
      <input slot="search" aria-label="搜索" />
      <button slot="views" aria-pressed="true">青岛</button>
      <p slot="resources">资源</p>
      <p slot="figures">指标</p>
      <button slot="primary">打开</button>
      <p slot="charts">图表</p>
      <p slot="charts" data-yzt-layouts="screen">大屏图表</p>
      <p slot="details">名录</p>
    </yzt-page>
  </div>`);
  box.style.cssText = `width: ${width}px; height: ${height}px`;
  const page = box.querySelector('yzt-page') as YztPage;
  page.style.height = '100%';
  await sized();
  await page.updateComplete;
  return page;
}

/** A size observer speaks after a frame; what it says is rendered in the next. */
async function sized(): Promise<void> {
  for (let i = 0; i < 3; i++) await nextFrame();
  await aTimeout(0);
}

const seen = (page: YztPage, slot: string): boolean[] =>
  [...page.querySelectorAll<HTMLElement>(`[slot=${slot}]`)].map((element) => element.offsetHeight > 0);
const part = <T extends HTMLElement = HTMLElement>(page: YztPage, selector: string): T => {
  const found = page.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const box = (page: YztPage, selector: string): DOMRect => part(page, selector).getBoundingClientRect();

describe('<yzt-page>', () => {
  afterEach(() => document.documentElement.removeAttribute('data-yzt-theme'));

  it('at a desk: title bar, panels beside the map, strip; charts and list behind tabs', async () => {
    const page = await made(1400);
    expect(page.currentLayout).to.equal('desk');
    expect(page.getAttribute('data-layout')).to.equal('desk');
    expect(part(page, 'h1').textContent).to.equal('示例一张图');
    expect(part(page, '.owner').textContent?.replace(/\s+/g, '')).to.equal('示例单位数据时间2026-06-30');
    const stage = box(page, '.stage');
    expect([stage.left, stage.right]).to.deep.equal([box(page, '.start.panel').right, box(page, '.end.panel').left]);
    expect(stage.width / 1400).to.be.greaterThan(0.5);
    expect([...seen(page, 'charts'), ...seen(page, 'details')]).to.deep.equal([true, false, false]);
    expect(part(page, 'yzt-attribution').shadowRoot?.textContent).to.include('GS(2023)1号');
    await expect(page).to.be.accessible();
  });

  it('tabs by keyboard, and a part shown by the page', async () => {
    const page = await made(1400);
    const tab = part(page, '[role=tab]');
    tab.focus();
    setTimeout(() => tab.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true })));
    const { detail } = await oneEvent(page, 'yzt-page-change');
    expect(detail.tab).to.equal('details');
    await page.updateComplete;
    expect([...seen(page, 'charts'), ...seen(page, 'details')]).to.deep.equal([false, false, true]);
    expect((page.renderRoot as ShadowRoot).activeElement?.textContent?.trim()).to.equal('名录');
    page.endClosed = true;
    await page.show('charts');
    expect([page.endClosed, page.tab]).to.deep.equal([false, 'charts']);
  });

  it('closes a panel, gives its room to the map, and opens it again', async () => {
    const page = await made(1400);
    const before = box(page, '.stage').width;
    const panel = box(page, '.start.panel').width;
    const edge = part<HTMLButtonElement>(page, '.edge.start');
    edge.click();
    await page.updateComplete;
    expect(page.hasAttribute('start-closed')).to.equal(true);
    expect(box(page, '.stage').width).to.be.closeTo(before + panel, 1);
    expect(edge.getAttribute('aria-expanded')).to.equal('false');
    edge.click();
    await page.updateComplete;
    expect(seen(page, 'resources')).to.deep.equal([true]);
  });

  it('on a wall by its theme: cards left and right over the whole map, nothing to search with', async () => {
    document.documentElement.dataset['yztTheme'] = 'screen';
    const page = await made(1600);
    expect(page.currentLayout).to.equal('screen');
    expect(box(page, '.stage').width).to.equal(1600);
    expect([...seen(page, 'charts'), ...seen(page, 'details')]).to.deep.equal([true, true, true]);
    expect([...seen(page, 'resources'), ...seen(page, 'search'), ...seen(page, 'primary')]).to.deep.equal([false, false, false]);
    // What the map is asked to show goes between the cards.
    const { covered } = page.querySelector('yzt-map') as YztMap;
    const whole = page.getBoundingClientRect();
    const [start, end] = [box(page, '.panel.start').right - whole.left, whole.right - box(page, '.panel.end').left];
    expect(start).to.be.above(200);
    expect([covered[1], covered[3]].map(Math.round)).to.deep.equal([end, start].map(Math.round));
    document.documentElement.dataset['yztTheme'] = 'light';
    page.requestUpdate();
    await page.updateComplete;
    expect((page.querySelector('yzt-map') as YztMap).covered).to.deep.equal([0, 0, 0, 0]);
  });

  it('in a hand: search over the map, a sheet that goes by keys and makes room for a popup', async () => {
    const page = await made(390, 800);
    expect(page.currentLayout).to.equal('mobile');
    expect([...seen(page, 'search'), ...seen(page, 'primary'), ...seen(page, 'details')]).to.deep.equal([true, true, true]);
    expect(box(page, '.sheet').height).to.equal(368);
    const grip = part(page, '.grip');
    const key = async (name: string): Promise<string | null> => {
      grip.dispatchEvent(new KeyboardEvent('keydown', { key: name }));
      await page.updateComplete;
      return grip.getAttribute('aria-valuetext');
    };
    expect([await key('ArrowUp'), await key('ArrowUp'), await key('Home'), await key('End')]).to.deep.equal(['全屏', '全屏', '收起', '全屏']);
    page.querySelector('yzt-map')?.dispatchEvent(new CustomEvent('yzt-popup-change', { bubbles: true, detail: { open: true } }));
    expect(page.sheet).to.equal('half');
    await expect(page).to.be.accessible();
  });

  it('the sheet follows a finger on its grip and stays at the nearest height', async () => {
    const page = await made(390, 800);
    const grip = part(page, '.grip');
    grip.setPointerCapture = () => undefined;
    const point = (type: string, clientY: number): boolean => grip.dispatchEvent(new PointerEvent(type, { clientY, pointerId: 1 }));
    point('pointerdown', 440);
    point('pointermove', 200);
    await page.updateComplete;
    expect(part(page, '.sheet').style.height).to.equal('608px');
    part(page, '.sheet').style.transition = 'none';
    point('pointerup', 200);
    grip.click();
    await page.updateComplete;
    expect([page.sheet, part(page, '.sheet').style.height]).to.deep.equal(['full', '736px']);
  });

  it('changes its layout with its width and tells it; the map stays the same', async () => {
    const page = await made(1400);
    const map = page.querySelector('yzt-map') as HTMLElementTagNameMap['yzt-map'];
    const { olMap } = map;
    setTimeout(() => ((page.parentElement as HTMLElement).style.width = '600px'));
    const { detail } = await oneEvent(page, 'yzt-page-change');
    expect(detail.layout).to.equal('mobile');
    expect(map.olMap).to.equal(olMap);
  });

  it('fits what the map began with again for another layout, after «home» too', async () => {
    const page = await made(1400);
    const map = page.querySelector('yzt-map') as YztMap;
    map.bounds = [120, 36, 121, 37];
    const shows = (): boolean => {
      const [west, south, east, north] = map.viewBounds ?? [0, 0, 0, 0];
      return west <= 120.01 && south <= 36.01 && east >= 120.99 && north >= 36.99 && (east - west < 1.03 || north - south < 1.03);
    };
    for (const width of [600, 1400]) {
      map.zoomBy(2);
      await aTimeout(350);
      map.home();
      await aTimeout(350);
      (page.parentElement as HTMLElement).style.width = `${width}px`;
      await aTimeout(350);
      expect(shows(), `${width} px: ${map.viewBounds?.join()}`).to.equal(true);
    }
  });

  it('takes the layout it is told, shows what comes later, and leaves out panels with nothing in them', async () => {
    const page = await made(1400, 800, { layout: 'mobile' });
    expect(page.currentLayout).to.equal('mobile');
    page.layout = 'desk';
    for (const child of [...page.querySelectorAll('[slot]')]) child.remove();
    await sized();
    await page.updateComplete;
    expect(box(page, '.stage').width).to.equal(1400);
    expect(page.shadowRoot?.querySelector('.edge')).to.equal(null);
    const late = document.createElement('p');
    late.slot = 'details';
    late.textContent = '后来';
    page.append(late);
    await sized();
    expect(late.offsetHeight).to.be.greaterThan(0);
    expect(page.shadowRoot?.querySelector('[role=tablist]')).to.equal(null);
  });
});
