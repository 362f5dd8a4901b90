import '@yizhangtu/charts/indicator';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside, loaded, words } from '../shared/probe.js';
import { districtsData, idOf, missingData, panel, pendingData, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'charts-indicator',
  title: '图表/指标 indicator',
  component: 'yzt-indicator',
  argTypes: { tone: { control: 'select', options: ['neutral', 'accent', 'success', 'warning', 'danger'] } },
};
export default meta;

const measured: StoryObj['render'] = (args, context) =>
  html`${venuesData(context)}${panel(html`<yzt-indicator dataset=${idOf(context, 'venues')} ${given(args)}></yzt-indicator>`)}`;

export const Basic: StoryObj = {
  name: '基本：随筛选变化',
  args: { label: '健身场馆', unit: '处' },
  render: measured,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const card = find(canvasElement, 'yzt-indicator');
    await waitFor(() => expect(card.figure).toBe(data.rowCount));
    data.setFilter('openState', { kind: 'in', field: 'openState', values: ['closed'] });
    await waitFor(() => expect(card.figure).toBeLessThan(data.rowCount));
    data.clearFilters();
    await waitFor(() => expect(card.figure).toBe(data.rowCount));
  },
};

export const Share: StoryObj = { name: '占比', args: { label: '开放率', share: 'openState=open', digits: 1 }, render: measured };

export const PerHead: StoryObj = {
  name: '人均，与目标比较',
  args: { label: '人均场地面积', measure: 'sum:areaM2', per: 10071722, digits: 2, unit: '㎡', target: 2.6 },
  render: (args, context) =>
    html`${districtsData(context)}
    ${panel(html`<yzt-indicator dataset=${idOf(context, 'districts')} ${given(args)}></yzt-indicator>`)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-indicator'))).toMatch(/达标|reached/), { timeout: 10_000 });
  },
};

export const Course: StoryObj = {
  name: '比上年与走势',
  args: {
    label: '场地总面积',
    value: 26_453_120,
    unit: '㎡',
    compact: true,
    digits: 1,
    previous: 25_150_000,
    series: [21.2, 22.4, 23.1, 24, 25.1, 26.4],
    note: '示例数据，截至 2026-06-30',
  },
  render: (args) => panel(html`<yzt-indicator ${given(args)}></yzt-indicator>`),
};

export const UpperLimit: StoryObj = {
  name: '越低越好',
  args: { label: '投诉办结平均用时', value: 3.4, unit: '天', target: 3, lowerIsBetter: true, tone: 'danger', change: -8.1 },
  render: (args) => panel(html`<yzt-indicator ${given(args)}></yzt-indicator>`),
};

export const Extremes: StoryObj = {
  name: '最长名称与最大数字',
  render: () =>
    panel(
      html`<div class="story-row">
        <yzt-indicator
          label=${t('全市各级各类公共体育设施及学校开放场地合计面积', 'Area of all public and school sports facilities of the city')}
          value="123456789012"
          unit="㎡"
        ></yzt-indicator>
        <yzt-indicator label=${t('合计（简写）', 'Sum, shortened')} value="123456789012" unit="㎡" compact></yzt-indicator>
        <yzt-indicator label=${t('零', 'Zero')} value="0" unit=${t('处', '')}></yzt-indicator>
        <yzt-indicator label=${t('没有数据', 'No data')} value="NaN"></yzt-indicator>
      </div>`,
    ),
};

export const Loading: StoryObj = {
  name: '加载中',
  args: { label: '健身场馆' },
  render: (args, context) =>
    html`${pendingData(context)}${panel(html`<yzt-indicator dataset=${idOf(context, 'venues')} ${given(args)}></yzt-indicator>`)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  args: { label: '健身场馆' },
  render: (args, context) =>
    html`${missingData(context)}${panel(html`<yzt-indicator dataset=${idOf(context, 'venues')} ${given(args)}></yzt-indicator>`)}`,
  play: async ({ canvasElement }) => {
    const card = find(canvasElement, 'yzt-indicator');
    await waitFor(() => expect(inside(card).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
