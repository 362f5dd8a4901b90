import { Dataset } from '@yizhangtu/data/model';
import { expect, fixture, html } from '@open-wc/testing';
import './index.js';
import type { YztIndicator } from './index.js';

const OPEN = [true, true, false, true];
const AREAS = [100, 250, 50, 600];

const venues = (): Dataset => Dataset.fromColumns({ columns: { open: OPEN, areaM2: Float64Array.from(AREAS) } });
const part = (card: YztIndicator, name: string): string | undefined =>
  card.shadowRoot?.querySelector(`[part=${name}]`)?.textContent?.replace(/\s+/g, ' ').trim();

describe('<yzt-indicator>', () => {
  it('shows a given value with its unit', async () => {
    const card = await fixture<YztIndicator>(html`<yzt-indicator label="场馆数" value="1284" unit="处"></yzt-indicator>`);
    expect(part(card, 'value')).to.equal('1,284处');
  });

  it('measures its dataset and follows the filters', async () => {
    const dataset = venues();
    const card = await fixture<YztIndicator>(html`<yzt-indicator .dataset=${dataset} measure="sum:areaM2"></yzt-indicator>`);
    expect(card.figure).to.equal(AREAS.reduce((sum, area) => sum + area, 0));
    dataset.setFilter('open', { kind: 'in', field: 'open', values: [true] });
    await new Promise((resolve) => setTimeout(resolve));
    await card.updateComplete;
    expect(card.figure).to.equal(950);
    card.ignoreFilters = true;
    await card.updateComplete;
    expect(part(card, 'value')).to.equal('1,000');
  });

  it('shows a share in percent and a figure per head', async () => {
    const card = await fixture<YztIndicator>(
      html`<yzt-indicator .dataset=${venues()} share="open=true" digits="1"></yzt-indicator>`,
    );
    expect(part(card, 'value')).to.equal('75.0%');
    const head = await fixture<YztIndicator>(
      html`<yzt-indicator .dataset=${venues()} measure="sum:areaM2" per="400" digits="2"></yzt-indicator>`,
    );
    expect(part(head, 'value')).to.equal('2.50');
  });

  it('converts into the unit that is asked for: target, course and changes in that unit', async () => {
    const dataset = Dataset.fromColumns(
      { columns: { areaM2: [20_000, 60_000], at: [new Date('2025-06-01T12:00:00+08:00'), new Date('2026-06-01T12:00:00+08:00')] } },
      { schema: { id: 'test/areas@1', label: { zh: '面积', en: 'Areas' }, fields: [{ name: 'areaM2', label: { zh: '面积', en: 'Area' }, kind: 'number', unit: '㎡' }] } },
    );
    const card = await fixture<YztIndicator>(html`<yzt-indicator .dataset=${dataset} measure="sum:areaM2" unit="公顷" target="9" lang="zh-CN"></yzt-indicator>`);
    expect([card.figure, part(card, 'value'), part(card, 'target')]).to.deep.equal([8, '8公顷', '目标 9 公顷未达标']);
    card.unit = '亩';
    await card.updateComplete;
    expect(part(card, 'value')).to.equal('120亩');
    card.timeField = 'at';
    card.period = 'year';
    await new Promise((resolve) => setTimeout(resolve, 20));
    await card.updateComplete;
    expect([part(card, 'value'), part(card, 'change')]).to.deep.equal(['90亩', '▲环比增长 200.0%']);
    expect(card.shadowRoot?.querySelector('yzt-sparkline')?.series).to.deep.equal([30, 90]);
    card.unit = undefined;
    card.timeField = undefined;
    await new Promise((resolve) => setTimeout(resolve, 20));
    await card.updateComplete;
    expect(part(card, 'value')).to.equal('80,000㎡');
  });

  it('says a change in words, not only by colour', async () => {
    const card = await fixture<YztIndicator>(html`<yzt-indicator value="110" previous="100"></yzt-indicator>`);
    expect(part(card, 'change')).to.equal('▲同比增长 10.0%');
    card.previous = undefined;
    card.change = -3.2;
    await card.updateComplete;
    expect(part(card, 'change')).to.equal('▼同比下降 3.2%');
    expect(card.shadowRoot?.querySelector('.change')?.classList.contains('down')).to.equal(true);
  });

  it('leaves the change of the whole away while a filter narrows the dataset', async () => {
    const dataset = venues();
    const card = await fixture<YztIndicator>(html`<yzt-indicator .dataset=${dataset} change="3"></yzt-indicator>`);
    expect(part(card, 'change')).to.contain('3.0%');
    dataset.setFilter('open', { kind: 'in', field: 'open', values: [true] });
    await new Promise((resolve) => setTimeout(resolve));
    await card.updateComplete;
    expect(part(card, 'change')).to.equal(undefined);
  });

  it('says whether the target is reached', async () => {
    const card = await fixture<YztIndicator>(html`<yzt-indicator value="2.31" unit="㎡" target="2.6"></yzt-indicator>`);
    expect(part(card, 'target')).to.equal('目标 2.6 ㎡未达标');
    card.value = 2.7;
    await card.updateComplete;
    expect(part(card, 'target')).to.equal('目标 2.6 ㎡达标');
  });

  it('has a yellow light between green and red, always with its word', async () => {
    const card = await fixture<YztIndicator>(html`<yzt-indicator value="96" target="100" near="5"></yzt-indicator>`);
    const verdict = (): string => card.shadowRoot?.querySelector('.verdict')?.className ?? '';
    expect([part(card, 'target'), verdict()]).to.deep.equal(['目标 100接近目标', 'verdict near']);
    card.value = 90;
    await card.updateComplete;
    expect([part(card, 'target'), verdict()]).to.deep.equal(['目标 100未达标', 'verdict missed']);
  });

  it('compares by itself over time: latest month, the one before, a year earlier, with its course', async () => {
    const at = (text: string): Date => new Date(`${text}T12:00:00+08:00`);
    const dataset = Dataset.fromColumns({ columns: { at: [at('2025-06-01'), at('2026-05-01'), at('2026-06-01'), at('2026-06-02')], n: [10, 10, 6, 6] } });
    const card = await fixture<YztIndicator>(html`<yzt-indicator .dataset=${dataset} measure="sum:n" time-field="at" lang="zh-CN"></yzt-indicator>`);
    expect(card.figure).to.equal(12);
    const changes = (): (string | undefined)[] => [...(card.shadowRoot?.querySelectorAll('[part=change]') ?? [])].map((one) => one.textContent?.trim());
    expect(changes()).to.deep.equal(['▲同比增长 20.0%', '▲环比增长 20.0%']);
    expect(part(card, 'note')).to.equal('2026年6月');
    expect(card.shadowRoot?.querySelector('yzt-sparkline')).not.to.equal(null);
    dataset.setFilter('at', { kind: 'range', field: 'at', min: at('2026-05-01').getTime(), max: at('2026-05-31').getTime() });
    await new Promise((resolve) => setTimeout(resolve));
    await card.updateComplete;
    expect([card.figure, part(card, 'note')]).to.deep.equal([10, '2026年5月']);
    card.period = 'decade' as 'month';
    await card.updateComplete;
    expect(card.shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain('decade');
  });

  it('draws its course as a sparkline that is read out', async () => {
    const card = await fixture<YztIndicator>(html`<yzt-indicator label="场馆数" value="3" .series=${[1, 2, 3]}></yzt-indicator>`);
    const spark = card.shadowRoot?.querySelector('yzt-sparkline');
    await spark?.updateComplete;
    expect(spark?.shadowRoot?.querySelector('svg')?.getAttribute('aria-label')).to.equal(
      '场馆数：3 期走势：最低 1，最高 3，最新 3',
    );
  });

  it('shows a dash for nothing, and the sentence for a wrong measure', async () => {
    const card = await fixture<YztIndicator>(
      html`<yzt-indicator .dataset=${Dataset.fromColumns({ columns: { a: [] } })} share="a=1"></yzt-indicator>`,
    );
    expect(part(card, 'value')).to.contain('—');
    const wrong = await fixture<YztIndicator>(html`<yzt-indicator .dataset=${venues()} measure="middle:areaM2"></yzt-indicator>`);
    expect(wrong.shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain('middle:areaM2');
  });

  it('is axe clean', async () => {
    const card = await fixture<YztIndicator>(
      html`<yzt-indicator
        label="人均场地面积"
        value="2.31"
        unit="㎡"
        change="3"
        target="2.6"
        .series=${[1, 2, 3]}
      ></yzt-indicator>`,
    );
    await expect(card).to.be.accessible();
  });
});
