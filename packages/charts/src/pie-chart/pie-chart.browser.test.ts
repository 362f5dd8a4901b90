import { Dataset } from '@yizhangtu/data/model';
import { symbologyOf } from '@yizhangtu/data/symbology';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import './index.js';
import type { YztPieChart } from './index.js';

const TYPES = ['足球场', '篮球场', '足球场', '健身路径', '足球场', '篮球场'];

async function settled(chart: YztPieChart): Promise<void> {
  await chart.updateComplete;
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await chart.updateComplete;
}

async function pieOf(dataset: Dataset): Promise<YztPieChart> {
  const chart = await fixture<YztPieChart>(html`<yzt-pie-chart .dataset=${dataset} group-by="type" label="场馆构成" unit="处"></yzt-pie-chart>`);
  await settled(chart);
  return chart;
}

const venues = (): Dataset => Dataset.fromColumns({ columns: { type: TYPES, areaM2: [7000, 600, 7100, 90, 6900, 580] } });
const all = (chart: YztPieChart, selector: string): Element[] => [...(chart.shadowRoot?.querySelectorAll(selector) ?? [])];
const names = (chart: YztPieChart): (string | null)[] => all(chart, '.hit').map((hit) => hit.getAttribute('aria-label'));
const text = (element: Element | undefined): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Many groups of falling size, `count` of them. */
function manyGroups(count: number): Dataset {
  const keys = Array.from({ length: count }, (_, index) => `第 ${index + 1} 类场地设施`);
  return Dataset.fromColumns({ columns: { type: keys.flatMap((key, index) => Array.from({ length: 2 ** (count - index) }, () => key)) } });
}

