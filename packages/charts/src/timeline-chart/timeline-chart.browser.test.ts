import { Dataset } from '@yizhangtu/data/model';
import { RemoteDataset } from '@yizhangtu/data/remote';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { FarPages } from '../chart/far-rows.fixture.js';
import './index.js';
import type { YztTimelineChart } from './index.js';

const day = (text: string): Date => new Date(`${text}T00:00:00+08:00`);

/** Four events of a business in three lanes; the licence lasts five years. */
const life = (): Dataset =>
  Dataset.fromColumns(
    {
      columns: {
        name: ['设立登记', '食品经营许可', '日常检查', '行政处罚', '未定'],
        start: [day('2016-03-08'), day('2016-05-20'), day('2018-04-18'), day('2022-03-15'), null],
        end: [null, day('2021-05-19'), null, null, null],
        kind: ['登记', '许可', '检查', '检查', '检查'],
      },
    },
    { schema: { id: 'test/life@1', fields: ['start', 'end'].map((name) => ({ name, kind: 'date' as const })) } },
  );

async function settled(chart: YztTimelineChart): Promise<void> {
  await chart.updateComplete;
  for (let frame = 0; frame < 4; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await chart.updateComplete;
}

async function chartOf(dataset: Dataset): Promise<YztTimelineChart> {
  const chart = await fixture<YztTimelineChart>(
    html`<yzt-timeline-chart style="width:700px" .dataset=${dataset} time-field="start" end-field="end" lane-field="kind" label-field="name" label="全生命周期"></yzt-timeline-chart>`,
  );
  await settled(chart);
  return chart;
}

const one = (chart: YztTimelineChart, selector: string): Element | null => chart.shadowRoot?.querySelector(selector) ?? null;
const text = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const cursor = (chart: YztTimelineChart): SVGElement => one(chart, '[data-cursor]') as SVGElement;
const press = (target: Element, key: string, shiftKey = false): boolean => target.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, composed: true }));

describe('<yzt-timeline-chart>', () => {
  it('draws moments as points and what lasts as bars, names its lanes, and counts rows without a time', async () => {
    const chart = await chartOf(life());
    expect(chart.shadowRoot?.querySelectorAll('circle.mark')).to.have.length(3);
    expect(chart.shadowRoot?.querySelectorAll('rect.mark.long')).to.have.length(1);
    expect(text(one(chart, 'figcaption .hidden-text'))).to.equal('全生命周期：4 个事件，2016年3月8日 00:00 至 2022年3月15日 00:00。登记 1、许可 1、检查 2。');
    expect([...(chart.shadowRoot?.querySelectorAll('.timeline text:not(.muted):not(.name)') ?? [])].map(text)).to.deep.equal(['登记', '许可', '检查']);
    expect(text(one(chart, '.source'))).to.equal('另有 1 条没有时间');
    await expect(chart).to.be.accessible();
  });

  it('is walked through by keys, says each event, and Enter selects its row', async () => {
    const dataset = life();
    const chart = await chartOf(dataset);
    cursor(chart).focus();
    await settled(chart);
    expect(cursor(chart).getAttribute('aria-valuetext')).to.equal('设立登记，2016年3月8日 00:00，登记');
    press(cursor(chart), 'End');
    await settled(chart);
    expect(cursor(chart).getAttribute('aria-valuetext')).to.equal('行政处罚，2022年3月15日 00:00，检查');
    press(cursor(chart), 'Enter');
    expect([...dataset.selection]).to.deep.equal([3]);
    await settled(chart);
    expect(chart.shadowRoot?.querySelectorAll('.ring.chosen')).to.have.length(1);
    press(cursor(chart), 'Escape');
    expect(dataset.selection.size).to.equal(0);
  });

  it('filters a span of time by a drag, says what is left, and shows events beyond it under a veil', async () => {
    const dataset = life();
    const chart = await chartOf(dataset);
    const svg = one(chart, '.timeline') as SVGElement;
    const strip = one(chart, '.choose') as SVGElement;
    const box = strip.getBoundingClientRect();
    svg.setPointerCapture = () => undefined;
    const fire = (type: string, share: number): boolean =>
      strip.dispatchEvent(new PointerEvent(type, { clientX: box.left + box.width * share, clientY: box.top + 10, button: 0, pointerId: 1, bubbles: true, composed: true }));
    fire('pointerdown', 0.2);
    fire('pointermove', 0.5);
    fire('pointerup', 0.5);
    await settled(chart);
    const filter = dataset.filters.get('start');
    expect(filter?.kind).to.equal('range');
    expect(dataset.passing().reduce((sum, passes) => sum + passes, 0)).to.equal(1);
    expect(text(one(chart, '[role=status]'))).to.match(/^已选 .*至.*，共 1 条$/);
    expect(chart.shadowRoot?.querySelectorAll('.veil')).to.have.length(2);
    // All events stay drawn: the span is chosen among them.
    expect(chart.shadowRoot?.querySelectorAll('.mark')).to.have.length(4);
    press(one(chart, '.grip') as Element, 'Escape');
    await settled(chart);
    expect(dataset.filters.size).to.equal(0);
    cursor(chart).focus();
    press(cursor(chart), 'End');
    await settled(chart);
    press(cursor(chart), 'ArrowLeft', true);
    await settled(chart);
    expect(dataset.passing().reduce((sum, passes) => sum + passes, 0)).to.equal(2);
  });

  it('keeps the span when a finger taps a mark beyond it, and lets go of it beside all marks', async () => {
    const dataset = life();
    const chart = await chartOf(dataset);
    dataset.setFilter('start', { kind: 'range', field: 'start', min: day('2016-01-01').getTime(), max: day('2017-01-01').getTime() });
    await settled(chart);
    const svg = one(chart, '.timeline') as SVGElement;
    svg.setPointerCapture = () => undefined;
    // A finger points at nothing before it presses.
    const tap = (x: number, y: number): void => {
      for (const type of ['pointerdown', 'pointerup'] as const) svg.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, button: 0, pointerId: 1, pointerType: 'touch', bubbles: true, composed: true }));
    };
    const last = [...(chart.shadowRoot?.querySelectorAll('circle.mark') ?? [])].map((mark) => mark.getBoundingClientRect()).sort((a, b) => b.left - a.left)[0] as DOMRect;
    tap(last.left + last.width / 2, last.top + last.height / 2);
    expect(dataset.filters.size).to.equal(1);
    tap(last.left - 40, last.top + last.height / 2);
    expect(dataset.filters.size).to.equal(0);
  });

  it('follows filters of other views, and shares the row under the pointer', async () => {
    const dataset = life();
    const chart = await chartOf(dataset);
    dataset.setHover(2);
    await settled(chart);
    expect(chart.shadowRoot?.querySelectorAll('.ring.now')).to.have.length(1);
    dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['检查'] });
    await settled(chart);
    expect(chart.shadowRoot?.querySelectorAll('.mark')).to.have.length(2);
  });

  it('says what is missing or wrong', async () => {
    const chart = await fixture<YztTimelineChart>(html`<yzt-timeline-chart .dataset=${life()}></yzt-timeline-chart>`);
    await settled(chart);
    expect(text(one(chart, '[role=alert]'))).to.include('没有写 time-field');
    chart.timeField = 'name';
    await settled(chart);
    expect(text(one(chart, '.state'))).to.equal('<yzt-timeline-chart>：time-field="name" 不是日期字段。请写日期或时刻的字段。');
    chart.timeField = 'start';
    chart.laneField = 'nosuch';
    await settled(chart);
    expect(text(one(chart, '.state'))).to.include('lane-field="nosuch"，数据集没有这个字段');
  });

  it('has a table twin in the order of time', async () => {
    const chart = await chartOf(life());
    const csv = await (await chart.toCsv()).text();
    expect(csv.split('\r\n').slice(1, 3).map((line) => line.split(',')[0])).to.deep.equal(['设立登记', '食品经营许可']);
  });
});

