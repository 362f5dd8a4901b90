import '@yizhangtu/charts/ranking-chart';
import '@yizhangtu/data/field';
import '@yizhangtu/data/joined-field';
import '@yizhangtu/widgets/feature-table';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/legend';
import type { YztDataset } from '@yizhangtu/data/dataset';
import type { Dataset } from '@yizhangtu/data/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { districtsUrl, venuesUrl } from '../shared/data.js';
import { find, words } from '../shared/probe.js';
import { idOf, mapScene, panel, type Named } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'data-joined-field',
  title: '数据/关联字段 joined-field',
  component: 'yzt-joined-field',
};
export default meta;

interface Fields {
  readonly venues?: TemplateResult;
  readonly districts?: TemplateResult;
}

const both = (context: Named, { venues, districts }: Fields): TemplateResult =>
  html`<yzt-dataset id=${idOf(context, 'venues')} src=${venuesUrl} schema="fitness/venue@1" source=${t('青岛市体育局（示例）', 'Qingdao Sports Bureau (example)')} example>${venues}</yzt-dataset>
    <yzt-dataset id=${idOf(context, 'districts')} src=${districtsUrl} schema="fitness/district@1" source=${t('由海岸线与地名推得的示意边界', 'Schematic outlines derived from coast and places')} example>${districts}</yzt-dataset>`;

function dataOf(root: Element, name: string): Dataset {
  return (root.querySelector(`yzt-dataset[id$="-${name}"]`) as YztDataset).dataset;
}

export const Basic: StoryObj = {
  name: '基本：各区市的场馆数，随场馆的筛选而变',
  render: (_, context) =>
    html`${both(context, {
      districts: html`<yzt-joined-field name="venues" label=${t('场馆数', 'Venues')} unit=${t('处', '')} from=${idOf(context, 'venues')} key="adcode" from-key="district"></yzt-joined-field>
        <yzt-field name="perHead" label=${t('每万人场馆数', 'Venues per 10,000 people')} unit=${t('处', '')} digits="2" expression="venues / population * 10000"></yzt-field>`,
    })}
    ${mapScene(context, {
      zoom: 8,
      layers: html`<yzt-polygon-layer dataset=${idOf(context, 'districts')} label=${t('每万人场馆数', 'Venues per 10,000 people')} symbology="breaks:perHead:4:quantile:greens" label-field=${t('name', 'en')}></yzt-polygon-layer>`,
      beside: html`<yzt-filter dataset=${idOf(context, 'venues')} field="typeGroup"></yzt-filter>
        <yzt-ranking-chart dataset=${idOf(context, 'districts')} group-by=${t('name', 'en')} measure="sum:perHead" digits="2" unit=${t('处', '')} label=${t('每万人场馆数', 'Venues per 10,000 people')}></yzt-ranking-chart>
        <yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    })}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(dataOf(canvasElement, 'districts').column('perHead')?.kind).toBe('number'));
    const [venues, districts] = [dataOf(canvasElement, 'venues'), dataOf(canvasElement, 'districts')];
    const count = (): number => Array.from({ length: districts.rowCount }, (_, row) => Number(districts.value(row, 'venues'))).reduce((sum, one) => sum + one, 0);
    await waitFor(() => expect(count()).toBe(venues.rowCount));
    venues.setFilter('typeGroup', { kind: 'in', field: 'typeGroup', values: ['aquatic'] });
    await waitFor(() => expect(count()).toBe(venues.rows().total));
    venues.clearFilters();
  },
};

export const Place: StoryObj = {
  name: '按位置：场馆落在哪个区市',
  render: (_, context) =>
    html`${both(context, {
      venues: html`<yzt-joined-field name="within" label=${t('所在区市（按位置）', 'District by place')} from=${idOf(context, 'districts')} value-field=${t('name', 'en')}></yzt-joined-field>
        <yzt-joined-field name="people" label=${t('区市人口', 'People of the district')} unit=${t('人', '')} from=${idOf(context, 'districts')} key="district" from-key="adcode" value-field="population"></yzt-joined-field>`,
    })}
    ${panel(html`<yzt-feature-table dataset=${idOf(context, 'venues')} fields="name within people areaM2"></yzt-feature-table>`, true)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(dataOf(canvasElement, 'venues').column('people')?.kind).toBe('number'));
    await waitFor(() => expect(words(find(canvasElement, 'yzt-feature-table'))).toMatch(/市南区|Shinan/));
  },
};
