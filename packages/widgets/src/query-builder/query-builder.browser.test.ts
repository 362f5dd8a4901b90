import { expect, fixture, html } from '@open-wc/testing';
import type { Dataset } from '@yizhangtu/data/model';
import { part, parts, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztQueryBuilder } from './index.js';

async function builderOf(data: Dataset, attributes: Partial<YztQueryBuilder> = {}): Promise<YztQueryBuilder> {
  const builder = await fixture<YztQueryBuilder>(html`<yzt-query-builder></yzt-query-builder>`);
  Object.assign(builder, attributes, { dataset: data });
  await settled(60);
  return builder;
}
const choose = async (builder: YztQueryBuilder, selector: string, value: string, index = 0) => {
  const field = parts<HTMLSelectElement | HTMLInputElement>(builder, selector)[index] as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(40);
};
const press = async (builder: YztQueryBuilder, name: string, index = 0) => {
  const found = parts<HTMLButtonElement>(builder, 'button').filter(
    (button) => (button.getAttribute('aria-label') ?? button.textContent ?? '').trim() === name,
  );
  (found[index] as HTMLButtonElement).click();
  await settled(40);
};

describe('yzt-query-builder', () => {
  it('begins without a condition and filters nothing', async () => {
    const data = venues();
    const builder = await builderOf(data);
    expect(words(builder)).to.include('没有条件，共 7 条').and.to.include('示例数据');
    expect(data.filters.size).to.equal(0);
    await expect(builder).to.be.accessible();
  });

  it('offers fields by their labels, without masked and internal ones', async () => {
    const builder = await builderOf(venues());
    await press(builder, '加条件');
    expect(parts<HTMLOptionElement>(builder, '.field option').map((option) => option.textContent)).to.deep.equal([
      '名称',
      '场馆类型',
      '所在区',
      '面积',
      '开放',
    ]);
  });

  it('writes units as the language does', async () => {
    const builder = await builderOf(venues(), { lang: 'en' });
    await press(builder, 'Add condition');
    await choose(builder, '.field', 'area');
    expect(part(builder, '.unit')?.textContent).to.equal('m²');
  });

  it('makes one filter of several conditions, says it in a sentence, and tells the page', async () => {
    const data = venues();
    const builder = await builderOf(data);
    const events: string[] = [];
    for (const type of ['input', 'change']) builder.addEventListener(type, () => events.push(type));
    await press(builder, '加条件');
    await choose(builder, '.field', 'kind');
    await press(builder, '足球场');
    await press(builder, '加条件');
    await choose(builder, '.field', 'area', 1);
    await choose(builder, '.value input', '5000');
    expect(data.filters.get('query')).to.deep.equal({
      kind: 'all',
      filters: [
        { kind: 'in', field: 'kind', values: ['足球场'] },
        { kind: 'range', field: 'area', min: 5000 },
      ],
    });
    expect(words(builder)).to.include('场馆类型：足球场 且 面积：5,000 ㎡以上，共 2 条');
    expect(events.slice(0, 2)).to.deep.equal(['input', 'change']);
    await press(builder, '任一满足');
    expect(words(builder)).to.include('场馆类型：足球场 或 面积：5,000 ㎡以上，共 3 条');
    await expect(builder).to.be.accessible();
    await press(builder, '删除条件：面积');
    expect(data.filters.get('query')?.kind).to.equal('in');
    await press(builder, '清除');
    expect([data.filters.size, parts(builder, '.rule').length]).to.deep.equal([0, 0]);
  });

  it('has groups within groups, joined the other way', async () => {
    const data = venues();
    const builder = await builderOf(data);
    await press(builder, '加条件');
    await choose(builder, '.field', 'district');
    await press(builder, '市南区');
    await press(builder, '加条件组');
    await choose(builder, '.field', 'open', 1);
    await press(builder, '否');
    expect(words(builder)).to.include('所在区：市南区 且 开放：否，共 0 条');
    await press(builder, '任一满足', 0);
    expect(words(builder)).to.include('共 4 条');
    await press(builder, '加条件组', 0);
    expect(parts(builder, '.group')).to.have.length(3);
    expect(parts(builder, '.group .group .group .add button')).to.have.length(1);
    await press(builder, '删除条件组', 0);
    expect(parts(builder, '.group')).to.have.length(1);
  });

  it('keeps what is not complete yet, and does not filter by it', async () => {
    const data = venues();
    const builder = await builderOf(data);
    await press(builder, '加条件');
    await choose(builder, '.field', 'area');
    await choose(builder, '.operator', 'between');
    await choose(builder, '.value input', '1000', 0);
    expect(data.filters.size).to.equal(0);
    await choose(builder, '.value input', '4000', 1);
    expect(data.filters.get('query')).to.deep.equal({ kind: 'range', field: 'area', min: 1000, max: 4000 });
  });

  it('reads a filter set elsewhere, and lets go of one taken off', async () => {
    const data = venues();
    data.setFilter('query', { kind: 'not', filter: { kind: 'in', field: 'kind', values: ['足球场'] } });
    const builder = await builderOf(data);
    expect(part<HTMLSelectElement>(builder, '.operator').value).to.equal('is-not');
    data.clearFilters();
    await settled();
    expect(parts(builder, '.rule')).to.have.length(0);
    data.setFilter('query', { kind: 'bounds', west: 120, south: 36, east: 120.35, north: 37 });
    await settled();
    expect(words(builder)).to.include('由别处设定');
    await press(builder, '加条件');
    expect(words(builder)).not.to.include('由别处设定');
  });

  it('works on a dataset that answers later', async () => {
    const data = venues();
    const later = new Proxy(data, {
      get: (target, name) => {
        if (name === 'query')
          return async (...query: Parameters<Dataset['query']>) => (await settled(20), target.query(...query));
        const value = Reflect.get(target, name, target) as unknown;
        return typeof value === 'function' ? value.bind(target) : value;
      },
      has: (target, name) => name !== 'passing' && name in target,
    });
    const builder = await builderOf(later);
    await press(builder, '加条件');
    await choose(builder, '.field', 'kind');
    await settled(200);
    await press(builder, '游泳馆');
    await settled(200);
    expect(words(builder)).to.include('场馆类型：游泳馆，共 2 条');
  });
});
