import '@yizhangtu/map/pmtiles-layer';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find } from '../shared/probe.js';
import { idOf, mapScene } from '../shared/scenes.js';
import { ARCHIVE, startTileService } from '../shared/vector-tiles.js';
import { t } from '../shared/words.js';

startTileService();

const meta: Meta = {
  id: 'map-pmtiles-layer',
  title: '地图/PMTiles 图层 pmtiles-layer',
  component: 'yzt-pmtiles-layer',
  args: { sourceLayer: 'plots', symbology: 'class:kind', aliases: 'kind=用途 areaM2=面积', fields: 'kind areaM2' },
  render: (args, context) =>
    mapScene(context, {
      layers: html`<yzt-pmtiles-layer src=${ARCHIVE} label=${t('地块', 'Plots')} legend-title=${t('用途（示例数据）', 'Use (example data)')} ${given(args)}><yzt-popup></yzt-popup></yzt-pmtiles-layer>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    }),
};
export default meta;

export const Basic: StoryObj = {
  name: '一个文件里的矢量瓦片',
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-pmtiles-layer');
    await waitFor(async () => expect(await layer.identifyAt(map.center, { signal: new AbortController().signal })).toHaveLength(1), { timeout: 10_000 });
    await expect(layer.attribution).toBe('示例数据');
  },
};
