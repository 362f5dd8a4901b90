import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { YztDataset } from '../dataset/index.js';
import '../dataset/index.js';
import './index.js';
import type { YztField } from './index.js';
import { quiet } from './quiet.fixture.js';

const ROWS = [{ people: 100, km2: 4, name: '甲' }, { people: 90, km2: 3, name: '乙' }];
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

async function page(fields: ReturnType<typeof html>, data: object = ROWS): Promise<YztDataset> {
  const element = await fixture<YztDataset>(html`<yzt-dataset id="d" .data=${data}>${fields}</yzt-dataset>`);
  if (element.dataset.rowCount === 0) await oneEvent(element, 'yzt-load');
  await settled();
  return element;
}
const column = ({ dataset }: YztDataset, name: string): unknown[] => Array.from({ length: dataset.rowCount }, (_, row) => dataset.value(row, name));

describe('<yzt-field>', () => {
  it('is a field of its dataset, with name and unit, and shows nothing', async () => {
    const element = await page(html`<yzt-field name="density" expression="people / km2" label="密度" label-en="Density" unit="人" digits="1"></yzt-field>`);
    expect(column(element, 'density')).to.deep.equal([25, 30]);
    expect(element.dataset.label('density', 'zh-CN')).to.equal('密度');
    expect(element.dataset.field('density')).to.include({ unit: '人', digits: 1 });
    expect(element.querySelector('yzt-field')?.offsetHeight).to.equal(0);
  });

  it('is worked out again when data or expression change, and goes with its element', async () => {
    const element = await page(html`<yzt-field name="x" expression="people * 2"></yzt-field>`);
    element.data = [{ people: 5 }];
    await oneEvent(element, 'yzt-load');
    expect(column(element, 'x')).to.deep.equal([10]);
    const field = element.querySelector('yzt-field') as YztField;
    field.expression = 'people * 3';
    field.name = 'y';
    await settled();
    expect([column(element, 'y'), element.dataset.column('x')]).to.deep.equal([[15], undefined]);
    field.remove();
    await settled();
    expect(element.dataset.column('y')).to.equal(undefined);
  });

  it('feeds the fields after it, also when it comes or changes later', async () => {
    const errors = quiet();
    const element = await page(html`<yzt-field name="b" expression="a + 1"></yzt-field>`);
    expect(errors.map(({ code }) => code)).to.deep.equal(['unknown-field']);
    const first = document.createElement('yzt-field');
    first.name = 'a';
    first.expression = 'people';
    element.prepend(first);
    await settled();
    expect(column(element, 'b')).to.deep.equal([101, 91]);
    expect(element.querySelectorAll('yzt-field')[1]?.error).to.equal(undefined);
    first.expression = 'km2';
    await settled();
    expect(column(element, 'b')).to.deep.equal([5, 4]);
  });

  it('may stand beside its dataset', async () => {
    const element = await page(html``);
    await fixture<YztField>(html`<yzt-field dataset="d" name="x" expression="km2 * 1000"></yzt-field>`);
    await settled();
    expect(column(element, 'x')).to.deep.equal([4000, 3000]);
  });

  it('says once what is wrong, where, and with which tag; the rest works on', async () => {
    const errors = quiet();
    const element = await page(html`<yzt-field name="x" expression="people +"></yzt-field><yzt-field name="y" expression="km2"></yzt-field>`);
    const field = element.querySelector('yzt-field') as YztField;
    expect(errors.map(({ code }) => code)).to.deep.equal(['bad-expression']);
    expect(field.error?.text.zh).to.match(/^<yzt-field name="x">：表达式「people \+」结尾处/);
    expect([element.dataset.column('x'), column(element, 'y')]).to.deep.equal([undefined, [4, 3]]);
    field.expression = "name + 1";
    await settled();
    expect(field.error?.text.zh).to.contain('number(…)');
    field.expression = 'people';
    await settled();
    expect([field.error, column(element, 'x')]).to.deep.equal([undefined, [100, 90]]);
  });
});
