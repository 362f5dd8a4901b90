import '@yizhangtu/map/line-layer';
import '@yizhangtu/widgets/legend';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, loaded } from '../shared/probe.js';
import { idOf, mapScene } from '../shared/scenes.js';

/** Three made-up trails. */
const TRAILS = {
  type: 'FeatureCollection',
  features: [
    trail('示例滨海步道', '滨海', 12.4, [
      [120.3, 36.05],
      [120.33, 36.055],
      [120.36, 36.05],
      [120.4, 36.06],
      [120.44, 36.07],
    ]),
    trail('示例浮山步道', '山地', 7.8, [
      [120.41, 36.08],
      [120.43, 36.1],
      [120.42, 36.12],
      [120.44, 36.14],
    ]),
    trail('示例河岸步道', '河岸', 5.1, [
      [120.37, 36.2],
      [120.38, 36.17],
      [120.36, 36.14],
      [120.34, 36.12],
    ]),
  ],
};

function trail(name: string, kind: string, lengthKm: number, coordinates: readonly (readonly [number, number])[]): object {
  return { type: 'Feature', properties: { name, kind, lengthKm }, geometry: { type: 'LineString', coordinates } };
}

const meta: Meta = {
  id: 'map-line-layer',
  title: '地图/线图层 line-layer',
  component: 'yzt-line-layer',
  args: { label: '健身步道', symbology: 'class:kind', width: 3 },
  render: (args, context) =>
    html`<yzt-dataset id=${idOf(context, 'trails')} .data=${TRAILS} example></yzt-dataset> ${mapScene(context, {
        layers: html`<yzt-line-layer dataset=${idOf(context, 'trails')} ${given(args)}></yzt-line-layer>`,
        beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
      })}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    const map = await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-line-layer');
    const pixel = (): [number, number] => map.pixelOf([120.36, 36.05]) ?? [-1, -1];
    await waitFor(() => expect(layer.hitsAt(pixel(), 4).length).toBe(1), { timeout: 5000 });
    await expect(layer.hitsAt([2, 2], 2)).toHaveLength(0);
  },
};

export const Dashed: StoryObj = { name: '虚线', args: { dash: '8 5', width: 2 } };

export const DashedPixels: StoryObj = {
  name: '虚线：保留的像素',
  args: { dash: '10 4 2 4', width: 4, renderer: 'pixels' },
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const legend = find(canvasElement, 'yzt-legend');
    await waitFor(() => expect(legend.shadowRoot?.querySelectorAll('.swatch.dash')).toHaveLength(3), { timeout: 5000 });
  },
};

export const Labelled: StoryObj = { name: '带名称', args: { labelField: 'name' } };

export const Breaks: StoryObj = { name: '按长度分级', args: { symbology: 'breaks:lengthKm:6,10' } };

export const Selected: StoryObj = {
  name: '选中',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await drawn(canvasElement);
    data.select([1]);
    await expect([...data.selection]).toEqual([1]);
  },
};
