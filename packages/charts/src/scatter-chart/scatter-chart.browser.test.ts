import { Dataset } from '@yizhangtu/data/model';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import './index.js';
import type { YztScatterChart } from './index.js';

function venues(count = 300): Dataset {
  const area = Float64Array.from({ length: count }, (_, row) => (row % 50 === 7 ? Number.NaN : 10 + ((row * 7919) % 997)));
  const visits = Float64Array.from({ length: count }, (_, row) => 2 * (area[row] as number) + ((row * 104_729) % 300));
  visits[20] = 9000;
  return Dataset.fromColumns(
    {
      columns: {
        name: Array.from({ length: count }, (_, row) => `馆 ${row}`),
        type: Array.from({ length: count }, (_, row) => (row % 3 === 0 ? '球场' : '步道')),
        area,
        visits,
        seats: Float64Array.from({ length: count }, (_, row) => row % 100),
      },
    },
    {
      provenance: { example: true, source: '测试' },
      schema: { id: 't@1', fields: [{ name: 'area', label: { zh: '面积', en: 'Area' }, unit: '㎡', digits: 0 }, { name: 'visits', label: { zh: '人次', en: 'Visits' }, digits: 0 }] },
    },
  );
}

async function settled(chart: YztScatterChart): Promise<void> {
  await chart.updateComplete;
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await chart.updateComplete;
}

async function chartOf(dataset: Dataset, more: Partial<YztScatterChart> = {}): Promise<YztScatterChart> {
  const chart = await fixture<YztScatterChart>(html`<yzt-scatter-chart .dataset=${dataset} x="area" y="visits" label="面积与人次"></yzt-scatter-chart>`);
  chart.style.width = '600px';
  Object.assign(chart, more);
  await settled(chart);
  return chart;
}

