import { rowText } from '@yizhangtu/data/words';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, loaded } from '../shared/probe.js';
import { districtsData, idOf, mapScene } from '../shared/scenes.js';

const meta: Meta = {
  id: 'map-polygon-layer',
  title: '地图/面图层 polygon-layer',
  component: 'yzt-polygon-layer',
  args: { label: '人均场地面积（示意）', symbology: 'breaks:areaPerCapita:2.2,2.4,2.6,2.8' },
  render: (args, context) =>
    html`${districtsData(context)}
    ${mapScene(context, {
      zoom: 8.6,
      layers: html`<yzt-polygon-layer dataset=${idOf(context, 'districts')} ${given(args)}></yzt-polygon-layer>
        <yzt-popup></yzt-popup>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    })}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：分级',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const map = await drawn(canvasElement);
    const [, layer] = canvasElement.querySelectorAll('yzt-polygon-layer');
    const hit = (): number | undefined => layer?.hitsAt(map.pixelOf([120.1, 36.9]) ?? [-1, -1], 1)[0]?.row;
    await waitFor(() => expect(hit()).toBeGreaterThanOrEqual(0), { timeout: 5000 });
    await expect(rowText(data, hit() ?? 0, 'name')).toMatch(/平度|莱西|Pingdu|Laixi/);
  },
};

export const Classes: StoryObj = { name: '分类颜色', args: { symbology: 'class:name', label: '区市（示意）' } };

export const Bivariate: StoryObj = {
  name: '双变量：两个指标一起看',
  args: { symbology: 'bivariate:areaPerCapita:population:jenks', label: '人均场地面积与人口（示意）' },
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await drawn(canvasElement);
    const legend = find(canvasElement, 'yzt-legend');
    const cells = (): HTMLElement[] => [...(legend.shadowRoot?.querySelectorAll<HTMLElement>('[part=cell]') ?? [])];
    await waitFor(() => expect(cells()).toHaveLength(9), { timeout: 5000 });
    const passing = (): number => data.passing().reduce((sum, one) => sum + one, 0);
    cells()[0]?.click();
    await expect(passing()).toBeLessThan(data.rowCount);
    cells()[0]?.click();
    await expect(passing()).toBe(data.rowCount);
  },
};

export const Outline: StoryObj = {
  name: '只有边界与名称',
  args: { symbology: 'fixed:map-boundary', fillOpacity: 0, labelField: 'name' },
};

export const Opaque: StoryObj = { name: '不透明填色', args: { fillOpacity: 1 } };

export const Selected: StoryObj = {
  name: '选中：只加边框',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await drawn(canvasElement);
    data.select([0, 4]);
    await expect(data.selection.size).toBe(2);
  },
};

export const Pixels: StoryObj = {
  name: '按像素绘制：画面相同',
  args: { renderer: 'pixels' },
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    const map = await drawn(canvasElement);
    const [, layer] = canvasElement.querySelectorAll('yzt-polygon-layer');
    await expect(layer?.renderer).toBe('pixels');
    await waitFor(() => expect(layer?.hitsAt(map.pixelOf([120.1, 36.9]) ?? [-1, -1], 1).length).toBe(1), { timeout: 5000 });
  },
};
