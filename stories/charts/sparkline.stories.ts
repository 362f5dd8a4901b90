import '@yizhangtu/charts/sparkline';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside } from '../shared/probe.js';
import { panel } from '../shared/scenes.js';

const meta: Meta = {
  id: 'charts-sparkline',
  title: '图表/走势线 sparkline',
  component: 'yzt-sparkline',
  args: { label: '场馆数', series: [982, 1011, 1040, 1102, 1180, 1284] },
  render: (args) => panel(html`<yzt-sparkline ${given(args)}></yzt-sparkline>`),
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    const line = inside(find(canvasElement, 'yzt-sparkline'));
    await waitFor(() => expect(line.getByRole('img')).toHaveAccessibleName(/1,284/));
  },
};

export const Gap: StoryObj = { name: '中间缺数', args: { series: [12, 14, Number.NaN, Number.NaN, 18, 17] } };

export const Negative: StoryObj = { name: '有负数', args: { label: '增减', series: [-3, 2, 5, -8, 1] } };

export const Flat: StoryObj = { name: '没有变化', args: { series: [5, 5, 5, 5] } };

export const Single: StoryObj = { name: '只有一个值', args: { series: [42] } };

export const None: StoryObj = { name: '没有数据', args: { series: [] } };

export const Thousand: StoryObj = {
  name: '1,000 个值，不填色',
  args: {
    label: '日均入场人次',
    noArea: true,
    digits: 0,
    series: Array.from({ length: 1000 }, (_, i) => 500 + 300 * Math.sin(i / 40) + ((i * 37) % 90)),
  },
};
