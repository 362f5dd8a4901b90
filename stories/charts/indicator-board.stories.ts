import '@yizhangtu/charts/indicator';
import '@yizhangtu/charts/indicator-board';
import { Dataset } from '@yizhangtu/data/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { seededIndicators } from '../shared/indicators.js';
import { find, words } from '../shared/probe.js';
import { idOf, missingData, panel, pendingData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'charts-indicator-board',
  title: '图表/指标板 indicator-board',
  component: 'yzt-indicator-board',
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：一张指标表',
  args: { label: '重点指标', near: 3 },
  render: (args) => html`<yzt-indicator-board .dataset=${seededIndicators()} ${given(args)}></yzt-indicator-board>`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-indicator-board'))).toMatch(/有目标的 7 项：达标 3 项|7 with a target: 3 reached/));
  },
};

export const Columns: StoryObj = {
  name: '四列，自己的卡片排在后面',
  args: { columns: 4, limit: 3, near: 3 },
  render: (args) =>
    html`<yzt-indicator-board .dataset=${seededIndicators()} ${given(args)}>
      <yzt-indicator label=${t('今日预约', 'Bookings today')} value="1826" unit=${t('人次', 'visits')} change="3.4" note=${t('示例数据', 'Example data')}></yzt-indicator>
    </yzt-indicator-board>`,
};

export const Narrow: StoryObj = {
  name: '面板里',
  args: { limit: 3, near: 3 },
  render: (args) => panel(html`<yzt-indicator-board .dataset=${seededIndicators()} ${given(args)}></yzt-indicator-board>`),
};

export const None: StoryObj = {
  name: '没有指标',
  render: (args) => panel(html`<yzt-indicator-board .dataset=${Dataset.fromColumns({ columns: { name: [] as string[], value: [] as number[] } })} ${given(args)}></yzt-indicator-board>`),
};

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) => html`${pendingData(context)} ${panel(html`<yzt-indicator-board dataset=${idOf(context, 'venues')} ${given(args)}></yzt-indicator-board>`)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) => html`${missingData(context)} ${panel(html`<yzt-indicator-board dataset=${idOf(context, 'venues')} ${given(args)}></yzt-indicator-board>`)}`,
};
