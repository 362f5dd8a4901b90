import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { RemoteDataset } from '../remote/remote-dataset.js';
import '../remote-dataset/index.js';
import type { YztRemoteDataset } from '../remote-dataset/index.js';
import './index.js';
import type { YztField } from './index.js';
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
