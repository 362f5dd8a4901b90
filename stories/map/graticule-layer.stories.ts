import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/map/map';

const HEIGHT = styleMap({ height: '400px' });

const meta: Meta = {
  title: 'map/graticule-layer',
  component: 'yzt-graticule-layer',
  args: { spacing: 110, noLabels: false, zoom: 9 },
  render: ({ spacing, noLabels, zoom }) => html`
    <yzt-map style=${HEIGHT} label="青岛市地图" center="120.38 36.07" zoom=${zoom}>
      <yzt-graticule-layer label="经纬网" spacing=${spacing} ?no-labels=${noLabels}></yzt-graticule-layer>
    </yzt-map>
  `,
};
export default meta;

export const 基本: StoryObj = {};

export const 精确到分: StoryObj = { args: { zoom: 13 } };

export const 无注记: StoryObj = { args: { noLabels: true, spacing: 60 } };
