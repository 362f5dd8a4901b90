import { Dataset } from '@yizhangtu/data/model';
import { expect, fixture, html } from '@open-wc/testing';
import { TYPES, DISTRICTS, venues, settled, chartOf, bars, hits, names } from './bar-chart.fixture.js';
import type { YztBarChart } from './index.js';

describe('series and bins of <yzt-bar-chart>', () => {
  it('divides bars by a second field in the colours of the map, and its legend filters by it', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset);
    chart.splitBy = 'district';
    await settled(chart);
    const naive = TYPES.filter((type, index) => type === '足球场' && DISTRICTS[index] === '崂山区').length;
    expect(names(chart)[0]).to.contain(`足球场，3 处，占 50.0%：崂山区 ${naive} 处，市南区 2 处`);
    expect(bars(chart)[0]?.querySelectorAll('.segment')).to.have.length(2);
    const entries = [...(chart.shadowRoot?.querySelectorAll<HTMLButtonElement>('.legend button') ?? [])];
    expect(entries.map((entry) => entry.textContent?.trim())).to.deep.equal(['崂山区', '市南区']);
    entries[0]?.click();
    await settled(chart);
    expect(dataset.filters.get('district')).to.deep.equal({ kind: 'in', field: 'district', values: ['崂山区'] });
    expect(bars(chart)[0]?.querySelectorAll('.segment')).to.have.length(2);
    expect(bars(chart)[0]?.querySelectorAll('.segment.out')).to.have.length(1);
    await expect(chart).to.be.accessible();
  });

  it('stands series beside each other, or as shares of one whole', async () => {
    const chart = await chartOf(venues());
    chart.splitBy = 'district';
    chart.layout = 'share';
    await settled(chart);
    const height = (bar: SVGGElement | undefined): number => bar?.querySelector<SVGGraphicsElement>('[aria-hidden]')?.getBBox().height ?? 0;
    expect(height(bars(chart)[0])).to.be.closeTo(height(bars(chart)[1]), 0.5);
    chart.layout = 'grouped';
    await settled(chart);
    const [first, second] = [...(bars(chart)[0]?.querySelectorAll<SVGGraphicsElement>('.segment') ?? [])].map((one) => one.getBBox());
    expect((first?.x ?? 0) + (first?.width ?? 0)).to.be.at.most((second?.x ?? 0) + 0.5);
    expect((second?.height ?? 0) / (first?.height ?? 1)).to.be.closeTo(2, 0.05);
  });

  it('writes both sums where pieces go both ways, standing and lying, and no value on the line of the target', async () => {
    const data = [['修复', 2.6], ['占用', -1.1]].map(([series, value]) => ({ key: '2022', series: String(series), value: Number(value) }));
    const chart = await fixture<YztBarChart>(html`<yzt-bar-chart label="岸线" .data=${data} target="2.7"></yzt-bar-chart>`);
    await settled(chart);
    const texts = (): SVGTextElement[] => [...(chart.shadowRoot?.querySelectorAll<SVGTextElement>('text.value') ?? [])];
    expect(texts().map((text) => text.textContent)).to.deep.equal(['2.6', '-1.1']);
    const line = Number(chart.shadowRoot?.querySelector('line.target')?.getAttribute('y1'));
    expect(Math.abs(Number(texts()[0]?.getAttribute('y')) - line)).to.be.at.least(8);
    chart.orientation = 'horizontal';
    await settled(chart);
    expect(texts().map((text) => text.textContent)).to.deep.equal(['2.6', '-1.1']);
  });

  it('groups dates by the month and filters by a bin', async () => {
    const dates = ['2026-01-31T23:30:00+08:00', '2026-02-01T00:30:00+08:00', '2026-04-02T00:00:00+08:00'].map((text) => new Date(text));
    const dataset = Dataset.fromColumns({ columns: { at: dates } });
    const chart = await fixture<YztBarChart>(html`<yzt-bar-chart .dataset=${dataset} group-by="at" bin="month"></yzt-bar-chart>`);
    await settled(chart);
    expect(names(chart).map((name) => name?.replace(/，占.*/, ''))).to.deep.equal(['2026年1月，1', '2026年2月，1', '2026年3月，0', '2026年4月，1']);
    bars(chart)[1]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await settled(chart);
    expect([...dataset.passing()]).to.deep.equal([0, 1, 0]);
    expect(hits(chart).map((hit) => hit.getAttribute('aria-pressed'))).to.deep.equal(['false', 'true', 'false', 'false']);
    bars(chart)[1]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(dataset.filters.size).to.equal(0);
  });

  it('groups numbers by edges and says why when bins cannot be read', async () => {
    const chart = await chartOf(venues());
    chart.groupBy = 'areaM2';
    chart.bin = 'breaks:0,500,7000,8000';
    await settled(chart);
    expect(names(chart).map((name) => name?.replace(/，占.*/, ''))).to.deep.equal(['0 – 500，1 处', '500 – 7,000，3 处', '7,000 – 8,000，2 处']);
    chart.bin = 'fortnight';
    await settled(chart);
    expect(chart.shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain('fortnight');
  });
});
