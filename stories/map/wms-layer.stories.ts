import '@yizhangtu/map/wms-layer';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { PAINTED, startPaintedService } from '../shared/painted-service.js';
import { drawn, find } from '../shared/probe.js';
import { mapScene } from '../shared/scenes.js';
import { t } from '../shared/words.js';

startPaintedService();

const meta: Meta = {
  id: 'map-wms-layer',
  title: '地图/地图服务 wms-layer',
  component: 'yzt-wms-layer',
  args: { layers: 'land', aliases: 'DLMC=地类名称 TBMJ=图斑面积' },
  render: (args, context) =>
    mapScene(context, {
      land: false,
      layers: html`<yzt-wms-layer url=${PAINTED} label=${t('示例服务', 'Example service')} ${given(args)}><yzt-popup></yzt-popup></yzt-wms-layer>`,
    }),
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-wms-layer');
    await waitFor(async () => expect(await layer.identifyAt(map.center, { signal: new AbortController().signal })).toHaveLength(1), { timeout: 10_000 });
    await expect(layer.failedTiles).toBe(0);
  },
};

export const Tiled: StoryObj = { name: '分块请求', args: { tiled: true, tileSize: 512 } };

export const Degrees: StoryObj = { name: '按 CGCS2000 经纬度请求', args: { crs: 'EPSG:4490' } };

export const Failed: StoryObj = {
  name: '服务没有应答',
  render: (args, context) =>
    mapScene(context, {
      land: false,
      layers: html`<yzt-wms-layer url="./no-such-service" layers="land" @yzt-error=${(event: Event) => event.preventDefault()} ${given(args)}></yzt-wms-layer>`,
    }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(find(canvasElement, 'yzt-wms-layer').error).toBeDefined(), { timeout: 15_000 });
  },
};
