import { expect, fixture, html } from '@open-wc/testing';
import type { Dataset } from '@yizhangtu/data/model';
import { manyRows, mapPage, part, parts, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztFeatureList } from './index.js';

async function listOf(data: Dataset, attributes: Partial<YztFeatureList> = {}): Promise<YztFeatureList> {
  const list = await fixture<YztFeatureList>(html`<yzt-feature-list></yzt-feature-list>`);
  Object.assign(list, attributes, { dataset: data });
  await settled(60);
  return list;
}
const titles = (list: YztFeatureList) => parts(list, '.title').map((title) => title.textContent);
const press = async (list: YztFeatureList, key: string) => {
  part(list, '.list').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await settled();
};

describe('yzt-feature-list', () => {
  it('shows title, class and values of every row that passes', async () => {
    const data = venues();
    const list = await listOf(data, { fields: 'district area', symbology: 'class:kind' });
    expect(titles(list)).to.have.length(7);
    expect(titles(list)[1]).to.equal('<img src=x onerror="window.hacked=1">');
    expect(words(list)).to.include('共 7 处');
    expect(words(list)).to.include('12,000 ㎡');
    expect(parts(list, '.class')[0]?.textContent?.trim()).to.equal('足球场');
    expect(words(list)).to.include('示例数据');
    await expect(list).to.be.accessible();
    data.setFilter('kind', { kind: 'in', field: 'kind', values: ['游泳馆'] });
    await settled();
    expect(titles(list)).to.deep.equal(['崂山游泳馆', '黄岛游泳馆']);
    expect(words(list)).to.include('共 2 / 7 处');
  });

  it('counts with the noun and measure word of the page, in both languages', async () => {
    const data = venues();
    const list = await listOf(data, { noun: '渔船', unit: '艘' });
    expect(words(list)).to.include('共 7 艘渔船');
    list.unit = undefined;
    data.setFilter('kind', { kind: 'in', field: 'kind', values: ['游泳馆'] });
    await settled();
    expect(words(list)).to.include('共 2 / 7 个渔船');
    Object.assign(list, { lang: 'en', noun: 'vessels' });
    await settled();
    expect(words(list)).to.include('2 / 7 vessels');
    expect(words(await listOf(manyRows(3)))).to.include('共 3 条');
  });

  it('draws a hundred thousand rows as a few and reaches the last', async () => {
    const list = await listOf(manyRows(100_000));
    expect(parts(list, '.row').length).to.be.within(6, 30);
    await press(list, 'End');
    await settled(60);
    expect(titles(list)).to.include('场馆 100000');
    expect(parts(list, '.row').length).to.be.within(6, 30);
    const active = part(list, '.list').getAttribute('aria-activedescendant');
    const box = part(list, `#${active}`).getBoundingClientRect();
    const outer = part(list, '.list').getBoundingClientRect();
    expect(box.bottom).to.be.within(outer.top, outer.bottom + 1);
  });

  it('draws no more than what is in sight at any place of a long scroll', async () => {
    const list = await listOf(manyRows(100_000));
    const box = part(list, '.list');
    for (let i = 1; i <= 20; i++) {
      box.scrollTop = i * 200_000;
      box.dispatchEvent(new Event('scroll'));
      await list.updateComplete;
      expect(parts(list, '.row').length).to.be.lessThan(30);
      const seen = parts(list, '.row').some(
        (row) => Math.abs(row.getBoundingClientRect().top - box.getBoundingClientRect().top) < 60,
      );
      expect(seen, `a row at the top at ${box.scrollTop}`).to.equal(true);
    }
  });

  it('orders by any field shown', async () => {
    const list = await listOf(venues(), { fields: 'area' });
    const select = part<HTMLSelectElement>(list, 'select');
    expect([...select.options].map(({ label }) => label)).to.deep.equal([
      '默认顺序',
      '名称 升序',
      '名称 降序',
      '面积 从小到大',
      '面积 从大到小',
    ]);
    select.value = '-area';
    select.dispatchEvent(new Event('change'));
    await settled();
    expect(titles(list)[0]).to.equal('市南体育场');
    expect(titles(list)[6]).to.equal('城阳健身房');
    expect(list.sort).to.equal('-area');
  });

  it('selects by click and by keys, and shares hover', async () => {
    const data = venues();
    const list = await listOf(data);
    parts(list, '.row')[2]?.click();
    await settled();
    expect([...data.selection]).to.deep.equal([2]);
    expect(parts(list, '.row')[2]?.getAttribute('aria-selected')).to.equal('true');
    await press(list, 'ArrowDown');
    expect(data.hover).to.equal(3);
    await press(list, 'Enter');
    expect([...data.selection]).to.deep.equal([3]);
    parts(list, '.row')[5]?.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
    expect([...data.selection]).to.deep.equal([3, 5]);
    data.setHover(0);
    await settled();
    expect(parts(list, '.row')[0]?.classList.contains('hovered')).to.equal(true);
  });

  it('brings a row selected elsewhere into sight', async () => {
    const data = manyRows(5000);
    const list = await listOf(data);
    data.select([4000]);
    await settled(60);
    expect(titles(list)).to.include('场馆 4001');
  });

  it('flies the map to a chosen row', async () => {
    const data = venues();
    const { map } = await mapPage(data);
    const list = await listOf(data, { for: 'm' });
    parts(list, '.row')[6]?.click();
    await settled(900);
    expect(map.center[0]).to.be.closeTo(120.4, 1e-3);
    expect(map.center[1]).to.be.closeTo(36.14, 1e-3);
    expect(map.zoom).to.be.at.least(14);
  });

  it('shows only what is in view, follows the map, and lets go of the filter', async () => {
    const data = venues();
    const { map } = await mapPage(data);
    const list = await listOf(data, { for: 'm' });
    part<HTMLInputElement>(list, '.head input').click();
    await settled();
    expect(list.inView).to.equal(true);
    expect(data.filters.get('view')?.kind).to.equal('bounds');
    map.zoom = 15;
    map.center = [120.38, 36.08];
    await settled(200);
    expect(titles(list)).to.deep.equal(['崂山游泳馆']);
    list.remove();
    await settled();
    expect(data.filters.has('view')).to.equal(false);
  });

  it('says that nothing passes and offers the way out', async () => {
    const data = venues();
    const list = await listOf(data, { noun: '场馆' });
    data.setFilter('text', { kind: 'text', contains: '没有这个' });
    await settled();
    expect(words(list)).to.include('没有符合条件的场馆');
    await expect(list).to.be.accessible();
    part(list, '.nothing button').click();
    await settled();
    expect(titles(list)).to.have.length(7);
  });
});
