import { Dataset } from '@yizhangtu/data/model';
import { LAND_USE_2023 } from '@yizhangtu/standards/land-use-2023';
import { entryIn, registerScheme } from '@yizhangtu/standards/scheme';
import { expect, fixture, html } from '@open-wc/testing';
import './index.js';
import type { YztTreemapChart } from './index.js';

registerScheme(LAND_USE_2023);

const USES = ['0101', '0102', '0301', '0102', '0701', '0301'];
const AREAS = [40_000, 200_000, 90_000, 70_000, 60_000, 40_000];

function parcels(): Dataset {
  return Dataset.fromColumns(
    { columns: { use: USES, district: ['甲区', '甲区', '乙区', '乙区', '甲区', '甲区'], areaM2: AREAS } },
    { schema: { id: 't@1', fields: [{ name: 'use', label: { zh: '地类', en: 'Class' }, codes: { scheme: 'land-use', version: '2023' } }, { name: 'areaM2', unit: '㎡' }] } },
  );
}

async function settled(chart: YztTreemapChart): Promise<void> {
  await chart.updateComplete;
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await chart.updateComplete;
}

async function treemapOf(dataset: Dataset, path = 'use'): Promise<YztTreemapChart> {
  const chart = await fixture<YztTreemapChart>(
    html`<yzt-treemap-chart .dataset=${dataset} path=${path} measure="sum:areaM2" unit="公顷" label="用地构成"></yzt-treemap-chart>`,
  );
  await settled(chart);
  return chart;
}

const all = (chart: YztTreemapChart, selector: string): Element[] => [...(chart.shadowRoot?.querySelectorAll(selector) ?? [])];
const hits = (chart: YztTreemapChart): SVGElement[] => all(chart, '.hit') as SVGElement[];
const names = (chart: YztTreemapChart): string[] => hits(chart).map((hit) => hit.getAttribute('aria-label') ?? '');
const hit = (chart: YztTreemapChart, name: string): SVGElement => {
  const found = hits(chart).find((one) => one.getAttribute('aria-label')?.startsWith(name));
  if (!found) throw new Error(`no mark ${name} in ${names(chart).join(' | ')}`);
  return found;
};
const press = (element: Element | null | undefined, key: string): void => {
  element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
};

