import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import './index.js';
import { staffOf } from '../random-draw/draw.fixture.js';
import type { YztOverdueDevices } from './overdue-devices.js';

const day = (text: string): Date => new Date(`${text}T00:00:00+08:00`);
const devices = (): Dataset =>
  Dataset.fromColumns(
    {
      coordinates: Float64Array.of(120.38, 36.07, 120.38, 36.07, 120.4, 36.1, 120.5, 36.2),
      columns: {
        id: ['SB1', 'SB2', 'SB3', 'SB4'], uscc: ['A', 'A', 'B', 'C'], name: ['<img src=x onerror="window.hacked=1">', '<img src=x onerror="window.hacked=1">', '乙', '丙'],
        class: ['lift', 'crane', 'boiler', 'lift'], district: ['370202', '370202', '370203', '370203'], holder: ['H7', 'H7', 'H8', 'H9'],
        due: [day('2026-06-01'), day('2026-05-01'), day('2025-06-30'), day('2026-07-01')],
      },
    },
    { provenance: { source: '示例', example: true, updated: '2026-06-30' } },
  );

const words = (one: YztOverdueDevices): string => (one.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
async function settled(one: YztOverdueDevices): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  await one.updateComplete;
}
const press = (one: YztOverdueDevices, part: string): void => one.shadowRoot?.querySelector<HTMLElement>(`[part=${part}]`)?.click();

describe('yzt-overdue-devices', () => {
  it('lists subjects by the day of the data, the longest overdue first, and selects the devices of the one that is chosen', async () => {
    const data = devices();
    const panel = await fixture<YztOverdueDevices>(html`<yzt-overdue-devices .dataset=${data} .staff=${staffOf()}></yzt-overdue-devices>`);
    await settled(panel);
    expect(words(panel)).to.include('2 户使用单位的 3 台设备超期').and.to.include('超期 365 天').and.to.include('超期 60 天').and.to.include('<img').and.to.include('示例数据');
    expect(words(panel)).not.to.include('H7').and.not.to.include('丙');
    expect([...(panel.shadowRoot?.querySelectorAll('[part=subject]') ?? [])].map((one) => one.textContent?.includes('乙'))).to.deep.equal([true, false]);
    panel.shadowRoot?.querySelectorAll<HTMLElement>('[part=subject]')[1]?.click();
    await settled(panel);
    expect([...data.selection].sort((a, b) => a - b)).to.deep.equal([0, 1]);
    expect(panel.shadowRoot?.querySelectorAll('[aria-pressed=true]').length).to.equal(1);
    await expect(panel).to.be.accessible();
  });

  it('assigns a pair to each, says so, and forgets it when the list changes', async () => {
    const data = devices();
    const panel = await fixture<YztOverdueDevices>(html`<yzt-overdue-devices plan-id="T-1" .dataset=${data} .staff=${staffOf()}></yzt-overdue-devices>`);
    await settled(panel);
    setTimeout(() => press(panel, 'assign'));
    const made = (await oneEvent(panel, 'yzt-dispatch-change')) as CustomEvent<{ assignments: { inspectors: string[] }[] }>;
    expect(made.detail.assignments.map(({ inspectors }) => inspectors.length)).to.deep.equal([2, 2]);
    await settled(panel);
    expect(words(panel)).to.include('已派员：2 户').and.to.include('派员：检查员');
    data.setFilter('district', { kind: 'in', field: 'district', values: ['370203'] });
    await settled(panel);
    expect(words(panel)).to.include('名单已变').and.to.include('1 户使用单位').and.not.to.include('派员：检查员');
  });

  it('takes another day, says when nothing is overdue, and speaks English', async () => {
    const panel = await fixture<YztOverdueDevices>(html`<yzt-overdue-devices lang="en" today="2020-01-01" .dataset=${devices()}></yzt-overdue-devices>`);
    await settled(panel);
    expect(words(panel)).to.include('none of the devices that pass the filters is overdue');
    panel.today = '2026-07-02';
    await settled(panel);
    expect(words(panel)).to.include('4 devices of 3 subjects are overdue');
    expect(panel.shadowRoot?.querySelector<HTMLButtonElement>('[part=assign]')?.disabled).to.equal(true);
    expect(panel.assign()).to.equal(undefined);
  });
});
