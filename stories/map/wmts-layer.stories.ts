import '@yizhangtu/map/wmts-layer';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { given } from '../shared/given.js';
import { PAINTED, startPaintedService } from '../shared/painted-service.js';
import { drawn, find } from '../shared/probe.js';
import { mapScene } from '../shared/scenes.js';
import { t } from '../shared/words.js';

startPaintedService();

const meta: Meta = {
  id: 'map-wmts-layer',
  title: '地图/切片服务 wmts-layer',
  component: 'yzt-wmts-layer',
  args: { layer: 'land', matrixSet: 'c', grid: 'EPSG:4490 1-18' },
  render: (args, context) =>
    mapScene(context, {
      land: false,
      layers: html`<yzt-wmts-layer url=${PAINTED} label=${t('示例服务', 'Example service')} ${given(args)}></yzt-wmts-layer>`,
    }),
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await expect(find(canvasElement, 'yzt-wmts-layer').failedTiles).toBe(0);
  },
};

export const Mercator: StoryObj = { name: 'Web 墨卡托格网', args: { matrixSet: 'w', grid: 'EPSG:3857 0-18' } };
