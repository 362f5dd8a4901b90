import { Dataset } from '@yizhangtu/data/model';
import { expect, fixture, html } from '@open-wc/testing';
import './index.js';
import type { YztHistogram } from './index.js';

const COUNT = 1000;
const areas = Float64Array.from({ length: COUNT }, (_, row) => (row % 50 === 7 ? Number.NaN : Math.round(10 ** (((row * 7919) % 997) / 250))));

function venues(): Dataset {
  const type = Array.from({ length: COUNT }, (_, row) => (row % 3 === 0 ? '球场' : '步道'));
  const floors = Float64Array.from({ length: COUNT }, (_, row) => 1 + (row % 6));
  return Dataset.fromColumns(
    { columns: { type, areaM2: areas, floors } },
    {
      provenance: { example: true, source: '测试' },
      schema: { id: 't@1', fields: [{ name: 'areaM2', label: { zh: '面积', en: 'Area' }, unit: '㎡' }, { name: 'floors', digits: 0 }] },
    },
  );
}

async function settled(chart: YztHistogram): Promise<void> {
  await chart.updateComplete;
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await chart.updateComplete;
}

async function chartOf(dataset: Dataset, more: Partial<YztHistogram> = {}): Promise<YztHistogram> {
  const chart = await fixture<YztHistogram>(
    html`<yzt-histogram .dataset=${dataset} group-by="areaM2" bin="width:1000" label="面积" unit="处" no-table></yzt-histogram>`,
  );
  Object.assign(chart, more);
  await settled(chart);
  return chart;
}

