import '@yizhangtu/charts/timeline-chart';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { complaints, lifeCycle } from '../shared/chart-data.js';
import { given } from '../shared/given.js';
import { find, inside, words } from '../shared/probe.js';
import { idOf, missingData, panel, pendingData } from '../shared/scenes.js';

const meta: Meta = { id: 'charts-timeline-chart', title: '图表/时间线 timeline-chart', component: 'yzt-timeline-chart' };
export default meta;

const LIFE = { timeField: 'start', endField: 'end', laneField: 'kind', labelField: 'name' };

export const Basic: StoryObj = {
  name: '基本：一户企业的全生命周期',
  args: { ...LIFE, symbology: 'class:kind', label: '某餐饮公司：从设立至今', exportable: true },
  render: (args) => panel(html`<yzt-timeline-chart .dataset=${lifeCycle()} ${given(args)}></yzt-timeline-chart>`, true),
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-timeline-chart');
    const cursor = await inside(chart).findByRole('slider', {}, { timeout: 5000 });
    (cursor as unknown as HTMLElement).focus();
    await userEvent.keyboard('{End}{Enter}');
    await waitFor(() => expect(chart.shadowRoot?.querySelector('.ring.chosen')).not.toBeNull());
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    await waitFor(() => expect(words(chart)).toMatch(/已选|Selected/));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(words(chart)).toMatch(/已取消|removed/));
  },
};

export const Many: StoryObj = {
  name: '四千件投诉：相叠的并成一点',
  args: { timeField: 'date', laneField: 'kind', label: '投诉受理' },
  render: (args) => panel(html`<yzt-timeline-chart .dataset=${complaints(4000)} ${given(args)}></yzt-timeline-chart>`, true),
};

export const FewLanes: StoryObj = {
  name: '至多三道，其余合并',
  args: { ...LIFE, limit: 3, label: '全生命周期' },
  render: (args) => panel(html`<yzt-timeline-chart .dataset=${lifeCycle()} ${given(args)}></yzt-timeline-chart>`, true),
};

export const OneLane: StoryObj = {
  name: '窄面板，不分道，不选时段',
  args: { timeField: 'start', labelField: 'name', noBrush: true, label: '大事' },
  render: (args) => panel(html`<yzt-timeline-chart .dataset=${lifeCycle()} ${given(args)}></yzt-timeline-chart>`),
};

export const NoDates: StoryObj = {
  name: '不是日期的字段',
  args: { timeField: 'name', label: '大事' },
  render: (args) => panel(html`<yzt-timeline-chart .dataset=${lifeCycle()} ${given(args)}></yzt-timeline-chart>`),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(find(canvasElement, 'yzt-timeline-chart')).getByRole('alert')).toHaveTextContent('time-field="name"'));
  },
};

export const Loading: StoryObj = {
  name: '加载中',
  args: { timeField: 'built', label: '建成' },
  render: (args, context) => html`${pendingData(context)}${panel(html`<yzt-timeline-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-timeline-chart>`)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  args: { timeField: 'built', label: '建成' },
  render: (args, context) => html`${missingData(context)}${panel(html`<yzt-timeline-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-timeline-chart>`)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(find(canvasElement, 'yzt-timeline-chart')).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
