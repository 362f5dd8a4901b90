import '@yizhangtu/map/graticule-layer';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find } from '../shared/probe.js';
import { mapScene } from '../shared/scenes.js';

const meta: Meta = {
  id: 'map-graticule-layer',
  title: '地图/经纬网 graticule-layer',
  component: 'yzt-graticule-layer',
  args: { label: '经纬网' },
  render: (args, context) =>
    mapScene(context, { zoom: 9, layers: html`<yzt-graticule-layer ${given(args)}></yzt-graticule-layer>` }),
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-graticule-layer');
    await expect(layer.mapElement).toBe(map);
    layer.invisible = true;
    await layer.updateComplete;
    await expect(layer.olLayer.getVisible()).toBe(false);
    layer.invisible = false;
  },
};

export const Dense: StoryObj = { name: '密', args: { spacing: 60 } };

export const Minutes: StoryObj = {
  name: '精确到分',
  render: (args, context) =>
    mapScene(context, { zoom: 13, layers: html`<yzt-graticule-layer ${given(args)}></yzt-graticule-layer>` }),
};

export const NoLabels: StoryObj = { name: '无注记', args: { noLabels: true } };
