import '@yizhangtu/map/xyz-layer';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find } from '../shared/probe.js';
import { mapScene } from '../shared/scenes.js';

/** A tile drawn by the story itself: no story asks the network for anything. */
function tile(): string {
  const canvas = document.createElement('canvas');
  canvas.width = 256;
  canvas.height = 256;
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#f3f1ec';
    context.fillRect(0, 0, 256, 256);
    context.strokeStyle = '#b8c2cc';
    context.strokeRect(0.5, 0.5, 255, 255);
  }
  return `${canvas.toDataURL()}#{z}/{x}/{y}`;
}

const meta: Meta = {
  id: 'map-xyz-layer',
  title: '地图/瓦片图层 xyz-layer',
  component: 'yzt-xyz-layer',
  args: { label: '示例底图' },
  render: (args, context) =>
    mapScene(context, { land: false, layers: html`<yzt-xyz-layer url=${tile()} ${given(args)}></yzt-xyz-layer>` }),
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await expect(find(canvasElement, 'yzt-xyz-layer').failedTiles).toBe(0);
  },
};

export const LargeTiles: StoryObj = { name: '512 像素瓦片', args: { tileSize: 512 } };

export const Failed: StoryObj = {
  name: '服务没有应答',
  render: (args, context) =>
    mapScene(context, {
      land: false,
      layers: html`<yzt-xyz-layer
        url="./no-such-tiles/{z}/{x}/{y}.png"
        @yzt-error=${(event: Event) => event.preventDefault()}
        ${given(args)}
      ></yzt-xyz-layer>`,
    }),
  play: async ({ canvasElement }) => {
    const layer = find(canvasElement, 'yzt-xyz-layer');
    await drawn(canvasElement);
    await waitFor(() => expect(layer.error).toBeDefined(), { timeout: 10_000 });
  },
};
