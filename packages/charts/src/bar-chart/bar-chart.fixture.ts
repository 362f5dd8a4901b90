import { Dataset } from '@yizhangtu/data/model';
import { fixture, html } from '@open-wc/testing';
import './index.js';
import type { YztBarChart } from './index.js';

export const TYPES = ['足球场', '篮球场', '足球场', '健身路径', '足球场', '篮球场'];
export const DISTRICTS = ['市南区', '市南区', '崂山区', '崂山区', '市南区', '崂山区'];
export const AREAS = [7000, 600, 7100, 90, 6900, 580];

export function venues(): Dataset {
  return Dataset.fromColumns(
    { columns: { type: TYPES, district: DISTRICTS, areaM2: Float64Array.from(AREAS) } },
    { provenance: { example: true, source: '测试' } },
  );
}

export async function settled(chart: YztBarChart): Promise<void> {
  await chart.updateComplete;
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await chart.updateComplete;
}

export async function chartOf(dataset: Dataset, orientation: 'vertical' | 'horizontal' = 'vertical'): Promise<YztBarChart> {
  const chart = await fixture<YztBarChart>(
    html`<yzt-bar-chart
      .dataset=${dataset}
      group-by="type"
      unit="处"
      label="各类场馆数"
      orientation=${orientation}
    ></yzt-bar-chart>`,
  );
  await settled(chart);
  return chart;
}

export const bars = (chart: YztBarChart): SVGGElement[] => [...(chart.shadowRoot?.querySelectorAll<SVGGElement>('.bar') ?? [])];
export const hits = (chart: YztBarChart): SVGElement[] => bars(chart).map((bar) => bar.querySelector('.hit') as SVGElement);
export const names = (chart: YztBarChart): (string | null)[] => hits(chart).map((hit) => hit.getAttribute('aria-label'));
