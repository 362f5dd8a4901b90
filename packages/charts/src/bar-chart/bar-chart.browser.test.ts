import { Dataset } from '@yizhangtu/data/model';
import { expect, fixture, html } from '@open-wc/testing';
import { TYPES, DISTRICTS, AREAS, venues, settled, chartOf, bars, hits, names } from './bar-chart.fixture.js';
import type { YztBarChart } from './index.js';

describe('<yzt-bar-chart>', () => {
  it('counts the groups of the dataset, largest first, as a naive count does', async () => {
    const chart = await chartOf(venues());
    const naive = new Map<string, number>();
    for (const type of TYPES) naive.set(type, (naive.get(type) ?? 0) + 1);
    const expected = [...naive].sort((a, b) => b[1] - a[1]).map(([type, count]) => `${type}，${count} 处`);
    expect(names(chart).map((name) => name?.replace(/，占.*/, ''))).to.deep.equal(expected);
  });

  it('sums a field', async () => {
    const chart = await chartOf(venues());
    chart.measure = 'sum:areaM2';
    chart.unit = '㎡';
    await settled(chart);
    const total = AREAS.filter((_, index) => TYPES[index] === '足球场').reduce((sum, area) => sum + area, 0);
    expect(names(chart)[0]).to.contain(`足球场，${total.toLocaleString('en')} ㎡`);
  });

  it('draws a year that is still running as such, and says up to when it goes', async () => {
    const years = ['2024-03-01', '2024-09-01', '2025-02-01', '2025-08-01', '2026-05-01'].map((day) => new Date(`${day}T00:00+08:00`));
    const dataset = Dataset.fromColumns({ columns: { founded: years } });
    const chart = await fixture<YztBarChart>(html`<yzt-bar-chart lang="zh-CN" .dataset=${dataset} group-by="founded" bin="year" complete-to="2026-06-30" unit="户"></yzt-bar-chart>`);
    await settled(chart);
    expect(bars(chart).map((bar) => bar.classList.contains('partial'))).to.deep.equal([false, false, true]);
    expect(names(chart)[2]).to.contain('2026年（截至2026年6月30日），1 户');
    expect(chart.shadowRoot?.querySelector('.note')?.textContent).to.equal('虚线：2026年（截至2026年6月30日）');
    chart.completeTo = '2026-12-31';
    await settled(chart);
    expect(bars(chart).some((bar) => bar.classList.contains('partial'))).to.equal(false);
    expect(chart.shadowRoot?.querySelector('.note')).to.equal(null);
    chart.completeTo = '年中';
    await settled(chart);
    expect(chart.shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain('complete-to="年中"');
  });

  it('gives bars lengths in proportion', async () => {
    const chart = await chartOf(venues());
    const heights = bars(chart).map((bar) => (bar.querySelector('.mark') as SVGGraphicsElement).getBBox().height);
    expect((heights[0] ?? 0) / (heights[2] ?? 1)).to.be.closeTo(3, 0.05);
  });

  it('filters the other views by a click, fades the rest, and lets go at the second click', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset);
    bars(chart)[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await settled(chart);
    expect(dataset.filters.get('type')).to.deep.equal({ kind: 'in', field: 'type', values: ['足球场'] });
    expect(hits(chart).map((hit) => hit.getAttribute('aria-pressed'))).to.deep.equal(['true', 'false', 'false']);
    expect(bars(chart).map((bar) => bar.classList.contains('faded'))).to.deep.equal([false, true, true]);
    expect(names(chart)[1]).to.contain('篮球场，2 处');
    bars(chart)[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(dataset.filters.size).to.equal(0);
  });

  it('follows the filters of others', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset);
    dataset.setFilter('district', { kind: 'in', field: 'district', values: ['崂山区'] });
    await settled(chart);
    const expected = TYPES.filter((_, index) => DISTRICTS[index] === '崂山区').length;
    expect(bars(chart)).to.have.length(expected);
    expect(names(chart).every((name) => name?.includes('，1 处'))).to.equal(true);
  });

  it('has one tab stop, moves with arrows, switches with Enter and Space, lets go with Escape', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset);
    expect(hits(chart).map((hit) => hit.getAttribute('tabindex'))).to.deep.equal(['0', '-1', '-1']);
    hits(chart)[0]?.focus();
    const press = (key: string) =>
      chart.shadowRoot?.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press('ArrowRight');
    expect(chart.shadowRoot?.activeElement).to.equal(hits(chart)[1]);
    press('Enter');
    expect(dataset.filters.has('type')).to.equal(true);
    press('End');
    press(' ');
    const filter = dataset.filters.get('type');
    expect(filter?.kind === 'in' && filter.values).to.have.length(2);
    await settled(chart);
    expect(hits(chart)[2]?.getAttribute('tabindex')).to.equal('0');
    press('Escape');
    expect(dataset.filters.size).to.equal(0);
  });

  it('marks the bar of the row under the pointer on another view', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset);
    dataset.setHover(1);
    await settled(chart);
    expect(bars(chart).map((bar) => bar.classList.contains('near'))).to.deep.equal([false, true, false]);
  });

  it('has a table twin with the same rows', async () => {
    const chart = await chartOf(venues());
    chart.shadowRoot?.querySelector('button')?.click();
    await settled(chart);
    const cells = [...(chart.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(cells[0]).to.deep.equal(['足球场', '3', '50.0%']);
    expect(cells).to.have.length(3);
  });

  it('says where the data is from, and that it is example data', async () => {
    const chart = await chartOf(venues());
    expect(chart.shadowRoot?.querySelector('.source')?.textContent).to.contain('示例数据').and.to.contain('测试');
  });

  it('puts what is beyond the limit into 其他，which filters nothing', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset, 'horizontal');
    chart.limit = 1;
    await settled(chart);
    expect(names(chart)[1]).to.contain('其他，3 处');
    bars(chart)[1]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(dataset.filters.size).to.equal(0);
  });

  it('draws plain data without a dataset', async () => {
    const chart = await fixture<YztBarChart>(
      html`<yzt-bar-chart
        .data=${[
          { key: '一月', value: 3 },
          { key: '二月', value: 5 },
        ]}
      ></yzt-bar-chart>`,
    );
    await settled(chart);
    expect(names(chart)).to.deep.equal(['一月，3，占 37.5%', '二月，5，占 62.5%']);
    expect(hits(chart)[0]?.getAttribute('role')).to.equal('img');
  });

  it('never makes markup of data', async () => {
    const chart = await fixture<YztBarChart>(
      html`<yzt-bar-chart .data=${[{ key: '<img src=x onerror=alert(1)>', value: 3 }]}></yzt-bar-chart>`,
    );
    await settled(chart);
    expect(chart.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('says 没有数据 for nothing, and why for a field that is not there', async () => {
    const chart = await fixture<YztBarChart>(html`<yzt-bar-chart .data=${[]}></yzt-bar-chart>`);
    expect(chart.shadowRoot?.querySelector('.state')?.textContent).to.equal('没有数据');
    const wrong = await fixture<YztBarChart>(html`<yzt-bar-chart .dataset=${venues()} group-by="nothing"></yzt-bar-chart>`);
    await settled(wrong);
    expect(wrong.shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain('nothing');
  });

  it('says what the line over the bars is, standing and lying', async () => {
    const chart = await chartOf(venues());
    chart.target = 2;
    chart.targetLabel = '平均';
    for (const orientation of ['vertical', 'horizontal'] as const) {
      chart.orientation = orientation;
      await settled(chart);
      const texts = [...(chart.shadowRoot?.querySelectorAll('svg text') ?? [])].map((text) => text.textContent).join(' ');
      expect(texts).to.match(/平均 ?2 处/);
      expect(chart.shadowRoot?.querySelectorAll('line.target')).to.have.length(1);
    }
  });

  it('draws negative values below the line with their numbers under them', async () => {
    const chart = await fixture<YztBarChart>(
      html`<yzt-bar-chart
        .data=${[
          { key: 'a', value: 4 },
          { key: 'b', value: -2 },
        ]}
      ></yzt-bar-chart>`,
    );
    await settled(chart);
    const line = chart.shadowRoot?.querySelector('.baseline')?.getBoundingClientRect().top ?? 0;
    const mark = bars(chart)[1]?.querySelector('.mark')?.getBoundingClientRect();
    expect(mark?.top).to.be.closeTo(line, 1.5);
    const text = [...(chart.shadowRoot?.querySelectorAll('text.value') ?? [])].find((one) => one.textContent === '-2');
    expect((text?.getBoundingClientRect().top ?? 0) >= (mark?.bottom ?? 0) - 2).to.equal(true);
  });

  it('has no two texts that touch, for long names, many bins and narrow boxes', async () => {
    const dates = Array.from({ length: 400 }, (_, day) => new Date(Date.UTC(2025, 0, 1 + day)));
    const dataset = Dataset.fromColumns({ columns: { at: dates, v: Float64Array.from(dates, (_, index) => index * 91) } });
    for (const width of [180, 360, 900]) {
      for (const bin of ['day', 'week', 'month', 'quarter', 'hour-of-day', '']) {
        const box = await fixture(html`<div></div>`);
        box.setAttribute('style', `width:${width}px`);
        const chart = document.createElement('yzt-bar-chart');
        Object.assign(chart, { dataset, groupBy: bin === '' ? 'v' : 'at', bin: bin === '' ? '12' : bin, target: 20, targetLabel: '平均' });
        box.append(chart);
        await settled(chart);
        const boxes = [...(chart.shadowRoot?.querySelectorAll('svg text') ?? [])].map((text) => [text.textContent, text.getBoundingClientRect()] as const);
        const touching = boxes.flatMap(([one, a], index) =>
          boxes.slice(index + 1).flatMap(([two, b]) => {
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            return across > 1 && down > 6 ? [`${bin} ${width}: ${one} / ${two}`] : [];
          }),
        );
        expect(touching).to.deep.equal([]);
        chart.remove();
      }
    }
  });

  it('is axe clean standing, lying, filtered and as a table', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset);
    dataset.setFilter('type', { kind: 'in', field: 'type', values: ['足球场'] });
    await settled(chart);
    await expect(chart).to.be.accessible();
    chart.orientation = 'horizontal';
    await settled(chart);
    await expect(chart).to.be.accessible();
    chart.shadowRoot?.querySelector('button')?.click();
    await settled(chart);
    await expect(chart).to.be.accessible();
  });

  it('speaks English', async () => {
    const box = await fixture(
      html`<div lang="en"><yzt-bar-chart .data=${[{ key: 'a', value: 1 }]} label="Venues"></yzt-bar-chart></div>`,
    );
    const chart = box.querySelector('yzt-bar-chart') as YztBarChart;
    await settled(chart);
    expect(chart.shadowRoot?.textContent).to.match(/Venues: 1 bars, most a 1\./);
  });
});
