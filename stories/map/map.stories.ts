import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { setStyle } from '@yizhangtu/base/set-style';
import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/map/map';

const meta: Meta = {
  title: 'map/map',
  component: 'yzt-map',
  argTypes: { projection: { control: 'select', options: ['EPSG:3857', 'EPSG:4490', 'EPSG:4549'] } },
  args: { label: '青岛市地图', center: '120.38 36.07', zoom: 9, rotation: 0, projection: 'EPSG:3857' },
  render: ({ label, center, zoom, rotation, projection }) => html`
    <yzt-map ${setStyle({ height: '400px' })} label=${label} center=${center} zoom=${zoom} rotation=${rotation} projection=${projection}>
      <yzt-graticule-layer></yzt-graticule-layer>
    </yzt-map>
  `,
};
export default meta;

export const 基本: StoryObj = {};

export const 高斯投影: StoryObj = { args: { projection: 'EPSG:4549', center: '121.8 36.3', zoom: 7 } };

export const 旋转: StoryObj = { args: { rotation: 30 } };

export const 适应范围: StoryObj = {
  render: () => html`
    <yzt-map ${setStyle({ height: '400px' })} label="青岛市地图" bounds="119.5 35.5 121 37.2">
      <yzt-graticule-layer></yzt-graticule-layer>
    </yzt-map>
  `,
};