describe('<yzt-timeline-chart> of rows that stay with a server', () => {
  const there = async (rows: Dataset): Promise<RemoteDataset> => {
    const dataset = new RemoteDataset(new FarPages(rows));
    dataset.schema = rows.schema;
    await dataset.load();
    return dataset;
  };
  const marks = (chart: YztTimelineChart): Element[] => [...(chart.shadowRoot?.querySelectorAll('.mark') ?? [])];
  const label = (chart: YztTimelineChart): string => text(one(chart, 'figcaption .hidden-text'));

  it('fetches few events and draws each, as if they were in the page', async () => {
    const [here, away] = [await chartOf(life()), await chartOf((await there(life())) as unknown as Dataset)];
    await waitUntil(() => marks(away).length === 4, undefined, { timeout: 5000 });
    expect(label(away)).to.equal(label(here));
    expect([...marks(away)].map((mark) => mark.outerHTML)).to.deep.equal([...marks(here)].map((mark) => mark.outerHTML));
    expect(text(one(away, '.source'))).to.equal('另有 1 条没有时间');
    expect(text(away.shadowRoot?.querySelector('table') ?? null)).to.equal(text(here.shadowRoot?.querySelector('table') ?? null));
    await expect(away).to.be.accessible();
  });

  it('counts many by lane in bins of time, and shows each event of a span with few', async () => {
    const COUNT = 6000;
    const kinds = ['巡查', '投诉', '整改'];
    const many = Dataset.fromColumns(
      {
        columns: {
          name: Array.from({ length: COUNT }, (_, i) => `第 ${i} 件`),
          start: Array.from({ length: COUNT }, (_, i) => new Date(day('2026-01-01').getTime() + i * 3_600_000)),
          end: Array.from({ length: COUNT }, (_, i) => (i === 9 ? day('2026-01-03') : null)),
          kind: Array.from({ length: COUNT }, (_, i) => kinds[i % 7 === 0 ? 2 : i % 2] as string),
        },
      },
      { schema: { id: 'test/many@1', fields: ['start', 'end'].map((name) => ({ name, kind: 'date' as const })) } },
    );
    const dataset = await there(many);
    const [here, away] = [await chartOf(many), await chartOf(dataset as unknown as Dataset)];
    await waitUntil(() => marks(away).length > 0, undefined, { timeout: 5000 });
    // The lanes, their order and their numbers are those of memory.
    const lanes = (chart: YztTimelineChart): string => label(chart).split('。')[1] ?? '';
    expect(lanes(away)).to.equal(lanes(here));
    expect(lanes(away)).to.equal('整改 858、投诉 2,571、巡查 2,571');
    expect(text(one(away, '.source'))).to.include('共 6,000 个事件，按时段计数');
    cursor(away).focus();
    await settled(away);
    press(cursor(away), 'Enter');
    await waitUntil(() => text(one(away, '.source')).includes('共 6,000 个事件，这里是所选时段的'), undefined, { timeout: 5000 });
    expect(dataset.filters.get('start')?.kind).to.equal('range');
    expect(lanes(away).replace(/ [\d,]+/g, '')).to.equal('整改、投诉、巡查');
    expect(cursor(away).getAttribute('aria-valuetext')).to.include('第 ');
    press(cursor(away), 'Escape');
    await waitUntil(() => text(one(away, '.source')).includes('按时段计数'), undefined, { timeout: 5000 });
    expect(dataset.filters.size).to.equal(0);
  });
});
