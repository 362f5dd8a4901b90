import { Dataset } from '@yizhangtu/data/model';
import { LAND_USE_2023 } from '@yizhangtu/standards/land-use-2023';
import { registerScheme } from '@yizhangtu/standards/scheme';
import { expect, fixture, html } from '@open-wc/testing';
import './index.js';
import type { YztSankeyChart } from './index.js';

registerScheme(LAND_USE_2023);

const codes = { scheme: 'land-use', version: '2023' };

function parcels(): Dataset {
  return Dataset.fromColumns(
    {
      columns: {
        before: ['0101', '0101', '0102', '0301', '0703'],
        now: ['0101', '0301', '0701', '0301', '0701'],
        areaM2: [700_000, 100_000, 200_000, 400_000, 50_000],
        town: ['甲镇', '甲镇', '乙镇', '乙镇', '甲镇'],
      },
    },
    { schema: { id: 't@1', fields: [{ name: 'before', label: { zh: '原地类', en: 'Before' }, codes }, { name: 'now', label: { zh: '现地类', en: 'Now' }, codes }, { name: 'areaM2', unit: '㎡' }] } },
  );
}

async function settled(chart: YztSankeyChart): Promise<void> {
  await chart.updateComplete;
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await chart.updateComplete;
}

async function flowsOf(dataset: Dataset): Promise<YztSankeyChart> {
  const chart = await fixture<YztSankeyChart>(
    html`<yzt-sankey-chart .dataset=${dataset} from="before" to="now" level="1" measure="sum:areaM2" unit="公顷" label="地类转移"></yzt-sankey-chart>`,
  );
  await settled(chart);
  return chart;
}

const all = (chart: YztSankeyChart, selector: string): Element[] => [...(chart.shadowRoot?.querySelectorAll(selector) ?? [])];
const names = (chart: YztSankeyChart): string[] => all(chart, '.hit').map((hit) => hit.getAttribute('aria-label') ?? '');
const hit = (chart: YztSankeyChart, name: string): SVGElement => {
  const found = all(chart, '.hit').find((one) => one.getAttribute('aria-label')?.startsWith(name));
  if (!found) throw new Error(`no mark ${name} in ${names(chart).join(' | ')}`);
  return found as SVGElement;
};
const click = (element: Element): void => void element.dispatchEvent(new MouseEvent('click', { bubbles: true }));

