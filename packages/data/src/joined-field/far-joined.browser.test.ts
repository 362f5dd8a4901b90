import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { YztDataset } from '../dataset/index.js';
import '../dataset/index.js';
import '../field/index.js';
import { quiet } from '../field/quiet.fixture.js';
import { Dataset } from '../model/dataset.js';
import { blankColumn, type DerivedColumn, type FarColumn, type FarLookup } from '../model/derived-columns.js';
import { RemoteDataset } from '../remote/remote-dataset.js';
import type { Conditions, Engine } from '../remote/types.js';
import './index.js';
import type { YztJoinedField } from './index.js';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
const square = (west: number): object => ({ type: 'Polygon', coordinates: [[[west, 0], [west + 1, 0], [west + 1, 1], [west, 1], [west, 0]]] });
const DISTRICTS = { type: 'FeatureCollection', features: [['370202', '市南区', 0], ['370203', '市北区', 1]].map(([code, name, west]) => ({ type: 'Feature', properties: { code, name }, geometry: square(west as number) })) };
const VENUES = [
  { district: '370202', type: '球场', areaM2: 100 },
  { district: '370202', type: '泳池', areaM2: 300 },
  { district: '370203', type: '球场', areaM2: 50 },
];

/** Rows on a server that works fields out, and what it has been told of them. */
async function elsewhere(held: Dataset): Promise<{ readonly dataset: RemoteDataset; readonly told: FarColumn[]; readonly pages: () => number }> {
  const told: FarColumn[] = [];
  let pages = 0;
  const later = async <T>({ conditions }: Conditions, answer: () => T): Promise<T> => {
    await Promise.resolve();
    conditions.forEach((filter, at) => held.setFilter(String(at), filter));
    const given = answer();
    held.clearFilters();
    return given;
  };
  const engine: Engine = {
    label: 'Test',
    describe: () => Promise.resolve({ rowCount: held.rowCount, fields: held.columns.map(({ name, kind }) => ({ name, kind })), places: held.geometry.kind !== 'none' }),
    derive: (columns) => columns.map((one) => {
      told.push((one as Required<DerivedColumn>).far());
      return { name: one.field.name, kind: one.kind({ rowCount: 0, geometry: { kind: 'none' }, column: (name) => blankColumn('text', name, 0), field: (name) => ({ name }) }) };
    }),
    groups: ({ conditions, scope, ...query }) => later({ conditions, scope }, () => held.query(query)),
    page: (question) => {
      pages++;
      return later(question, () => Array.from(held.rows({ limit: question.limit }).rows, (row) => ({ id: row, values: question.fields.map((field) => held.column(field) ? (held.value(row, field) as string) : null), ...(held.geometry.kind === 'shape' && { geometry: held.feature(row).geometry as never }) })));
    },
  };
  const dataset = new RemoteDataset(engine);
  await dataset.load();
  return { dataset, told, pages: () => pages };
}

async function memory(id: string, data: unknown, inside: unknown = html``): Promise<YztDataset> {
  const holder = await fixture<HTMLElement>(html`<div><yzt-dataset id=${id} .data=${data}>${inside}</yzt-dataset></div>`);
  const element = holder.querySelector('yzt-dataset') as YztDataset;
  await waitUntil(() => element.dataset.rowCount > 0, 'rows', { timeout: 8000 });
  await settled();
  return element;
}

const venues = (): Dataset => Dataset.fromColumns({ columns: { district: VENUES.map(({ district }) => district), type: VENUES.map(({ type }) => type), areaM2: VENUES.map(({ areaM2 }) => areaM2) } });
const column = ({ dataset }: YztDataset, name: string): unknown[] => Array.from({ length: dataset.rowCount }, (_, row) => dataset.value(row, name));
const lookup = (told: readonly FarColumn[]): [string, [string, unknown][], number | undefined] => {
  const { by, values, otherwise } = told[told.length - 1] as FarLookup;
  return [by, [...values], otherwise];
};

