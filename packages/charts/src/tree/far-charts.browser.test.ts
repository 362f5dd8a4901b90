import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Dataset, type DatasetLike } from '@yizhangtu/data/model';
import { RemoteDataset } from '@yizhangtu/data/remote';
import type { ChartElement } from '../chart/chart-element.js';
import { FarRows } from '../chart/far-rows.fixture.js';
import '../bar-chart/index.js';
import '../sankey-chart/index.js';
import '../sunburst-chart/index.js';
import '../treemap-chart/index.js';

const WAS = ['耕地', '耕地', '林地', '园地', '园地', '园地'];
const IS = ['耕地', '园地', '林地', '园地', '园地', '耕地'];

function near(): Dataset {
  return Dataset.fromColumns({ columns: { was: WAS, is: IS, year: ['2020', '2020', '2020', '2020', '2025', '2025'] } });
}

async function far(): Promise<RemoteDataset> {
  const dataset = new RemoteDataset(new FarRows(near()));
  await dataset.load();
  return dataset;
}

const table = async (chart: ChartElement): Promise<string> => (await chart.toCsv()).text();
const colors = (chart: Element): string => [...(chart.shadowRoot?.querySelectorAll<SVGElement>('.mark') ?? [])].map((mark) => getComputedStyle(mark).fill).join(' ');

async function drawn(make: (dataset: DatasetLike) => unknown, dataset: DatasetLike): Promise<ChartElement> {
  const box = await fixture<HTMLElement>(html`<div style="width: 640px">${make(dataset)}</div>`);
  const chart = box.firstElementChild as ChartElement;
  await waitUntil(() => chart.shadowRoot?.querySelector('.mark') !== null);
  return chart;
}

/** A chart looks and says the same wherever the rows are. */
async function same(make: (dataset: DatasetLike) => unknown): Promise<void> {
  const [here, there] = [await drawn(make, near()), await drawn(make, await far())];
  expect(await table(there)).to.equal(await table(here));
  await waitUntil(() => colors(there) === colors(here), `${colors(there)} instead of ${colors(here)}`);
}

describe('charts of data whose rows are elsewhere', () => {
  it('treemaps and sunbursts divide two fields in the colours of the map', async () => {
    await same((dataset) => html`<yzt-treemap-chart .dataset=${dataset} path="was year"></yzt-treemap-chart>`);
    await same((dataset) => html`<yzt-sunburst-chart .dataset=${dataset} path="was"></yzt-sunburst-chart>`);
  });

  it('flows go from one field to another', async () => {
    await same((dataset) => html`<yzt-sankey-chart .dataset=${dataset} from="was" to="is"></yzt-sankey-chart>`);
  });

  it('classes keep their colours whatever is filtered', async () => {
    const dataset = await far();
    const chart = await drawn((data) => html`<yzt-bar-chart .dataset=${data} group-by="was" symbology="class:was" order="key"></yzt-bar-chart>`, dataset);
    await waitUntil(() => new Set(colors(chart).split(') ')).size === 3);
    const [before, texts] = [colors(chart), chart.shadowRoot?.textContent];
    dataset.setFilter('year', { kind: 'in', field: 'year', values: ['2020'] });
    await waitUntil(() => chart.shadowRoot?.textContent !== texts);
    expect(colors(chart)).to.equal(before);
  });

  it('a choice in a treemap filters the rows there', async () => {
    const dataset = await far();
    const chart = await drawn((data) => html`<yzt-treemap-chart .dataset=${data} path="was"></yzt-treemap-chart>`, dataset);
    chart.shadowRoot?.querySelector('[data-index="0"]')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(dataset.filters.get('was')?.kind).to.equal('in');
  });
});
