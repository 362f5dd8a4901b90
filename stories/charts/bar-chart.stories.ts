import '@yizhangtu/charts/bar-chart';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { complaints } from '../shared/chart-data.js';
import { given } from '../shared/given.js';
import { find, inside, loaded, rowsLeft, words } from '../shared/probe.js';
import { idOf, missingData, panel, pendingData, someVenues, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'charts-bar-chart',
  title: '图表/柱状图 bar-chart',
  component: 'yzt-bar-chart',
  argTypes: {
    orientation: { control: 'inline-radio', options: ['vertical', 'horizontal'] },
    order: { control: 'inline-radio', options: [undefined, 'descending', 'ascending', 'key'] },
    layout: { control: 'inline-radio', options: ['stacked', 'grouped', 'share'] },
  },
  args: { groupBy: 'district', label: '各区市场馆', unit: '处' },
  render: (args, context) =>
    html`${venuesData(context)}
    ${panel(html`<yzt-bar-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-bar-chart>`, true)}`,
};
export default meta;

const plain: StoryObj['render'] = (args) => panel(html`<yzt-bar-chart ${given(args)}></yzt-bar-chart>`, true);
const ofComplaints: StoryObj['render'] = (args) =>
  panel(html`<yzt-bar-chart .dataset=${complaints(2400)} ${given(args)}></yzt-bar-chart>`, true);

export const Basic: StoryObj = {
  name: '基本',
  args: { exportable: true },
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

export const Stacked: StoryObj = {
  name: '堆叠：各区市各类场馆',
  args: { splitBy: 'typeGroup', label: '各区市各类场馆' },
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const chart = inside(find(canvasElement, 'yzt-bar-chart'));
    const entries = await chart.findAllByRole('button', { pressed: false });
    await userEvent.click(entries.find((one: HTMLElement) => one.closest('.legend')) as HTMLElement);
    await waitFor(() => expect(data.filters.has('typeGroup')).toBe(true));
    await waitFor(() => expect(chart.getAllByRole('button', { name: /处/ })).toHaveLength(10));
    data.clearFilters();
  },
};

export const StackedLying: StoryObj = {
  name: '横条堆叠，长名称',
  args: { groupBy: 'typeCode', splitBy: 'openState', orientation: 'horizontal', limit: 8, label: '场地类型与开放情况' },
};

export const Shares: StoryObj = {
  name: '构成：各区市开放情况',
  args: { splitBy: 'openState', layout: 'share', orientation: 'horizontal', label: '各区市场馆开放情况', unit: '处' },
};

export const SharesStanding: StoryObj = {
  name: '构成，竖排',
  args: { splitBy: 'openState', layout: 'share', label: '各区市场馆开放情况' },
};

export const Grouped: StoryObj = {
  name: '并列：两年比较',
  args: {
    groupBy: undefined,
    label: '海水养殖产量',
    unit: '万吨',
    layout: 'grouped',
    data: ['黄岛区', '即墨区', '崂山区', '城阳区', '胶州市'].flatMap((key, index) => [
      { key, series: '2024 年', value: [38.2, 21.4, 9.6, 7.1, 5.3][index] ?? 0, color: 'token:data-other' },
      { key, series: '2025 年', value: [40.9, 20.8, 10.2, 7.4, 4.9][index] ?? 0, color: 'token:data-1' },
    ]),
  },
  render: plain,
};

export const GroupedLying: StoryObj = {
  ...Grouped,
  name: '并列，横条',
  args: { ...Grouped.args, orientation: 'horizontal' },
};

export const Months: StoryObj = {
  name: '按月：投诉件数与类别',
  args: { groupBy: 'date', bin: 'month', splitBy: 'kind', label: '近两年投诉举报', unit: '件' },
  render: ofComplaints,
};

export const Days: StoryObj = {
  name: '按日',
  args: { groupBy: 'date', bin: 'day:2', label: '投诉举报，每两日', unit: '件' },
  render: ofComplaints,
};

export const Hours: StoryObj = {
  name: '一天中的时段',
  args: { groupBy: 'date', bin: 'hour-of-day', label: '投诉举报的时段', unit: '件', target: 100, targetLabel: '全天平均' },
  render: ofComplaints,
};

export const Numbers: StoryObj = {
  name: '数值分箱，有缺失',
  args: { groupBy: 'areaM2', bin: 'breaks:0,100,500,1000,2000,5000,12000', label: '场地面积', unit: '处' },
  render: (args) => panel(html`<yzt-bar-chart .dataset=${someVenues(1000)} ${given(args)}></yzt-bar-chart>`, true),
};