describe('<yzt-joined-field> onto rows on a server', () => {
  it('tells the server the figures by key, and again when filters of the other data change them', async () => {
    const other = await memory('venues', VENUES);
    const { dataset, told } = await elsewhere(Dataset.fromColumns({ columns: { code: ['370202', '370203'] } }));
    await fixture(html`<yzt-joined-field .dataset=${dataset} name="area" from="venues" key="code" from-key="district" measure="sum:areaM2"></yzt-joined-field>`);
    await settled();
    expect(lookup(told)).to.deep.equal(['code', [['370202', 400], ['370203', 50]], 0]);
    expect(dataset.column('area')?.kind).to.equal('number');
    const { length } = told;
    other.dataset.setFilter('type', { kind: 'in', field: 'type', values: ['球场'] });
    await settled();
    expect([lookup(told)[1], told.length]).to.deep.equal([[['370202', 100], ['370203', 50]], length + 1]);
  });

  it('tells it values, and regions; before the other data are there nothing is wrong', async () => {
    const errors = quiet();
    const { dataset, told } = await elsewhere(venues());
    const [, within] = [...(await fixture<HTMLElement>(html`<div>
      <yzt-joined-field .dataset=${dataset} name="name" from="districts" key="district" from-key="code" value-field="name"></yzt-joined-field>
      <yzt-joined-field .dataset=${dataset} name="within" from="districts" value-field="name"></yzt-joined-field>
    </div>`)).children] as YztJoinedField[];
    await settled();
    expect([dataset.column('name')?.kind, dataset.column('within')?.kind, errors.map(({ code }) => code)]).to.deep.equal(['text', 'text', []]);
    await memory('districts', DISTRICTS);
    expect(told.filter((one) => 'by' in one && one.values.get('370203') === '市北区')).not.to.have.length(0);
    expect(told.filter((one) => 'regions' in one).map((one) => 'regions' in one && [one.regions.keys, one.regions.geometry.kind])[0]).to.deep.equal([['市南区', '市北区'], 'shape']);
    expect([within?.error, errors]).to.deep.equal([undefined, []]);
  });
});

describe('<yzt-joined-field> from rows on a server', () => {
  it('counts them, and takes values of any row, whatever is filtered', async () => {
    const { dataset } = await elsewhere(venues());
    const districts = await memory('districts', DISTRICTS, html`
      <yzt-joined-field name="count" .from=${dataset} key="code" from-key="district"></yzt-joined-field>
      <yzt-joined-field name="first" .from=${dataset} key="code" from-key="district" value-field="type"></yzt-joined-field>`);
    await waitUntil(() => column(districts, 'first')[0] !== null, 'values');
    expect([column(districts, 'count'), column(districts, 'first')]).to.deep.equal([[2, 1], ['球场', '球场']]);
    dataset.setFilter('type', { kind: 'in', field: 'type', values: ['泳池'] });
    await settled();
    expect([column(districts, 'count'), column(districts, 'first')]).to.deep.equal([[1, 0], ['球场', '球场']]);
  });

  it('takes the value of the polygon around a place', async () => {
    const { dataset } = await elsewhere((await memory('polygons', DISTRICTS)).dataset);
    const places = await memory('places', [{ lon: 1.5, lat: 0.5 }, { lon: 0.5, lat: 0.5 }, { lon: 9, lat: 9 }], html`<yzt-joined-field name="within" .from=${dataset} value-field="name"></yzt-joined-field>`);
    await waitUntil(() => column(places, 'within')[0] !== null, 'values');
    expect(column(places, 'within')).to.deep.equal(['市北区', '市南区', null]);
  });

  it('of more than may come says how many there are, once, with its tag', async () => {
    const errors = quiet();
    const many = Array.from({ length: 20_001 }, (_, row) => String(row));
    const { dataset } = await elsewhere(Dataset.fromColumns({ columns: { code: many } }));
    const districts = await memory('districts', DISTRICTS, html`<yzt-joined-field name="x" .from=${dataset} key="code" value-field="code"></yzt-joined-field>`);
    await waitUntil(() => errors.length > 0, 'said');
    await settled();
    expect(errors.map(({ text }) => text.zh)).to.deep.equal(['<yzt-joined-field name="x">：需要逐行数据，不论筛选；而这样的行有 20,001 行，超过 20,000 行。请在 <yzt-remote-dataset> 上用 scope-field 限定范围，或换一张较小的表。']);
    expect(column(districts, 'x')).to.deep.equal([null, null]);
  });

  it('both ways comes to rest', async () => {
    const [one, other] = [await elsewhere(venues()), await elsewhere(Dataset.fromColumns({ columns: { code: ['370202', '370203'], name: ['市南区', '市北区'] } }))];
    await fixture(html`<div>
      <yzt-joined-field .dataset=${one.dataset} name="name" .from=${other.dataset} key="district" from-key="code" value-field="name"></yzt-joined-field>
      <yzt-joined-field .dataset=${other.dataset} name="type" .from=${one.dataset} key="code" from-key="district" value-field="type"></yzt-joined-field>
      <yzt-joined-field .dataset=${other.dataset} name="count" .from=${one.dataset} key="code" from-key="district"></yzt-joined-field>
    </div>`);
    await waitUntil(() => other.told.some((told) => 'by' in told && told.values.get('370203') === '球场'), 'values');
    await settled();
    await settled();
    const before = [one.dataset.version, other.dataset.version, one.pages(), other.pages()];
    await settled();
    await settled();
    expect([one.dataset.version, other.dataset.version, one.pages(), other.pages()]).to.deep.equal(before);
  });
});
