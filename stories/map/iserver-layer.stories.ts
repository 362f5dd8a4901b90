import '@yizhangtu/map/iserver-layer';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { REST, startPaintedService } from '../shared/painted-service.js';
import { drawn, find } from '../shared/probe.js';
import { mapScene } from '../shared/scenes.js';
import { t } from '../shared/words.js';

startPaintedService();

const meta: Meta = {
  id: 'map-iserver-layer',
  title: '地图/iServer 地图服务 iserver-layer',
  component: 'yzt-iserver-layer',
  args: { url: `${REST}/iserver/maps/qd` },
  render: (args, context) => mapScene(context, { land: false, layers: html`<yzt-iserver-layer label=${t('示例服务', 'Example service')} ${given(args)}><yzt-popup></yzt-popup></yzt-iserver-layer>` }),
};
export default meta;

export const Basic: StoryObj = {
  name: '一张图片，由服务投影；点击查询',
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-iserver-layer');
    await waitFor(async () => expect(await layer.identifyAt(map.center, { signal: new AbortController().signal })).toHaveLength(1), { timeout: 10_000 });
    await expect(layer.failedTiles).toBe(0);
  },
};

export const Tiled: StoryObj = { name: '分块请求（地图自己的坐标系与比例尺）', args: { tiled: true } };
