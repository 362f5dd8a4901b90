import { shanghaiInstant } from '@yizhangtu/base/dates';
import { Dataset } from '@yizhangtu/data/model';
import { expect, fixture, html } from '@open-wc/testing';
import { dayAfter } from './calendar-days.js';
import './index.js';
import type { YztCalendarChart } from './index.js';

const FIRST = shanghaiInstant(2025, 3, 1, 9);
const day = (count: number): number => dayAfter(shanghaiInstant(2025, 3, 1), count);

/** 600 rows on 200 days; no row on every tenth day. */
function complaints(): Dataset {
  const when = Array.from({ length: 600 }, (_, row) => {
    const place = (row * 37) % 200;
    return new Date(day(place % 10 === 3 ? place + 1 : place) + 10 * 3_600_000);
  });
  when[0] = new Date(FIRST);
  return Dataset.fromColumns(
    { columns: { when, kind: when.map((_, row) => (row % 2 === 0 ? '甲' : '乙')), size: Float64Array.from(when, (_, row) => row) } },
    { provenance: { example: true, source: '测试' } },
  );
}

async function settled(chart: YztCalendarChart): Promise<void> {
  await chart.updateComplete;
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await chart.updateComplete;
}

async function chartOf(dataset: Dataset, more: Partial<YztCalendarChart> = {}, width = '900px'): Promise<YztCalendarChart> {
  const chart = await fixture<YztCalendarChart>(html`<yzt-calendar-chart .dataset=${dataset} group-by="when" breaks="3,5" label="每日受理" unit="件" no-table></yzt-calendar-chart>`);
  chart.style.width = width;
  Object.assign(chart, more);
  await settled(chart);
  return chart;
}

