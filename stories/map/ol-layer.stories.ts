import '@yizhangtu/map/ol-layer';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import Graticule from 'ol/layer/Graticule.js';
import { expect } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find } from '../shared/probe.js';
import { mapScene } from '../shared/scenes.js';

const meta: Meta = {
  id: 'map-ol-layer',
  title: '地图/原生图层 ol-layer',
  component: 'yzt-ol-layer',
  args: { label: '原生图层' },
  render: (args, context) =>
    mapScene(context, {
      zoom: 9,
      layers: html`<yzt-ol-layer .olLayer=${new Graticule({ showLabels: true })} ${given(args)}></yzt-ol-layer>`,
    }),
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：任何 OpenLayers 图层',
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-ol-layer');
    await expect(map.layers).toContain(layer);
    await expect(layer.olLayer).toBeInstanceOf(Graticule);
    await expect(() => Object.assign(layer, { olLayer: {} })).toThrow();
  },
};

export const Faded: StoryObj = { name: '半透明', args: { opacity: 0.4 } };
