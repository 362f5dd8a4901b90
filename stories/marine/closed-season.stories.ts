import '@yizhangtu/marine/closed-season';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, words } from '../shared/probe.js';
import { panel } from '../shared/scenes.js';

const meta: Meta = {
  id: 'marine-closed-season',
  title: '海洋/伏季休渔 closed-season',
  component: 'yzt-closed-season',
  args: { latitude: 36, at: '2026-06-15T08:00' },
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：青岛海域，6 月 15 日',
  render: (args) => panel(html`<yzt-closed-season ${given(args)}></yzt-closed-season>`),
  play: async ({ canvasElement }) => {
    await expect(words(find(canvasElement, 'yzt-closed-season'))).toMatch(/休渔中.*78 天|Closed.*78 days left/);
  },
};

export const Part: StoryObj = {
  ...Basic,
  name: '部分作业：北纬 30°，8 月 10 日',
  args: { latitude: 30, at: '2026-08-10T08:00' },
  play: async ({ canvasElement }) => {
    await expect(words(find(canvasElement, 'yzt-closed-season'))).toMatch(/部分作业休渔中|Closed in part/);
  },
};
