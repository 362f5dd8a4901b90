import '@yizhangtu/widgets/full-screen-tool';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside } from '../shared/probe.js';
import { idOf, mapScene, note } from '../shared/scenes.js';

const meta: Meta = {
  id: 'widgets-full-screen-tool',
  title: '部件/全屏 full-screen-tool',
  component: 'yzt-full-screen-tool',
  render: (args, context) =>
    html`${note('浏览器不允许全屏时按钮不出现。', 'Where the browser does not allow full screen there is no button.')}
    ${mapScene(context, { layers: html`<yzt-full-screen-tool slot="top-end" ${given(args)}></yzt-full-screen-tool>` })}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const tool = find(canvasElement, 'yzt-full-screen-tool');
    await expect(tool.targetElement).toBe(map);
    const button = inside(tool).queryByRole('button');
    await expect(button !== null).toBe(document.fullscreenEnabled);
  },
};

export const WholePart: StoryObj = {
  name: '放大地图与图例所在的区块',
  render: (args, context) =>
    html`<div id=${idOf(context, 'part')}>
      ${mapScene(context, {
        layers: html`<yzt-full-screen-tool slot="top-end" target=${idOf(context, 'part')} ${given(args)}></yzt-full-screen-tool>`,
      })}
    </div>`,
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await expect(find(canvasElement, 'yzt-full-screen-tool').targetElement?.id).toMatch(/part$/);
  },
};
