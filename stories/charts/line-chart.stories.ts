import '@yizhangtu/charts/line-chart';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { complaints, FORECAST_FROM, sensor, tides } from '../shared/chart-data.js';
import { given } from '../shared/given.js';
import { find, inside, words } from '../shared/probe.js';
import { idOf, missingData, panel, pendingData, someVenues } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const LEVELS = '蓝色警戒=430:blue; 黄色警戒=460:yellow; 橙色警戒=490:orange; 红色警戒=520:red';

const meta: Meta = {
  id: 'charts-line-chart',
  title: '图表/折线图 line-chart',
  component: 'yzt-line-chart',
  argTypes: {
    layout: { control: 'inline-radio', options: ['lines', 'area', 'stacked', 'share'] },
    extremes: { control: 'inline-radio', options: ['none', 'ends', 'turns'] },
  },
  args: { groupBy: 'time', measure: 'mean:level', label: '潮位' },
};
export default meta;

const ofTides =
  (stations: number): StoryObj['render'] =>
  (args) =>
    panel(html`<yzt-line-chart .dataset=${tides(stations)} ${given(args)}></yzt-line-chart>`, true);
const ofComplaints: StoryObj['render'] = (args) =>
  panel(html`<yzt-line-chart .dataset=${complaints(2400)} ${given(args)}></yzt-line-chart>`, true);
const plain: StoryObj['render'] = (args) => panel(html`<yzt-line-chart ${given(args)}></yzt-line-chart>`, true);

export const Basic: StoryObj = {
  name: '基本：潮位与四色警戒、预报',
  args: {
    label: '青岛（大港）潮位',
    thresholds: LEVELS,
    forecastFrom: FORECAST_FROM,
    bandLow: 'low',
    bandHigh: 'high',
    extremes: 'turns',
    smooth: true,
    exportable: true,
  },
  render: ofTides(1),
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-line-chart');
    const cursor = await inside(chart).findByRole('slider', {}, { timeout: 5000 });
    (cursor as unknown as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await waitFor(() => expect(cursor).toHaveAttribute('aria-valuenow', '2'));
    await expect(cursor.getAttribute('aria-valuetext')).toMatch(/2026.*02:00.*cm/);
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await waitFor(() => expect(inside(chart).getAllByRole('slider')).toHaveLength(3));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(inside(chart).getAllByRole('slider')).toHaveLength(1));
  },
};

export const Series: StoryObj = {
  name: '多条线：线端写名称，缺测断开',
  args: { splitBy: 'station', label: '三站潮位' },
  render: ofTides(3),
};

export const Selected: StoryObj = {
  name: '选中一段时间',
  args: { splitBy: 'station', label: '三站潮位' },
  render: (args) => {
    const dataset = tides(3);
    dataset.setFilter('time', {
      kind: 'range',
      field: 'time',
      min: Date.parse('2026-09-14T20:00+08:00'),
      max: Date.parse('2026-09-15T20:00+08:00'),
    });
    return panel(html`<yzt-line-chart .dataset=${dataset} ${given(args)}></yzt-line-chart>`, true);
  },
};

export const Months: StoryObj = {
  name: '按月计数，面积',
  args: { groupBy: 'date', bin: 'month', measure: 'count', layout: 'area', label: '每月投诉举报', unit: '件', extremes: 'ends' },
  render: ofComplaints,
};

export const Running: StoryObj = {
  name: '本季度未满',
  args: { groupBy: 'date', bin: 'quarter', measure: 'count', completeTo: '2026-05-15', label: '每季度投诉举报', unit: '件' },
  render: (args) => {
    const data = complaints(2400);
    data.setFilter('until', { kind: 'range', field: 'date', max: Date.parse('2026-05-16T00:00+08:00') - 1 });
    return panel(html`<yzt-line-chart .dataset=${data} ${given(args)}></yzt-line-chart>`, true);
  },
};

export const Stacked: StoryObj = {
  name: '堆叠面积',
  args: { groupBy: 'date', bin: 'month', measure: 'count', splitBy: 'kind', layout: 'stacked', label: '每月投诉举报', unit: '件' },
  render: ofComplaints,
};

export const Shares: StoryObj = {
  name: '构成的变化',
  args: { groupBy: 'date', bin: 'quarter', measure: 'count', splitBy: 'kind', layout: 'share', label: '投诉举报的构成', unit: '件' },
  render: ofComplaints,
};

