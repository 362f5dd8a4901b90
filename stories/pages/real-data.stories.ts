/** Two pages about real data, in HTML alone: a question, and the views that answer it together. */
import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/charts/indicator';
import '@yizhangtu/charts/line-chart';
import '@yizhangtu/charts/ranking-chart';
import '@yizhangtu/map/hexbin-layer';
import '@yizhangtu/widgets/attribution';
import '@yizhangtu/widgets/feature-table';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/filter-summary';
import '@yizhangtu/widgets/legend';
import type { DatasetSchema } from '@yizhangtu/data/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { drawn, find, loaded, rowsLeft, words } from '../shared/probe.js';
import { foodInspections, INSPECTION_SCHEMA, nearStorms, STORM_SCHEMA, type StoryData } from '../shared/real-data.js';
import { idOf, landLayer, type Named } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'pages-real-data',
  title: '页面/真实数据 real data',
};
export default meta;

const dataset = (context: Named, { data, provenance }: StoryData, schema: DatasetSchema): TemplateResult =>
  html`<yzt-dataset
    id=${idOf(context, 'rows')}
    .data=${data}
    .schema=${schema}
    source=${provenance.source ?? ''}
    licence=${provenance.licence ?? ''}
    updated-at=${provenance.updated ?? ''}
    ?example=${provenance.example}
  ></yzt-dataset>`;

interface Page {
  readonly question: string;
  readonly answer: string;
  readonly figures: TemplateResult;
  readonly map: TemplateResult;
  /** No land is drawn under the rows. */
  readonly inland?: boolean;
  readonly charts: TemplateResult;
  readonly under: TemplateResult;
}

const page = ({ question, answer, figures, map, inland, charts, under }: Page): TemplateResult =>
  html`<article class="story-desk">
    <header><h2>${question}</h2><p>${answer}</p></header>
    <div class="story-desk-figures">${figures}</div>
    <div class=${inland ? 'story-desk-map inland' : 'story-desk-map'}>${map}</div>
    <div class="story-desk-charts">${charts}</div>
    <div class="story-desk-under">${under}</div>
  </article>`;