describe('<yzt-sankey-chart>', () => {
  it('walks over each class before with its flows, then over the classes now', async () => {
    const chart = await flowsOf(parcels());
    expect(names(chart).map((name) => name.split('，').slice(0, 3).join(' '))).to.deep.equal([
      '原地类 耕地 100 公顷',
      '耕地 → 耕地 70 公顷 占耕地 70.0%',
      '耕地 → 林地 10 公顷 占耕地 10.0%',
      '耕地 → 居住用地 20 公顷 占耕地 20.0%',
      '原地类 林地 40 公顷',
      '林地 → 林地 40 公顷 占林地 100.0%',
      '原地类 居住用地 5 公顷',
      '居住用地 → 居住用地 5 公顷 占居住用地 100.0%',
      '现地类 耕地 70 公顷',
      '现地类 林地 50 公顷',
      '现地类 居住用地 25 公顷',
    ]);
  });

  it('leaves out what stays and says how much that is', async () => {
    const chart = await flowsOf(parcels());
    chart.changesOnly = true;
    await settled(chart);
    expect(all(chart, '.flow')).to.have.length(2);
    expect(all(chart, '.unchanged')[0]?.textContent).to.contain('115 公顷').and.to.contain('79.3%');
  });

  it('filters both fields by a click on a flow, keeps all flows, and lets go at the second click', async () => {
    const dataset = parcels();
    const chart = await flowsOf(dataset);
    click(hit(chart, '耕地 → 居住用地'));
    const before = dataset.filters.get('before');
    expect(before?.kind === 'in' && before.values).to.include.members(['01', '0102']);
    expect(dataset.passing().reduce((sum, one) => sum + one, 0)).to.equal(1);
    await settled(chart);
    expect(names(chart)).to.have.length(11);
    expect(hit(chart, '耕地 → 居住用地').getAttribute('aria-pressed')).to.equal('true');
    expect(hit(chart, '林地 → 林地').closest('.bar')?.classList.contains('faded')).to.equal(true);
    click(hit(chart, '耕地 → 居住用地'));
    expect(dataset.filters.size).to.equal(0);
  });

  it('filters one side by a class, several together, and lets go with Escape', async () => {
    const dataset = parcels();
    const chart = await flowsOf(dataset);
    click(hit(chart, '现地类，林地'));
    await settled(chart);
    click(hit(chart, '现地类，居住用地'));
    expect([...dataset.filters.keys()]).to.deep.equal(['now']);
    expect(dataset.passing().reduce((sum, one) => sum + one, 0)).to.equal(4);
    const mark = hit(chart, '现地类，林地');
    mark.focus();
    mark.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(dataset.filters.size).to.equal(0);
  });

  it('lights the flows of the class under the pointer and fades the others', async () => {
    const chart = await flowsOf(parcels());
    hit(chart, '原地类，林地').dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: 5, clientY: 5 }));
    await settled(chart);
    expect(hit(chart, '林地 → 林地').closest('.bar')?.classList.contains('near')).to.equal(true);
    expect(hit(chart, '耕地 → 居住用地').closest('.bar')?.classList.contains('faded')).to.equal(true);
  });

  it('marks the flow of the row under the pointer on another view', async () => {
    const dataset = parcels();
    const chart = await flowsOf(dataset);
    dataset.setHover(1);
    await settled(chart);
    expect(all(chart, '.bar.near .hit').map((one) => one.getAttribute('aria-label')?.split('，').slice(0, 2).join(' '))).to.deep.equal([
      '原地类 耕地', '耕地 → 林地 10 公顷', '现地类 林地',
    ]);
  });

  it('follows the filters of others', async () => {
    const dataset = parcels();
    const chart = await flowsOf(dataset);
    dataset.setFilter('town', { kind: 'in', field: 'town', values: ['乙镇'] });
    await settled(chart);
    expect(all(chart, '.flow')).to.have.length(2);
  });

  it('has a table of the flows', async () => {
    const chart = await flowsOf(parcels());
    (all(chart, '[part=toggle]')[0] as HTMLElement).click();
    await settled(chart);
    expect(all(chart, 'thead th').map((head) => head.textContent)).to.deep.equal(['原地类', '现地类', '数值（公顷）', '占比']);
    expect([...(all(chart, 'tbody tr')[2]?.children ?? [])].map((cell) => cell.textContent)).to.deep.equal(['耕地', '居住用地', '20', '13.8%']);
  });

  it('never writes labels over each other or out of its box, narrow or wide', async () => {
    const chart = await flowsOf(parcels());
    for (const width of [240, 390, 900]) {
      chart.style.width = `${width}px`;
      await settled(chart);
      const outer = chart.getBoundingClientRect();
      const boxes = all(chart, '.bar text:not(.figure)').map((text) => text.getBoundingClientRect());
      boxes.forEach((box, index) => {
        expect(box.left, `${width}px`).to.be.at.least(outer.left - 1);
        expect(box.right, `${width}px`).to.be.at.most(outer.right + 1);
        for (const other of boxes.slice(index + 1)) {
          expect(box.right <= other.left + 1 || other.right <= box.left + 1 || box.bottom <= other.top + 5 || other.bottom <= box.top + 5, `${width}px`).to.equal(true);
        }
      });
    }
  });

  it('draws plain data, which filters nothing', async () => {
    const chart = await fixture<YztSankeyChart>(html`<yzt-sankey-chart .data=${[{ from: 'A', to: 'A', value: 3 }, { from: 'A', to: 'B', value: 1 }]}></yzt-sankey-chart>`);
    await settled(chart);
    expect(names(chart).map((name) => name.split('，')[0])).to.deep.equal(['原来', 'A → A', 'A → B', '现在', '现在']);
    expect(hit(chart, 'A → B').getAttribute('role')).to.equal('img');
  });

  it('is axe clean', async () => {
    await expect(await flowsOf(parcels())).to.be.accessible();
  });
});
