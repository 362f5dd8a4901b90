import '@yizhangtu/charts/ranking-chart';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside, loaded, words } from '../shared/probe.js';
import { districtsData, idOf, missingData, panel, pendingData, someVenues, venuesData } from '../shared/scenes.js';

const meta: Meta = {
  id: 'charts-ranking-chart',
  title: '图表/排名 ranking-chart',
  component: 'yzt-ranking-chart',
  argTypes: { order: { control: 'inline-radio', options: [undefined, 'descending', 'ascending', 'key'] } },
  args: { groupBy: 'district', label: '各区市场馆', unit: '处' },
  render: (args, context) =>
    html`${venuesData(context)}
    ${panel(html`<yzt-ranking-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-ranking-chart>`)}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const bars = await inside(find(canvasElement, 'yzt-ranking-chart')).findAllByRole(
      'button',
      { name: /处/ },
      { timeout: 5000 },
    );
    (bars[0] as unknown as HTMLElement).focus();
    await userEvent.keyboard('{End}{Enter}');
    await waitFor(() => expect(data.filters.has('district')).toBe(true));
    await waitFor(() => expect(bars[bars.length - 1]).toHaveAttribute('aria-pressed', 'true'));
  },
};

export const Target: StoryObj = {
  name: '与目标比较',
  args: { groupBy: 'name', measure: 'sum:areaPerCapita', target: 2.6, digits: 2, unit: '㎡', label: '各区市人均场地面积' },
  render: (args, context) =>
    html`${districtsData(context)}
    ${panel(html`<yzt-ranking-chart dataset=${idOf(context, 'districts')} ${given(args)}></yzt-ranking-chart>`)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-ranking-chart'))).toMatch(/目标 2\.60|target 2\.60/), {
      timeout: 10_000,
    });
  },
};

export const Percent: StoryObj = {
  name: '百分比，满格为 100',
  args: {
    groupBy: undefined,
    max: 100,
    unit: '%',
    digits: 1,
    label: '开放率',
    data: [
      { key: 'a', label: '市南区', value: 91.2 },
      { key: 'b', label: '青岛西海岸新区（黄岛区）各镇街公共体育场馆', value: 74 },
      { key: 'c', label: '莱西市', value: 8.5 },
    ],
  },
  render: (args) => panel(html`<yzt-ranking-chart ${given(args)}></yzt-ranking-chart>`),
};

export const NoRanks: StoryObj = { name: '不带名次，前 3 与其他', args: { noRanks: true, limit: 3 } };

export const One: StoryObj = {
  name: '1 行',
  render: (args) => panel(html`<yzt-ranking-chart .dataset=${someVenues(1)} ${given(args)}></yzt-ranking-chart>`),
};

export const None: StoryObj = {
  name: '0 行',
  render: (args) => panel(html`<yzt-ranking-chart .dataset=${someVenues(0)} ${given(args)}></yzt-ranking-chart>`),
};

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)}
    ${panel(html`<yzt-ranking-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-ranking-chart>`)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    html`${missingData(context)}
    ${panel(html`<yzt-ranking-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-ranking-chart>`)}`,
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-ranking-chart');
    await waitFor(() => expect(inside(chart).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