describe('<yzt-treemap-chart>', () => {
  it('adds codes up through the official tree, in the unit asked for', async () => {
    const chart = await treemapOf(parcels());
    const crops = AREAS.filter((_, index) => USES[index]?.startsWith('01')).reduce((sum, area) => sum + area, 0) / 1e4;
    expect(names(chart)[0]).to.match(new RegExp(`^耕地，${crops.toFixed(1)} 公顷，占 62\\.0%，含 2 类`));
    expect(names(chart).map((name) => name.split('，')[0])).to.deep.equal(['耕地', '水浇地', '水田', '林地', '乔木林地', '居住用地', '城镇住宅用地']);
    expect(all(chart, '.unit')[0]?.textContent).to.contain('公顷');
  });

  it('has the official colours, and text that can be read on them', async () => {
    const chart = await treemapOf(parcels());
    const mark = hit(chart, '水浇地').parentElement?.querySelector('.mark') as Element;
    const official = entryIn(LAND_USE_2023, '01')?.color ?? '';
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(official.slice(at, at + 2), 16));
    expect(getComputedStyle(mark).fill).to.equal(`rgb(${r}, ${g}, ${b})`);
    expect(getComputedStyle(hit(chart, '水浇地').parentElement?.querySelector('.ink') as Element).fill).to.equal('rgb(0, 0, 0)');
  });

  it('opens a class by a click, shows the way, and goes back by it', async () => {
    const dataset = parcels();
    const chart = await treemapOf(dataset);
    hit(chart, '耕地').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await settled(chart);
    expect(chart.zoomed).to.equal('01');
    expect(names(chart).map((name) => name.split('，')[0])).to.deep.equal(['水浇地', '水田']);
    expect(names(chart)[0]).to.contain('占耕地 87.1%').and.to.contain('占全部 54.0%');
    expect(dataset.filters.size).to.equal(0);
    expect(chart.shadowRoot?.querySelector('[role=status]:not(.skeleton)')?.textContent).to.contain('耕地');
    (all(chart, 'nav li button')[0] as HTMLElement).click();
    await settled(chart);
    expect(chart.zoomed).to.equal('');
  });

  it('opens by Enter with the focus on the first inside, and goes back to the class by Escape', async () => {
    const chart = await treemapOf(parcels());
    hit(chart, '林地').focus();
    press(chart.shadowRoot?.activeElement, 'Enter');
    await settled(chart);
    expect(chart.shadowRoot?.activeElement?.getAttribute('aria-label')).to.match(/^乔木林地/);
    press(chart.shadowRoot?.activeElement, 'Escape');
    await settled(chart);
    expect(chart.shadowRoot?.activeElement?.getAttribute('aria-label')).to.match(/^林地/);
  });

  it('filters by a class without parts, and by the whole class that is open', async () => {
    const dataset = parcels();
    const chart = await treemapOf(dataset);
    hit(chart, '水田').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(dataset.filters.get('use')).to.deep.equal({ kind: 'in', field: 'use', values: ['0101'] });
    await settled(chart);
    expect(hit(chart, '水田').getAttribute('aria-pressed')).to.equal('true');
    expect(hit(chart, '乔木林地').closest('.bar')?.classList.contains('faded')).to.equal(true);
    // It leaves its own filter out.
    expect(names(chart)).to.have.length(7);
    chart.zoomed = '01';
    await settled(chart);
    (all(chart, '.only')[0] as HTMLElement).click();
    const filter = dataset.filters.get('use');
    expect(filter?.kind === 'in' && filter.values).to.have.members(['01', '0101', '0102', '0103']);
    await settled(chart);
    expect(chart.shadowRoot?.querySelector('.only')?.getAttribute('aria-pressed')).to.equal('true');
  });

  it('goes through two fields and filters by both', async () => {
    const dataset = parcels();
    const chart = await treemapOf(dataset, 'district use');
    expect(names(chart)[0]).to.match(/^甲区，34\.0 公顷/);
    hit(chart, '林地').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await settled(chart);
    expect(chart.zoomed).to.match(/^[甲乙]区\/03$/);
    hits(chart)[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect([...dataset.filters.keys()].sort()).to.deep.equal(['district', 'use']);
  });

  it('follows the filters of others, and climbs when its class has gone', async () => {
    const dataset = parcels();
    const chart = await treemapOf(dataset);
    chart.zoomed = '07';
    await settled(chart);
    dataset.setFilter('district', { kind: 'in', field: 'district', values: ['乙区'] });
    await settled(chart);
    expect(names(chart).map((name) => name.split('，')[0])).to.deep.equal(['林地', '乔木林地', '耕地', '水浇地']);
  });

  it('marks the classes of the row under the pointer on another view', async () => {
    const dataset = parcels();
    const chart = await treemapOf(dataset);
    dataset.setHover(4);
    await settled(chart);
    const near = all(chart, '.bar.near .hit').map((one) => one.getAttribute('aria-label')?.split('，')[0]);
    expect(near).to.deep.equal(['居住用地', '城镇住宅用地']);
  });

  it('has a tree as its table twin', async () => {
    const chart = await treemapOf(parcels());
    (all(chart, '[part=toggle]')[0] as HTMLElement).click();
    await settled(chart);
    const rows = all(chart, 'tbody tr').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows[0]).to.deep.equal(['耕地', '01', '31.0', '62.0%']);
    expect(rows[1]).to.deep.equal(['水浇地', '0102', '27.0', '54.0%']);
    expect(all(chart, 'tbody th').map((head) => head.className)).to.include('level-1');
  });

  it('writes no text out of its rectangle, narrow or wide', async () => {
    const chart = await treemapOf(parcels());
    for (const width of [200, 320, 700]) {
      chart.style.width = `${width}px`;
      await settled(chart);
      for (const bar of all(chart, '.bar')) {
        const box = bar.querySelector('.hit')?.getBoundingClientRect() as DOMRect;
        for (const text of bar.querySelectorAll('text')) {
          const inner = text.getBoundingClientRect();
          if (inner.width > 0) expect(inner.right, `${width}px ${text.textContent ?? ''}`).to.be.at.most(box.right + 1);
        }
      }
    }
  });

  it('draws plain data, which filters nothing', async () => {
    const chart = await fixture<YztTreemapChart>(
      html`<yzt-treemap-chart .data=${[{ key: '教育', children: [{ key: '小学', value: 3 }, { key: '中学', value: 2 }] }, { key: '卫生', value: 4 }]}></yzt-treemap-chart>`,
    );
    await settled(chart);
    expect(names(chart).map((name) => name.split('，')[0])).to.deep.equal(['教育', '小学', '中学', '卫生']);
    expect(hit(chart, '卫生').getAttribute('role')).to.equal('img');
  });

  it('says why three fields or a mean cannot be drawn', async () => {
    const chart = await treemapOf(parcels(), 'district use areaM2');
    expect(chart.shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain('两个');
    chart.path = 'use';
    chart.measure = 'mean:areaM2';
    await settled(chart);
    expect(chart.shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain('mean:areaM2');
  });

  it('is axe clean', async () => {
    const chart = await treemapOf(parcels());
    chart.zoomed = '01';
    await settled(chart);
    await expect(chart).to.be.accessible();
  });
});
