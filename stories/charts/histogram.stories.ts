import '@yizhangtu/charts/histogram';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { complaints } from '../shared/chart-data.js';
import { given } from '../shared/given.js';
import { find, inside, words } from '../shared/probe.js';
import { idOf, missingData, panel, pendingData, someVenues } from '../shared/scenes.js';

const meta: Meta = {
  id: 'charts-histogram',
  title: '图表/直方图 histogram',
  component: 'yzt-histogram',
  argTypes: { scale: { control: 'inline-radio', options: ['linear', 'log'] } },
  args: { groupBy: 'areaM2', label: '场地面积', unit: '处' },
};
export default meta;

const ofVenues =
  (count: number): StoryObj['render'] =>
  (args) =>
    panel(html`<yzt-histogram .dataset=${someVenues(count)} ${given(args)}></yzt-histogram>`, true);

export const Basic: StoryObj = {
  name: '基本：对数分段，中位数与平均数',
  args: { scale: 'log', markers: 'median mean', exportable: true },
  render: ofVenues(1200),
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-histogram');
    const cursor = await inside(chart).findByRole('slider', {}, { timeout: 5000 });
    (cursor as unknown as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await waitFor(() => expect(cursor).toHaveAttribute('aria-valuenow', '2'));
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await waitFor(() => expect(inside(chart).getAllByRole('slider')).toHaveLength(3));
    await expect(words(chart)).toMatch(/已选|Selected/);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(inside(chart).getAllByRole('slider')).toHaveLength(1));
  },
};

export const Linear: StoryObj = { name: '等宽分段', render: ofVenues(1200) };

export const Selected: StoryObj = {
  name: '选中一段，其他视图也有筛选',
  args: { scale: 'log' },
  render: (args) => {
    const dataset = someVenues(1200);
    dataset.setFilter('areaM2', { kind: 'range', field: 'areaM2', min: 200, max: 2000 });
    dataset.setFilter('district', { kind: 'in', field: 'district', values: ['370202', '370203', '370212', '370213'] });
    return panel(html`<yzt-histogram .dataset=${dataset} ${given(args)}></yzt-histogram>`, true);
  },
};

export const Classes: StoryObj = {
  name: '与地图同一种分级',
  args: { scale: 'log', symbology: 'breaks:areaM2:5:quantile' },
  render: ofVenues(1200),
};

export const ClassBins: StoryObj = {
  name: '分级的界值就是分段',
  args: { bin: 'classes', symbology: 'breaks:areaM2:5:quantile' },
  render: ofVenues(1200),
};

export const Dates: StoryObj = {
  name: '日期，按月',
  args: { groupBy: 'date', label: '受理时间', unit: '件' },
  render: (args) => panel(html`<yzt-histogram .dataset=${complaints(4000)} ${given(args)}></yzt-histogram>`, true),
};

export const Narrow: StoryObj = {
  name: '窄',
  args: { scale: 'log', markers: 'median mean' },
  render: (args) => panel(html`<yzt-histogram .dataset=${someVenues(1200)} ${given(args)}></yzt-histogram>`),
};

export const English: StoryObj = {
  name: 'English',
  args: { scale: 'log', markers: 'median mean', label: 'Area of venues (example data)', unit: 'venues' },
  render: (args) => html`<div lang="en">${panel(html`<yzt-histogram .dataset=${someVenues(1200)} ${given(args)}></yzt-histogram>`, true)}</div>`,
};

export const None: StoryObj = { name: '0 行', render: ofVenues(0) };

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)} ${panel(html`<yzt-histogram dataset=${idOf(context, 'venues')} ${given(args)}></yzt-histogram>`, true)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-histogram'))).toMatch(/正在读取|Reading|Loading/));
  },
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    html`${missingData(context)} ${panel(html`<yzt-histogram dataset=${idOf(context, 'venues')} ${given(args)}></yzt-histogram>`, true)}`,
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-histogram');
    await waitFor(() => expect(inside(chart).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
