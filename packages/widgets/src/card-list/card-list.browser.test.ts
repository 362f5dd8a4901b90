import { expect, fixture, html } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import { mapPage, manyRows, part, parts, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztCardList } from './index.js';

async function cardsOf(data: Dataset, set: Partial<YztCardList> = {}, width = 660): Promise<YztCardList> {
  const box = await fixture<HTMLElement>(html`<div style=${`width: ${width}px`}><yzt-card-list lang="zh-CN"></yzt-card-list></div>`);
  const list = box.querySelector('yzt-card-list') as YztCardList;
  Object.assign(list, set, { dataset: data });
  await settled(80);
  await settled(40);
  return list;
}
const lefts = (list: YztCardList): number => new Set(parts(list, '.row').map((row) => Math.round(row.getBoundingClientRect().left))).size;

describe('yzt-card-list', () => {
  it('shows name, badge and fields with their names, several in a line, and data stay text', async () => {
    const list = await cardsOf(venues(), { fields: 'district area', symbology: 'class:kind', noun: '场馆' });
    expect(words(list)).to.include('共 7 个场馆').and.to.include('市南体育场').and.to.include('面积').and.to.include('12,000 ㎡').and.to.include('足球场').and.to.include('<img src=x');
    expect(lefts(list)).to.equal(3);
    await expect(list).to.be.accessible();
  });

  it('has one card a line where it is narrow', async () => {
    expect(lefts(await cardsOf(venues(), {}, 300))).to.equal(1);
  });

  it('selects for all views, flies the map there, and follows what is selected elsewhere', async () => {
    const data = venues();
    const { map } = await mapPage(data);
    const list = await cardsOf(data, { for: 'm' });
    parts(list, '.row')[2]?.click();
    await settled(900);
    expect([...data.selection]).to.deep.equal([2]);
    expect(map.center[0]).to.be.closeTo(120.38, 1e-3);
    data.select([5]);
    await settled();
    expect(parts(list, '.row[aria-selected=true]')).to.have.length(1);
  });

  it('goes by keys along and between lines', async () => {
    const data = venues();
    const list = await cardsOf(data);
    const box = part(list, '[role=listbox]');
    const press = async (key: string): Promise<void> => {
      box.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await settled(10);
    };
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'Enter']) await press(key);
    expect([...data.selection]).to.deep.equal([4]);
  });

  it('shows the picture of a row, its initial where there is none or none comes, and never a script', async () => {
    const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
    const data = Dataset.fromColumns({ columns: { name: ['有图', '没图', '坏图', '坏址'], photo: [PIXEL, null, 'data:image/png;base64,AAAA', 'javascript:alert(1)'] } });
    const list = await cardsOf(data, { imageField: 'photo', titleField: 'name' });
    await settled(100);
    expect(parts<HTMLImageElement>(list, 'img').map((img) => img.src)).to.deep.equal([PIXEL]);
    expect(parts(list, '.initial').map((one) => one.textContent)).to.deep.equal(['有', '没', '坏', '坏']);
  });

  it('draws only what is in sight of very many', async () => {
    const list = await cardsOf(manyRows(100_000));
    expect(parts(list, '.row').length).to.be.lessThan(90);
    part(list, '.list').scrollTop = 1e6;
    await settled(80);
    expect(parts(list, '.row')[0]?.getAttribute('aria-posinset')).not.to.equal('1');
  });

  it('says when nothing passes, with the way out', async () => {
    const data = venues();
    const list = await cardsOf(data, { noun: '场馆' });
    data.setFilter('kind', { kind: 'in', field: 'kind', values: ['无'] });
    await settled();
    expect(words(list)).to.include('没有符合条件的场馆');
    part(list, '.nothing button').click();
    await settled();
    expect(parts(list, '.row').length).to.equal(7);
  });
});
