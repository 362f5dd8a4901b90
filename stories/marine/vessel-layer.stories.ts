import '@yizhangtu/data/dataset';
import '@yizhangtu/marine/vessel-layer';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, loaded } from '../shared/probe.js';
import { idOf, mapScene } from '../shared/scenes.js';
import { t } from '../shared/words.js';
import { fleetGeojson } from './fleet.js';

const meta: Meta = {
  id: 'marine-vessel-layer',
  title: '海洋/船舶 vessel-layer',
  component: 'yzt-vessel-layer',
  args: { staleMinutes: 30, dropHours: 24, size: 20 },
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：青岛外海 60 艘（示例数据）',
  render: (args, context) =>
    html`<yzt-dataset id=${idOf(context, 'vessels')} .data=${fleetGeojson()} schema="marine/vessel@1" source=${t('示例数据', 'Example data')} example></yzt-dataset>${mapScene(context, {
      center: '120.9 35.8',
      zoom: 8.4,
      layers: html`<yzt-vessel-layer label=${t('船舶', 'Vessels')} dataset=${idOf(context, 'vessels')} ${given(args)}></yzt-vessel-layer><yzt-popup></yzt-popup>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    })}`,
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-vessel-layer') as HTMLElementTagNameMap['yzt-vessel-layer'];
    await waitFor(() => expect(layer.layerDataset?.rowCount).toBe(60));
    await expect(layer.layerDataset?.value(0, 'bowDeg')).toBeNull();
  },
};
