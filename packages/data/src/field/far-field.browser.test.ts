import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../joined-field/index.js';
import { Dataset } from '../model/dataset.js';
import { RemoteDataset } from '../remote/remote-dataset.js';
import '../remote-dataset/index.js';
import type { YztRemoteDataset } from '../remote-dataset/index.js';
import './index.js';
import type { YztField } from './index.js';
import { fakeRows, fakeWfs } from '../remote-features/fake-wfs.fixture.js';
import { quiet } from './quiet.fixture.js';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));
const lastStatement = async (): Promise<string> => ((await (await fetch('/fault/clickhouse/said')).json()) as { sql: string }).sql;

async function page(fields: ReturnType<typeof html>): Promise<YztRemoteDataset> {
  const element = await fixture<YztRemoteDataset>(html`<yzt-remote-dataset id="far" src="/fault/clickhouse" table="demo.rows">${fields}</yzt-remote-dataset>`);
  if (element.dataset.rowCount === 0) await oneEvent(element, 'yzt-load');
  await settled();
  return element;
}

describe('<yzt-field> of rows on a server', () => {
  it('is a field like any other, worked out there', async () => {
    const { dataset } = await page(html`<yzt-field name="twice" expression="id * 2" label="两倍" label-en="Twice" unit="个" digits="1"></yzt-field><yzt-field name="more" expression="3 &lt; twice"></yzt-field>`);
    expect(dataset.columns.map(({ name, kind }) => [name, kind])).to.deep.equal([['id', 'number'], ['kind', 'text'], ['twice', 'number'], ['more', 'boolean']]);
    expect([dataset.label('twice', 'en'), dataset.field('twice').unit]).to.deep.equal(['Twice', '个']);
    await dataset.query({ measures: [{ kind: 'sum', field: 'twice' }] }).catch(() => undefined);
    expect(await lastStatement()).to.match(/sumIf\(.*toFloat64\(`id`\) \* toFloat64\(2\)/);
  });

  it('goes with its element, and keeps what is chosen', async () => {
    const element = await page(html`<yzt-field name="x" expression="id + 1"></yzt-field>`);
    const { version } = element.dataset;
    element.querySelector('yzt-field')?.remove();
    await settled();
    expect([element.dataset.column('x'), element.dataset.version > version]).to.deep.equal([undefined, true]);
  });

  it('says with its tag what is wrong', async () => {
    const errors = quiet();
    const element = await page(html`<yzt-field name="x" expression="kind + 1"></yzt-field>`);
    const field = element.querySelector('yzt-field') as YztField;
    expect(field.error?.text.zh).to.match(/^<yzt-field name="x">：.*这里要数字，这是文本/);
    expect(errors.map(({ code }) => code)).to.deep.equal(['bad-expression']);
    field.expression = 'id';
    await waitUntil(() => element.dataset.column('x') !== undefined);
    await settled();
    expect(field.error).to.equal(undefined);
  });

  it('says so of an engine that cannot', async () => {
    quiet();
    const dataset = new RemoteDataset({ label: 'Old', describe: () => Promise.resolve({ rowCount: 1, fields: [], places: false }), groups: () => Promise.reject(new Error()), page: () => Promise.resolve([]) });
    await dataset.load();
    const field = await fixture<YztField>(html`<yzt-field .dataset=${dataset} name="x" expression="1"></yzt-field>`);
    await settled();
    expect([field.error?.code, field.error?.text.zh]).to.deep.equal(['needs-rows', '<yzt-field name="x">：Old 不能给每一行算字段。请在服务器的表里加这一列。']);
  });
});

describe('<yzt-field> of rows on a WFS', () => {
  const { fetch: own } = window;
  const wfs = fakeWfs(fakeRows(300));
  before(() => {
    window.fetch = (input, init) => (new URL(input as string, location.href).pathname === '/wfs' ? wfs.fetch(input, init) : own(input, init));
  });
  after(() => {
    window.fetch = own;
  });

  async function wfsPage(fields: ReturnType<typeof html>, rowLimit = 1000): Promise<YztRemoteDataset> {
    const element = await fixture<YztRemoteDataset>(html`<yzt-remote-dataset engine="wfs" src="/wfs" table="city:rows" row-limit=${rowLimit}>${fields}</yzt-remote-dataset>`);
    if (element.dataset.rowCount === 0) await oneEvent(element, 'yzt-load');
    await settled();
    return element;
  }

  const parity = html`<yzt-field name="half" expression="floor(n / 2)"></yzt-field><yzt-field name="kind" label="单双" label-en="Parity" expression="if(half * 2 = n, '双', '单')"></yzt-field>`;

  it('is a field like any other, worked out in the page, after those before it', async () => {
    const { dataset } = await wfsPage(parity);
    expect(dataset.columns.map(({ name, kind }) => [name, kind])).to.deep.equal([['n', 'number'], ['half', 'number'], ['kind', 'text']]);
    expect(dataset.label('kind', 'en')).to.equal('Parity');
    dataset.setFilter('n', { kind: 'range', field: 'half', max: 4 });
    const { groups } = await dataset.query({ groupBy: 'kind', measures: [{ kind: 'sum', field: 'n' }] });
    expect(groups.map(({ key, count, values }) => [key, count, values[0]])).to.deep.equal([['单', 5, 25], ['双', 5, 20]]);
    const { rows, total } = await dataset.rows({ orderBy: 'half', descending: true, limit: 2 });
    expect([total, dataset.feature(rows[1] as number).properties['kind']]).to.deep.equal([10, '单']);
  });

  it('follows its expression, with the fields after it, and asks for no row again', async () => {
    const element = await wfsPage(parity);
    const count = async (): Promise<unknown[]> => (await element.dataset.query({ groupBy: 'kind', measures: [{ kind: 'count' }] })).groups.map(({ key, count }) => [key, count]);
    expect(await count()).to.deep.equal([['单', 150], ['双', 150]]);
    const { length } = wfs.asked;
    (element.querySelector('yzt-field') as YztField).expression = 'n / 2';
    await settled();
    expect([await count(), wfs.asked.length]).to.deep.equal([[['双', 300]], length]);
  });

  it('is on the rows of a page, however large the table; what takes all rows is refused by name', async () => {
    const { dataset } = await wfsPage(parity, 50);
    const { rows } = await dataset.rows({ fields: ['kind'], offset: 200, limit: 2 });
    expect([...rows].map((row) => dataset.value(row, 'kind'))).to.deep.equal(['双', '单']);
    dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['单'] });
    const refused = await dataset.rows().catch((reason: Error) => reason.message);
    expect(refused).to.match(/「kind」是页面里算的字段.*300 行.*row-limit（50）/);
  });

  it('may stand after a field that is joined from other data, whose filters it follows without asking for a row again', async () => {
    const other = Dataset.fromColumns({ columns: { n: [3, 3, 4, 5], kind: ['甲', '乙', '甲', '乙'] } });
    const { dataset } = await wfsPage(html`<yzt-joined-field name="count" .from=${other} key="n"></yzt-joined-field><yzt-field name="twice" expression="count * 2"></yzt-field>`);
    const sum = async (): Promise<unknown> => (await dataset.query({ measures: [{ kind: 'sum', field: 'twice' }] })).total.values[0];
    await waitUntil(async () => (await sum()) === 8, 'the joined field is there');
    const { length } = wfs.asked;
    other.setFilter('kind', { kind: 'in', field: 'kind', values: ['甲'] });
    await waitUntil(async () => (await sum()) === 4, 'the joined field follows');
    expect(wfs.asked.length).to.equal(length);
  });

  it('says with its tag what is wrong', async () => {
    const errors = quiet();
    const element = await wfsPage(html`<yzt-field name="x" expression="people / 2"></yzt-field><yzt-field name="y" expression="n &amp; ''"></yzt-field><yzt-field name="z" expression="n + 1"></yzt-field>`);
    expect(errors.map(({ code }) => code)).to.deep.equal(['unknown-field', 'bad-expression']);
    expect((element.querySelector('yzt-field') as YztField).error?.text.zh).to.match(/^<yzt-field name="x">：.*people/);
    expect(element.dataset.columns.map(({ name }) => name)).to.deep.equal(['n', 'z']);
  });
});
