import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { setStyle } from '@yizhangtu/base/set-style';
import Graticule from 'ol/layer/Graticule.js';
import '@yizhangtu/map/map';
import '@yizhangtu/map/ol-layer';

const meta: Meta = {
  title: 'map/ol-layer',
  component: 'yzt-ol-layer',
  args: { opacity: 1 },
  render: ({ opacity }) => html`
    <yzt-map ${setStyle({ height: '400px' })} label="青岛市地图" center="120.38 36.07" zoom="9">
      <yzt-ol-layer label="原生图层" opacity=${opacity} .olLayer=${new Graticule({ showLabels: true })}></yzt-ol-layer>
    </yzt-map>
  `,
};
export default meta;

export const 基本: StoryObj = {};
