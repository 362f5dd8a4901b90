import '@yizhangtu/map/image-layer';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find } from '../shared/probe.js';
import { mapScene } from '../shared/scenes.js';

/** A made-up plan, 示例数据: streets and blocks on paper. */
function plan(): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [900, 600];
  const context = canvas.getContext('2d');
  if (!context) return '';
  context.fillStyle = '#f4efe2';
  context.fillRect(0, 0, 900, 600);
  for (let row = 0; row < 6; row++)
    for (let column = 0; column < 9; column++) {
      context.fillStyle = ['#cfe3c8', '#f0d9b5', '#d9d2e9', '#f3c6c0'][(row * 5 + column * 3) % 4] as string;
      context.fillRect(column * 100 + 8, row * 100 + 8, 84, 84);
    }
  context.strokeStyle = '#8a6d3b';
  context.lineWidth = 12;
  context.strokeRect(6, 6, 888, 588);
  context.fillStyle = '#5b4636';
  context.font = 'bold 64px sans-serif';
  context.textAlign = 'center';
  context.fillText('规划图（示例数据）', 450, 320);
  return canvas.toDataURL();
}

const text = (words: string): string => `data:text/plain,${encodeURIComponent(words)}`;

const meta: Meta = {
  id: 'map-image-layer',
  title: '地图/图片图层 image-layer',
  component: 'yzt-image-layer',
  args: { label: '规划图（示例数据）', extent: '120.25 36.05 120.55 36.25', opacity: 0.85 },
  render: (args, context) => mapScene(context, { layers: html`<yzt-image-layer url=${plan()} ${given(args)}></yzt-image-layer>` }),
};
export default meta;

export const Basic: StoryObj = {
  name: '按经纬度范围',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(find(canvasElement, 'yzt-image-layer').pictureBounds).toEqual([120.25, 36.05, 120.55, 36.25]), { timeout: 10_000 });
  },
};

/** 30 m a pixel, turned by 20° in CGCS2000 / 120E. */
export const Turned: StoryObj = {
  name: '坐标文件，米，斜放',
  args: { extent: undefined, crs: 'EPSG:4549', worldFile: text('28.19 -10.26 -10.26 -28.19 525000 4016000') },
};

export const Failed: StoryObj = {
  name: '返回的不是图片',
  render: (_args, context) =>
    mapScene(context, { layers: html`<yzt-image-layer label="图片" url="./index.json" extent="120.3 36 120.5 36.2" @yzt-error=${(event: Event) => event.preventDefault()}></yzt-image-layer>` }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(find(canvasElement, 'yzt-image-layer').error).toBeDefined(), { timeout: 15_000 });
  },
};
