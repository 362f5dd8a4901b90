import '@yizhangtu/map/density-layer';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/legend';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { placesUrl } from '../shared/data.js';
import { given } from '../shared/given.js';
import { drawn, find, loaded, words } from '../shared/probe.js';
import { idOf, mapScene, venuesData } from '../shared/scenes.js';

const meta: Meta = {
  id: 'map-density-layer',
  title: '地图/密度图层 density-layer',
  component: 'yzt-density-layer',
  argTypes: { form: { control: 'inline-radio', options: ['bands', 'lines'] } },
  args: { label: '场馆密度', radius: '4km' },
  render: (args, context) =>
    html`${venuesData(context)}
    ${mapScene(context, {
      layers: html`<yzt-density-layer dataset=${idOf(context, 'venues')} ${given(args)}></yzt-density-layer>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>
        <yzt-filter dataset=${idOf(context, 'venues')} field="typeGroup" kind="chips"></yzt-filter>`,
    })}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：每平方公里的个数',
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    await drawn(canvasElement);
    const legend = find(canvasElement, 'yzt-legend');
    await waitFor(() => expect(words(legend)).toContain('/km²'), { timeout: 5000 });
    const layer = find(canvasElement, 'yzt-density-layer');
    await waitFor(() => expect(layer.valueAt([120.36, 36.08]) ?? 0).toBeGreaterThan(1), { timeout: 5000 });
  },
};

export const Lines: StoryObj = { name: '等值线', args: { form: 'lines' } };

export const Manual: StoryObj = { name: '分界自定', args: { breaks: '0.5,1,2,4:reds' } };

export const Weighted: StoryObj = { name: '场地面积密度', args: { weightField: 'areaM2', label: '场地面积密度' } };

export const Settlements: StoryObj = {
  name: '真实数据：聚落（GeoNames）',
  render: (_args, context) =>
    mapScene(context, {
      zoom: 8.4,
      layers: html`<yzt-density-layer
        src=${placesUrl}
        radius="30km"
        label="聚落密度"
        attribution="GeoNames, CC BY 4.0"
      ></yzt-density-layer>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    }),
};
