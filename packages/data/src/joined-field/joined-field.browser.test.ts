import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { YztError } from '@yizhangtu/base/errors';
import type { YztDataset } from '../dataset/index.js';
import '../dataset/index.js';
import '../field/index.js';
import './index.js';
import type { YztJoinedField } from './index.js';

const square = (west: number): object => ({ type: 'Polygon', coordinates: [[[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]] });
const DISTRICTS = { type: 'FeatureCollection', features: [[370202, '市南区', 0], [370203, '市北区', 1]].map(([code, name, west]) => ({ type: 'Feature', properties: { code, name }, geometry: square(west as number) })) };
const VENUES = [
  { district: '370202', type: '球场', areaM2: 100, lon: 0.5, lat: 0.5 },
  { district: '370202', type: '泳池', areaM2: 300, lon: 0.6, lat: 0.5 },
  { district: '370203', type: '球场', areaM2: 50, lon: 1.5, lat: 0.5 },
  { district: '370299', type: '球场', areaM2: 70, lon: 9, lat: 9 },
];
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

interface Page {
  readonly districts: YztDataset;
  readonly venues: YztDataset;
}

async function page(inDistricts: unknown, inVenues: unknown = html``): Promise<Page> {
  const holder = await fixture<HTMLElement>(html`<div>
    <yzt-dataset id="districts" .data=${DISTRICTS}>${inDistricts}</yzt-dataset>
    <yzt-dataset id="venues" .data=${VENUES}>${inVenues}</yzt-dataset>
  </div>`);
  const [districts, venues] = [...holder.querySelectorAll('yzt-dataset')] as [YztDataset, YztDataset];
  await waitUntil(() => districts.dataset.rowCount === 2 && venues.dataset.rowCount === 4, 'both', { timeout: 8000 });
  await settled();
  return { districts, venues };
}

const column = ({ dataset }: YztDataset, name: string): unknown[] => Array.from({ length: dataset.rowCount }, (_, row) => dataset.value(row, name));

describe('<yzt-joined-field>', () => {
  it('counts and adds up the rows of another dataset by key, and moves with its filters', async () => {
    const { districts, venues } = await page(html`
      <yzt-joined-field name="venues" label="场馆数" unit="处" from="venues" key="code" from-key="district"></yzt-joined-field>
      <yzt-joined-field name="area" from="venues" key="code" from-key="district" measure="sum:areaM2"></yzt-joined-field>
      <yzt-joined-field name="all" from="venues" key="code" from-key="district" ignore-filters></yzt-joined-field>
      <yzt-field name="each" expression="area / venues"></yzt-field>
    `);
    expect([column(districts, 'venues'), column(districts, 'area'), column(districts, 'each')]).to.deep.equal([[2, 1], [400, 50], [200, 50]]);
    expect(districts.dataset.label('venues', 'zh-CN')).to.equal('场馆数');
    let told = 0;
    districts.dataset.subscribe(() => void told++);
    venues.dataset.setFilter('type', { kind: 'in', field: 'type', values: ['泳池'] });
    await settled();
    expect([column(districts, 'venues'), column(districts, 'all'), column(districts, 'each')]).to.deep.equal([[1, 0], [2, 1], [300, null]]);
    const before = told;
    venues.dataset.setFilter('name', { kind: 'text', fields: ['type'], contains: '泳' });
    await settled();
    expect(told, 'the same figures are not told again').to.equal(before);
    venues.dataset.clearFilters();
    await settled();
    expect(column(districts, 'venues')).to.deep.equal([2, 1]);
  });

  it('takes a value of the row with the key, with its words', async () => {
    const { venues } = await page(html``, html`<yzt-joined-field name="districtName" from="districts" key="district" from-key="code" value-field="name" label="区市"></yzt-joined-field>`);
    expect(column(venues, 'districtName')).to.deep.equal(['市南区', '市南区', '市北区', null]);
    venues.dataset.setFilter('districtName', { kind: 'in', field: 'districtName', values: ['市北区'] });
    expect(venues.dataset.rows().total).to.equal(1);
  });

  it('takes the value of the polygon around a place, and both ways come to rest', async () => {
    const { districts, venues } = await page(
      html`<yzt-joined-field name="venues" from="venues" key="name" from-key="within"></yzt-joined-field>`,
      html`<yzt-joined-field name="within" from="districts" value-field="name"></yzt-joined-field>`,
    );
    await settled();
    expect(column(venues, 'within')).to.deep.equal(['市南区', '市南区', '市北区', null]);
    expect(column(districts, 'venues')).to.deep.equal([2, 1]);
    const { version } = districts.dataset;
    await settled();
    expect(districts.dataset.version).to.equal(version);
  });

  it('joins a dataset with itself: the least of all rows with the same key', async () => {
    const { venues } = await page(html``, html`<yzt-joined-field name="least" from="venues" key="type" measure="min:areaM2"></yzt-joined-field>`);
    await settled();
    expect(column(venues, 'least')).to.deep.equal([50, 300, 50, 50]);
  });

  it('has missing values until the other dataset is there, so that those who use it do not complain', async () => {
    const errors: YztError[] = [];
    const listen = (event: CustomEvent<YztError>): void => void errors.push(event.detail);
    document.addEventListener('yzt-error', listen);
    const holder = await fixture<HTMLElement>(html`<div>
      <yzt-dataset id="districts" .data=${DISTRICTS}>
        <yzt-joined-field name="venues" from="venues" key="code" from-key="district"></yzt-joined-field>
        <yzt-field name="double" expression="2 * venues"></yzt-field>
      </yzt-dataset>
    </div>`);
    const districts = holder.querySelector('yzt-dataset') as YztDataset;
    await waitUntil(() => districts.dataset.rowCount === 2, 'loaded');
    await settled();
    expect([column(districts, 'venues'), column(districts, 'double')]).to.deep.equal([[null, null], [null, null]]);
    const venues = document.createElement('yzt-dataset');
    venues.id = 'venues';
    venues.data = VENUES;
    holder.append(venues);
    await waitUntil(() => venues.dataset.rowCount === 4, 'loaded');
    await settled();
    expect([column(districts, 'venues'), column(districts, 'double')]).to.deep.equal([[2, 1], [4, 2]]);
    document.removeEventListener('yzt-error', listen);
    expect(errors.map(({ message }) => message)).to.deep.equal([]);
  });

  it('says what is wrong with tag, value and remedy, once, and works when it is mended', async () => {
    const errors: YztError[] = [];
    const listen = (event: CustomEvent<YztError>): void => {
      event.preventDefault();
      errors.push(event.detail);
    };
    document.addEventListener('yzt-error', listen);
    const { districts, venues } = await page(html`<yzt-joined-field name="x" from="venues" key="code" from-key="district" value-field="nothing"></yzt-joined-field>`);
    document.removeEventListener('yzt-error', listen);
    const field = districts.querySelector('yzt-joined-field') as YztJoinedField;
    expect(errors.map(({ text }) => text.zh)).to.deep.equal(['<yzt-joined-field name="x">：value-field="nothing"，from 的数据没有这个字段。请检查字段名（区分大小写）。']);
    field.valueField = 'type';
    await settled();
    expect([field.error, column(districts, 'x')]).to.deep.equal([undefined, ['球场', '球场']]);
    field.remove();
    await settled();
    expect(districts.dataset.column('x')).to.equal(undefined);
    expect(venues.dataset.columns).to.have.length(3);
  });
});
