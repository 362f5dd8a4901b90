import '@yizhangtu/marine/depth-layer';
import '@yizhangtu/widgets/legend';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import depthUrl from '../../examples/marine/data/depth.json?url';
import { given } from '../shared/given.js';
import { drawn, find, words } from '../shared/probe.js';
import { idOf, landLayer, mapScene } from '../shared/scenes.js';

const meta: Meta = {
  id: 'marine-depth-layer',
  title: '海洋/水深 depth-layer',
  component: 'yzt-depth-layer',
  argTypes: { light: { control: 'inline-radio', options: ['day', 'dim', 'dusk', 'night'] } },
  args: { label: '水深（非航海用图）', shallow: 5, safety: 10, deep: 30, labels: true },
  render: (args, context) =>
    mapScene(context, {
      zoom: 6.5,
      land: false,
      layers: html`<yzt-depth-layer url=${depthUrl} ${given(args)}></yzt-depth-layer>${landLayer()}`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    }),
};
export default meta;

export const Basic: StoryObj = {
  name: '黄海水深，浅色主题为白昼，深色主题调暗',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(words(find(canvasElement, 'yzt-legend'))).toMatch(/安全等深线 10|safety contour 10/), { timeout: 10_000 });
  },
};

export const Night: StoryObj = { name: '夜间', args: { light: 'night' } };
