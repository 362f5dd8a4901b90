import '@yizhangtu/charts/sankey-chart';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { landParcels } from '../shared/land-data.js';
import { find, inside, words } from '../shared/probe.js';
import { idOf, missingData, panel, pendingData, someVenues } from '../shared/scenes.js';

const meta: Meta = {
  id: 'charts-sankey-chart',
  title: '图表/桑基图 sankey-chart',
  component: 'yzt-sankey-chart',
  args: { from: 'before', to: 'now', measure: 'sum:areaM2', unit: '公顷', level: 1, changesOnly: true, label: '2020—2025 年地类转移' },
  render: (args) => panel(html`<yzt-sankey-chart .dataset=${landParcels()} ${given(args)}></yzt-sankey-chart>`, true),
};
export default meta;

export const Basic: StoryObj = {
  name: '地类转移，只看变化',
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-sankey-chart');
    await waitFor(() => expect(words(chart)).toMatch(/未变的|stayed/), { timeout: 5000 });
    const flows = await inside(chart).findAllByRole('button', { name: /→/ });
    flows[0]?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await waitFor(() => expect(flows[0]).toHaveAttribute('aria-pressed', 'true'));
  },
};

export const Whole: StoryObj = { name: '连同未变部分', args: { changesOnly: false } };

export const Values: StoryObj = { name: '按末级代码，前 8 类', args: { level: undefined, limit: 8, unit: '亩', label: '地类转移（末级类）' } };

export const Plain: StoryObj = {
  name: '普通数据：信用等级变化',
  args: {
    from: undefined,
    to: undefined,
    measure: undefined,
    level: undefined,
    changesOnly: false,
    unit: '家',
    label: '企业信用风险分类变化（示例数据）',
    data: [
      { from: 'A 低风险', to: 'A 低风险', value: 4120 },
      { from: 'A 低风险', to: 'B 一般', value: 260 },
      { from: 'B 一般', to: 'A 低风险', value: 540 },
      { from: 'B 一般', to: 'B 一般', value: 2980 },
      { from: 'B 一般', to: 'C 较高', value: 170 },
      { from: 'C 较高', to: 'B 一般', value: 210 },
      { from: 'C 较高', to: 'C 较高', value: 640 },
      { from: 'C 较高', to: 'D 高风险', value: 58 },
      { from: 'D 高风险', to: 'C 较高', value: 36 },
      { from: 'D 高风险', to: 'D 高风险', value: 122 },
    ],
  },
  render: (args) => panel(html`<yzt-sankey-chart ${given(args)}></yzt-sankey-chart>`),
};

export const None: StoryObj = {
  name: '没有数据',
  args: { from: 'typeGroup', to: 'openState', measure: 'count', unit: '处', level: undefined },
  render: (args) => panel(html`<yzt-sankey-chart .dataset=${someVenues(0)} ${given(args)}></yzt-sankey-chart>`),
};

export const Loading: StoryObj = {
  name: '加载中',
  args: { from: 'typeGroup', to: 'openState', measure: 'count', unit: '处', level: undefined },
  render: (args, context) =>
    html`${pendingData(context)} ${panel(html`<yzt-sankey-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-sankey-chart>`)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  args: { from: 'typeGroup', to: 'openState', measure: 'count', unit: '处', level: undefined },
  render: (args, context) =>
    html`${missingData(context)} ${panel(html`<yzt-sankey-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-sankey-chart>`)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(find(canvasElement, 'yzt-sankey-chart')).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
