import { Dataset } from '@yizhangtu/data/model';
import { fixture, html } from '@open-wc/testing';
import './index.js';
import type { YztLineChart } from './index.js';

export const HOUR = 3_600_000;
export const FIRST = Date.parse('2026-09-14T00:00+08:00');
export const LEVELS = [100, 200, 300, 400, 300, 200, 100, 200, 300, 420, 300, 200];

/** Two stations, hourly; the second lacks the third reading. */
export function tides(): Dataset {
  const time = LEVELS.flatMap((_, hour) => [new Date(FIRST + hour * HOUR), new Date(FIRST + hour * HOUR)]);
  const station = LEVELS.flatMap(() => ['大港', '小麦岛']);
  const level = LEVELS.flatMap((value, hour) => [value, hour === 2 ? Number.NaN : value - 50]);
  return Dataset.fromColumns(
    { columns: { time, station, level: Float64Array.from(level) } },
    { provenance: { example: true, source: '测试' }, schema: { id: 't@1', fields: [{ name: 'level', unit: 'cm', digits: 0 }] } },
  );
}

export async function settled(chart: YztLineChart): Promise<void> {
  await chart.updateComplete;
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await chart.updateComplete;
}

export async function chartOf(dataset: Dataset, more: Partial<YztLineChart> = {}): Promise<YztLineChart> {
  const chart = await fixture<YztLineChart>(
    html`<yzt-line-chart .dataset=${dataset} group-by="time" measure="mean:level" label="潮位"></yzt-line-chart>`,
  );
  Object.assign(chart, more);
  await settled(chart);
  return chart;
}

export const all = <T extends Element>(chart: YztLineChart, selector: string): T[] => [...(chart.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
export const cursor = (chart: YztLineChart): SVGElement => all<SVGElement>(chart, '[data-cursor]')[0] as SVGElement;
export const texts = (chart: YztLineChart): (string | null)[] => all(chart, 'svg text').map((text) => text.textContent);
