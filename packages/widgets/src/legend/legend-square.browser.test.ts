import { expect, fixture, html } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import { mapPage, part, parts, settled, words } from '../shared/page.fixture.js';
import './index.js';
import type { YztLegend } from './index.js';

/** Places in a line: every pair of three areas and three years, and one place without a year. */
function places(): Dataset {
  const rows = Array.from({ length: 10 }, (_, i) => i);
  return Dataset.fromColumns({
    coordinates: Float64Array.from(rows.flatMap((i) => [120.3 + i / 100, 36.07])),
    columns: { area: Float64Array.from(rows, (i) => i % 3), age: Float64Array.from(rows, (i) => (i < 9 ? Math.floor(i / 3) : Number.NaN)) },
  }, { schema: { id: 't', fields: [{ name: 'area', unit: '㎡' }] } });
}

async function square(): Promise<{ legend: YztLegend; data: Dataset }> {
  const data = places();
  const { layer } = await mapPage(data);
  layer.symbology = 'bivariate:area:age:1,2:1,2';
  const legend = await fixture<YztLegend>(html`<yzt-legend for="m"></yzt-legend>`);
  await settled();
  return { legend, data };
}

const rowsLeft = (data: Dataset) => [...data.passing()].flatMap((one, row) => (one ? [row] : []));

describe('yzt-legend: two fields at once', () => {
  it('is a square with both names and their limits, the low corner at the bottom left', async () => {
    const { legend } = await square();
    const cells = parts(legend, '[part=cell]');
    expect(cells.map((cell) => cell.getAttribute('aria-label'))).to.have.length(9);
    expect(cells[6]?.getAttribute('aria-label')).to.match(/^area 1 ㎡ 以下，age 0.*：1$/);
    const color = (cell: Element | undefined) => getComputedStyle(cell as Element).backgroundColor;
    expect(new Set(cells.map(color)).size).to.equal(9);
    const brightness = (cell: Element | undefined) => (color(cell).match(/\d+/g) ?? []).reduce((sum, one) => sum + Number(one), 0);
    expect(brightness(cells[6])).to.be.greaterThan(brightness(cells[2]));
    expect(words(legend)).to.include('↑ age').and.to.match(/area\s*\(㎡\) →/).and.to.include('无数据');
    await expect(legend).to.be.accessible();
    legend.lang = 'en';
    await settled();
    expect(words(legend)).to.match(/area \(m²\) →/);
  });

  it('filters by a cell, adds a second one, shows what lacks a number, and all again', async () => {
    const { legend, data } = await square();
    const [highLow, , , , middle] = parts(legend, '[part=cell]');
    highLow?.click();
    expect(rowsLeft(data)).to.deep.equal([6]);
    middle?.click();
    await settled();
    expect(rowsLeft(data)).to.deep.equal([4, 6]);
    expect(parts(legend, '[part=cell][aria-pressed=true]')).to.deep.equal([highLow, middle]);
    expect(parts(legend, '[part=cell].out')).to.have.length(7);
    middle?.click();
    await settled();
    part(legend, 'button.row').click();
    await settled();
    expect(rowsLeft(data)).to.deep.equal([6, 9]);
    part(legend, 'button.link').click();
    expect(data.filters.size).to.equal(0);
  });
});
