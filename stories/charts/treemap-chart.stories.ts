import '@yizhangtu/charts/treemap-chart';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { landParcels } from '../shared/land-data.js';
import { find, inside, words } from '../shared/probe.js';
import { idOf, missingData, panel, pendingData, someVenues } from '../shared/scenes.js';

const meta: Meta = {
  id: 'charts-treemap-chart',
  title: '图表/矩形树图 treemap-chart',
  component: 'yzt-treemap-chart',
  argTypes: { levels: { control: 'inline-radio', options: [1, 2] } },
  args: { path: 'now', measure: 'sum:areaM2', unit: '公顷', label: '用地用海构成' },
  render: (args) => panel(html`<yzt-treemap-chart .dataset=${landParcels()} ${given(args)}></yzt-treemap-chart>`, true),
};
export default meta;

export const Basic: StoryObj = {
  name: '用地用海 2023，官方颜色',
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-treemap-chart');
    const [first] = await inside(chart).findAllByRole('button', { name: /可展开|opens/ }, { timeout: 5000 });
    first?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await waitFor(() => expect(chart.zoomed).toBe('01'));
    await waitFor(() => expect(inside(chart).getByRole('navigation')).toBeVisible());
  },
};

export const Zoomed: StoryObj = {
  name: '进入一类',
  args: { zoomed: '07' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-treemap-chart'))).toMatch(/只看此类|Only these/));
  },
};

export const Districts: StoryObj = { name: '区市与地类，两个字段', args: { path: 'district now', unit: '平方公里', label: '各区市用地构成' } };

export const OneLevel: StoryObj = { name: '只画一级', args: { levels: 1, unit: '亩', label: '一级类面积' } };

export const Plain: StoryObj = {
  name: '普通数据：预算',
  args: {
    path: undefined,
    measure: undefined,
    unit: '亿元',
    digits: 1,
    label: '一般公共预算支出（示例数据）',
    data: [
      {
        key: 'edu',
        label: '教育',
        children: [
          { key: 'a', label: '义务教育', value: 168.2 },
          { key: 'b', label: '高中教育', value: 51.4 },
          { key: 'c', label: '职业教育', value: 28.9 },
          { key: 'd', label: '学前教育', value: 33.1 },
        ],
      },
      {
        key: 'social',
        label: '社会保障和就业',
        children: [
          { key: 'e', label: '养老', value: 142.6 },
          { key: 'f', label: '就业补助', value: 21.3 },
          { key: 'g', label: '社会救助', value: 18.2 },
        ],
      },
      { key: 'health', label: '卫生健康', value: 131.7 },
      { key: 'city', label: '城乡社区', value: 224.8 },
      { key: 'agri', label: '农林水', value: 96.4 },
      { key: 'sport', label: '文化旅游体育与传媒', value: 31.2 },
    ],
  },
  render: (args) => panel(html`<yzt-treemap-chart ${given(args)}></yzt-treemap-chart>`),
};

export const None: StoryObj = {
  name: '没有数据',
  args: { path: 'typeGroup', measure: 'count', unit: '处' },
  render: (args) => panel(html`<yzt-treemap-chart .dataset=${someVenues(0)} ${given(args)}></yzt-treemap-chart>`),
};

export const Loading: StoryObj = {
  name: '加载中',
  args: { path: 'typeGroup', measure: 'count', unit: '处' },
  render: (args, context) =>
    html`${pendingData(context)} ${panel(html`<yzt-treemap-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-treemap-chart>`)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  args: { path: 'typeGroup', measure: 'count', unit: '处' },
  render: (args, context) =>
    html`${missingData(context)} ${panel(html`<yzt-treemap-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-treemap-chart>`)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(find(canvasElement, 'yzt-treemap-chart')).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
