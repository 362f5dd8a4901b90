import { expect, fixture, html } from '@open-wc/testing';
import './index.js';
import type { YztLineChart } from './index.js';
import { all, chartOf, cursor, FIRST, HOUR, LEVELS, settled, texts, tides } from './line-chart.fixture.js';

function press(target: Element | undefined, key: string, shiftKey = false): void {
  target?.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
}

/** A drag from one place of the axis to another, by the mouse. */
function drag(chart: YztLineChart, from: number, to: number, target: Element = cursor(chart)): void {
  const box = cursor(chart).getBoundingClientRect();
  const at = (share: number): number => box.left + share * box.width;
  const event = (type: string, share: number): PointerEvent =>
    new PointerEvent(type, { clientX: at(share), clientY: box.top + 20, button: 0, pointerId: 1, bubbles: true });
  const svg = target.closest('svg') as SVGSVGElement;
  // A made-up pointer cannot be captured.
  svg.setPointerCapture = () => undefined;
  target.dispatchEvent(event('pointerdown', from));
  svg.dispatchEvent(event('pointermove', (from + to) / 2));
  svg.dispatchEvent(event('pointermove', to));
  svg.dispatchEvent(event('pointerup', to));
}

describe('<yzt-line-chart>', () => {
  it('dashes the way to a period that is still running, and says up to when it goes', async () => {
    const chart = await chartOf(tides(), { bin: 'hour:6', completeTo: '2026-09-14T11:00', lang: 'zh-CN' });
    expect(all(chart, '.line.forecast')).to.have.length(1);
    expect(chart.shadowRoot?.querySelector('.note')?.textContent).to.match(/^虚线：.*（截至2026年9月14日 11:00）$/);
    press(cursor(chart), 'End');
    await settled(chart);
    expect(cursor(chart).getAttribute('aria-valuetext')).to.contain('（截至2026年9月14日 11:00）');
    chart.completeTo = '2026-09-14T12:00';
    await settled(chart);
    expect(all(chart, '.line.forecast')).to.have.length(0);
  });

  it('draws one line with the mean of each instant, as a naive mean says', async () => {
    const chart = await chartOf(tides());
    expect(all(chart, 'path.line')).to.have.length(1);
    cursor(chart).focus();
    press(cursor(chart), 'End');
    await settled(chart);
    const naive = (200 + 150) / 2;
    expect(cursor(chart).getAttribute('aria-valuetext')).to.equal(`2026年9月14日 11:00，${naive} cm`);
  });

  it('adds the words of the page to a place, in the tooltip and read out', async () => {
    const chart = await chartOf(tides(), { placeNote: (place) => (typeof place === 'number' ? `hour ${new Date(place).getUTCHours()}` : undefined) });
    cursor(chart).focus();
    press(cursor(chart), 'End');
    await settled(chart);
    expect(cursor(chart).getAttribute('aria-valuetext')).to.equal('2026年9月14日 11:00，175 cm，hour 3');
    expect(all(chart, '.tip')[0]?.textContent).to.include('hour 3');
  });

  it('draws a line a station, breaks it where a reading is missing, and names lines at their ends', async () => {
    const chart = await chartOf(tides(), { splitBy: 'station' });
    const lines = all<SVGPathElement>(chart, 'path.line');
    expect(lines.map((line) => line.getAttribute('d')?.match(/M/g)?.length)).to.deep.equal([1, 2]);
    expect(texts(chart)).to.include('大港').and.to.include('小麦岛');
    expect(all(chart, '.legend')).to.have.length(0);
  });

  it('shows all lines of a place in the tooltip and says the same to the keyboard', async () => {
    const chart = await chartOf(tides(), { splitBy: 'station' });
    cursor(chart).focus();
    await settled(chart);
    press(cursor(chart), 'ArrowRight');
    await settled(chart);
    const tip = all(chart, '.tip')[0];
    expect(tip?.querySelector('strong')?.textContent).to.equal('2026年9月14日 01:00');
    expect([...(tip?.querySelectorAll('.tip-line') ?? [])].map((line) => line.textContent?.trim().replace(/\s+/g, ''))).to.deep.equal([
      '大港200cm',
      '小麦岛150cm',
    ]);
    expect(cursor(chart).getAttribute('aria-valuetext')).to.equal('2026年9月14日 01:00，大港 200 cm，小麦岛 150 cm');
    expect(all(chart, '.crosshair .dot')).to.have.length(2);
  });

  it('filters all views by a drag, shows the range with handles, and lets go by a click', async () => {
    const dataset = tides();
    const chart = await chartOf(dataset);
    drag(chart, 3 / 11, 6 / 11);
    await settled(chart);
    expect(dataset.filters.get('time')).to.deep.equal({ kind: 'range', field: 'time', min: FIRST + 3 * HOUR, max: FIRST + 6 * HOUR });
    expect(all(chart, '.handle')).to.have.length(2);
    expect(all(chart, '[role=status]').map((status) => status.textContent)).to.include('已选 2026年9月14日 03:00 至 2026年9月14日 06:00，共 8 条');
    drag(chart, 6 / 11, 9 / 11, all(chart, '[data-brush=to]')[0]);
    expect(dataset.filters.get('time')).to.include({ min: FIRST + 3 * HOUR, max: FIRST + 9 * HOUR });
    await settled(chart);
    drag(chart, 4 / 11, 2 / 11, all(chart, '[data-brush=move]')[0]);
    expect(dataset.filters.get('time')).to.include({ min: FIRST + HOUR, max: FIRST + 7 * HOUR });
    await settled(chart);
    drag(chart, 0.9, 0.9);
    expect(dataset.filters.size).to.equal(0);
  });

  it('selects by keyboard: Shift with arrows, handles as sliders, Escape lets go', async () => {
    const dataset = tides();
    const chart = await chartOf(dataset);
    cursor(chart).focus();
    press(cursor(chart), 'ArrowRight', true);
    press(cursor(chart), 'ArrowRight', true);
    await settled(chart);
    expect(dataset.filters.get('time')).to.include({ min: FIRST, max: FIRST + 2 * HOUR });
    const [, to] = all<SVGElement>(chart, '.grip');
    expect(to?.getAttribute('aria-valuetext')).to.equal('2026年9月14日 02:00');
    press(to, 'End');
    expect(dataset.filters.get('time')).to.include({ max: FIRST + 11 * HOUR });
    await expect(chart).to.be.accessible();
    press(all(chart, '.grip')[0], 'Escape');
    expect(dataset.filters.size).to.equal(0);
  });

  it('shows the range that others have set, and does not count its own', async () => {
    const dataset = tides();
    const chart = await chartOf(dataset);
    const before = all(chart, 'path.line')[0]?.getAttribute('d');
    dataset.setFilter('time', { kind: 'range', field: 'time', min: FIRST + 2 * HOUR });
    await settled(chart);
    expect(all(chart, '.handle')).to.have.length(2);
    expect(all(chart, 'path.line')[0]?.getAttribute('d')).to.equal(before);
    chart.noBrush = true;
    await settled(chart);
    expect(all(chart, '.handle')).to.have.length(0);
  });

  it('shares the row under the pointer with other views, both ways', async () => {
    const dataset = tides();
    const chart = await chartOf(dataset, { splitBy: 'station' });
    const box = cursor(chart).getBoundingClientRect();
    cursor(chart).dispatchEvent(
      new PointerEvent('pointermove', { clientX: box.left + (4 / 11) * box.width, clientY: box.bottom, bubbles: true }),
    );
    // At the bottom the lower of the two lines is nearer: the second station.
    expect(dataset.hover).to.equal(9);
    cursor(chart).dispatchEvent(new PointerEvent('pointerout', { bubbles: true }));
    all(chart, '.plot')[0]?.dispatchEvent(new PointerEvent('pointerleave'));
    expect(dataset.hover).to.equal(-1);
    dataset.setHover(6);
    await settled(chart);
    expect(all(chart, '.crosshair.near')).to.have.length(1);
  });

  it('writes thresholds with their words, and what is forecast dashed behind a line', async () => {
    const chart = await chartOf(tides(), { thresholds: '蓝色警戒=430:blue; 红色警戒=520:red', forecastFrom: '2026-09-14T06:00' });
    expect(all(chart, '.threshold')).to.have.length(2);
    const said = texts(chart).join(' ');
    expect(said).to.contain('蓝色警戒').and.to.contain('520').and.to.contain('实况').and.to.contain('预报');
    expect(all(chart, 'path.forecast')).to.have.length(1);
    const past = all<SVGPathElement>(chart, 'path.line:not(.forecast)')[0]?.getBBox();
    const future = all<SVGPathElement>(chart, 'path.forecast')[0]?.getBBox();
    expect((past?.x ?? 0) + (past?.width ?? 0)).to.be.closeTo(future?.x ?? 0, 1);
    chart.thresholds = '430';
    await settled(chart);
    expect(chart.shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain('430');
  });

  it('writes every high and low water, and a band between two fields', async () => {
    const dataset = tides();
    const chart = await chartOf(dataset, { extremes: 'turns', bandLow: 'level', bandHigh: 'level' });
    expect(all(chart, 'text.extreme').map((text) => text.textContent)).to.include.members(['375', '395', '75']);
    expect(all(chart, 'path.area')).to.have.length(1);
  });

  it('stacks areas of counts up to their sum', async () => {
    const chart = await chartOf(tides(), { measure: 'count', bin: 'hour:6', splitBy: 'station', layout: 'stacked' });
    const [first, second] = all<SVGPathElement>(chart, 'path.area').map((path) => path.getBBox());
    expect(first?.y ?? 0).to.be.closeTo((second?.y ?? 0) + (second?.height ?? 0), 1);
    cursor(chart).focus();
    await settled(chart);
    expect(cursor(chart).getAttribute('aria-valuetext')).to.match(/大港 6，小麦岛 6/);
  });

  it('has a table twin with a column a line, and a CSV without units in its cells', async () => {
    const chart = await chartOf(tides(), { splitBy: 'station' });
    all<HTMLButtonElement>(chart, 'button')[0]?.click();
    await settled(chart);
    expect(all(chart, 'thead th').map((th) => th.textContent)).to.deep.equal(['time', '大港（cm）', '小麦岛（cm）']);
    expect(all(chart, 'tbody tr')).to.have.length(LEVELS.length);
    expect(all(chart, 'tbody tr')[2]?.textContent?.replace(/\s+/g, ' ')).to.contain('300').and.to.contain('—');
    expect((await (await chart.toCsv()).text()).split('\r\n')[3]).to.equal('2026年9月14日 02:00,300,');
  });

  it('draws plain data over names without a dataset, and makes no markup of it', async () => {
    const chart = await fixture<YztLineChart>(
      html`<yzt-line-chart
        .data=${[
          { key: '<b>2024</b>', value: 3 },
          { key: '2025', value: 5 },
        ]}
      ></yzt-line-chart>`,
    );
    await settled(chart);
    expect(texts(chart)).to.include('<b>2024</b>');
    expect(chart.shadowRoot?.querySelector('svg b')).to.equal(null);
    expect(all(chart, '.dot')).to.have.length(2);
  });

  it('has no two texts that touch', async () => {
    for (const width of [200, 420, 900]) {
      const box = await fixture(html`<div></div>`);
      box.setAttribute('style', `width:${width}px`);
      const chart = document.createElement('yzt-line-chart');
      Object.assign(chart, {
        dataset: tides(),
        groupBy: 'time',
        splitBy: 'station',
        measure: 'mean:level',
        extremes: 'turns',
        thresholds: '蓝色警戒=430:blue; 黄色警戒=440:yellow; 红色警戒=520:red',
        forecastFrom: '2026-09-14T06:00',
      });
      box.append(chart);
      await settled(chart);
      const boxes = all(chart, 'svg text').map((text) => [text.textContent, text.getBoundingClientRect()] as const);
      const touching = boxes.flatMap(([one, a], index) =>
        boxes.slice(index + 1).flatMap(([two, b]) => {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return across > 1 && down > 7 ? [`${width}: ${one} / ${two}`] : [];
        }),
      );
      expect(touching).to.deep.equal([]);
    }
  });

  it('says what there is in one sentence, in English too', async () => {
    const chart = await chartOf(tides());
    const summary = (): string => all(chart, 'figcaption .hidden-text')[0]?.textContent ?? '';
    expect(summary()).to.match(/^潮位：2026年9月14日 00:00 至 2026年9月14日 11:00。最高 395 cm（2026年9月14日 09:00），最低 75 cm/);
    chart.lang = 'en';
    await settled(chart);
    expect(summary()).to.match(/^潮位: 14 Sep 2026, 00:00 to .*highest 395 cm/);
  });

  it('is axe clean with lines, a legend and a selection', async () => {
    const dataset = tides();
    const chart = await chartOf(dataset, { splitBy: 'station' });
    drag(chart, 0.2, 0.6);
    await settled(chart);
    await expect(chart).to.be.accessible();
  });

  it('writes the places a file was asked for, also when others are shown meanwhile', async () => {
    const chart = await chartOf(tides());
    const before = await (await chart.toCsv()).text();
    const file = chart.toCsv();
    chart.bin = 'hour:6';
    await settled(chart);
    expect(await (await file).text()).to.equal(before);
  });
});
