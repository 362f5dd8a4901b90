import '@yizhangtu/widgets/share-tool';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside, words } from '../shared/probe.js';
import { mapScene, note, venueLayer, venuesData } from '../shared/scenes.js';

const meta: Meta = {
  id: 'widgets-share-tool',
  title: '部件/分享链接 share-tool',
  component: 'yzt-share-tool',
  render: (args, context) =>
    html`${venuesData(context)}
    ${note('移动地图、筛选后点按钮：链接里有范围、图层和筛选，没有令牌。', 'Move the map, filter, then click: the link holds view, layers and filters, and no tokens.')}
    ${mapScene(context, { layers: html`${venueLayer(context)}<yzt-share-tool slot="top-end" ${given(args)}></yzt-share-tool>` })}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const tool = find(canvasElement, 'yzt-share-tool');
    await userEvent.click(inside(tool).getByRole('button'));
    await waitFor(() => expect(words(tool)).toMatch(/链接|link/i));
    await expect(tool.url).toMatch(/yzt=120\.4,36\.16,10\.5/);
  },
};
