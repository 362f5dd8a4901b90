import '@yizhangtu/map/pie-layer';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { agedDistricts } from '../shared/aged-districts.js';
import { given } from '../shared/given.js';
import { drawn, find, loaded } from '../shared/probe.js';
import { idOf, mapScene } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'map-pie-layer',
  title: '地图/饼图图层 pie-layer',
  component: 'yzt-pie-layer',
  args: { symbology: 'fields:young:adult:old', labelField: 'name' },
  render: (args, context) =>
    html`${agedDistricts(context)}
    ${mapScene(context, {
      zoom: 8.1,
      layers: html`<yzt-polygon-layer dataset=${idOf(context, 'districts')} symbology="fixed:map-boundary" fill-opacity="0" no-legend no-hover></yzt-polygon-layer>
        <yzt-pie-layer dataset=${idOf(context, 'districts')} label=${t('年龄构成', 'Ages')} ${given(args)}></yzt-pie-layer>
        <yzt-popup></yzt-popup>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    })}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：三个年龄段',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-pie-layer');
    await waitFor(() => expect(layer.rowsIn([119, 35, 122, 38])).toHaveLength(data.rowCount), { timeout: 5000 });
    const legend = find(canvasElement, 'yzt-legend');
    await waitFor(() => expect(legend.shadowRoot?.querySelector('[part=sizes]')?.getAttribute('aria-label')).toMatch(/人|people/), { timeout: 5000 });
    await expect(legend.shadowRoot?.querySelectorAll('[part=row]')).toHaveLength(3);
  },
};

export const Colors: StoryObj = { name: '自定颜色，更大', args: { symbology: 'fields:young=#e8a33d:adult=#7a8794:old=#7b4fa3', size: 72 } };
