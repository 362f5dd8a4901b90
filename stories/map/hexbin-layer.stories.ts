import '@yizhangtu/map/hexbin-layer';
import '@yizhangtu/widgets/filter';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, loaded, words } from '../shared/probe.js';
import { idOf, mapScene, someVenues, venuesData } from '../shared/scenes.js';

const meta: Meta = {
  id: 'map-hexbin-layer',
  title: '地图/六边形图层 hexbin-layer',
  component: 'yzt-hexbin-layer',
  args: { label: '场馆数', size: '2km' },
  render: (args, context) =>
    html`${venuesData(context)}
    ${mapScene(context, {
      layers: html`<yzt-hexbin-layer dataset=${idOf(context, 'venues')} ${given(args)}></yzt-hexbin-layer> <yzt-popup></yzt-popup>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>
        <yzt-filter dataset=${idOf(context, 'venues')} field="typeGroup" kind="chips"></yzt-filter>`,
    })}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：每格的个数',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const map = await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-hexbin-layer');
    const pixel = () => map.pixelOf([120.36, 36.08]) as [number, number];
    await waitFor(() => expect(layer.hitsAt(pixel())[0]?.bin?.count).toBeGreaterThan(1), { timeout: 5000 });
    const legend = find(canvasElement, 'yzt-legend');
    await waitFor(() => expect(words(legend)).toContain('格'), { timeout: 5000 });
    data.setFilter('name', { kind: 'in', field: 'name', values: ['没有这个名称'] });
    await waitFor(() => expect(layer.hitsAt(pixel())).toHaveLength(0), { timeout: 5000 });
    data.clearFilters();
  },
};

export const Sum: StoryObj = { name: '场地面积合计', args: { measure: 'sum:areaM2', label: '场地面积' } };

export const Mean: StoryObj = { name: '平均面积', args: { measure: 'mean:areaM2', label: '平均场地面积', breaks: '5:quantile:purples' } };

export const Suppressed: StoryObj = { name: '少于 3 条不公布', args: { suppressBelow: 3 } };

export const OnScreen: StoryObj = { name: '按屏幕 36 像素', args: { size: '36px' } };

export const Selected: StoryObj = {
  name: '选中一格',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const map = await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-hexbin-layer');
    const bin = () => layer.hitsAt(map.pixelOf([120.36, 36.08]) as [number, number])[0]?.bin;
    await waitFor(() => expect(bin()).toBeDefined(), { timeout: 5000 });
    data.select(bin()?.rows ?? []);
    await expect(data.selection.size).toBe(bin()?.count);
  },
};

export const HundredThousand: StoryObj = {
  name: '10 万条',
  render: (args, context) => mapScene(context, { layers: html`<yzt-hexbin-layer .dataset=${someVenues(100_000)} ${given(args)}></yzt-hexbin-layer>` }),
};
