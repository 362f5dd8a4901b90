import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { YztLineChart } from '@yizhangtu/charts/line-chart';
import { Dataset } from '@yizhangtu/data/model';
import './index.js';
import type { YztProfileChart } from './profile-chart.js';

const DEGREE = (6_378_137 * Math.PI) / 180;

/** 4 km due east on the equator, up 5 % and down again. 示例数据. */
function way(): Dataset {
  const at = Array.from({ length: 41 }, (_, i) => i * 100);
  return Dataset.fromColumns(
    { coordinates: Float64Array.from(at.flatMap((one) => [one / DEGREE, 0])), columns: { ele: at.map((one) => 100 - Math.abs(one - 2000) / 20) } },
    { provenance: { source: '示例', example: true } },
  );
}

async function chartOf(dataset: Dataset, more: Partial<YztProfileChart> = {}): Promise<{ element: YztProfileChart; chart: YztLineChart }> {
  const element = await fixture<YztProfileChart>(html`<div lang="zh-CN"><yzt-profile-chart label="赛道"></yzt-profile-chart></div>`).then((box) => box.querySelector('yzt-profile-chart') as YztProfileChart);
  Object.assign(element, more, { dataset });
  await waitUntil(() => element.shadowRoot?.querySelector('yzt-line-chart')?.shadowRoot?.querySelector('path.line'), 'the profile is drawn');
  return { element, chart: element.shadowRoot?.querySelector('yzt-line-chart') as YztLineChart };
}
const words = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
const cursor = (chart: YztLineChart): SVGElement => chart.shadowRoot?.querySelector('[data-cursor]') as SVGElement;

function press(target: Element, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

describe('yzt-profile-chart', () => {
  it('says length, climb and descent, how they came about, and that the data are examples', async () => {
    const { element } = await chartOf(way());
    expect(words(element)).to.match(/全长 ?4\.00 km.*累计爬升 ?99 m.*累计下降 ?99 m.*最高 ?99 m.*最低 ?0 m/);
    expect(words(element)).to.include('高程沿线 100 m 平均').and.to.include('3 m 及以上').and.to.include('示例数据').and.to.include('来源：示例');
    await expect(element).to.be.accessible();
  });

  it('has heights and slopes in the table as well', async () => {
    const { chart } = await chartOf(way());
    chart.shadowRoot?.querySelector<HTMLElement>('[part=toggle]')?.click();
    const found = (): Element[] => [...(chart.shadowRoot?.querySelectorAll('table tr') ?? [])];
    // A long table comes in parts.
    await waitUntil(() => found().length > 240, 'all rows');
    const rows = found().map((row) => [...row.children].map((cell) => cell.textContent?.trim()));
    expect([rows[0]?.[2], rows[1]?.[2], rows[240]?.[2]]).to.deep.equal(['坡度', '上坡 5.0%', '下坡 5.0%']);
  });

  it('by keys: the place is read out with its slope, and its row is the hovered one', async () => {
    const dataset = way();
    const { element, chart } = await chartOf(dataset);
    cursor(chart).focus();
    press(cursor(chart), 'End');
    await waitUntil(() => dataset.hover === 40, 'the last row');
    press(cursor(chart), 'Home');
    await waitUntil(() => dataset.hover === 0, 'the first row');
    await chart.updateComplete;
    expect(cursor(chart).getAttribute('aria-valuetext')).to.equal('0.00 km，0.0 m，上坡 5.0%');
    await waitUntil(() => words(element).includes('0.00 km，高程 0.0 m，上坡 5.0%'), 'the line under the chart');
  });

  it('marks the row that another view hovers, and leaves it alone', async () => {
    const dataset = way();
    const { element, chart } = await chartOf(dataset);
    dataset.setHover(30);
    await waitUntil(() => chart.shadowRoot?.querySelector('.crosshair.near'), 'the mark');
    await waitUntil(() => /3\.0\d km，高程 \d+\.\d m，下坡 5\.0%/.test(words(element)), 'in words');
    expect(dataset.hover).to.equal(30);
    dataset.setHover(-1);
    await waitUntil(() => !chart.shadowRoot?.querySelector('.crosshair'), 'the mark goes');
  });

  it('follows other settings, filters and rows; works again after it has left the page', async () => {
    const dataset = way();
    const { element } = await chartOf(dataset, { smoothMeters: 0, leastRise: 0 });
    expect(words(element)).to.match(/累计爬升 ?100 m/).and.not.to.include('沿线 ');
    const parent = element.parentElement;
    element.remove();
    parent?.append(element);
    dataset.setFilter('ele', { kind: 'range', field: 'ele', min: 40 });
    await waitUntil(() => /全长 ?2\.40 km/.test(words(element)), 'the filtered way');
    element.lang = 'en';
    await waitUntil(() => /Length ?2\.40 km/.test(words(element)), 'English');
    dataset.setHover(20);
    await waitUntil(() => words(element).includes('1.2'), 'hover after the return');
  });

  it('says which field it needs, and that it needs points', async () => {
    const box = await fixture(html`<div lang="zh-CN"><yzt-profile-chart height-field="h"></yzt-profile-chart></div>`);
    const element = box.querySelector('yzt-profile-chart') as YztProfileChart;
    element.addEventListener('yzt-error', (event) => event.preventDefault());
    setTimeout(() => (element.dataset = way()));
    expect(((await oneEvent(element, 'yzt-error')).detail as { code: string }).code).to.equal('unknown-field');
    await element.updateComplete;
    expect(words(element)).to.include('没有数字字段「h」');
    setTimeout(() => (element.dataset = Dataset.fromColumns({ columns: { ele: [1, 2] } })));
    expect(((await oneEvent(element, 'yzt-error')).detail as { code: string }).code).to.equal('bad-argument');
    element.heightField = 'ele';
    element.dataset = way();
    await waitUntil(() => /4\.00 km/.test(words(element)), 'it recovers');
    expect(element.hasAttribute('error')).to.equal(false);
  });
});
