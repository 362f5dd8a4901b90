import { Dataset } from '@yizhangtu/data/model';
import { expect, fixture, html } from '@open-wc/testing';
import './index.js';
import type { YztLandUseTable } from './land-use-table.js';

/** Three parcels, one of them with a code that no list has and a name that must stay text. 示例数据. */
const parcels = (): Dataset =>
  Dataset.fromColumns(
    { columns: { YDYHFLDM: ['0101', '0103', '0301', '<img src=x>'], earlier: ['0101', '0101', '0301', '<img src=x>'], TBMJ: [10_000, 20_000, 30_000, 40_000] } },
    { provenance: { source: '示例', example: true } },
  );

const rows = (table: YztLandUseTable): string[] => [...(table.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.querySelectorAll('.pick, td')].map((cell) => cell.textContent?.trim()).join(' '));
const total = (table: YztLandUseTable): string => table.shadowRoot?.querySelector('tfoot')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const later = async (table: YztLandUseTable): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await table.updateComplete;
};

describe('yzt-land-use-table', () => {
  it('lists top classes with areas and shares, and opens one into its parts', async () => {
    const table = await fixture<YztLandUseTable>(html`<yzt-land-use-table lang="zh-CN" .dataset=${parcels()} area-field="TBMJ" label="地类面积"></yzt-land-use-table>`);
    expect(rows(table)).to.deep.equal(['耕地 3.00 30.00%', '林地 3.00 30.00%', '未知地类 4.00 40.00%']);
    expect(total(table)).to.equal('合计 10.00 100.00%');
    table.shadowRoot?.querySelector<HTMLButtonElement>('.fold')?.click();
    await table.updateComplete;
    expect(rows(table).slice(0, 3)).to.deep.equal(['耕地 3.00 30.00%', '水田 1.00 10.00%', '旱地 2.00 20.00%']);
    expect(table.shadowRoot?.querySelector('.badge.example')).not.to.equal(null);
    await expect(table).to.be.accessible();
  });

  it('changes the unit: 1 公顷 are 15 亩', async () => {
    const table = await fixture<YztLandUseTable>(html`<yzt-land-use-table lang="zh-CN" .dataset=${parcels()} area-field="TBMJ"></yzt-land-use-table>`);
    const mu = [...(table.shadowRoot?.querySelectorAll('label') ?? [])].find((label) => label.textContent?.includes('亩'))?.querySelector('input');
    mu?.click();
    await table.updateComplete;
    expect(total(table)).to.equal('合计 150.00 100.00%');
    table.unit = '㎡';
    await table.updateComplete;
    expect(total(table)).to.equal('合计 100,000 100.00%');
  });

  it('has the change from an earlier time', async () => {
    const table = await fixture<YztLandUseTable>(html`<yzt-land-use-table lang="zh-CN" .dataset=${parcels()} area-field="TBMJ" field-before="earlier"></yzt-land-use-table>`);
    table.shadowRoot?.querySelector<HTMLButtonElement>('.fold')?.click();
    await table.updateComplete;
    expect(rows(table).slice(0, 3)).to.deep.equal(['耕地 3.00 30.00% 0', '水田 1.00 10.00% −2.00', '旱地 2.00 20.00% +2.00']);
  });

  it('is a filter that other views follow, and does not narrow itself by it', async () => {
    const data = parcels();
    const table = await fixture<YztLandUseTable>(html`<yzt-land-use-table lang="zh-CN" .dataset=${data} area-field="TBMJ"></yzt-land-use-table>`);
    const pick = (): HTMLButtonElement | null | undefined => table.shadowRoot?.querySelector<HTMLButtonElement>('.pick');
    pick()?.click();
    await later(table);
    const filter = data.filters.get('YDYHFLDM');
    expect(filter?.kind === 'in' && [...filter.values].map(String).sort((a, b) => a.localeCompare(b))).to.deep.equal(['0101', '0103']);
    expect([rows(table).length, pick()?.getAttribute('aria-pressed')]).to.deep.equal([3, 'true']);
    pick()?.click();
    await later(table);
    expect(data.filters.size).to.equal(0);
  });

  it('says so where there is no field of classes, in English', async () => {
    const table = await fixture<YztLandUseTable>(html`<yzt-land-use-table lang="en" .dataset=${Dataset.fromColumns({ columns: { name: ['x'] } })}></yzt-land-use-table>`);
    expect(table.shadowRoot?.textContent).to.include('no field of classes');
  });
});