const all = <T extends Element>(chart: YztHistogram, selector: string): T[] => [...(chart.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
const cursor = (chart: YztHistogram): SVGElement => all<SVGElement>(chart, '[data-cursor]')[0] as SVGElement;
const said = (chart: YztHistogram): string => all(chart, '[role=status]').map((status) => status.textContent).join('');
const naive = (from: number, to: number, keep: (row: number) => boolean = () => true): number =>
  areas.filter((area, row) => area >= from && area < to && keep(row)).length;

function press(target: Element | undefined, key: string, shiftKey = false): void {
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
}

/** A drag from one place of the axis to another, by the mouse. */
function drag(chart: YztHistogram, from: number, to: number, target: Element = cursor(chart)): void {
  const box = cursor(chart).getBoundingClientRect();
  const event = (type: string, share: number): PointerEvent =>
    new PointerEvent(type, { clientX: box.left + share * box.width, clientY: box.top + 20, button: 0, pointerId: 1, bubbles: true });
  const svg = target.closest('svg') as SVGSVGElement;
  // A made-up pointer cannot be captured.
  svg.setPointerCapture = () => undefined;
  target.dispatchEvent(event('pointerdown', from));
  if (from !== to) svg.dispatchEvent(event('pointermove', to));
  svg.dispatchEvent(event('pointerup', to));
}

describe('<yzt-histogram>', () => {
  it('counts bins as a naive count does, and says what has no value', async () => {
    const chart = await chartOf(venues());
    const rows = all(chart, 'tbody tr');
    expect(rows).to.have.length(10);
    rows.forEach((row, index) => expect(row.querySelector('td')?.textContent).to.equal(String(naive(index * 1000, (index + 1) * 1000))));
    expect(all(chart, '.bin .mark')).to.have.length(10);
    expect(all(chart, 'p.source')[0]?.textContent).to.contain('20 条无数据');
    expect(all(chart, '.unit')[0]?.textContent).to.equal('横轴：㎡，纵轴：处');
  });

  it('shows everything behind what other views leave, in tooltip, keyboard and table too', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset);
    expect(all(chart, '.whole')).to.have.length(0);
    dataset.setFilter('type', { kind: 'in', field: 'type', values: ['球场'] });
    await settled(chart);
    expect(all(chart, '.whole').length).to.be.greaterThan(5);
    const [left, whole] = [naive(0, 1000, (row) => row % 3 === 0), naive(0, 1000)];
    expect(cursor(chart).getAttribute('aria-valuetext')).to.equal(`0 – 1,000 ㎡，${left} 处，全部 ${whole} 处`);
    expect(all(chart, 'tbody tr')[0]?.textContent).to.contain(`${left}${whole}`);
  });

  it('filters by a drag, moves and changes the range, and tells once what is left', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset);
    let changes = 0;
    dataset.subscribe((what) => (changes += what.has('filter') ? 1 : 0));
    drag(chart, 0.21, 0.49);
    await settled(chart);
    expect(dataset.filters.get('areaM2')).to.deep.equal({ kind: 'range', field: 'areaM2', min: 2000, max: 5000, maxExclusive: true });
    expect(changes).to.equal(1);
    expect(said(chart)).to.equal(`已选 2,000 ㎡ 至 5,000 ㎡，共 ${naive(2000, 5000)} 条`);
    expect(all(chart, '.bin.out')).to.have.length(7);
    drag(chart, 0.5, 0.8, all(chart, '[data-brush=to]')[0]);
    expect(dataset.filters.get('areaM2')).to.include({ min: 2000, max: 8000 });
    await settled(chart);
    drag(chart, 0.4, 0.3, all(chart, '[data-brush=move]')[0]);
    expect(dataset.filters.get('areaM2')).to.include({ min: 1000, max: 7000 });
    await settled(chart);
    drag(chart, 0.9, 0.9);
    expect(dataset.filters.size).to.equal(0);
  });

  it('takes one bin by a press or Enter, several by Shift with arrows, and lets go by Escape', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset);
    drag(chart, 0.35, 0.35);
    expect(dataset.filters.get('areaM2')).to.include({ min: 3000, max: 4000 });
    press(cursor(chart), 'Escape');
    expect(dataset.filters.size).to.equal(0);
    cursor(chart).focus();
    press(cursor(chart), 'End');
    press(cursor(chart), 'Enter');
    await settled(chart);
    expect(dataset.filters.get('areaM2')).to.include({ min: 9000, max: 10000 });
    press(cursor(chart), 'ArrowLeft', true);
    await settled(chart);
    press(cursor(chart), 'ArrowLeft', true);
    await settled(chart);
    expect(dataset.filters.get('areaM2')).to.include({ min: 7000, max: 10000 });
    press(cursor(chart), 'ArrowRight', true);
    await settled(chart);
    expect(dataset.filters.get('areaM2')).to.include({ min: 8000, max: 10000 });
    const [from] = all<SVGElement>(chart, '.grip');
    expect(from?.getAttribute('aria-valuetext')).to.equal('8,000 ㎡');
    press(from, 'Home');
    expect(dataset.filters.get('areaM2')).to.include({ min: 0 });
    await settled(chart);
    await expect(chart).to.be.accessible();
    press(all(chart, '.grip')[0], 'Escape');
    expect(dataset.filters.size).to.equal(0);
  });

  it('draws no line of a marked value through the words of another, be there one row of words or two', async () => {
    const chart = await chartOf(venues(), { markers: 'median mean' });
    for (const width of [700, 260]) {
      chart.style.cssText = `display:block;width:${width}px`;
      await settled(chart);
      await settled(chart);
      const lines = all(chart, 'line.value-mark').map((line) => line.getBoundingClientRect().top);
      const texts = all(chart, 'line.value-mark ~ text').map((text) => text.getBoundingClientRect().bottom);
      expect(lines).to.have.length(2);
      expect(Math.min(...lines)).to.be.greaterThan(Math.max(...texts) - 3);
    }
  });

  it('has bins of powers with median and mean as a naive count says', async () => {
    const chart = await chartOf(venues(), { bin: undefined as never, scale: 'log', markers: 'median mean' });
    const known = [...areas].filter(Number.isFinite).sort((a, b) => a - b);
    const median = ((known[489] as number) + (known[490] as number)) / 2;
    const texts = all(chart, 'svg text').map((text) => text.textContent?.trim());
    expect(texts).to.include(`中位数 ${median} ㎡`);
    expect(texts.join()).to.match(/平均数 [\d,.]+ ㎡/);
    expect(texts).to.include('100').and.to.include('1,000');
    const total = all(chart, 'tbody td').reduce((sum, cell) => sum + Number(cell.textContent?.replace(',', '')), 0);
    expect(total).to.equal(known.length);
  });

  it('is coloured by the classes of the map, with a bin a class where told so', async () => {
    const chart = await chartOf(venues(), { bin: 'classes', symbology: 'breaks:areaM2:4:quantile' });
    const classes = all<SVGElement>(chart, '.bin .mark').map((mark) => mark.style.getPropertyValue('--yzt-chart-color'));
    expect(classes).to.have.length(4);
    expect(new Set(classes).size).to.equal(4);
    const sizes = all(chart, 'tbody td').map((cell) => Number(cell.textContent));
    expect(Math.max(...sizes) - Math.min(...sizes)).to.be.lessThan(20);
  });

  it('has one bin a whole number, named by it', async () => {
    const chart = await chartOf(venues(), { groupBy: 'floors', bin: undefined as never });
    expect(all(chart, 'tbody th').map((cell) => cell.textContent)).to.deep.equal(['1', '2', '3', '4', '5', '6']);
  });

  it('shows the range and the row that other views point at', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset);
    dataset.setFilter('areaM2', { kind: 'range', field: 'areaM2', min: 2500 });
    dataset.setHover(areas.findIndex((area) => area > 2000 && area < 3000));
    await settled(chart);
    const box = cursor(chart).getBoundingClientRect();
    const selection = all(chart, '.selection')[0]?.getBoundingClientRect();
    expect((selection?.left ?? 0) - box.left).to.be.closeTo(box.width / 4, 1);
    expect(all(chart, '.bin').findIndex((bin) => bin.classList.contains('near'))).to.equal(2);
    chart.noBrush = true;
    await settled(chart);
    expect(all(chart, '.handle')).to.have.length(0);
  });

  it('hangs its tooltip below the point where the window has no room above it', async () => {
    const chart = await chartOf(venues());
    const inside = (): boolean => (all(chart, '.tip')[0]?.getBoundingClientRect().top ?? -1) >= 0;
    for (const top of ['0px', '300px']) {
      chart.style.position = 'absolute';
      chart.style.top = top;
      chart.style.width = '400px';
      await settled(chart);
      cursor(chart).blur();
      cursor(chart).focus();
      await settled(chart);
      expect(inside()).to.equal(true);
      expect(all(chart, '.tip.below')).to.have.length(top === '0px' ? 1 : 0);
    }
  });

  it('refuses bins that come round again in words, and draws plain data', async () => {
    const chart = await chartOf(venues(), { bin: 'day-of-week' });
    expect(chart.shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain('yzt-bar-chart');
    const plain = await fixture<YztHistogram>(html`<yzt-histogram no-table .data=${[{ key: 0, value: 3 }, { key: 5, value: 1 }]}></yzt-histogram>`);
    await settled(plain);
    expect(all(plain, 'tbody th').map((cell) => cell.textContent)).to.deep.equal(['0 – 5', '5 – 10']);
    expect((await (await plain.toCsv()).text()).split('\r\n')[1]).to.equal('0 – 5,3');
  });

  it('says what there is in one sentence, in English too', async () => {
    const chart = await chartOf(venues());
    chart.lang = 'en';
    await settled(chart);
    expect(all(chart, 'figcaption .hidden-text')[0]?.textContent).to.match(/^面积: 10 bins, most in 0 – 1,000 m², \d+ 处, 20 without data\.$/);
  });
});
