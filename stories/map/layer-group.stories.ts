import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/map/layer-group';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find } from '../shared/probe.js';
import { districtsData, idOf, mapScene } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'map-layer-group',
  title: '地图/图层组 layer-group',
  component: 'yzt-layer-group',
  args: { label: '底图' },
  render: (args, context) =>
    html`${districtsData(context)}
    ${mapScene(context, {
      zoom: 8.6,
      layers: html`<yzt-layer-group ${given(args)}>
        <yzt-polygon-layer
          label=${t('区市（示意）', 'Districts (schematic)')}
          dataset=${idOf(context, 'districts')}
          symbology="class:name"
        ></yzt-polygon-layer>
        <yzt-graticule-layer label=${t('经纬网', 'Graticule')}></yzt-graticule-layer>
      </yzt-layer-group>`,
    })}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：一起隐藏',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const group = find(canvasElement, 'yzt-layer-group');
    const layer = find(canvasElement, 'yzt-graticule-layer');
    await expect(layer.isShown).toBe(true);
    group.invisible = true;
    await waitFor(() => expect(layer.isShown).toBe(false));
    group.invisible = false;
    await waitFor(() => expect(layer.isShown).toBe(true));
  },
};

export const Faded: StoryObj = { name: '一起变淡', args: { opacity: 0.4 } };

export const Exclusive: StoryObj = {
  name: '只显示其中一个',
  args: { exclusive: true },
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const group = find(canvasElement, 'yzt-layer-group');
    await waitFor(() => expect(group.layers.filter((layer) => !layer.invisible)).toHaveLength(1));
  },
};
