import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { geodesicDistance } from '@yizhangtu/analysis/geodesic-distance';
import '@yizhangtu/map/cog-layer';
import '@yizhangtu/map/map';
import type { YztMap } from '@yizhangtu/map/map';
import type { YztPointLayer } from '@yizhangtu/map/point-layer';
import type { YztProfileChart } from '../profile-chart/index.js';
import './index.js';
import type { YztTerrainProfile } from './terrain-profile.js';

/** The raster of tools/cog-faults.mjs: ten metres higher with each column. */
const [WEST, NORTH, STEP] = [120.25, 36.2, 0.002];
const at = (column: number, row: number): [number, number] => [WEST + column * STEP, NORTH - row * STEP];
const words = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
const LINE = [at(45.5, 48.5), at(105.5, 48.5)].map((place) => place.join(' ')).join('; ');

async function scene(attributes: Readonly<Record<string, string>> = {}) {
  const box = await fixture(html`<div lang="zh-CN"><yzt-map id="m" center="120.378 36.104" zoom="10"><yzt-cog-layer id="heights" label="高程" src="/fault/cog/heights" attribution="示例高程"></yzt-cog-layer></yzt-map></div>`);
  const map = box.querySelector('yzt-map') as YztMap;
  map.style.cssText = 'width: 400px; height: 300px';
  const element = document.createElement('yzt-terrain-profile');
  for (const [name, value] of Object.entries({ for: 'm', ...attributes })) element.setAttribute(name, value);
  box.append(element);
  if (!map.isReady) await oneEvent(map, 'yzt-ready');
  await element.updateComplete;
  return { map, element };
}

async function profileOf(element: YztTerrainProfile): Promise<YztProfileChart> {
  await waitUntil(() => (element.shadowRoot?.querySelector('yzt-profile-chart') as YztProfileChart | null)?.profile, 'the profile', { timeout: 20_000 });
  return element.shadowRoot?.querySelector('yzt-profile-chart') as YztProfileChart;
}
const button = (element: Element, name: string): HTMLButtonElement | undefined => [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.trim() === name);
const pick = (map: YztMap, lonLat: readonly [number, number], pixel: readonly [number, number]): boolean => map.dispatchEvent(new CustomEvent('yzt-pick', { detail: { lonLat, pixel, hits: [], additive: false, byKey: false }, cancelable: true }));

describe('yzt-terrain-profile', function () {
  this.timeout(60_000);

  it('reads the heights of the first raster of the map along a line: length on the ellipsoid, climb, slope, method and source', async () => {
    const { element } = await scene({ line: LINE, label: '剖面' });
    const chart = await profileOf(element);
    const length = geodesicDistance(at(45.5, 48.5), at(105.5, 48.5));
    expect(chart.profile?.length).to.be.closeTo(length, 1);
    expect([chart.profile?.lowest, chart.profile?.highest, chart.profile?.climb].map((value) => Number(value?.toFixed(1)))).to.deep.equal([450, 1050, 600]);
    for (const { slope } of chart.profile?.places ?? []) expect(slope).to.be.closeTo(600 / length, 0.002);
    expect(words(element)).to.include('双线性');
    expect(words(chart)).to.include('示例高程');
    await expect(element).to.be.accessible();
  });

  it('shares the place that is pointed at with the map', async () => {
    const { map, element } = await scene({ line: LINE, layer: 'heights' });
    const chart = await profileOf(element);
    const places = [...map.querySelectorAll<YztPointLayer>('yzt-point-layer')].map((layer) => layer.layerDataset);
    const dataset = places[0];
    dataset?.setHover(30);
    await waitUntil(() => /高程 \d+\.\d m/.test(words(chart)), 'in words');
    dataset?.setHover(-1);
    await waitUntil(() => chart.shadowRoot?.querySelector('yzt-line-chart')?.shadowRoot?.querySelector('[data-cursor]'), 'the chart');
    const cursor = chart.shadowRoot?.querySelector('yzt-line-chart')?.shadowRoot?.querySelector('[data-cursor]') as SVGElement;
    cursor.focus();
    cursor.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
    await waitUntil(() => dataset?.hover === (dataset?.rowCount ?? 0) - 1, 'the last place on the map');
  });

  it('takes a line by clicks, which select nothing, and one that is typed', async () => {
    const { map, element } = await scene();
    expect(element.shadowRoot?.querySelector('yzt-profile-chart')).to.equal(null);
    button(element, '在图上画剖面线')?.click();
    await waitUntil(() => map.querySelector('yzt-line-layer'), 'it draws');
    expect(button(element, '完成')?.disabled).to.equal(true);
    expect(pick(map, at(60, 48), [10, 10])).to.equal(false);
    pick(map, at(80, 48), [90, 10]);
    await element.updateComplete;
    await expect(element).to.be.accessible();
    button(element, '完成')?.click();
    expect(element.line).to.equal('120.37000 36.10400; 120.41000 36.10400');
    expect((await profileOf(element)).profile?.climb).to.be.closeTo(200, 1);
    const field = element.shadowRoot?.querySelector('textarea') as HTMLTextAreaElement;
    const type = async (text: string): Promise<void> => {
      field.value = text;
      field.dispatchEvent(new Event('input'));
      await element.updateComplete;
    };
    await type('120.37 36.1; 崂山');
    expect(words(element)).to.include('「崂山」不是坐标');
    expect(button(element, '画出剖面')?.disabled).to.equal(true);
    await type('120.37 36.1');
    expect(words(element)).to.include('至少要两个点');
    await type(LINE);
    element.shadowRoot?.querySelector('form')?.requestSubmit();
    await waitUntil(() => (element.shadowRoot?.querySelector('yzt-profile-chart') as YztProfileChart | null)?.profile?.rows.length === 401, 'the other line', { timeout: 10_000 });
    expect((await profileOf(element)).profile?.climb).to.be.closeTo(600, 0.1);
    button(element, '清除')?.click();
    await element.updateComplete;
    expect([element.line, map.querySelectorAll('yzt-line-layer').length]).to.deep.equal(['', 0]);
  });

  it('says where there are no heights, and counts the places without one', async () => {
    const { map, element } = await scene({ line: '121 36.1; 121.1 36.1' });
    await waitUntil(() => words(element).includes('这条线上没有高程'), 'outside', { timeout: 20_000 });
    element.line = [at(100, 48.5), at(140, 48.5)].map((place) => place.join(' ')).join('; ');
    await waitUntil(() => /\d+ 个点没有高程/.test(words(element)), 'half outside');
    map.querySelector('yzt-cog-layer')?.remove();
    element.line = LINE;
    await waitUntil(() => words(element).includes('图上没有高程图层'), 'no layer');
  });

  it('takes its marks off the map when it leaves, and works when it comes back', async () => {
    const { map, element } = await scene({ line: LINE });
    await profileOf(element);
    expect(map.querySelectorAll('yzt-line-layer, yzt-point-layer').length).to.equal(2);
    element.remove();
    expect(map.querySelectorAll('yzt-line-layer, yzt-point-layer').length).to.equal(0);
    map.after(element);
    await waitUntil(() => map.querySelectorAll('yzt-line-layer, yzt-point-layer').length === 2, 'the marks again');
    await element.start();
    element.cancel();
    expect((await profileOf(element)).profile?.climb).to.be.closeTo(600, 0.1);
  });
});
