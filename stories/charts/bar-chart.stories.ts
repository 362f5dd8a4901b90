import '@yizhangtu/charts/bar-chart';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside, loaded, rowsLeft, words } from '../shared/probe.js';
import { idOf, missingData, panel, pendingData, someVenues, venuesData } from '../shared/scenes.js';

const meta: Meta = {
  id: 'charts-bar-chart',
  title: '图表/柱状图 bar-chart',
  component: 'yzt-bar-chart',
  argTypes: {
    orientation: { control: 'inline-radio', options: ['vertical', 'horizontal'] },
    order: { control: 'inline-radio', options: [undefined, 'descending', 'ascending', 'key'] },
  },
  args: { groupBy: 'district', label: '各区市场馆', unit: '处' },
  render: (args, context) =>
    html`${venuesData(context)}
    ${panel(html`<yzt-bar-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-bar-chart>`, true)}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const chart = find(canvasElement, 'yzt-bar-chart');
    const bars = await inside(chart).findAllByRole('button', { name: /处/ }, { timeout: 5000 });
    await expect(bars).toHaveLength(10);
    (bars[0] as unknown as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(data.filters.has('district')).toBe(true));
    await expect(rowsLeft(data)).toBeLessThan(data.rowCount);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(data.filters.size).toBe(0));
  },
};

export const Lying: StoryObj = {
  name: '横条，颜色与地图一致',
  args: { groupBy: 'typeGroup', orientation: 'horizontal', symbology: 'class:typeGroup', label: '各类场馆' },
};

export const Sum: StoryObj = {
  name: '求和：单位来自字段',
  args: { measure: 'sum:areaM2', unit: undefined, label: '各区市场地面积' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-bar-chart'))).toContain('㎡'), { timeout: 10_000 });
  },
};

export const Rest: StoryObj = {
  name: '前 5 与其他',
  args: { groupBy: 'typeCode', limit: 5, label: '场地类型', orientation: 'horizontal' },
};

export const Table: StoryObj = {
  name: '表格',
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    const chart = inside(find(canvasElement, 'yzt-bar-chart'));
    await userEvent.click(await chart.findByRole('button', { name: /表格|table/i }));
    await expect(await chart.findAllByRole('row')).toHaveLength(11);
  },
};

export const PlainData: StoryObj = {
  name: '不用数据集：负数与空值',
  args: {
    groupBy: undefined,
    label: '场馆数比上年增减',
    data: [
      { key: '市南区', label: '市南区', value: 12 },
      { key: '市北区', label: '市北区', value: -5 },
      { key: '崂山区', label: '崂山区', value: 0 },
      { key: '李沧区', label: '李沧区', value: Number.NaN },
      { key: '黄岛区', label: '青岛西海岸新区（黄岛区）', value: 31 },
    ],
  },
  render: (args) => panel(html`<yzt-bar-chart ${given(args)}></yzt-bar-chart>`, true),
};

export const Filtered: StoryObj = {
  name: '选中一根',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    data.setFilter('district', { kind: 'in', field: 'district', values: ['370202'] });
    const chart = inside(find(canvasElement, 'yzt-bar-chart'));
    await waitFor(() => expect(chart.getByRole('button', { name: /市南区/ })).toHaveAttribute('aria-pressed', 'true'));
    await expect(chart.getAllByRole('button', { name: /处/ })).toHaveLength(10);
  },
};

export const None: StoryObj = {
  name: '0 行',
  render: (args) => panel(html`<yzt-bar-chart .dataset=${someVenues(0)} ${given(args)}></yzt-bar-chart>`, true),
};

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)}
    ${panel(html`<yzt-bar-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-bar-chart>`, true)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-bar-chart'))).toMatch(/正在读取|Reading|Loading/));
  },
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    html`${missingData(context)}
    ${panel(html`<yzt-bar-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-bar-chart>`, true)}`,
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-bar-chart');
    await waitFor(() => expect(inside(chart).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
