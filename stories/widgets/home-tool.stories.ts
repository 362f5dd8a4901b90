import '@yizhangtu/widgets/home-tool';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside } from '../shared/probe.js';
import { mapScene, panel } from '../shared/scenes.js';

const meta: Meta = {
  id: 'widgets-home-tool',
  title: '部件/初始范围 home-tool',
  component: 'yzt-home-tool',
  render: (args, context) => mapScene(context, { layers: html`<yzt-home-tool slot="top-end" ${given(args)}></yzt-home-tool>` }),
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：离开后返回',
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    map.center = [121.2, 36.6];
    map.zoom = 13;
    await map.updateComplete;
    await userEvent.click(inside(find(canvasElement, 'yzt-home-tool')).getByRole('button'));
    await waitFor(() => expect(map.center[0]).toBeCloseTo(120.4, 2), { timeout: 5000 });
    await waitFor(() => expect(map.zoom).toBeCloseTo(10.5, 1), { timeout: 5000 });
  },
};

export const Bounds: StoryObj = { name: '指定范围', args: { bounds: '119.5 35.42 121.05 37.3' } };

export const WithoutMap: StoryObj = {
  name: '没有地图',
  render: (args) => panel(html`<yzt-home-tool ${given(args)}></yzt-home-tool>`),
  play: async ({ canvasElement }) => {
    await expect(inside(find(canvasElement, 'yzt-home-tool')).getByRole('button')).toBeDisabled();
  },
};