export const Target: StoryObj = {
  name: '目标线',
  args: { measure: 'mean:areaM2', unit: undefined, digits: 0, label: '平均场地面积', target: 1000, targetLabel: '规划要求' },
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
  args: { splitBy: 'openState' },
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    const chart = inside(find(canvasElement, 'yzt-bar-chart'));
    await userEvent.click(await chart.findByRole('button', { name: /表格|table/i }));
    await expect(await chart.findAllByRole('row')).toHaveLength(11);
  },
};

const CHANGES = [
  { key: '市南区', label: '市南区', value: 12 },
  { key: '市北区', label: '市北区', value: -5 },
  { key: '崂山区', label: '崂山区', value: 0 },
  { key: '李沧区', label: '李沧区', value: Number.NaN },
  { key: '黄岛区', label: '青岛西海岸新区（黄岛区）', value: 31 },
];

export const PlainData: StoryObj = {
  name: '不用数据集：负数与空值',
  args: { groupBy: undefined, label: '场馆数比上年增减', data: CHANGES },
  render: plain,
};

export const NegativeLying: StoryObj = {
  name: '负数，横条',
  args: { groupBy: undefined, label: '场馆数比上年增减', data: CHANGES, orientation: 'horizontal' },
  render: plain,
};

export const Diverging: StoryObj = {
  name: '收支：正负堆叠',
  args: {
    groupBy: undefined,
    label: '自然岸线变化',
    unit: 'km',
    data: ['2021', '2022', '2023', '2024', '2025'].flatMap((key, index) => [
      { key, series: '修复', value: [1.2, 2.6, 3.1, 2.2, 4.0][index] ?? 0, color: 'token:data-3' },
      { key, series: '占用', value: -([2.4, 1.1, 0.6, 0.9, 0.3][index] ?? 0), color: 'token:data-2' },
    ]),
  },
  render: plain,
};

export const Large: StoryObj = {
  name: '大数：轴以万、亿为单位',
  args: {
    groupBy: undefined,
    label: '海洋生产总值',
    unit: '元',
    data: ['2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026', '2027', '2028'].map(
      (key, index) => ({ key, value: 251_500_000_000 * 1.08 ** index }),
    ),
  },
  render: plain,
};

export const Filtered: StoryObj = {
  name: '选中一根',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    data.setFilter('district', { kind: 'in', field: 'district', values: ['370202'] });
    const chart = inside(find(canvasElement, 'yzt-bar-chart'));
    await waitFor(() => expect(chart.getByRole('button', { name: /市南区/ })).toHaveAttribute('aria-pressed', 'true'));
    await waitFor(() => expect(chart.getAllByRole('button', { name: /处/ })).toHaveLength(10));
  },
};

export const None: StoryObj = {
  name: '0 行',
  render: (args) => panel(html`<yzt-bar-chart .dataset=${someVenues(0)} ${given(args)}></yzt-bar-chart>`, true),
};

export const One: StoryObj = {
  name: '1 行',
  render: (args) => panel(html`<yzt-bar-chart .dataset=${someVenues(1)} ${given(args)}></yzt-bar-chart>`, true),
};

export const Thousand: StoryObj = {
  name: '1,000 组',
  args: { groupBy: undefined, label: t('一千个站点', 'A thousand stations') },
  render: (args) => {
    const data = Array.from({ length: 1000 }, (_, index) => ({ key: `站点 ${index + 1}`, value: (index * 7919) % 4000 }));
    return panel(html`<yzt-bar-chart .data=${data} ${given(args)}></yzt-bar-chart>`, true);
  },
};

export const English: StoryObj = {
  name: 'English',
  args: {
    groupBy: undefined,
    label: 'Mariculture output',
    unit: 'kt',
    layout: 'grouped',
    target: 120,
    targetLabel: 'Average of districts',
    data: ['Huangdao', 'Jimo', 'Laoshan', 'Chengyang', 'Jiaozhou'].flatMap((key, index) => [
      { key, series: '2024', value: [382, 214, 96, 71, 53][index] ?? 0, color: 'token:data-other' },
      { key, series: '2025', value: [409, 208, 102, 74, 49][index] ?? 0, color: 'token:data-1' },
    ]),
  },
  render: (args) => html`<div lang="en">${panel(html`<yzt-bar-chart ${given(args)}></yzt-bar-chart>`, true)}</div>`,
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
