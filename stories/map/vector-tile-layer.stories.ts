import '@yizhangtu/map/vector-tile-layer';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find } from '../shared/probe.js';
import { idOf, mapScene } from '../shared/scenes.js';
import { DEGREE_TILES, startTileService, STYLE, TILES } from '../shared/vector-tiles.js';
import { t } from '../shared/words.js';

startTileService();

const meta: Meta = {
  id: 'map-vector-tile-layer',
  title: '地图/矢量瓦片 vector-tile-layer',
  component: 'yzt-vector-tile-layer',
  args: { sourceLayer: 'plots', symbology: 'class:kind', aliases: 'kind=用途 areaM2=面积', fields: 'kind areaM2', attribution: '示例数据' },
  render: (args, context) =>
    mapScene(context, {
      layers: html`<yzt-vector-tile-layer url=${TILES} label=${t('地块', 'Plots')} legend-title=${t('用途（示例数据）', 'Use (example data)')} ${given(args)}
        ><yzt-popup></yzt-popup
      ></yzt-vector-tile-layer>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    }),
};
export default meta;

export const Basic: StoryObj = {
  name: '按用途分类',
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-vector-tile-layer');
    await waitFor(async () => expect(await layer.identifyAt(map.center, { signal: new AbortController().signal })).toHaveLength(1), { timeout: 10_000 });
    await waitFor(() => expect(layer.symbologyModel?.classes).toHaveLength(5), { timeout: 5000 });
    await expect(layer.failedTiles).toBe(0);
  },
};

export const Breaks: StoryObj = { name: '按面积分级，带注记', args: { symbology: 'breaks:areaM2:60000,100000,150000', labelField: 'name', fillOpacity: 0.6 } };

export const Filtered: StoryObj = { name: '按条件', args: { filter: "kind = '公园绿地' or areaM2 > 150000" } };

export const Degrees: StoryObj = { name: 'CGCS2000 经纬度格网', args: { url: DEGREE_TILES, grid: 'EPSG:4490 0-14' } };

export const Styled: StoryObj = {
  name: 'Mapbox 样式',
  render: (_, context) =>
    mapScene(context, {
      layers: html`<yzt-vector-tile-layer
        style-url=${STYLE}
        style-labels=${t('plots=地块 large=18公顷以上', 'plots=Plots large=over-18-ha')}
        label=${t('地块', 'Plots')}
        legend-title=${t('用途（示例数据）', 'Use (example data)')}
        attribution=${t('示例数据', 'Example data')}
        aliases="kind=用途 areaM2=面积"
        ><yzt-popup></yzt-popup
      ></yzt-vector-tile-layer>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-vector-tile-layer');
    await waitFor(() => expect(layer.symbologyModel?.classes.map(({ shape }) => shape)).toEqual(['polygon', 'polygon', 'polygon', 'polygon', 'polygon', 'line']), { timeout: 10_000 });
    await expect(layer.error).toBeUndefined();
  },
};

export const Failed: StoryObj = {
  name: '不是矢量瓦片',
  render: (args, context) =>
    mapScene(context, { layers: html`<yzt-vector-tile-layer url="./index.html?{z}/{x}/{y}" @yzt-error=${(event: Event) => event.preventDefault()} ${given(args)}></yzt-vector-tile-layer>` }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(find(canvasElement, 'yzt-vector-tile-layer').error).toBeDefined(), { timeout: 15_000 });
  },
};
