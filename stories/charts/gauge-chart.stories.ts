import '@yizhangtu/charts/gauge-chart';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside, loaded, words } from '../shared/probe.js';
import { districtsData, idOf, missingData, panel, pendingData, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = { id: 'charts-gauge-chart', title: '图表/仪表 gauge-chart', component: 'yzt-gauge-chart' };
export default meta;

const measured: StoryObj['render'] = (args, context) =>
  html`${venuesData(context)}${panel(html`<yzt-gauge-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-gauge-chart>`)}`;

export const Basic: StoryObj = {
  name: '基本：占比，随筛选变化',
  args: { label: '开放率', share: 'openState=open', digits: 1, target: 90, near: 5 },
  render: measured,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const gauge = find(canvasElement, 'yzt-gauge-chart');
    const meter = await inside(gauge).findByRole('meter', {}, { timeout: 5000 });
    const before = gauge.figureShown;
    data.setFilter('openState', { kind: 'in', field: 'openState', values: ['open'] });
    await waitFor(() => expect(meter).toHaveAttribute('aria-valuetext', '100.0 %'));
    data.clearFilters();
    await waitFor(() => expect(gauge.figureShown).toBe(before));
  },
};

export const Bands: StoryObj = {
  name: '分段与目标',
  render: () =>
    panel(html`<yzt-gauge-chart
      label=${t('办件满意度（示例数据）', 'Satisfaction (example data)')}
      value="88.6"
      unit=${t('分', 'points')}
      max="100"
      target="90"
      near="5"
      thresholds=${t('差=0:red; 中=60:orange; 良=75:yellow; 优=90:token:color-success', 'poor=0:red; fair=60:orange; good=75:yellow; very good=90:token:color-success')}
    ></yzt-gauge-chart>`),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-gauge-chart'))).toMatch(/接近目标|nearly reached/));
  },
};

export const UpperLimit: StoryObj = {
  name: '上限，超出刻度',
  render: () =>
    panel(html`<yzt-gauge-chart
      label=${t('本月用水（示例数据）', 'Water used this month (example data)')}
      value="12863000"
      unit=${t('立方米', 'm³')}
      compact
      max="12000000"
      target="11000000"
      lower-is-better
    ></yzt-gauge-chart>`),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-gauge-chart'))).toMatch(/超出刻度上限|beyond the end/));
  },
};

export const PerHead: StoryObj = {
  name: '人均，按数据集',
  args: { label: '人均场地面积', measure: 'sum:areaM2', per: 10071722, digits: 2, unit: '㎡', max: 4, target: 2.6 },
  render: (args, context) =>
    html`${districtsData(context)}${panel(html`<yzt-gauge-chart dataset=${idOf(context, 'districts')} ${given(args)}></yzt-gauge-chart>`)}`,
};

export const Extremes: StoryObj = {
  name: '负数、最长与最大',
  render: () =>
    panel(
      html`<div class="story-row">
        <yzt-gauge-chart label=${t('气温（示例数据）', 'Temperature (example data)')} value="-3.4" min="-20" max="40" unit="℃" thresholds=${t('低温=-20:blue; 适宜=10:token:color-success; 高温=35:red', 'cold=-20:blue; mild=10:token:color-success; hot=35:red')}></yzt-gauge-chart>
        <yzt-gauge-chart label=${t('全市各类公共体育设施及学校开放场地合计面积', 'Area of all public and school sports facilities of the city')} value="123456789012" max="200000000000" unit="㎡"></yzt-gauge-chart>
        <yzt-gauge-chart label=${t('零', 'Zero')} value="0" unit="%"></yzt-gauge-chart>
        <yzt-gauge-chart label=${t('没有数据', 'No data')} value="NaN" unit="%"></yzt-gauge-chart>
      </div>`,
    ),
};

export const NoEnd: StoryObj = {
  name: '没有写 max',
  render: () => panel(html`<yzt-gauge-chart label=${t('库容', 'Stored water')} value="42" unit=${t('万立方米', '10,000 m³')}></yzt-gauge-chart>`),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(find(canvasElement, 'yzt-gauge-chart')).getByRole('alert')).toHaveTextContent('max'));
  },
};

export const Loading: StoryObj = {
  name: '加载中',
  args: { label: '开放率', share: 'openState=open' },
  render: (args, context) =>
    html`${pendingData(context)}${panel(html`<yzt-gauge-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-gauge-chart>`)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  args: { label: '开放率', share: 'openState=open' },
  render: (args, context) =>
    html`${missingData(context)}${panel(html`<yzt-gauge-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-gauge-chart>`)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(find(canvasElement, 'yzt-gauge-chart')).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
