import { expect, fixture, html } from '@open-wc/testing';
import { part, parts, settled, venues, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztFilterSummary } from './index.js';

describe('yzt-filter-summary', () => {
  it('says every filter in words, takes one off, and takes all off', async () => {
    const data = venues();
    const summary = await fixture<YztFilterSummary>(html`<yzt-filter-summary></yzt-filter-summary>`);
    Object.assign(summary, { dataset: data });
    data.setFilter('kind', { kind: 'in', field: 'kind', values: ['足球场'] });
    data.setFilter('area', { kind: 'range', field: 'area', min: 5000 });
    await settled();
    expect(words(summary)).to.include('共 2 处，全部 7 处');
    expect(parts(summary, '.chip').map((chip) => chip.textContent?.trim())).to.deep.equal([
      '场馆类型：足球场',
      '面积：5,000 ㎡以上',
    ]);
    await expect(summary).to.be.accessible();
    part(summary, '.chip').click();
    await settled();
    expect([...data.filters.keys()]).to.deep.equal(['area']);
    part(summary, '.link').click();
    await settled();
    expect(data.filters.size).to.equal(0);
  });

  it('says a filter of ids in the words that came with it', async () => {
    const data = venues();
    const summary = await fixture<YztFilterSummary>(html`<yzt-filter-summary .dataset=${data}></yzt-filter-summary>`);
    data.setFilter('kind', { kind: 'in', field: 'kind', values: ['足球场'], label: { zh: '踢球的地方', en: 'Where to play' } });
    await settled();
    expect(part(summary, '.chip').textContent?.trim()).to.equal('踢球的地方');
  });

  it('counts with the noun and measure word of the page, in both languages', async () => {
    const data = venues();
    const summary = await fixture<YztFilterSummary>(html`<yzt-filter-summary noun="场馆" unit="座"></yzt-filter-summary>`);
    Object.assign(summary, { dataset: data });
    await settled();
    expect(words(summary)).to.include('共 7 座场馆');
    data.setFilter('area', { kind: 'range', field: 'area', min: 5000 });
    await settled(600);
    expect(words(summary)).to.include('共 2 座场馆，全部 7 座');
    expect(part(summary, '[role=status]').textContent).to.equal('共 2 座场馆');
    Object.assign(summary, { lang: 'en', noun: 'venues' });
    await settled();
    expect(words(summary)).to.include('2 of 7 venues');
  });

  it('says the number again where values follow the filter a moment later', async () => {
    const data = venues();
    const summary = await fixture<YztFilterSummary>(html`<yzt-filter-summary .dataset=${data}></yzt-filter-summary>`);
    const figures = (least: number): void => data.derive({ field: { name: 'x' }, kind: () => 'number', *steps({ rowCount }) { yield 0; return { kind: 'number', name: 'x', values: Float64Array.from({ length: rowCount }, (_, row) => row + least) }; } });
    figures(0);
    data.setFilter('x', { kind: 'range', field: 'x', min: 4 });
    await settled(600);
    const status = (): string | null => part(summary, '[role=status]').textContent;
    expect(status()).to.equal('共 3 处');
    figures(2);
    await settled();
    expect(status()).to.equal('共 5 处');
  });

  it('tells a screen reader once after a burst of changes', async () => {
    const data = venues();
    const summary = await fixture<YztFilterSummary>(html`<yzt-filter-summary lang="en"></yzt-filter-summary>`);
    Object.assign(summary, { dataset: data });
    await settled();
    const status = part(summary, '[role=status]');
    const said: string[] = [];
    const watch = new MutationObserver(() => said.push(status.textContent ?? ''));
    watch.observe(status, { characterData: true, subtree: true, childList: true });
    for (const min of [1000, 2000, 3000]) {
      data.setFilter('area', { kind: 'range', field: 'area', min });
      await settled();
    }
    await settled(600);
    watch.disconnect();
    expect(said).to.deep.equal(['3 in all']);
  });
});
