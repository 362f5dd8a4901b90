import '@yizhangtu/charts/pie-chart';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside, loaded, words } from '../shared/probe.js';
import { idOf, missingData, panel, pendingData, someVenues, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'charts-pie-chart',
  title: '图表/饼图 pie-chart',
  component: 'yzt-pie-chart',
  argTypes: { form: { control: 'inline-radio', options: ['donut', 'pie'] } },
  args: { groupBy: 'typeGroup', label: '健身场馆构成', unit: '处' },
  render: (args, context) =>
    html`${venuesData(context)} ${panel(html`<yzt-pie-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-pie-chart>`)}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const slices = await inside(find(canvasElement, 'yzt-pie-chart')).findAllByRole('button', { name: /占/ }, { timeout: 5000 });
    (slices[0] as unknown as HTMLElement).focus();
    slices[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await waitFor(() => expect(data.filters.has('typeGroup')).toBe(true));
    await waitFor(() => expect(slices[0]).toHaveAttribute('aria-pressed', 'true'));
  },
};

export const Area: StoryObj = {
  name: '按面积',
  args: { measure: 'sum:areaM2', label: '场地面积构成', unit: '㎡', digits: 0 },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-pie-chart'))).toMatch(/合计|total/), { timeout: 10_000 });
  },
};

export const Full: StoryObj = { name: '整圆', args: { form: 'pie', groupBy: 'openState', label: '开放情况' } };

export const Few: StoryObj = { name: '前 3 与其他', args: { limit: 3 } };

/** Industries of a city as a statistics bureau publishes them: plain data, no dataset. */
export const Plain: StoryObj = {
  name: '普通数据：三次产业',
  args: {
    groupBy: undefined,
    unit: '亿元',
    digits: 1,
    label: '地区生产总值构成（示例数据）',
    data: [
      { key: 3, label: '第三产业', value: 10_024.6 },
      { key: 2, label: '第二产业', value: 5_389.2 },
      { key: 1, label: '第一产业', value: 505.1 },
    ],
  },
  render: (args) => panel(html`<yzt-pie-chart ${given(args)}></yzt-pie-chart>`),
};

/** Many small slices on one side, long names: labels step aside and are cut, never overlap. */
export const Crowded: StoryObj = {
  name: '小扇区与长名称',
  args: {
    groupBy: undefined,
    unit: '公顷',
    digits: 2,
    label: '用地构成（示例数据）',
    data: [
      { key: 'a', label: '城镇住宅用地', value: 940 },
      { key: 'b', label: '农村宅基地及附属设施用地', value: 14.2 },
      { key: 'c', label: '机关团体用地', value: 9.6 },
      { key: 'd', label: '科研用地', value: 6.4 },
      { key: 'e', label: '文化用地', value: 5.1 },
      { key: 'f', label: '教育用地', value: 4.4 },
      { key: 'g', label: '体育用地', value: 3.2 },
      { key: 'h', label: '医疗卫生用地', value: 1.1 },
    ],
  },
  render: (args) => panel(html`<yzt-pie-chart ${given(args)}></yzt-pie-chart>`),
};

export const Narrow: StoryObj = {
  name: '窄处变为列表',
  render: (args, context) =>
    html`${venuesData(context)}
      <div class="story-panel narrow"><yzt-pie-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-pie-chart></div>`,
};

export const One: StoryObj = {
  name: '1 个扇区',
  render: (args) => panel(html`<yzt-pie-chart .dataset=${someVenues(1)} ${given(args)}></yzt-pie-chart>`),
};

export const None: StoryObj = {
  name: '0 个扇区',
  render: (args) => panel(html`<yzt-pie-chart .dataset=${someVenues(0)} ${given(args)}></yzt-pie-chart>`),
};

export const Mean: StoryObj = {
  name: '平均值不能画成饼图',
  args: { measure: 'mean:areaM2', label: t('平均面积', 'Mean area') },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(find(canvasElement, 'yzt-pie-chart')).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)} ${panel(html`<yzt-pie-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-pie-chart>`)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    html`${missingData(context)} ${panel(html`<yzt-pie-chart dataset=${idOf(context, 'venues')} ${given(args)}></yzt-pie-chart>`)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(find(canvasElement, 'yzt-pie-chart')).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
