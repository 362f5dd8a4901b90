import '@yizhangtu/map/tianditu-layer';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { given } from '../shared/given.js';
import { PAINTED, startPaintedService } from '../shared/painted-service.js';
import { drawn, find } from '../shared/probe.js';
import { mapScene } from '../shared/scenes.js';
import { t } from '../shared/words.js';

startPaintedService();

/** A mirror that paints the land of the examples. It has no names, so only the map itself is asked of it. */
const MIRROR = `${PAINTED}?REQUEST=GetTile&LAYER={layer}&TILEMATRIXSET={set}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}`;

const meta: Meta = {
  id: 'map-tianditu-layer',
  title: '地图/天地图 tianditu-layer',
  component: 'yzt-tianditu-layer',
  args: { annotation: 'none', attribution: t('示例镜像（由示例陆地绘制）', 'Example mirror, painted from the example land') },
  render: (args, context) =>
    mapScene(context, {
      land: false,
      layers: html`<yzt-tianditu-layer url=${MIRROR} label=${t('天地图（示例镜像）', '天地图 (example mirror)')} ${given(args)}></yzt-tianditu-layer>`,
    }),
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await expect(find(canvasElement, 'yzt-tianditu-layer').failedTiles).toBe(0);
  },
};

export const Degrees: StoryObj = { name: '经纬度格网', args: { grid: 'c' } };
