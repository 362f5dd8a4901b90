import { Dataset } from '@yizhangtu/data/model';
import { expect, fixture, html } from '@open-wc/testing';
import './index.js';
import type { YztGaugeChart } from './index.js';

const LEVELS = '差=0:red; 中=60:orange; 良=75:yellow; 优=90:token:color-success';

async function settled(chart: YztGaugeChart): Promise<void> {
  await chart.updateComplete;
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await chart.updateComplete;
}

const one = (chart: YztGaugeChart, selector: string): Element | null => chart.shadowRoot?.querySelector(selector) ?? null;
const text = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const venues = (): Dataset => Dataset.fromColumns({ columns: { open: [true, true, false, true], areaM2: Float64Array.of(100, 250, 50, 600) } });

describe('<yzt-gauge-chart>', () => {
  it('is a meter with its value in words, the band and the target with its light', async () => {
    const chart = await fixture<YztGaugeChart>(
      html`<yzt-gauge-chart label="满意度" value="88.6" unit="分" max="100" target="90" near="5" thresholds=${LEVELS}></yzt-gauge-chart>`,
    );
    await settled(chart);
    const meter = one(chart, '[role=meter]');
    expect(['aria-label', 'aria-valuemin', 'aria-valuemax', 'aria-valuenow', 'aria-valuetext'].map((name) => meter?.getAttribute(name))).to.deep.equal(['满意度', '0', '100', '88.6', '88.6 分']);
    expect(text(one(chart, '[part=value]'))).to.equal('88.6分');
    expect(text(one(chart, '[part=band]'))).to.equal('良');
    expect(text(one(chart, '[part=target]'))).to.equal('目标 90 分接近目标');
    expect(text(one(chart, 'figcaption .hidden-text'))).to.equal('满意度：88.6 分，良，刻度 0 分 至 100 分，目标 90 分，接近目标。');
    expect(chart.shadowRoot?.querySelectorAll('.band')).to.have.length(4);
    await expect(chart).to.be.accessible();
  });

  it('measures its dataset and follows the filters, a share up to 100', async () => {
    const dataset = venues();
    const chart = await fixture<YztGaugeChart>(html`<yzt-gauge-chart .dataset=${dataset} share="open=true" label="开放率"></yzt-gauge-chart>`);
    await settled(chart);
    expect(one(chart, '[role=meter]')?.getAttribute('aria-valuetext')).to.equal('75 %');
    dataset.setFilter('open', { kind: 'in', field: 'open', values: [true] });
    await settled(chart);
    expect(chart.figureShown).to.equal(100);
    chart.ignoreFilters = true;
    await settled(chart);
    expect(chart.figureShown).to.equal(75);
  });

  it('writes the ends of the scale without needless digits, and the digits they have', async () => {
    const chart = await fixture<YztGaugeChart>(html`<yzt-gauge-chart value="2.5" max="4" digits="2" unit="㎡"></yzt-gauge-chart>`);
    const ends = (): (string | null)[] => [...(chart.shadowRoot?.querySelectorAll('svg text.muted') ?? [])].map((end) => end.textContent);
    await settled(chart);
    expect(ends()).to.deep.equal(['0', '4']);
    expect(text(one(chart, '[part=value]'))).to.include('2.50');
    chart.max = 4.25;
    await settled(chart);
    expect(ends()).to.deep.equal(['0', '4.25']);
  });

  it('says where a value lies beyond the scale', async () => {
    const chart = await fixture<YztGaugeChart>(html`<yzt-gauge-chart value="1300" max="1200" unit="吨"></yzt-gauge-chart>`);
    await settled(chart);
    expect(text(one(chart, '.beyond'))).to.equal('超出刻度上限 1,200 吨');
    expect(one(chart, '[role=meter]')?.getAttribute('aria-valuenow')).to.equal('1200');
    chart.value = 600;
    await settled(chart);
    expect(one(chart, '.beyond')).to.equal(null);
  });

  it('says what is missing or wrong instead of drawing a scale that lies', async () => {
    const chart = await fixture<YztGaugeChart>(html`<yzt-gauge-chart value="42" unit="吨"></yzt-gauge-chart>`);
    await settled(chart);
    expect(text(one(chart, '[role=alert]'))).to.include('<yzt-gauge-chart>：没有写 max');
    chart.max = 0;
    await settled(chart);
    expect(text(one(chart, '.state'))).to.include('min="0" 不小于 max="0"');
    chart.max = 50;
    await settled(chart);
    expect(one(chart, '[role=meter]')).not.to.equal(null);
    chart.thresholds = '良';
    await settled(chart);
    expect(text(one(chart, '.state'))).to.include('thresholds="良" 无法识别');
  });

  it('has a table twin with the plain value, and says when there is no figure', async () => {
    const chart = await fixture<YztGaugeChart>(html`<yzt-gauge-chart label="完成率" value="63.5" unit="%" target="60"></yzt-gauge-chart>`);
    await settled(chart);
    const csv = await (await chart.toCsv()).text();
    expect(csv).to.include('完成率,63.5');
    expect(csv).to.include('目标,"60 %，达标"'.replace(/"/g, ''));
    chart.value = Number.NaN;
    await settled(chart);
    expect(text(one(chart, '.state'))).to.equal('没有数据');
  });
});
