import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { YztLineChart } from '@yizhangtu/charts/line-chart';
import { Dataset } from '@yizhangtu/data/model';
import './index.js';
import type { YztTideChart } from './tide-chart.js';

/** A station of one constituent, which turns round in twelve hours, with two warning levels. 示例数据. */
function station(): Dataset {
  return Dataset.fromColumns(
    {
      columns: {
        station: ['x'],
        name: ['示例站'],
        nameEn: ['Example'],
        meanLevelCm: [250],
        constituent: ['S2'],
        amplitudeCm: [100],
        phaseDeg: [0],
        warnBlueCm: [340],
        warnRedCm: [360],
      },
    },
    { provenance: { source: '示例', example: true } },
  );
}

async function chartOf(data: Dataset, attributes: Partial<YztTideChart> = {}): Promise<{ element: YztTideChart; chart: YztLineChart }> {
  const element = await fixture<YztTideChart>(html`<yzt-tide-chart from="2024-05-01" days="2"></yzt-tide-chart>`);
  Object.assign(element, attributes, { dataset: data });
  await waitUntil(() => (element.shadowRoot?.querySelector('yzt-line-chart')?.data?.length ?? 0) > 0, 'the tide is there');
  return { element, chart: element.shadowRoot?.querySelector('yzt-line-chart') as YztLineChart };
}

const words = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');

describe('yzt-tide-chart', () => {
  it('predicts the days of the page from midnight in China, over the zero of the gauge', async () => {
    const { element, chart } = await chartOf(station());
    const data = chart.data ?? [];
    expect([data[0]?.key, data.length]).to.deep.equal([Date.parse('2024-05-01T00:00+08:00'), 2 * 144 + 1]);
    // S2 goes with the mean sun of Greenwich: high water at 00:00 and 12:00 UTC, 08:00 and 20:00 in China.
    const high = data.find(({ key }) => key === Date.parse('2024-05-01T08:00+08:00'))?.value ?? 0;
    expect(high).to.be.closeTo(350, 0.5);
    await waitUntil(() => words(chart).includes('蓝色警戒'), 'the lines are drawn');
    expect(words(chart)).to.include('示例站潮位').and.to.include('蓝色警戒').and.to.include('红色警戒').and.to.include('360');
    expect(words(element)).to.include('示例数据').and.to.include('天文潮，不含风暴增水').and.to.include('警戒潮位未注明来源');
    await expect(element).to.be.accessible();
  });

  it('takes other days, other lines and another language', async () => {
    const { element, chart } = await chartOf(station(), { days: 1, thresholds: 'Alarm=345:orange' });
    await waitUntil(() => chart.data?.length === 145, 'one day');
    element.lang = 'en';
    await element.updateComplete;
    await waitUntil(() => words(chart).includes('Alarm'), 'the line is drawn');
    expect(words(chart)).to.include('Tide at Example');
    expect(words(chart)).not.to.include('红色警戒');
  });

  it('says which constituents it leaves out, and where a station is not there', async () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (line: unknown) => said.push(String(line));
    const two = Dataset.fromColumns({ columns: { station: ['x', 'x'], constituent: ['S2', 'XY9'], amplitudeCm: [100, 5], phaseDeg: [0, 0] } });
    const { element } = await chartOf(two);
    console.warn = warn;
    expect(said.filter((line) => line.includes('XY9')).length).to.equal(1);
    expect(words(element)).to.include('数据没有该站的警戒潮位，未画警戒线');
    element.station = 'none';
    await element.updateComplete;
    expect(words(element)).to.include('没有这个潮位站');
  });
});
