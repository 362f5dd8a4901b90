import '../bar-chart/index.js';
import type { YztBarChart } from '../bar-chart/index.js';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';

const rowsOf = (chart: YztBarChart): readonly HTMLTableRowElement[] => [...(chart.shadowRoot?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? [])];
const text = (element: Element | undefined): string => (element?.textContent ?? '').replace(/\s+/g, '');

async function tabled(count: number): Promise<YztBarChart> {
  const data = Array.from({ length: count }, (_, index) => ({ key: `街道 ${index}`, value: 1000 - index }));
  const chart = await fixture<YztBarChart>(html`<yzt-bar-chart .data=${data} limit="1000" measure="count"></yzt-bar-chart>`);
  chart.shadowRoot?.querySelector<HTMLElement>('[part~=toggle]')?.click();
  await chart.updateComplete;
  return chart;
}

describe('the table of a chart', () => {
  it('is there at once where it is short', async () => {
    expect(rowsOf(await tabled(150))).to.have.length(150);
  });

  it('comes in parts where it is long, each row once and in its place, up to the most it shows', async () => {
    const chart = await tabled(600);
    expect(rowsOf(chart).length).to.be.greaterThan(50).and.lessThan(500);
    const [first] = rowsOf(chart);
    await waitUntil(() => rowsOf(chart).length >= 500);
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const rows = rowsOf(chart);
    expect(rows).to.have.length(500);
    expect(rows[0]).to.equal(first);
    rows.forEach((row, index) => expect(text(row)).to.contain(`街道${index}`));
  });

  it('says all of it anew when something else is another', async () => {
    const chart = await tabled(600);
    await waitUntil(() => rowsOf(chart).length >= 500);
    chart.digits = 2;
    await chart.updateComplete;
    expect(text(rowsOf(chart)[0])).to.contain('1,000.00');
    expect(text(rowsOf(chart)[499])).to.contain('501.00');
  });
});