export const Inspections: StoryObj = {
  name: '哪里的餐饮店最常不合格，为什么，什么时候',
  loaders: [async () => ({ rows: await foodInspections() })],
  render: (_, context) => {
    const { rows } = context.loaded as { rows: StoryData };
    const id = idOf(context, 'rows');
    return html`${dataset(context, rows, INSPECTION_SCHEMA)}
    ${page({
      question: t('哪里的餐饮店最常不合格，为什么，什么时候？', 'Where do food businesses fail most, why, and when?'),
      answer: t('2013–2017 年圣马特奥县的检查，按店编号与餐饮店对上。点一座城市、一种原因，或在折线上拖出一段，其余各处随之改变。2015 年以前很少评为不合格，比较年份时请留意。', 'Inspections in San Mateo County, 2013–2017, joined to the businesses by their number. Choose a city or a reason, or drag over a part of the line: everything else follows. Before 2015 few were rated as failed; mind that when comparing years.'),
      figures: html`<yzt-indicator dataset=${id} measure="count:failed" label=${t('有评定的检查', 'Rated inspections')} unit=${t('次', '')}></yzt-indicator>
        <yzt-indicator dataset=${id} measure="mean:failed" label=${t('不合格率', 'Failure rate')} unit="%" digits="1"></yzt-indicator>
        <yzt-indicator dataset=${id} share="result=3" digits="2" label=${t('关停占全部检查', 'Closed, of all inspections')}></yzt-indicator>
        <yzt-indicator dataset=${id} measure="mean:violations" digits="2" label=${t('平均违规项', 'Violations on average')}></yzt-indicator>`,
      inland: true,
      map: html`<yzt-map id=${idOf(context, 'map')} label=${t('不合格率分布图', 'Map of failure rates')} bounds="-122.54 37.4 -122.1 37.71">
          <yzt-hexbin-layer label=${t('不合格率（每格至少 20 次检查）', 'Failure rate (cells of 20 inspections or more)')} dataset=${id} measure="mean:failed" size="2km" suppress-below="20" breaks="2,4,6,9:reds"></yzt-hexbin-layer>
        </yzt-map>
        <yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
      charts: html`<yzt-bar-chart dataset=${id} group-by="city" measure="mean:failed" orientation="horizontal" label=${t('各城市不合格率', 'Failure rate by city')} no-source></yzt-bar-chart>
        <yzt-bar-chart dataset=${id} group-by="reason" measure="mean:failed" orientation="horizontal" label=${t('因何检查：不合格率', 'Failure rate by reason of the visit')} no-source></yzt-bar-chart>`,
      under: html`<yzt-filter-summary dataset=${id} noun=${t('检查', 'inspections')} unit=${t('次', '')}></yzt-filter-summary>
        <yzt-line-chart dataset=${id} group-by="date" bin="quarter" measure="mean:failed" label=${t('每季度不合格率', 'Failure rate by quarter')}></yzt-line-chart>
        <yzt-feature-table dataset=${id} for=${idOf(context, 'map')} fields="date name city reason result violations" sort="-date" noun=${t('检查', 'inspections')} unit=${t('次', '')}></yzt-feature-table>`,
    })}`;
  },
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await drawn(canvasElement);
    const all = rowsLeft(data);
    await waitFor(() => expect(words(find(canvasElement, 'yzt-bar-chart'))).toMatch(/Burlingame/));
    const rate = find(canvasElement, 'yzt-line-chart');
    await waitFor(() => expect(words(rate)).toMatch(/2013/));
    data.setFilter('city', { kind: 'in', field: 'city', values: ['Burlingame'] });
    await waitFor(() => expect(words(find(canvasElement, 'yzt-filter-summary'))).toMatch(/Burlingame/));
    await expect(rowsLeft(data)).toBeLessThan(all);
    data.clearFilters();
  },
};

export const Storms: StoryObj = {
  name: '台风什么时候、以多强来到青岛附近',
  loaders: [async () => ({ rows: await nearStorms() })],
  render: (_, context) => {
    const { rows } = context.loaded as { rows: StoryData };
    const id = idOf(context, 'rows');
    return html`${dataset(context, rows, STORM_SCHEMA)}
    ${page({
      question: t('台风什么时候、以多强来到青岛附近？', 'When do storms come near Qingdao, and how strong?'),
      answer: t('1949 年以来到过青岛 300 公里以内的台风。选“是”只看它们在 300 公里以内的位置。', 'Storms since 1949 that came within 300 km of Qingdao. Choose Yes to see only where they were within it.'),
      figures: html`<yzt-indicator dataset=${id} measure="distinct:storm" label=${t('台风', 'Storms')} unit=${t('个', '')}></yzt-indicator>
        <yzt-indicator dataset=${id} measure="min:distanceKm" label=${t('最近时距青岛', 'Nearest to Qingdao')} unit="km"></yzt-indicator>
        <yzt-indicator dataset=${id} measure="max:windKt" label=${t('最大风速', 'Strongest wind')} unit="kt"></yzt-indicator>
        <yzt-indicator dataset=${id} measure="min:pressure" label=${t('最低气压', 'Lowest pressure')} unit="hPa"></yzt-indicator>`,
      map: html`<yzt-map id=${idOf(context, 'map')} label=${t('台风位置图', 'Map of storm positions')} bounds="108 8 152 46">
          ${landLayer()}
          <yzt-point-layer label=${t('台风每 6 小时位置，按风速', 'Positions every six hours, by wind')} dataset=${id} symbology="breaks:windKt:48,64:reds" size="7"></yzt-point-layer>
        </yzt-map>
        <yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
      charts: html`<yzt-filter dataset=${id} field="near" no-source></yzt-filter>
        <yzt-bar-chart dataset=${id} group-by="time" bin="month-of-year" measure="distinct:storm" unit=${t('个', '')} label=${t('各月台风数', 'Storms by month')} no-source></yzt-bar-chart>
        <yzt-bar-chart dataset=${id} group-by="time" bin="year:10" measure="distinct:storm" unit=${t('个', '')} label=${t('每十年台风数', 'Storms by decade')} no-source></yzt-bar-chart>`,
      under: html`<yzt-filter-summary dataset=${id} noun=${t('位置', 'positions')} unit=${t('个', '')}></yzt-filter-summary>
        <yzt-ranking-chart dataset=${id} group-by="storm" measure="min:distanceKm" order="ascending" limit="10" label=${t('离青岛最近的十个', 'The ten that came nearest')}></yzt-ranking-chart>
        <yzt-feature-table dataset=${id} for=${idOf(context, 'map')} fields="storm time grade windKt pressure distanceKm nearestKm" sort="distanceKm" noun=${t('位置', 'positions')} unit=${t('个', '')}></yzt-feature-table>`,
    })}`;
  },
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await drawn(canvasElement);
    const all = rowsLeft(data);
    data.setFilter('near', { kind: 'in', field: 'near', values: [true] });
    await waitFor(() => expect(find(canvasElement, 'yzt-indicator').figure).toBeGreaterThan(10));
    await expect(rowsLeft(data)).toBeLessThan(all / 2);
    const months = data.query({ groupBy: { field: 'time', bin: { kind: 'cycle', unit: 'month-of-year' } }, measures: [{ kind: 'distinct', field: 'storm' }] }).groups;
    // Nothing comes in winter, and most comes in summer.
    await expect(months.find(({ key }) => key === 1)?.count).toBe(0);
    await expect((months.find(({ key }) => key === 8)?.count ?? 0) + (months.find(({ key }) => key === 7)?.count ?? 0)).toBeGreaterThan(0);
    data.clearFilters();
  },
};