const all = <T extends Element>(chart: YztScatterChart, selector: string): T[] => [...(chart.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
const cursor = (chart: YztScatterChart): SVGElement => all<SVGElement>(chart, '[data-cursor]')[0] as SVGElement;
const said = (chart: YztScatterChart): string => all(chart, '[role=status]').map((status) => status.textContent).join('');

function press(target: Element, key: string, shiftKey = false): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
}

/** A drag between two places of the plot, in parts of its size from the top left. */
function drag(chart: YztScatterChart, from: readonly [number, number], to: readonly [number, number]): void {
  const box = cursor(chart).getBoundingClientRect();
  const svg = cursor(chart).closest('svg') as SVGSVGElement;
  // A made-up pointer cannot be captured.
  svg.setPointerCapture = () => undefined;
  const event = (type: string, [x, y]: readonly [number, number]): PointerEvent =>
    new PointerEvent(type, { clientX: box.left + x * box.width, clientY: box.top + y * box.height, button: 0, pointerId: 1, bubbles: true });
  cursor(chart).dispatchEvent(event('pointerdown', from));
  if (from !== to) svg.dispatchEvent(event('pointermove', to));
  svg.dispatchEvent(event('pointerup', to));
}

/** The place of a point in parts of the plot, from the ring of the row under the pointer elsewhere. */
async function placeOf(chart: YztScatterChart, dataset: Dataset, row: number): Promise<readonly [number, number]> {
  dataset.setHover(row);
  await settled(chart);
  const ring = (all(chart, '.ring.now')[0] as Element).getBoundingClientRect();
  dataset.setHover(-1);
  await settled(chart);
  const box = cursor(chart).getBoundingClientRect();
  return [(ring.left + ring.width / 2 - box.left) / box.width, (ring.top + ring.height / 2 - box.top) / box.height];
}

describe('<yzt-scatter-chart>', () => {
  it('draws a point for each row with both numbers, and counts the others', async () => {
    const chart = await chartOf(venues());
    expect(all(chart, '.dot')).to.have.length(294);
    expect(all(chart, 'p.source').map((line) => line.textContent).join()).to.contain('另有 6 条缺少数值');
    expect(all(chart, 'svg text').map((text) => text.textContent)).to.include('面积（㎡）').and.to.include('人次');
  });

  it('filters by a rectangle on both fields, fades the rest, and lets go by a press beside all points', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset);
    drag(chart, [0.25, 0.7], [0.75, 1]);
    await settled(chart);
    const [x, y] = [dataset.filters.get('area'), dataset.filters.get('visits')] as { min: number; max: number }[];
    if (!x || !y) throw new Error('no filters');
    const left = Array.from({ length: 300 }, (_, row) => row).filter((row) => {
      const [a, b] = [dataset.value(row, 'area') as number, dataset.value(row, 'visits') as number];
      return a >= x.min && a <= x.max && b >= y.min && b <= y.max;
    }).length;
    expect(left).to.be.greaterThan(20);
    expect(dataset.passing().reduce((sum, one) => sum + one, 0)).to.equal(left);
    expect(all(chart, '.dot.out')).to.have.length(294 - left);
    expect(said(chart)).to.contain(`共 ${left} 条`);
    drag(chart, [0.02, 0.02], [0.02, 0.02]);
    await settled(chart);
    expect(dataset.filters.size).to.equal(0);
  });

  it('follows filters of others', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset);
    dataset.setFilter('type', { kind: 'in', field: 'type', values: ['球场'] });
    await settled(chart);
    expect(all(chart, '.dot').length).to.equal(Array.from({ length: 300 }, (_, row) => row).filter((row) => row % 3 === 0 && row % 50 !== 7).length);
  });

  it('shares the row under the pointer both ways, and selects by a press', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset, { labelField: 'name' });
    const place = await placeOf(chart, dataset, 20);
    const box = cursor(chart).getBoundingClientRect();
    cursor(chart).dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + place[0] * box.width, clientY: box.top + place[1] * box.height, bubbles: true }));
    await settled(chart);
    expect(dataset.hover).to.equal(20);
    expect(all(chart, '.tip')[0]?.textContent).to.contain('馆 20').and.to.contain('9,000');
    drag(chart, place, place);
    await settled(chart);
    expect([...dataset.selection]).to.deep.equal([20]);
    expect(all(chart, '.ring.chosen')).to.have.length(1);
    drag(chart, place, place);
    expect(dataset.selection.size).to.equal(0);
    // It stands far from the others, so it is named.
    expect(all(chart, 'svg text').map((text) => text.textContent)).to.include('馆 20');
  });

  it('works by keyboard: walks by value, selects, filters with Shift, lets go', async () => {
    const dataset = venues();
    const chart = await chartOf(dataset);
    cursor(chart).focus();
    press(cursor(chart), 'Home');
    const order = Array.from({ length: 300 }, (_, row) => row).filter((row) => row % 50 !== 7).sort((a, b) => (dataset.value(a, 'area') as number) - (dataset.value(b, 'area') as number));
    expect(dataset.hover).to.equal(order[0]);
    press(cursor(chart), 'ArrowRight');
    expect(dataset.value(dataset.hover, 'area')).to.equal(dataset.value(order[1] as number, 'area'));
    press(cursor(chart), 'Enter');
    expect(dataset.selection.size).to.equal(1);
    press(cursor(chart), 'PageUp', true);
    await settled(chart);
    expect(dataset.filters.size).to.equal(2);
    await expect(chart).to.be.accessible();
    press(cursor(chart), 'Escape');
    expect(dataset.filters.size).to.equal(0);
  });

  it('has areas by a field with a legend of round sizes, colours of the map, middle lines and a trend in words', async () => {
    const chart = await chartOf(venues(), { sizeField: 'seats', symbology: 'class:type', markers: 'median', trend: true });
    const radii = all(chart, '.dot').map((dot) => Number(dot.getAttribute('r')));
    expect(Math.max(...radii)).to.be.closeTo(19.5, 4);
    expect(all(chart, '.sizes li')).to.have.length(4);
    expect(all(chart, '[part=legend] li').map((entry) => entry.textContent)).to.have.members(['球场', '步道']);
    expect(all(chart, '.target')).to.have.length(2);
    expect(all(chart, 'p.source')[0]?.textContent).to.match(/趋势线：.*r² = 0\.\d\d/);
    expect(all(chart, 'figcaption .hidden-text')[0]?.textContent).to.contain('294 个点');
  });

  it('draws many on a canvas and very many by density, and says so', async () => {
    const many = await chartOf(venues(20_000));
    expect(all(many, '.dot')).to.have.length(0);
    const [canvas] = all<HTMLCanvasElement>(many, 'canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    expect(pixels.some((value) => value > 0)).to.equal(true);
    expect(await many.toSvg()).to.contain('<image');
    const dense = await chartOf(venues(120_000), { sizeField: 'seats' });
    expect(all(dense, 'p.source')[0]?.textContent).to.contain('颜色深浅是点的疏密，不分类别和大小');
  });

  it('does not paint very many points again for another selection or another row under the pointer', async () => {
    const dataset = venues(120_000);
    const chart = await chartOf(dataset);
    await waitUntil(() => chart.shadowRoot?.querySelector('canvas') !== null && !chart.hasAttribute('stale'));
    let painted = 0;
    const { putImageData } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.putImageData = function (this: CanvasRenderingContext2D, ...args: unknown[]) {
      painted += 1;
      (putImageData as (...all: unknown[]) => void).apply(this, args);
    } as typeof putImageData;
    try {
      dataset.select(Uint32Array.from({ length: 30_000 }, (_, i) => 4 * i));
      dataset.setHover(5);
      await settled(chart);
      expect(chart.shadowRoot?.querySelectorAll('.ring').length).to.be.greaterThan(0);
      expect(painted).to.equal(0);
      dataset.setFilter('seats', { kind: 'range', field: 'seats', max: 50 });
      await waitUntil(() => painted > 0);
    } finally {
      CanvasRenderingContext2D.prototype.putImageData = putImageData;
    }
  });

  it('is stale while a filter of very many words is being found, then shows what it leaves', async () => {
    const dataset = venues(120_000);
    const chart = await chartOf(dataset);
    dataset.setFilter('text', { kind: 'text', contains: '馆 11999' });
    await settled(chart);
    const waiting = dataset.filtering !== undefined;
    expect(chart.hasAttribute('stale')).to.equal(waiting);
    await dataset.filtering;
    await settled(chart);
    expect(chart.hasAttribute('stale')).to.equal(false);
    expect(all(chart, '.dot')).to.have.length(dataset.query({ measures: [{ kind: 'count', field: 'area' }] }).total.values[0] as number);
  });

  it('says what is wrong with a field', async () => {
    const chart = await chartOf(venues(), { x: 'type' });
    expect(all(chart, '.wrong')[0]?.textContent).to.contain('不是数值字段');
    const log = await chartOf(venues(), { x: 'seats', xScale: 'log' });
    expect(all(log, 'p.source').map((line) => line.textContent).join()).to.contain('不大于 0');
  });
});
