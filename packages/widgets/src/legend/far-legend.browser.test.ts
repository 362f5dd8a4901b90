/** The legend of rows that stay with a server beside that of the same rows in the page. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Dataset, type DatasetLike, type Filter } from '@yizhangtu/data/model';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import { crowd, elsewhere } from '../shared/elsewhere.fixture.js';
import { mapPage, parts, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztLegend } from './index.js';

const FILTERS: Readonly<Record<string, Filter | undefined>> = {
  district: { kind: 'in', field: 'district', values: ['市南区', '李沧区', '城阳区'] },
  kind: { kind: 'in', field: 'kind', values: ['足球场', null] },
  area: { kind: 'range', field: 'area', min: 500 },
};

/** The venues with a second number. */
function rows(): Dataset {
  const data = venues();
  const { columns } = Dataset.fromColumns({ columns: { size: Float64Array.of(3, 1, 4, NaN, 5, 9, 2) } });
  const { schema, provenance } = data;
  return new Dataset({ rowCount: 7, columns: [...data.columns, ...columns], geometry: data.geometry, report: { total: 7, kept: 7, notes: [] } }, { ...(schema && { schema }), provenance });
}

async function legendOf(data: DatasetLike, spec: string): Promise<YztLegend> {
  const { map } = await mapPage(data as Dataset, spec);
  const legend = await fixture<YztLegend>(html`<yzt-legend .map=${map}></yzt-legend>`);
  await settled();
  return legend;
}

/** All that a legend says, with its colours and what can be pressed. */
function shown(legend: YztLegend): string {
  const rows = parts(legend, '.row, .cell').map((row) => [row.textContent?.replace(/\s+/g, ' ').trim(), row.getAttribute('aria-label'), row.localName, row.getAttribute('aria-pressed'), row.querySelector('.swatch')?.getAttribute('style')]);
  return JSON.stringify([words(legend).replace(/视野及周边有 [\d,]+ 行，按位置合计显示；放大后逐行显示|视野及周边有 [\d,]+ 行，太多而未显示；放大地图或筛选后显示/, '').trim(), rows]);
}

/** What the legend of rows in the page says, step by step. */
async function told(data: DatasetLike, spec: string, wanted: readonly string[] = []): Promise<string[]> {
  const legend = await legendOf(data, spec);
  const all: string[] = [];
  const look = async (): Promise<void> => {
    await settled();
    const want = wanted[all.length];
    if (want !== undefined) await waitUntil(() => shown(legend) === want && !legend.hasAttribute('stale'), undefined, { timeout: 5000 }).catch(() => undefined);
    all.push(shown(legend));
  };
  await look();
  for (const [key, filter] of Object.entries(FILTERS)) {
    data.setFilter(key, filter);
    await look();
  }
  data.clearFilters();
  return all;
}

describe('the legend of rows that stay with a server', () => {
  for (const spec of ['class:kind', 'class:district', 'fixed:data-2', 'breaks:area:3:equal', 'breaks:area:1000,3000', 'bivariate:area:size'])
    it(`${spec}: says what it says of rows in the page, whatever is filtered`, async () => {
      const here = await told(rows(), spec);
      expect(await told(await elsewhere(rows()), spec, here)).to.deep.equal(here);
    });

  it('of more rows than come to the page: the numbers of all', async () => {
    for (const spec of ['class:kind', 'breaks:area:4:quantile']) {
      const here = await told(crowd(), spec);
      expect(await told(await elsewhere(crowd()), spec, here)).to.deep.equal(here);
    }
  });

  it('keeps the last numbers, pale, while the next are asked for, and asks nothing when the map moves', async () => {
    const data = await elsewhere(venues());
    const legend = await legendOf(data, 'class:kind');
    await waitUntil(() => words(legend).includes('足球场 3'));
    const asked: unknown[] = [];
    const query = data.query.bind(data);
    data.query = (...args) => {
      asked.push(args[0]);
      return query(...args);
    };
    const seen = new Set<string>();
    const watch = new MutationObserver(() => legend.hasAttribute('stale') && seen.add(words(legend)));
    watch.observe(legend, { attributes: true });
    data.setFilter('district', FILTERS['district']);
    await waitUntil(() => words(legend).includes('足球场 3') === false || seen.size > 0);
    await waitUntil(() => !legend.hasAttribute('stale'));
    watch.disconnect();
    expect([...seen].every((one) => one.includes('游泳馆 2')) && seen.size).to.equal(1);
    expect(words(legend)).to.include('游泳馆 0');
    const before = asked.length;
    const { mapElement } = legend;
    if (mapElement) mapElement.center = [120.5, 36.1];
    await settled(200);
    expect(asked).to.have.length(before);
  });

  it('says why there are no numbers, and asks for none where none are shown', async () => {
    const data: RemoteDataset = await elsewhere(venues());
    const legend = await legendOf(data, 'class:kind');
    await waitUntil(() => words(legend).includes('足球场 3'));
    legend.noCounts = true;
    await legend.updateComplete;
    let asked = 0;
    const { engine } = data;
    if (engine) engine.groups = () => (asked++, Promise.reject(new Error('gone')));
    legend.noCounts = false;
    data.setFilter('area', FILTERS['area']);
    await waitUntil(() => parts(legend, '.notice').length > 0);
    expect([asked > 0, words(legend).includes('足球场')]).to.deep.equal([true, true]);
    await expect(legend).to.be.accessible();
  });
});
