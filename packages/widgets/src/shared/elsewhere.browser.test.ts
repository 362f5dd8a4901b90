import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { DatasetLike, Filter } from '@yizhangtu/data/model';
import '../classify/index.js';
import '../feature-list/index.js';
import '../feature-table/index.js';
import '../filter/index.js';
import '../filter-summary/index.js';
import { elsewhere } from './elsewhere.fixture.js';
import { settled, venues, words } from './page.fixture.js';

/** Elements and what they are told; the same words are expected of either dataset. */
const CASES: readonly (readonly [tag: string, properties: Readonly<Record<string, unknown>>])[] = [
  ['yzt-filter', { field: 'kind' }],
  ['yzt-filter', { field: 'district', limit: 2 }],
  ['yzt-filter', { field: 'area', kind: 'range' }],
  ['yzt-filter', { field: 'area', kind: 'date' }],
  ['yzt-filter', { field: 'open', kind: 'toggle', label: '仅看开放' }],
  ['yzt-filter', { kind: 'text' }],
  ['yzt-filter-summary', { noun: '场馆', unit: '座' }],
  ['yzt-feature-list', { fields: 'kind area', sort: '-area' }],
  ['yzt-feature-list', {}],
  ['yzt-feature-list', { symbology: 'class:kind' }],
  ['yzt-feature-list', { fields: 'district', symbology: 'breaks:area:3:equal' }],
  ['yzt-classify', { fields: 'area', symbology: 'breaks:area:3:quantile' }],
  ['yzt-classify', { symbology: 'breaks:area:2:jenks' }],
  ['yzt-classify', { symbology: 'breaks:area:500,3000' }],
  ['yzt-feature-table', { sort: 'district', footer: 'sum:area distinct:kind' }],
  ['yzt-feature-table', { fields: 'name area open', pinned: 'name' }],
];

const FILTERS: Readonly<Record<string, Filter>> = {
  kind: { kind: 'in', field: 'kind', values: ['足球场', null] },
  area: { kind: 'range', field: 'area', min: 500 },
  text: { kind: 'text', contains: '区' },
};

async function shown(tag: string, properties: object, dataset: DatasetLike): Promise<HTMLElement> {
  const element = document.createElement(tag);
  await fixture(html`<div>${Object.assign(element, properties, { dataset })}</div>`);
  await settled(40);
  return element;
}

/** What an element says; an engine answers a moment later, and a busy machine takes longer. */
async function saysAs(other: Element, one: Element, when?: string): Promise<void> {
  await waitUntil(() => words(other) === words(one), undefined, { timeout: 5000 }).catch(() => undefined);
  expect(words(other), when).to.equal(words(one));
}

/** The bars of a histogram. */
const bars = (element: HTMLElement): string => element.shadowRoot?.querySelector('path')?.getAttribute('d') ?? '';

describe('data elsewhere', () => {
  for (const [tag, properties] of CASES) {
    it(`<${tag}> ${JSON.stringify(properties)} says what it says of data in the page`, async () => {
      const [here, there] = [venues(), await elsewhere(venues())];
      const [one, other] = [await shown(tag, properties, here), await shown(tag, properties, there)];
      await saysAs(other, one);
      for (const [key, filter] of Object.entries(FILTERS)) {
        for (const data of [here, there]) data.setFilter(key, filter);
        await settled(60);
        await saysAs(other, one, key);
        expect(bars(other), key).to.equal(bars(one));
      }
      expect(other.shadowRoot?.querySelector('[part=base]')).to.not.equal(null);
      await expect(other).to.be.accessible();
    });
  }

  it('a filter set by hand asks the engine, and another view follows', async () => {
    const there = await elsewhere(venues());
    const filter = await shown('yzt-filter', { field: 'kind' }, there);
    const summary = await shown('yzt-filter-summary', {}, there);
    filter.shadowRoot?.querySelector<HTMLElement>('.chip')?.click();
    await waitUntil(() => words(summary).includes('共 3 处'), undefined, { timeout: 5000 }).catch(() => undefined);
    expect(there.filters.get('kind')).to.deep.equal({ kind: 'in', field: 'kind', values: ['足球场'] });
    expect(words(summary)).to.include('共 3 处，全部 7 处');
  });
});
