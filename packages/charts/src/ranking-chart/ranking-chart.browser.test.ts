import { Dataset } from '@yizhangtu/data/model';
import { INDUSTRY_2017 } from '@yizhangtu/standards/industry';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { expect, fixture, html } from '@open-wc/testing';
import './index.js';
import type { YztRankingChart } from './index.js';

const NAMES = ['市南区', '市北区', '崂山区', '市南区', '市北区', '市南区'];

async function settled(chart: YztRankingChart): Promise<void> {
  await chart.updateComplete;
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await chart.updateComplete;
}

async function ranking(): Promise<{ chart: YztRankingChart; dataset: Dataset }> {
  const dataset = Dataset.fromColumns({ columns: { district: NAMES } });
  const chart = await fixture<YztRankingChart>(
    html`<yzt-ranking-chart .dataset=${dataset} group-by="district" unit="处" label="各区市场馆数"></yzt-ranking-chart>`,
  );
  await settled(chart);
  return { chart, dataset };
}

const all = (chart: YztRankingChart, selector: string): Element[] => [...(chart.shadowRoot?.querySelectorAll(selector) ?? [])];

describe('<yzt-ranking-chart>', () => {
  it('ranks the groups with number, name and value', async () => {
    const { chart } = await ranking();
    expect(all(chart, '.rank').map((text) => text.textContent)).to.deep.equal(['1', '2', '3']);
    expect(all(chart, '.value').map((text) => text.textContent)).to.deep.equal(['3', '2', '1']);
  });

  it('converts into the unit that is asked for', async () => {
    const dataset = Dataset.fromColumns(
      { columns: { district: ['甲区', '乙区', '乙区'], areaM2: [20_000, 1_000_000, 500_000] } },
      { schema: { id: 'test/areas@1', fields: [{ name: 'areaM2', label: { zh: '面积', en: 'Area' }, kind: 'number', unit: '㎡', digits: 0 }] } },
    );
    const chart = await fixture<YztRankingChart>(html`<yzt-ranking-chart lang="zh-CN" .dataset=${dataset} group-by="district" measure="sum:areaM2" unit="公顷" label="面积"></yzt-ranking-chart>`);
    await settled(chart);
    expect(all(chart, '.value').map((text) => text.textContent)).to.deep.equal(['150', '2']);
    expect(chart.shadowRoot?.querySelector('[part=unit]')?.textContent).to.contain('公顷');
    chart.unit = '亩';
    await settled(chart);
    expect(all(chart, '.value').map((text) => text.textContent)).to.deep.equal(['2,250', '30']);
  });

  it('writes the short names of a code list where the full ones have no room, and says the full ones', async () => {
    registerScheme(INDUSTRY_2017);
    const dataset = Dataset.fromColumns(
      { columns: { industry: ['F', 'F', 'H'] } },
      { schema: { id: 'test/firms@1', fields: [{ name: 'industry', label: { zh: '行业', en: 'Industry' }, kind: 'text', codes: { scheme: INDUSTRY_2017.scheme } }] } },
    );
    const chart = await fixture<YztRankingChart>(html`<yzt-ranking-chart lang="zh-CN" style="width: 360px" .dataset=${dataset} group-by="industry" label="行业"></yzt-ranking-chart>`);
    const names = (): (string | null)[] => all(chart, 'text:not(.rank):not(.value)').map((text) => text.textContent);
    await settled(chart);
    expect(names()).to.deep.equal(['批发和零售业', '住宿和餐饮业']);
    chart.style.width = '180px';
    await settled(chart);
    expect(names()).to.deep.equal(['批发零售', '住宿餐饮']);
    expect(all(chart, '.hit')[0]?.getAttribute('aria-label')).to.contain('批发和零售业');
  });

  it('ends the track at the largest bar and draws the rest in proportion', async () => {
    const { chart } = await ranking();
    const widths = all(chart, '.mark').map((mark) => Number(mark.getAttribute('width')));
    const track = Number(all(chart, '.track')[0]?.getAttribute('width'));
    expect(widths[0]).to.be.closeTo(track, 0.5);
    expect((widths[2] ?? 0) / track).to.be.closeTo(1 / 3, 0.01);
  });

  it('draws the target and reaches it on the scale', async () => {
    const { chart } = await ranking();
    chart.target = 6;
    await settled(chart);
    const [line] = all(chart, '.target');
    const track = all(chart, '.track')[0];
    expect(Number(line?.getAttribute('x1'))).to.be.closeTo(
      Number(track?.getAttribute('x')) + Number(track?.getAttribute('width')),
      0.5,
    );
    expect(chart.shadowRoot?.textContent).to.contain('目标 6 处');
  });

  it('draws three hundred rows of very many groups, and what is left as one', async () => {
    const dataset = Dataset.fromColumns({ columns: { code: Array.from({ length: 1503 }, (_, index) => `c${index % 1502}`) } });
    const chart = await fixture<YztRankingChart>(html`<yzt-ranking-chart lang="zh-CN" .dataset=${dataset} group-by="code" label="编号"></yzt-ranking-chart>`);
    await settled(chart);
    expect(all(chart, '.bar').length).to.equal(301);
    expect(all(chart, '.bar')[300]?.textContent).to.contain('其他');
    expect(all(chart, '.value')[300]?.textContent).to.equal('1,202');
  });

  it('filters by Enter on a row', async () => {
    const { chart, dataset } = await ranking();
    const row = all(chart, '.hit')[1] as SVGElement;
    row.focus();
    row.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    expect(dataset.filters.get('district')).to.deep.equal({ kind: 'in', field: 'district', values: ['市北区'] });
  });

  it('never writes texts over each other, narrow or wide', async () => {
    const { chart } = await ranking();
    for (const width of [180, 320, 900]) {
      chart.style.width = `${width}px`;
      await settled(chart);
      const [bar] = all(chart, '.bar');
      const boxes = [...(bar?.querySelectorAll('text, .track') ?? [])].map((one) => one.getBoundingClientRect());
      for (let index = 1; index < boxes.length; index += 1) {
        expect((boxes[index]?.left ?? 0) + 0.5, `${width}px`).to.be.at.least(boxes[index - 1]?.right ?? 0);
      }
    }
  });

  it('is axe clean', async () => {
    const { chart } = await ranking();
    chart.target = 2;
    await settled(chart);
    await expect(chart).to.be.accessible();
  });
});