const all = <T extends Element>(chart: YztCalendarChart, selector: string): T[] => [...(chart.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
const cursor = (chart: YztCalendarChart): SVGElement => all<SVGElement>(chart, '[data-cursor]')[0] as SVGElement;
const squares = (chart: YztCalendarChart, selector: string): number => all(chart, selector).reduce((sum, path) => sum + (path.getAttribute('d')?.match(/M/g)?.length ?? 0), 0);
const said = (chart: YztCalendarChart): string => all(chart, '[role=status]').map((status) => status.textContent).join('');
const naive = (dataset: Dataset, count: number): number => Array.from({ length: 600 }, (_, row) => dataset.value(row, 'when') as Date).filter((at) => +at >= day(count) && +at < day(count + 1)).length;

function press(target: Element, key: string, shiftKey = false): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
}

/** The place of a day in the window, read from the keyboard's mark. */
async function placeOf(chart: YztCalendarChart, index: number): Promise<{ clientX: number; clientY: number }> {
  cursor(chart).focus();
  press(cursor(chart), 'Home');
  for (let step = 0; step < Math.floor(index / 7); step += 1) press(cursor(chart), 'ArrowRight');
  for (let step = 0; step < index % 7; step += 1) press(cursor(chart), 'ArrowDown');
  await settled(chart);
  expect(cursor(chart).getAttribute('aria-valuenow')).to.equal(String(index));
  const box = (all(chart, '.now')[0] as Element).getBoundingClientRect();
  cursor(chart).blur();
  return { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
}

async function drag(chart: YztCalendarChart, from: number, to: number, pointerType = 'mouse'): Promise<void> {
  const [start, end] = [await placeOf(chart, from), await placeOf(chart, to)];
  const svg = cursor(chart).closest('svg') as SVGSVGElement;
  // A made-up pointer cannot be captured.
  svg.setPointerCapture = () => undefined;
  const event = (type: string, at: typeof start): PointerEvent => new PointerEvent(type, { ...at, button: 0, pointerId: 1, pointerType, bubbles: true });
  cursor(chart).dispatchEvent(event('pointerdown', start));
  if (from !== to) svg.dispatchEvent(event('pointermove', end));
  svg.dispatchEvent(event('pointerup', end));
  await settled(chart);
}

describe('<yzt-calendar-chart>', () => {
  it('counts days as a naive count does, a day without rows is zero and a day outside has no data', async () => {
    const dataset = complaints();
    const chart = await chartOf(dataset);
    const rows = all(chart, 'tbody tr');
    expect(rows).to.have.length(200);
    rows.forEach((row, index) => expect(row.querySelector('td')?.textContent).to.equal(String(naive(dataset, index))));
    const zeros = Array.from({ length: 200 }, (_, index) => naive(dataset, index)).filter((count) => count === 0).length;
    expect(squares(chart, '.zero')).to.equal(zeros);
    expect(squares(chart, '.missing')).to.equal(365 - 200);
    expect(squares(chart, '.mark')).to.equal(200 - zeros);
    expect(all(chart, '.legend li').map((entry) => entry.textContent)).to.deep.equal(['0', '1–2', '3–4', '5 及以上']);
  });

  it('has no sum where there are no rows, and says so', async () => {
    const chart = await chartOf(complaints(), { measure: 'sum:size' });
    cursor(chart).focus();
    press(cursor(chart), 'ArrowDown');
    press(cursor(chart), 'ArrowDown');
    press(cursor(chart), 'ArrowDown');
    await settled(chart);
    expect(cursor(chart).getAttribute('aria-valuetext')).to.equal('2025年3月4日 周二，无数据');
    expect(all(chart, '.tip')[0]?.textContent).to.contain('无数据');
    expect(squares(chart, '.zero')).to.equal(0);
  });

  it('filters by a day and by a drag, tells once what is left, and lets go of the same day', async () => {
    const dataset = complaints();
    const chart = await chartOf(dataset);
    await drag(chart, 5, 5);
    expect(dataset.filters.get('when')).to.deep.equal({ kind: 'range', field: 'when', min: day(5), max: day(6), maxExclusive: true });
    expect(said(chart)).to.contain(`共 ${naive(dataset, 5)} 条`);
    expect(squares(chart, '.out .mark, .out .zero, .out .missing')).to.equal(364);
    await drag(chart, 5, 5);
    expect(dataset.filters.size).to.equal(0);
    await drag(chart, 40, 12);
    expect(dataset.filters.get('when')).to.include({ min: day(12), max: day(41) });
    // Its own filter does not narrow what it counts.
    expect(all(chart, 'tbody tr')).to.have.length(200);
    await drag(chart, 20, 60, 'touch');
    expect(dataset.filters.get('when')).to.include({ min: day(12), max: day(41) });
  });

  it('follows filters of others, and the row under the pointer on another view', async () => {
    const dataset = complaints();
    const chart = await chartOf(dataset);
    dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['甲'] });
    await settled(chart);
    const sum = all(chart, 'tbody td').reduce((total, cell) => total + Number(cell.textContent), 0);
    expect(sum).to.equal(300);
    dataset.setHover(8);
    await settled(chart);
    expect(all(chart, '.now')).to.have.length(1);
  });

  it('works by keyboard: walk, Enter, Shift with arrows, Escape', async () => {
    const dataset = complaints();
    const chart = await chartOf(dataset);
    cursor(chart).focus();
    press(cursor(chart), 'ArrowRight');
    press(cursor(chart), 'Enter');
    expect(dataset.filters.get('when')).to.include({ min: day(7), max: day(8) });
    await settled(chart);
    press(cursor(chart), 'ArrowRight', true);
    await settled(chart);
    press(cursor(chart), 'ArrowDown', true);
    await settled(chart);
    expect(dataset.filters.get('when')).to.include({ min: day(7), max: day(16) });
    await expect(chart).to.be.accessible();
    press(cursor(chart), 'Escape');
    expect(dataset.filters.size).to.equal(0);
  });

  it('is months of squares on a phone, inside its width', async () => {
    const chart = await chartOf(complaints(), {}, '340px');
    const texts = all(chart, 'svg text').map((text) => text.textContent);
    expect(texts).to.include('12月');
    expect(texts).not.to.include('周一');
    const right = chart.getBoundingClientRect().right;
    for (const path of all(chart, 'svg path')) expect(path.getBoundingClientRect().right).to.be.at.most(right + 1);
    cursor(chart).focus();
    press(cursor(chart), 'ArrowDown');
    await settled(chart);
    expect(cursor(chart).getAttribute('aria-valuenow')).to.equal('7');
  });

  it('shows plain days, tells bad limits, and waits for nothing where all dates are missing', async () => {
    const chart = await chartOf(new Dataset(), { data: [{ key: day(0), value: 3 }, { key: day(2), value: 0 }] });
    expect([squares(chart, '.mark'), squares(chart, '.zero'), squares(chart, '.missing')]).to.deep.equal([1, 1, 363]);
    chart.breaks = 'often';
    await settled(chart);
    expect(all(chart, '.wrong')[0]?.textContent).to.contain('often');
    const none = Dataset.fromColumns({ columns: { when: [null, null] } }, { schema: { id: 't@1', fields: [{ name: 'when', kind: 'date' }] } });
    const empty = await chartOf(none);
    expect(all(empty, '.state')[0]?.textContent).to.contain('没有数据');
  });

  it('becomes a picture and a file', async () => {
    const chart = await chartOf(complaints());
    expect(await chart.toSvg()).to.contain('每日受理').and.to.contain('3月');
    expect((await (await chart.toCsv()).text()).split('\r\n').filter((line) => line !== '')).to.have.length(201);
  });
});
