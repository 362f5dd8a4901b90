import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { setStyle } from '@yizhangtu/base/set-style';
import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/map/layer-group';
import '@yizhangtu/map/map';

const meta: Meta = {
  title: 'map/layer-group',
  component: 'yzt-layer-group',
  args: { opacity: 0.5, invisible: false, exclusive: false },
  render: ({ opacity, invisible, exclusive }) => html`
    <yzt-map ${setStyle({ height: '400px' })} label="青岛市地图" center="120.38 36.07" zoom="9">
      <yzt-layer-group label="经纬网" opacity=${opacity} ?invisible=${invisible} ?exclusive=${exclusive}>
        <yzt-graticule-layer label="疏" spacing="200"></yzt-graticule-layer>
        <yzt-graticule-layer label="密" spacing="60" no-labels></yzt-graticule-layer>
      </yzt-layer-group>
    </yzt-map>
  `,
};
export default meta;

export const 基本: StoryObj = {};

export const 单选: StoryObj = { args: { opacity: 1, exclusive: true } };
