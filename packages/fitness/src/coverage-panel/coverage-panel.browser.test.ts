import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { Dataset, tableFromColumns } from '@yizhangtu/data/model';
import '@yizhangtu/map/map';
import type { YztMap } from '@yizhangtu/map/map';
import '@yizhangtu/data/dataset';
import { POPULATION, VENUE } from '../data/index.js';
import './index.js';
import type { YztCoveragePanel } from './coverage-panel.js';

/** One venue open, one closed to the public, of two types. 示例数据. */
function venues(): Dataset {
  return Dataset.fromColumns(
    { coordinates: Float64Array.of(120, 36, 120.1, 36, 120.3, 36), columns: { name: ['甲', '乙', '丙'], typeCode: ['50', '50', '6'], openState: ['open', 'closed', 'open'] } },
    { schema: VENUE, provenance: { source: '示例', example: true } },
  );
}

/** Cells 0.0125° apart: two near 甲, two near 乙, one near 丙. */
const residents = (): object =>
  tableFromColumns({
    coordinates: Float64Array.of(120, 36, 120.0125, 36, 120.1, 36, 120.1125, 36, 120.3, 36),
    columns: { people: [600, 100, 150, 50, 100], district: ['<b>市南</b>', '<b>市南</b>', '市北', '市北', '李沧'] },
  });

const words = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
const all = <T extends HTMLElement>(element: Element, selector: string): T[] => [...(element.shadowRoot?.querySelectorAll<T>(selector) ?? [])];

let number = 0;

async function panel(data: Dataset, more: { lang?: string; map?: YztMap; table?: object } = {}): Promise<YztCoveragePanel> {
  const id = `people-${++number}`;
  const box = await fixture<HTMLElement>(html`<div>
    <yzt-dataset id=${id} .data=${more.table ?? residents()} .schema=${POPULATION}></yzt-dataset>
    <yzt-coverage-panel spot-people="10" population=${id} lang=${more.lang ?? 'zh-CN'} .map=${more.map} .dataset=${data}></yzt-coverage-panel>
  </div>`);
  return box.querySelector('yzt-coverage-panel') as YztCoveragePanel;
}

async function answered(element: YztCoveragePanel, share: string): Promise<void> {
  await waitUntil(() => all(element, '.share b')[0]?.textContent === share, `share ${share}, not ${words(element).slice(0, 200)}`);
  await element.updateComplete;
}

describe('yzt-coverage-panel', () => {
  it('tells the share of residents within a straight quarter of an hour, by district, without closed venues', async () => {
    const element = await panel(venues());
    await answered(element, '80.0%');
    expect(words(element)).to.include('直线距离估算：1,200 m').and.to.include('800 人覆盖，200 人未覆盖').and.to.include('计入 2 处场馆').and.to.include('示例数据');
    const rows = all(element, 'tbody tr').map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim());
    expect(rows).to.deep.equal(['市北 0.0% 200', '<b>市南</b> 100.0% 0', '李沧 100.0% 0']);
    expect(words(element)).to.include('空白区（1 片）').and.to.include('1 处合计可升至 100.0%');
    await expect(element).to.be.accessible();
  });

  it('says that the work failed and why, and answers again when something changes', async () => {
    const data = venues();
    const element = await panel(data);
    await answered(element, '80.0%');
    element.addEventListener('yzt-error', (event) => event.preventDefault());
    const { value } = data;
    // What no data should do, and some day will.
    data.value = () => {
      throw new Error('a broken column');
    };
    setTimeout(() => (element.minutes = 10));
    const { detail } = await oneEvent(element, 'yzt-error');
    expect((detail as { code: string }).code).to.equal('work-failed');
    await element.updateComplete;
    expect(words(element)).to.include('覆盖计算失败（a broken column）').and.not.to.include('80.0%');
    expect(all(element, '[part=base]')[0]?.getAttribute('aria-busy')).to.equal('false');
    data.value = value;
    element.minutes = 15;
    await answered(element, '80.0%');
    expect([element.hasAttribute('error'), words(element).includes('失败')]).to.deep.equal([false, false]);
  });

  it('follows filters of the venues, mode, minutes and speed, and tells the page', async () => {
    const data = venues();
    const element = await panel(data);
    await answered(element, '80.0%');
    data.setFilter('typeCode', { kind: 'in', field: 'typeCode', values: ['6'] });
    await answered(element, '10.0%');
    data.clearFilters();
    const told = oneEvent(element, 'yzt-coverage-change');
    all(element, '[data-mode=cycle]')[0]?.click();
    expect((await told).detail).to.include({ people: 1000, covered: 800 });
    expect(words(element)).to.include('3,750 m');
    const set = async (name: string, value: string): Promise<void> => {
      const input = all<HTMLInputElement>(element, `input[name=${name}]`)[0] as HTMLInputElement;
      input.value = value;
      input.dispatchEvent(new Event('change'));
      await element.updateComplete;
    };
    await set('minutes', '60');
    await answered(element, '100.0%');
    await set('minutes', '-3');
    expect(element.minutes).to.equal(60);
    await set('speed', '1');
    expect([element.cycleSpeed, element.walkSpeed]).to.deep.equal([1, 4.8]);
    await answered(element, '70.0%');
  });

  it('draws blind spots and proposed sites on the map, and takes them away with itself', async () => {
    const map = await fixture<YztMap>(html`<yzt-map center="120.1 36" zoom="9"></yzt-map>`);
    map.style.cssText = 'width: 300px; height: 300px';
    const element = await panel(venues(), { map });
    await answered(element, '80.0%');
    const rows = (): (number | undefined)[] => [...map.querySelectorAll<HTMLElement & { layerDataset?: Dataset }>('yzt-polygon-layer, yzt-point-layer')].map((layer) => layer.layerDataset?.rowCount);
    await waitUntil(() => rows()[0] === 2, 'blind spots');
    expect(rows()).to.deep.equal([2, 1, 1]);
    all(element, 'input[name=spots]')[0]?.click();
    await element.updateComplete;
    expect([rows()[0], element.noSpots]).to.deep.equal([0, true]);
    const parent = element.parentElement as HTMLElement;
    element.remove();
    expect(rows()).to.deep.equal([]);
    parent.append(element);
    await waitUntil(() => rows().length === 3, 'the marks come back');
  });

  it('speaks English, and says what is missing', async () => {
    const element = await panel(venues(), { lang: 'en' });
    await answered(element, '80.0%');
    expect(words(element).replace(/<b>市南<\/b>|市北|李沧|示例/g, '')).not.to.match(/[\u4e00-\u9fff]/);
    const without = await panel(venues(), { table: tableFromColumns({ coordinates: Float64Array.of(120, 36), columns: { 人口: [5] } }) });
    await waitUntil(() => words(without).includes('没有数字字段 people'), 'what is missing');
  });
});
