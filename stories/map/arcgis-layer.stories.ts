import '@yizhangtu/map/arcgis-layer';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { REST, startPaintedService } from '../shared/painted-service.js';
import { drawn, find, words } from '../shared/probe.js';
import { idOf, mapScene } from '../shared/scenes.js';
import { t } from '../shared/words.js';

startPaintedService();

const meta: Meta = {
  id: 'map-arcgis-layer',
  title: '地图/ArcGIS 地图服务 arcgis-layer',
  component: 'yzt-arcgis-layer',
  args: { url: `${REST}/arcgis/MapServer` },
  render: (args, context) =>
    mapScene(context, {
      land: false,
      layers: html`<yzt-arcgis-layer label=${t('示例服务', 'Example service')} ${given(args)}><yzt-popup></yzt-popup></yzt-arcgis-layer>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    }),
};
export default meta;

export const Basic: StoryObj = {
  name: '由服务出图：图例、点击查询',
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-arcgis-layer');
    await waitFor(async () => expect(await layer.identifyAt(map.center, { signal: new AbortController().signal })).toHaveLength(1), { timeout: 10_000 });
    await waitFor(() => expect(words(find(canvasElement, 'yzt-legend'))).toContain('广场'), { timeout: 10_000 });
    await expect(layer.failedTiles).toBe(0);
  },
};

export const Cached: StoryObj = { name: '取切片缓存（CGCS2000，自定原点）', args: { url: `${REST}/arcgis/cached/MapServer` } };

export const Refused: StoryObj = {
  name: '服务要求 token（HTTP 200）',
  args: { url: `${REST}/arcgis/token/MapServer` },
  render: (args, context) =>
    mapScene(context, { land: false, layers: html`<yzt-arcgis-layer label=${t('示例服务', 'Example service')} @yzt-error=${(event: Event) => event.preventDefault()} ${given(args)}></yzt-arcgis-layer>` }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(find(canvasElement, 'yzt-arcgis-layer').error?.code).toBe('token'), { timeout: 15_000 });
  },
};
