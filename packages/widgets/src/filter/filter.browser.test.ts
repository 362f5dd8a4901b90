import { expect, fixture, html } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import { part, parts, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztFilter } from './index.js';

async function filterOf(data: Dataset, attributes: Partial<YztFilter>): Promise<YztFilter> {
  const filter = await fixture<YztFilter>(html`<yzt-filter></yzt-filter>`);
  Object.assign(filter, attributes, { dataset: data });
  await settled();
  return filter;
}
const chips = (filter: YztFilter) => parts(filter, '.chip').map((chip) => chip.textContent?.replace(/\s+/g, ' ').trim());

describe('yzt-filter', () => {
  it('offers values with counts, most frequent first, and filters by them', async () => {
    const data = venues();
    const filter = await filterOf(data, { field: 'kind' });
    expect(chips(filter)[0]).to.equal('足球场 3');
    expect(chips(filter)).to.include('无数据 1');
    const events: string[] = [];
    for (const type of ['input', 'change']) filter.addEventListener(type, () => events.push(type));
    part(filter, '.chip').click();
    await settled();
    expect(data.filters.get('kind')).to.deep.equal({ kind: 'in', field: 'kind', values: ['足球场'] });
    expect(events).to.deep.equal(['input', 'change']);
    expect(part(filter, '.chip').getAttribute('aria-pressed')).to.equal('true');
    await expect(filter).to.be.accessible();
    part(filter, '.head .link').click();
    expect(data.filters.size).to.equal(0);
  });

  it('counts what other filters leave', async () => {
    const data = venues();
    const filter = await filterOf(data, { field: 'kind' });
    data.setFilter('district', { kind: 'in', field: 'district', values: ['市南区'] });
    await settled();
    expect(chips(filter)).to.deep.equal(['足球场 2']);
  });

  it('keeps many values behind one button', async () => {
    const filter = await filterOf(venues(), { field: 'name', limit: 3 });
    expect(chips(filter)).to.have.length(3);
    part(filter, '.chips .link').click();
    await settled();
    expect(chips(filter)).to.have.length(7);
    await expect(filter).to.be.accessible();
  });

  it('takes two days by the calendar of China', async () => {
    const built = ['2001-03-04', '2010-06-01', '2020-05-06'].map((day) => new Date(`${day}T12:00:00+08:00`));
    const data = Dataset.fromColumns({ columns: { built, name: ['甲', '乙', '丙'] } });
    const filter = await filterOf(data, { field: 'built', kind: 'date', label: '建成日期' });
    const pick = async (index: number, day: string) => {
      const input = parts<HTMLInputElement>(filter, 'input[type=date]')[index] as HTMLInputElement;
      input.value = day;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await settled();
    };
    await pick(0, '2010-06-01');
    expect([...data.rows().rows]).to.deep.equal([1, 2]);
    await pick(1, '2010-06-01');
    expect([...data.rows().rows]).to.deep.equal([1]);
    await expect(filter).to.be.accessible();
    part(filter, '.head .link').click();
    await settled();
    expect([data.filters.size, part<HTMLInputElement>(filter, 'input').value]).to.deep.equal([0, '']);
    expect(words(await filterOf(data, { field: 'name', kind: 'date' }))).to.include('没有可筛选的日期');
  });

  it('takes a range with two thumbs that cannot pass each other', async () => {
    const data = venues();
    const filter = await filterOf(data, { field: 'area', kind: 'range' });
    const [low, high] = parts<HTMLInputElement>(filter, 'input[type=range]') as [HTMLInputElement, HTMLInputElement];
    const move = async (thumb: HTMLInputElement, value: number) => {
      thumb.value = String(value);
      thumb.dispatchEvent(new Event('input', { bubbles: true }));
      await settled();
    };
    await move(low, 3000);
    expect(data.filters.get('area')).to.deep.equal({ kind: 'range', field: 'area', min: 3000 });
    await move(high, 1000);
    expect(high.value).to.equal('3000');
    expect(words(filter)).to.include('3,000 ㎡');
    await expect(filter).to.be.accessible();
  });

  it('spreads a range by magnitude, with thumbs at round values', async () => {
    const data = Dataset.fromColumns({ columns: { capital: [0, 1, 2, 5, 12, 30, 200, 24_000] } });
    const filter = await filterOf(data, { field: 'capital', kind: 'range', scale: 'log' });
    const [low, high] = parts<HTMLInputElement>(filter, 'input[type=range]') as [HTMLInputElement, HTMLInputElement];
    expect([low.min, low.step, Number(low.max) > 20]).to.deep.equal(['0', '1', true]);
    high.value = String(Number(high.max) / 2);
    high.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    const chosen = data.filters.get('capital');
    // Half of the track is far less than half of the largest value, and what a person would write.
    expect(chosen?.kind === 'range' && chosen.max).to.be.within(50, 500);
    expect(words(filter)).to.include(String(chosen?.kind === 'range' && chosen.max));
    data.setFilter('capital', { kind: 'range', field: 'capital', min: 4, max: 210 });
    await settled();
    expect(words(filter)).to.contain('4210');
    await expect(filter).to.be.accessible();
  });

  it('searches words as they are typed, whatever width and case, and not while a word is composed', async () => {
    const data = venues();
    const filter = await filterOf(data, { kind: 'text', placeholder: '搜索场馆' });
    const input = part<HTMLInputElement>(filter, 'input');
    input.value = 'IMG';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }));
    await settled(300);
    expect(data.filters.size).to.equal(0);
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settled(300);
    expect(data.rows().total).to.equal(1);
    data.clearFilters();
    await settled();
    expect(input.value).to.equal('');
    await expect(filter).to.be.accessible();
  });

  it('switches one value on', async () => {
    const data = venues();
    const filter = await filterOf(data, { kind: 'toggle', field: 'open', label: '仅看开放' });
    expect(words(filter)).to.equal('仅看开放 5');
    part(filter, 'input').click();
    await settled();
    expect(data.rows().total).to.equal(5);
    await expect(filter).to.be.accessible();
    part(filter, 'input').click();
    expect(data.filters.size).to.equal(0);
  });

  it('says that a field is not there', async () => {
    document.documentElement.dataset['yztHints'] = 'off';
    const filter = await filterOf(venues(), { field: 'nothing' });
    expect(words(filter)).to.include('数据中没有这个字段');
    delete document.documentElement.dataset['yztHints'];
  });
});
