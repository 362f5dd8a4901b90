import '@yizhangtu/widgets/scale-line';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, words } from '../shared/probe.js';
import { mapScene } from '../shared/scenes.js';

const meta: Meta = {
  id: 'widgets-scale-line',
  title: '部件/比例尺 scale-line',
  component: 'yzt-scale-line',
  argTypes: { units: { control: 'inline-radio', options: ['metric', 'nautical'] } },
  render: (args, context) =>
    mapScene(context, { layers: html`<yzt-scale-line slot="bottom-start" ${given(args)}></yzt-scale-line>` }),
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const line = find(canvasElement, 'yzt-scale-line');
    await waitFor(() => expect(words(line)).toMatch(/公里|km/));
    map.zoom = 16;
    await waitFor(() => expect(words(line)).toMatch(/\d (?:米|m)$/), { timeout: 5000 });
  },
};

export const Ratio: StoryObj = { name: '带数字比例尺', args: { ratio: true } };

export const Nautical: StoryObj = {
  name: '海里',
  args: { units: 'nautical' },
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(words(find(canvasElement, 'yzt-scale-line'))).toMatch(/海里|nautical|nmi|NM/i));
  },
};

export const RatioOnly: StoryObj = { name: '只有数字比例尺', args: { noLine: true } };
