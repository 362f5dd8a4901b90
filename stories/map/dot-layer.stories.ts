import '@yizhangtu/map/dot-layer';
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
  id: 'map-dot-layer',
  title: '地图/点密度图层 dot-layer',
  component: 'yzt-dot-layer',
  args: { symbology: 'fields:population', labelField: 'name' },
  render: (args, context) =>
    html`${agedDistricts(context)}
    ${mapScene(context, {
      zoom: 8.1,
      layers: html`<yzt-dot-layer dataset=${idOf(context, 'districts')} label=${t('常住人口', 'Residents')} ${given(args)}></yzt-dot-layer>
        <yzt-popup></yzt-popup>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    })}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：一种颜色，自动取整',
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    const map = await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-dot-layer');
    await waitFor(() => expect(layer.hitsAt(map.pixelOf([120.1, 36.9]) ?? [-1, -1], 1)).toHaveLength(1), { timeout: 5000 });
    const legend = find(canvasElement, 'yzt-legend');
    await waitFor(() => expect(legend.shadowRoot?.textContent).toMatch(/1 (点|dot) = 5,000/), { timeout: 5000 });
  },
};

export const Fields: StoryObj = { name: '三个年龄段，1 点 = 2,000 人', args: { symbology: 'fields:young:adult:old', perDot: 2000 } };

export const Many: StoryObj = { name: '很多点：1 点 = 200 人', args: { symbology: 'fields:young:adult:old', perDot: 200, size: 2, labelField: '' } };