describe('<yzt-pie-chart>', () => {
  it('has the colours of the map for very many different words, which come with the answer', async () => {
    const type = Array.from({ length: 110_000 }, (_, index) => `词 ${(index * index) % 30_011}`);
    const dataset = Dataset.fromColumns({ columns: { type } });
    const chart = await fixture<YztPieChart>(html`<yzt-pie-chart .dataset=${dataset} group-by="type" symbology="class:type"></yzt-pie-chart>`);
    const seen = new Set<string>();
    const look = (): void => all(chart, '.bar').forEach((mark) => seen.add(`${mark.querySelector('.hit')?.getAttribute('aria-label')} ${(mark as SVGElement).style.getPropertyValue('--yzt-chart-color')}`));
    await waitUntil(() => {
      look();
      return seen.size > 0 && !chart.hasAttribute('stale');
    });
    await settled(chart);
    look();
    const { classes } = symbologyOf('class:type', Dataset.fromColumns({ columns: { type } }));
    for (const { label, color, key } of classes.slice(0, 3)) expect([...seen].filter((one) => one.startsWith(`${label.zh},`) || one.startsWith(`${label.zh}，`)), String(key)).to.have.length(1).and.satisfy(([one]: string[]) => one?.endsWith(` var(--yzt-${color.slice('token:'.length)})`));
  });

  it('says which attribute is missing instead of waiting for ever', async () => {
    const chart = await fixture<YztPieChart>(html`<yzt-pie-chart .dataset=${venues()} label="场馆构成"></yzt-pie-chart>`);
    await settled(chart);
    expect(text(all(chart, '[role=alert]')[0])).to.equal('<yzt-pie-chart>：没有写 group-by，不知道要显示哪个字段。请写 group-by="字段名"。');
    chart.groupBy = 'type';
    await settled(chart);
    expect(names(chart)).to.have.length(3);
    expect(all(chart, '[role=alert]')).to.have.length(0);
  });

  it('says value and share of every slice, largest first, with shares that add up to 100', async () => {
    const chart = await pieOf(venues());
    expect(names(chart)).to.deep.equal(['足球场，3 处，占 50%', '篮球场，2 处，占 33%', '健身路径，1 处，占 17%']);
    expect(all(chart, '.share').map(text)).to.deep.equal(['50%', '33%', '17%']);
    expect(all(chart, '.note').map(text)).to.deep.equal(['3', '2', '1']);
  });

  it('has the sum in the middle of the ring, and none in a full pie', async () => {
    const chart = await pieOf(venues());
    expect(text(all(chart, '.total')[0])).to.equal('6');
    expect(text(all(chart, '.whole .muted')[0])).to.equal('合计（处）');
    chart.form = 'pie';
    await settled(chart);
    expect(all(chart, '.total')).to.have.length(0);
  });

  it('shows eight slices at most and the rest as 其他, which filters nothing', async () => {
    const dataset = manyGroups(11);
    const chart = await pieOf(dataset);
    chart.limit = 40;
    await settled(chart);
    expect(all(chart, '.bar')).to.have.length(9);
    expect(names(chart)[8]).to.contain('其他');
    all(chart, '.hit')[8]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(dataset.filters.size).to.equal(0);
  });

  it('gives every slice another colour', async () => {
    const chart = await pieOf(manyGroups(11));
    const colors = all(chart, '.bar > g > path.mark').map((mark) => getComputedStyle(mark).fill);
    expect(new Set(colors).size).to.equal(9);
  });

  it('keeps the colour of a class when others filter it to another place', async () => {
    const dataset = venues();
    const chart = await pieOf(dataset);
    const colorOf = (name: string): string => {
      const bar = all(chart, '.bar').find((one) => one.querySelector('.hit')?.getAttribute('aria-label')?.startsWith(name));
      return getComputedStyle(bar?.querySelector('.mark') as Element).fill;
    };
    const before = colorOf('篮球场');
    dataset.setFilter('areaM2', { kind: 'range', field: 'areaM2', max: 1000 });
    await settled(chart);
    expect(names(chart)[0]).to.contain('篮球场，2 处');
    expect(colorOf('篮球场')).to.equal(before);
  });

  it('filters by a click on a slice or its label, by Enter, and lets go with Escape', async () => {
    const dataset = venues();
    const chart = await pieOf(dataset);
    all(chart, '.bar text')[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(dataset.filters.get('type')).to.deep.equal({ kind: 'in', field: 'type', values: ['足球场'] });
    const [, second] = all(chart, '.hit') as SVGElement[];
    second?.focus();
    second?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await settled(chart);
    expect(all(chart, '.hit').map((hit) => hit.getAttribute('aria-pressed'))).to.deep.equal(['true', 'true', 'false']);
    second?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(dataset.filters.size).to.equal(0);
  });

  it('never writes labels over each other or out of its box, narrow or wide', async () => {
    const chart = await pieOf(manyGroups(9));
    for (const width of [180, 280, 360, 900]) {
      chart.style.width = `${width}px`;
      await settled(chart);
      const outer = chart.getBoundingClientRect();
      const boxes = all(chart, '.bar text').map((one) => one.getBoundingClientRect());
      expect(boxes.length, `${width}px`).to.be.at.least(18);
      boxes.forEach((box, index) => {
        expect(box.left, `${width}px`).to.be.at.least(outer.left - 1);
        expect(box.right, `${width}px`).to.be.at.most(outer.right + 1);
        expect(box.bottom, `${width}px`).to.be.at.most(outer.bottom + 1);
        for (const other of boxes.slice(index + 1)) {
          // Lines of type are higher than the letters in them: a few px of air may overlap.
          const apart = box.right <= other.left + 1 || other.right <= box.left + 1 || box.bottom <= other.top + 5 || other.bottom <= box.top + 5;
          expect(apart, `${width}px`).to.equal(true);
        }
      });
    }
  });

  it('grows into the height the page gives', async () => {
    const chart = await pieOf(venues());
    const radius = (): number => (all(chart, 'path.mark')[0] as SVGGraphicsElement).getBBox().height;
    const before = radius();
    chart.style.height = '340px';
    await settled(chart);
    expect(radius()).to.be.greaterThan(before);
    expect(chart.shadowRoot?.querySelector('svg')?.getBoundingClientRect().bottom).to.be.at.most(chart.getBoundingClientRect().bottom + 1);
    chart.style.height = '';
    await settled(chart);
    expect(radius()).to.equal(before);
  });

  it('has a table twin with the same shares', async () => {
    const chart = await pieOf(venues());
    chart.shadowRoot?.querySelector('button')?.click();
    await settled(chart);
    expect(all(chart, 'tbody tr').map((row) => [...row.children].map((cell) => cell.textContent))).to.deep.equal([
      ['足球场', '3', '50%'],
      ['篮球场', '2', '33%'],
      ['健身路径', '1', '17%'],
    ]);
  });

  it('says why means make no pie', async () => {
    const chart = await pieOf(venues());
    chart.measure = 'mean:areaM2';
    await settled(chart);
    expect(chart.shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain('mean:areaM2').and.to.contain('饼图');
  });

  it('draws plain data, and says 没有数据 where nothing is above zero', async () => {
    const chart = await fixture<YztPieChart>(html`<yzt-pie-chart .data=${[{ key: '工业', value: 3 }, { key: '服务业', value: 7 }]}></yzt-pie-chart>`);
    await settled(chart);
    expect(names(chart)).to.deep.equal(['工业，3，占 30%', '服务业，7，占 70%']);
    chart.data = [{ key: '工业', value: 0 }];
    await settled(chart);
    expect(chart.shadowRoot?.querySelector('.state')?.textContent).to.equal('没有数据');
  });

  it('is axe clean with labels', async () => {
    await expect(await pieOf(venues())).to.be.accessible();
  });

  it('is axe clean as a list and as a table', async () => {
    const chart = await pieOf(manyGroups(9));
    await expect(chart).to.be.accessible();
    chart.shadowRoot?.querySelector('button')?.click();
    await settled(chart);
    await expect(chart).to.be.accessible();
  });
});
