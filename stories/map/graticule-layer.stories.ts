import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { setStyle } from '@yizhangtu/base/set-style';
import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/map/map';

const meta: Meta = {
  title: 'map/graticule-layer',
  component: 'yzt-graticule-layer',
  args: { spacing: 110, noLabels: false, zoom: 9 },
  render: ({ spacing, noLabels, zoom }) => html`
    <yzt-map ${setStyle({ height: '400px' })} label="青岛市地图" center="120.38 36.07" zoom=${zoom}>
      <yzt-graticule-layer label="经纬网" spacing=${spacing} ?no-labels=${noLabels}></yzt-graticule-layer>
    </yzt-map>
  `,
};
export default meta;

export const 基本: StoryObj = {};

export const 精确到分: StoryObj = { args: { zoom: 13 } };

export const 无注记: StoryObj = { args: { noLabels: true, spacing: 60 } };
