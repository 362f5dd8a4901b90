import '@yizhangtu/map/flow-layer';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { wind } from '../shared/grids.js';
import { drawn, find, words } from '../shared/probe.js';
import { idOf, mapScene } from '../shared/scenes.js';

const meta: Meta = {
  id: 'map-flow-layer',
  title: '地图/流场图层 flow-layer',
  component: 'yzt-flow-layer',
  argTypes: { form: { control: 'inline-radio', options: ['particles', 'arrows'] }, kind: { control: 'inline-radio', options: ['wind', 'current'] } },
  args: { label: '10 米风' },
  render: (args, context) =>
    mapScene(context, {
      zoom: 9.6,
      layers: html`<yzt-flow-layer .grid=${wind()} ${given(args)}><yzt-popup></yzt-popup></yzt-flow-layer>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    }),
};
export default meta;

export const Basic: StoryObj = {
  name: '风：粒子',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-flow-layer');
    await waitFor(() => expect(layer.flowAt([120.5, 36])?.speed ?? 0).toBeGreaterThan(5), { timeout: 10_000 });
    await waitFor(() => expect(words(find(canvasElement, 'yzt-legend'))).toContain('m/s'), { timeout: 5000 });
  },
};

export const Arrows: StoryObj = { name: '风：箭头（打印、减少动态效果时也是它）', args: { form: 'arrows' } };

export const Current: StoryObj = { name: '海流：去向，更慢，更长的尾迹', args: { kind: 'current', label: '海流', speedScale: 0.5, fade: 3, breaks: '5:pretty:pubugn' } };
