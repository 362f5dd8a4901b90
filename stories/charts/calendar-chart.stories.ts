import '@yizhangtu/charts/calendar-chart';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { at, complaints, weighings } from '../shared/chart-data.js';
import { given } from '../shared/given.js';
import { find, inside, words } from '../shared/probe.js';
import { idOf, missingData, panel, pendingData } from '../shared/scenes.js';

const meta: Meta = {
  id: 'charts-calendar-chart',
  title: '图表/日历图 calendar-chart',
  component: 'yzt-calendar-chart',
  args: { groupBy: 'date', label: '每日受理投诉', unit: '件' },
};
export default meta;

const ofComplaints =
  (count: number): StoryObj['render'] =>
  (args) =>
    panel(html`<yzt-calendar-chart .dataset=${complaints(count)} ${given(args)}></yzt-calendar-chart>`, true);

export const Basic: StoryObj = {
  name: '基本：每日件数，三个年份',
  args: { exportable: true },
  render: ofComplaints(4000),
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-calendar-chart');
    const cursor = await inside(chart).findByRole('slider', {}, { timeout: 5000 });
    (cursor as unknown as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{Enter}');
    await waitFor(() => expect(words(chart)).toMatch(/已选|Selected/));
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}{Escape}');
    await waitFor(() => expect(words(chart)).toMatch(/已取消|removed/));
  },
};

export const Missing: StoryObj = {
  name: '量值：没有数据的日子不是零',
  args: { label: '每日清运量', measure: 'sum:tonnes', unit: '', breaks: '5:equal' },
  render: (args) => panel(html`<yzt-calendar-chart .dataset=${weighings()} ${given(args)}></yzt-calendar-chart>`, true),
};

export const Ramp: StoryObj = {
  name: '界值与色带',
  args: { breaks: '2,4,6,8:oranges' },
  render: ofComplaints(4000),
};

export const Selected: StoryObj = {
  name: '选中一段，其他视图也有筛选',
  render: (args) => {
    const dataset = complaints(4000);
    dataset.setFilter('date', { kind: 'range', field: 'date', min: at('2025-04-20T00:00:00'), max: at('2025-06-11T00:00:00'), maxExclusive: true });
    dataset.setFilter('kind', { kind: 'in', field: 'kind', values: [dataset.value(0, 'kind') as string] });
    return panel(html`<yzt-calendar-chart .dataset=${dataset} ${given(args)}></yzt-calendar-chart>`, true);
  },
};

export const OneYear: StoryObj = {
  name: '一年',
  args: { label: '每日清运量（示例数据）', unit: '吨', data: Array.from({ length: 300 }, (_, day) => ({ key: at('2025-02-01T00:00:00') + day * 86_400_000, value: (day * 37) % 23 })) },
  render: (args) => panel(html`<yzt-calendar-chart ${given(args)}></yzt-calendar-chart>`, true),
};

export const Narrow: StoryObj = {
  name: '窄：一月一块',
  render: (args) => panel(html`<yzt-calendar-chart .dataset=${complaints(4000)} ${given(args)}></yzt-calendar-chart>`),
};

export const English: StoryObj = {
  name: 'English',
  args: { label: 'Complaints a day (example data)', unit: 'complaints' },
  render: (args) => html`<div lang="en">${panel(html`<yzt-calendar-chart .dataset=${complaints(4000)} ${given(args)}></yzt-calendar-chart>`, true)}</div>`,
};

export const None: StoryObj = { name: '0 行', render: ofComplaints(0) };

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)} ${panel(html`<yzt-calendar-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-calendar-chart>`, true)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-calendar-chart'))).toMatch(/正在读取|Reading|Loading/));
  },
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    html`${missingData(context)} ${panel(html`<yzt-calendar-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-calendar-chart>`, true)}`,
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-calendar-chart');
    await waitFor(() => expect(inside(chart).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
