import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import { RemoteDataset } from '@yizhangtu/data/remote';
import { FarRows } from '../chart/far-rows.fixture.js';
import './index.js';
import type { YztScatterChart } from './index.js';

const COUNT = 4000;
const AREA = Float64Array.from({ length: COUNT }, (_, row) => (row % 50 === 7 ? Number.NaN : row % 1000 === 0 ? 0 : 10 + ((row * 7919) % 9973)));
const VISITS = Float64Array.from({ length: COUNT }, (_, row) => 3 + ((row * 104_729) % 2999));

const rows = (): FarRows => new FarRows(Dataset.fromColumns({ columns: { area: AREA, visits: VISITS, kind: Array.from(AREA, (_, row) => (row % 2 === 0 ? '球场' : '步道')) } }));

async function far(more: Partial<YztScatterChart> = {}): Promise<{ chart: YztScatterChart; dataset: RemoteDataset; engine: FarRows }> {
  const engine = rows();
  const dataset = new RemoteDataset(engine);
  dataset.schema = { id: 't@1', fields: [{ name: 'area', label: { zh: '面积', en: 'Area' }, unit: '㎡', digits: 0 }, { name: 'visits', label: { zh: '人次', en: 'Visits' }, digits: 0 }] };
  await dataset.load();
  const chart = await fixture<YztScatterChart>(html`<yzt-scatter-chart style="width: 600px" .dataset=${dataset} x="area" y="visits" label="面积与人次"></yzt-scatter-chart>`);
  Object.assign(chart, more);
  await drawn(chart);
  return { chart, dataset, engine };
}

const all = <T extends Element>(chart: YztScatterChart, selector: string): T[] => [...(chart.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
const cursor = (chart: YztScatterChart): SVGElement => all<SVGElement>(chart, '[data-cursor]')[0] as SVGElement;
const words = (chart: YztScatterChart): string => chart.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
const said = (chart: YztScatterChart): string => all(chart, '[role=status]').map((status) => status.textContent).join('');
/** A machine may be busy. */
const until = (there: () => boolean): Promise<void> => waitUntil(there, 'what is waited for is there', { timeout: 8000 });
const drawn = (chart: YztScatterChart): Promise<void> => until(() => all(chart, 'path.cells').length > 0 && !chart.hasAttribute('stale'));

function press(chart: YztScatterChart, key: string, shiftKey = false): void {
  cursor(chart).dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
}

/** Rows told by the table twin. */
async function counted(chart: YztScatterChart): Promise<number> {
  const text = await (await chart.toCsv()).text();
  return text.trim().split(/\r?\n/).slice(1).reduce((sum, line) => sum + Number(line.split(',').pop()), 0);
}

describe('<yzt-scatter-chart> of rows that are elsewhere', () => {
  it('counts every row with both numbers in some cell, and tells of the others', async () => {
    const { chart } = await far();
    expect(await counted(chart)).to.equal(AREA.filter(Number.isFinite).length);
    expect(words(chart)).to.contain('共 3,920 条，按格计数').and.to.contain('另有 80 条缺少数值').and.to.contain('每格条数');
    expect(all(chart, 'figcaption, [role=img], .hidden-text').map((one) => one.textContent).join()).to.contain('最密的一格在');
    await expect(chart).to.be.accessible();
  });

  it('leaves what is not above zero out of logarithmic axes, and counts it', async () => {
    const { chart } = await far({ xScale: 'log', yScale: 'log' });
    await until(() => words(chart).includes('不大于 0'));
    const zeros = AREA.filter((area) => area === 0).length;
    expect(words(chart)).to.contain(`另有 ${zeros} 条不大于 0`);
    expect(await counted(chart)).to.equal(AREA.filter((area) => area > 0).length);
  });

  it('filters by a cell with Enter, says so once, and lets go of it with Escape', async () => {
    const { chart, dataset, engine } = await far();
    cursor(chart).focus();
    press(chart, 'End');
    press(chart, 'Enter');
    const [x, y] = ['area', 'visits'].map((field) => dataset.filters.get(field));
    expect([x?.kind, y?.kind]).to.deep.equal(['range', 'range']);
    await until(() => engine.asked[engine.asked.length - 1]?.conditions.length === 2);
    await drawn(chart);
    expect(said(chart)).to.match(/^已选 面积 .+ 至 .+，人次 .+ 至 /);
    expect(all(chart, 'rect.selection')).to.have.length(1);
    // The picture behind counts all rows, whatever the chart itself leaves.
    expect(engine.asked.some(({ splitBy, conditions }) => splitBy !== undefined && conditions.length === 0)).to.equal(true);
    press(chart, 'Escape');
    expect(dataset.filters.size).to.equal(0);
  });

  it('keeps its picture and is stale while another view filters, then shows what is left', async () => {
    const { chart, dataset, engine } = await far();
    let open = (): void => undefined;
    engine.gate = new Promise((resolve) => (open = resolve));
    dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['球场'] });
    await until(() => chart.hasAttribute('stale'));
    expect(all(chart, 'path.cells').length).to.be.greaterThan(0);
    open();
    await drawn(chart);
    const left = AREA.filter((area, row) => Number.isFinite(area) && row % 2 === 0).length;
    await until(() => words(chart).includes(`共 ${left.toLocaleString('en')} 条`));
    expect(await counted(chart)).to.equal(left);
  });

  it('is drawn in another height at once, without another question where the cells stay', async () => {
    const { chart, engine } = await far();
    const before = engine.asked.length;
    const svg = (): Element => all(chart, 'svg.layer')[0] as Element;
    const height = Number(svg().getAttribute('height'));
    chart.style.setProperty('--yzt-scatter-chart-height', `${height + 2}px`);
    await until(() => Number(svg().getAttribute('height')) === height + 2);
    expect(engine.asked).to.have.length(before);
  });

  it('marks the cell of the row under the pointer elsewhere', async () => {
    const { chart, dataset } = await far();
    const page = await dataset.rows({ limit: 1 });
    dataset.setHover(page.rows[0] as number);
    await until(() => all(chart, '.ring.now').length === 1);
    dataset.setHover(-1);
    await until(() => all(chart, '.ring.now').length === 0);
  });

  it('says what went wrong', async () => {
    const engine = rows();
    engine.fails = true;
    const dataset = new RemoteDataset(engine);
    await dataset.load();
    const chart = await fixture<YztScatterChart>(html`<yzt-scatter-chart .dataset=${dataset} x="area" y="visits"></yzt-scatter-chart>`);
    await until(() => words(chart).includes('无法统计'));
  });
});
