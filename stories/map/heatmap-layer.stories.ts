import '@yizhangtu/map/heatmap-layer';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/legend';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, loaded, words } from '../shared/probe.js';
import { idOf, mapScene, someVenues, venuesData } from '../shared/scenes.js';

const meta: Meta = {
  id: 'map-heatmap-layer',
  title: '地图/热力图层 heatmap-layer',
  component: 'yzt-heatmap-layer',
  args: { label: '健身场馆热力' },
  render: (args, context) =>
    html`${venuesData(context)}
    ${mapScene(context, {
      layers: html`<yzt-heatmap-layer dataset=${idOf(context, 'venues')} ${given(args)}></yzt-heatmap-layer>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>
        <yzt-filter dataset=${idOf(context, 'venues')} field="typeGroup" kind="chips"></yzt-filter>`,
    })}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：上限随视图',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await drawn(canvasElement);
    const legend = find(canvasElement, 'yzt-legend');
    await waitFor(() => expect(words(legend)).toContain('健身场馆热力'), { timeout: 5000 });
    const before = words(legend);
    data.setFilter('openState', { kind: 'in', field: 'openState', values: ['closed'] });
    await waitFor(() => expect(words(legend)).not.toBe(before), { timeout: 5000 });
    data.clearFilters();
  },
};

export const Fixed: StoryObj = { name: '上限固定，便于比较', args: { maximum: 40 } };

export const Weighted: StoryObj = { name: '按场地面积加权', args: { weightField: 'areaM2', label: '场地面积热力' } };

export const OnGround: StoryObj = { name: '半径按地面 2 公里', args: { radius: '2km' } };

export const Blues: StoryObj = { name: '另一条色带', args: { ramp: 'ylgnbu' } };

export const UnderPoints: StoryObj = {
  name: '放大后换成点',
  render: (args, context) =>
    html`${venuesData(context)}
    ${mapScene(context, {
      layers: html`<yzt-heatmap-layer dataset=${idOf(context, 'venues')} max-zoom="13" ${given(args)}></yzt-heatmap-layer>
        <yzt-point-layer dataset=${idOf(context, 'venues')} min-zoom="12" symbology="class:typeGroup" label="健身场馆"></yzt-point-layer>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    })}`,
};

export const HundredThousand: StoryObj = {
  name: '10 万条',
  render: (args, context) =>
    mapScene(context, { layers: html`<yzt-heatmap-layer .dataset=${someVenues(100_000)} ${given(args)}></yzt-heatmap-layer>` }),
};

export const None: StoryObj = {
  name: '0 条',
  render: (args, context) =>
    mapScene(context, { layers: html`<yzt-heatmap-layer .dataset=${someVenues(0)} ${given(args)}></yzt-heatmap-layer>` }),
};
