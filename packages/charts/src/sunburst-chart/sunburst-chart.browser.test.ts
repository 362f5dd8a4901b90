import { Dataset } from '@yizhangtu/data/model';
import { LAND_USE_2023 } from '@yizhangtu/standards/land-use-2023';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { expect, fixture, html } from '@open-wc/testing';
import './index.js';
import type { YztSunburstChart } from './index.js';

registerScheme(LAND_USE_2023);

function parcels(): Dataset {
  return Dataset.fromColumns(
    { columns: { use: ['0101', '0102', '0301', '0102', '070102'], areaM2: [40_000, 200_000, 90_000, 70_000, 60_000] } },
    { schema: { id: 't@1', fields: [{ name: 'use', codes: { scheme: 'land-use', version: '2023' } }, { name: 'areaM2', unit: '㎡' }] } },
  );
}

async function settled(chart: YztSunburstChart): Promise<void> {
  await chart.updateComplete;
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await chart.updateComplete;
}

async function ringsOf(dataset: Dataset): Promise<YztSunburstChart> {
  const chart = await fixture<YztSunburstChart>(
    html`<yzt-sunburst-chart .dataset=${dataset} path="use" measure="sum:areaM2" unit="auto" label="用地构成"></yzt-sunburst-chart>`,
  );
  await settled(chart);
  return chart;
}

const all = (chart: YztSunburstChart, selector: string): Element[] => [...(chart.shadowRoot?.querySelectorAll(selector) ?? [])];
const first = (chart: YztSunburstChart): string[] => all(chart, '.hit').map((hit) => hit.getAttribute('aria-label')?.split('，')[0] ?? '');

describe('<yzt-sunburst-chart>', () => {
  it('draws a ring for the classes and one for what is in them, in the order of the keyboard', async () => {
    const chart = await ringsOf(parcels());
    expect(first(chart)).to.deep.equal(['耕地', '水浇地', '水田', '林地', '乔木林地', '居住用地', '城镇住宅用地']);
  });

  it('has the sum in the middle, in the everyday unit of its size', async () => {
    const chart = await ringsOf(parcels());
    expect(all(chart, '.whole text').map((text) => text.textContent)).to.deep.equal(['全部', '46.0', '公顷']);
  });

  it('draws as many rings as asked for', async () => {
    const chart = await ringsOf(parcels());
    chart.levels = 3;
    await settled(chart);
    expect(first(chart)).to.include('二类城镇住宅用地');
    chart.levels = 1;
    await settled(chart);
    expect(first(chart)).to.deep.equal(['耕地', '林地', '居住用地']);
  });

  it('opens a class by Enter, and goes back by a click in the middle', async () => {
    const chart = await ringsOf(parcels());
    const [crops] = all(chart, '.hit') as SVGElement[];
    crops?.focus();
    crops?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await settled(chart);
    expect(first(chart)).to.deep.equal(['水浇地', '水田']);
    expect(all(chart, '.whole text')[0]?.textContent).to.equal('耕地');
    all(chart, '.hole')[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await settled(chart);
    expect(chart.zoomed).to.equal('');
  });

  it('filters by a piece without parts and leaves its own filter out', async () => {
    const dataset = parcels();
    const chart = await ringsOf(dataset);
    all(chart, '.hit')[1]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(dataset.filters.get('use')).to.deep.equal({ kind: 'in', field: 'use', values: ['0102'] });
    await settled(chart);
    expect(first(chart)).to.have.length(7);
    expect(all(chart, '.hit')[1]?.getAttribute('aria-pressed')).to.equal('true');
  });

  it('stays inside its box, narrow or wide', async () => {
    const chart = await ringsOf(parcels());
    for (const width of [160, 300, 800]) {
      chart.style.width = `${width}px`;
      await settled(chart);
      const outer = chart.getBoundingClientRect();
      for (const mark of all(chart, '.mark, text')) {
        const box = mark.getBoundingClientRect();
        expect(box.left, `${width}px`).to.be.at.least(outer.left - 1);
        expect(box.right, `${width}px`).to.be.at.most(outer.right + 1);
      }
    }
  });

  it('is axe clean', async () => {
    await expect(await ringsOf(parcels())).to.be.accessible();
  });
});
