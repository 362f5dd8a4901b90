import '@yizhangtu/charts/scatter-chart';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { facilities } from '../shared/chart-data.js';
import { farAway } from '../shared/far-rows.js';
import { given } from '../shared/given.js';
import { find, inside, words } from '../shared/probe.js';
import { idOf, missingData, panel, pendingData } from '../shared/scenes.js';

const meta: Meta = {
  id: 'charts-scatter-chart',
  title: '图表/散点图 scatter-chart',
  component: 'yzt-scatter-chart',
  argTypes: { xScale: { control: 'inline-radio', options: ['linear', 'log'] }, yScale: { control: 'inline-radio', options: ['linear', 'log'] } },
  args: { x: 'area', y: 'visits', labelField: 'name', label: '场馆面积与日均人次' },
};
export default meta;

const of =
  (count: number): StoryObj['render'] =>
  (args) =>
    panel(html`<yzt-scatter-chart .dataset=${facilities(count)} ${given(args)}></yzt-scatter-chart>`, true);

export const Basic: StoryObj = {
  name: '基本：对数轴，类别、趋势线、中位数',
  args: { xScale: 'log', yScale: 'log', symbology: 'class:kind', markers: 'median', trend: true, exportable: true },
  render: of(600),
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-scatter-chart');
    const cursor = await inside(chart).findByRole('slider', {}, { timeout: 5000 });
    (cursor as unknown as HTMLElement).focus();
    await userEvent.keyboard('{Home}{ArrowRight}{Shift>}{PageUp}{/Shift}');
    await waitFor(() => expect(words(chart)).toMatch(/已选|Selected/));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(words(chart)).toMatch(/已取消|removed/));
  },
};

export const Bubbles: StoryObj = {
  name: '气泡：面积按座位数',
  args: { sizeField: 'seats', symbology: 'class:kind' },
  render: of(80),
};

export const Selected: StoryObj = {
  name: '框选一块，选中一处',
  args: { xScale: 'log', yScale: 'log' },
  render: (args) => {
    const dataset = facilities(600);
    dataset.setFilter('area', { kind: 'range', field: 'area', min: 500, max: 5000 });
    dataset.setFilter('visits', { kind: 'range', field: 'visits', min: 50, max: 600 });
    dataset.select([12]);
    return panel(html`<yzt-scatter-chart .dataset=${dataset} ${given(args)}></yzt-scatter-chart>`, true);
  },
};

export const Many: StoryObj = { name: '4 万点', args: { xScale: 'log', yScale: 'log', symbology: 'class:kind', labelField: '' }, render: of(40_000) };

export const Dense: StoryObj = { name: '30 万点：疏密', args: { xScale: 'log', yScale: 'log', labelField: '', trend: true }, render: of(300_000) };

export const Far: StoryObj = {
  name: '数据在服务器上：按格计数',
  args: { xScale: 'log', yScale: 'log', labelField: '', markers: 'median', exportable: true },
  render: (args) => panel(html`<yzt-scatter-chart .dataset=${farAway(facilities(40_000))} ${given(args)}></yzt-scatter-chart>`, true),
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-scatter-chart');
    const cursor = await inside(chart).findByRole('slider', {}, { timeout: 5000 });
    (cursor as unknown as HTMLElement).focus();
    await userEvent.keyboard('{Home}{ArrowRight}{Shift>}{ArrowRight}{/Shift}');
    await waitFor(() => expect(words(chart)).toMatch(/已选|Selected/));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(words(chart)).toMatch(/已取消|cleared/));
  },
};

export const Narrow: StoryObj = {
  name: '窄',
  args: { xScale: 'log', yScale: 'log', symbology: 'class:kind', trend: true, markers: 'median' },
  render: (args) => panel(html`<yzt-scatter-chart .dataset=${facilities(300)} ${given(args)}></yzt-scatter-chart>`),
};

export const English: StoryObj = {
  name: 'English',
  args: { xScale: 'log', yScale: 'log', symbology: 'class:kind', trend: true, markers: 'median', label: 'Area and daily visits (example data)' },
  render: (args) => html`<div lang="en">${panel(html`<yzt-scatter-chart .dataset=${facilities(300)} ${given(args)}></yzt-scatter-chart>`, true)}</div>`,
};

export const None: StoryObj = { name: '0 行', render: of(0) };

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)} ${panel(html`<yzt-scatter-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-scatter-chart>`, true)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-scatter-chart'))).toMatch(/正在读取|Reading|Loading/));
  },
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    html`${missingData(context)} ${panel(html`<yzt-scatter-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-scatter-chart>`, true)}`,
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-scatter-chart');
    await waitFor(() => expect(inside(chart).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
