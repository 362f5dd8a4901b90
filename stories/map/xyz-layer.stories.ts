import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { setStyle } from '@yizhangtu/base/set-style';
import '@yizhangtu/map/map';
import '@yizhangtu/map/xyz-layer';

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
  title: 'map/xyz-layer',
  component: 'yzt-xyz-layer',
  args: { tileSize: 256 },
  render: ({ tileSize }) => html`
    <yzt-map ${setStyle({ height: '400px' })} label="青岛市地图" center="120.38 36.07" zoom="9">
      <yzt-xyz-layer label="示例底图" url=${tile()} tile-size=${tileSize}></yzt-xyz-layer>
    </yzt-map>
  `,
};
export default meta;

export const 基本: StoryObj = {};

export const 大瓦片: StoryObj = { args: { tileSize: 512 } };