export const Dense: StoryObj = {
  name: '52,560 个读数',
  args: { groupBy: 'time', measure: 'mean:value', label: '浮标海温', extremes: 'ends' },
  render: (args) => panel(html`<yzt-line-chart .dataset=${sensor()} ${given(args)}></yzt-line-chart>`, true),
};

export const Cycle: StoryObj = {
  name: '一天中的时段',
  args: { groupBy: 'date', bin: 'hour-of-day', measure: 'count', label: '投诉举报的时段', unit: '件' },
  render: ofComplaints,
};

const YEARS = ['2019', '2020', '2021', '2022', '2023', '2024', '2025'];
const GDP = [
  ['海洋渔业', [98, 101, 108, 113, 121, 128, 137]],
  ['滨海旅游', [164, 92, 118, 87, 171, 189, 204]],
  ['海洋交通运输', [131, 136, 151, 160, 163, 171, 180]],
  ['海洋工程建筑', [44, 47, 49, 55, 58, 57, 61]],
] as const;

export const PlainData: StoryObj = {
  name: '不用数据集：年份',
  args: {
    groupBy: undefined,
    measure: undefined,
    label: '主要海洋产业增加值',
    unit: '亿元',
    data: GDP.flatMap(([series, values]) => YEARS.map((key, index) => ({ key, series, value: values[index] ?? 0 }))),
  },
  render: plain,
};

export const LongNames: StoryObj = {
  name: '名称长、条数多：改用图例',
  args: {
    groupBy: undefined,
    measure: undefined,
    label: '各站逐年优良天数',
    unit: '天',
    data: ['青岛西海岸新区灵山卫街道监测站', '市南区东部监测子站', '崂山区仰口监测子站', '即墨区鳌山卫监测子站', '胶州市区监测子站'].flatMap(
      (series, line) => YEARS.map((key, index) => ({ key, series, value: 268 + ((line * 37 + index * 53) % 60) })),
    ),
  },
  render: plain,
};

export const Negative: StoryObj = {
  name: '正负：距平',
  args: {
    groupBy: undefined,
    measure: undefined,
    label: '海面高度距平',
    unit: 'mm',
    extremes: 'ends',
    data: YEARS.map((key, index) => ({ key, value: [-22, -9, 14, -3, 31, 48, 12][index] ?? 0 })),
  },
  render: plain,
};

export const Few: StoryObj = {
  name: '只有一个点',
  args: { groupBy: undefined, measure: undefined, label: '海面高度', unit: 'mm', data: [{ key: '2025', value: 48 }] },
  render: plain,
};

export const English: StoryObj = {
  name: 'English',
  args: {
    groupBy: undefined,
    measure: undefined,
    bin: 'hour',
    label: 'Water level at Dagang',
    unit: 'cm',
    smooth: true,
    thresholds: 'Blue alert=430:blue; Red alert=520:red',
    forecastFrom: FORECAST_FROM,
    data: Array.from({ length: 60 }, (_, hour) => ({
      key: Date.parse('2026-09-14T00:00+08:00') + hour * 3_600_000,
      value: Math.round(240 + 150 * Math.sin((hour - 3) / 2) + 85 * Math.exp(-(((hour - 38) / 11) ** 2))),
    })),
  },
  render: (args) => html`<div lang="en">${panel(html`<yzt-line-chart ${given(args)}></yzt-line-chart>`, true)}</div>`,
};

export const None: StoryObj = {
  name: '0 行',
  args: { groupBy: 'name', measure: 'count' },
  render: (args) => panel(html`<yzt-line-chart .dataset=${someVenues(0)} ${given(args)}></yzt-line-chart>`, true),
};

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)}
    ${panel(html`<yzt-line-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-line-chart>`, true)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-line-chart'))).toMatch(/正在读取|Reading|Loading/));
  },
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    html`${missingData(context)}
    ${panel(html`<yzt-line-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-line-chart>`, true)}`,
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-line-chart');
    await waitFor(() => expect(inside(chart).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};

export const Unreadable: StoryObj = {
  name: '阈值写错',
  args: { thresholds: '430', label: t('潮位', 'Water level') },
  render: ofTides(1),
};
