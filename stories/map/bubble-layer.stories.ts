import '@yizhangtu/map/bubble-layer';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, loaded } from '../shared/probe.js';
import { districtsData, idOf, mapScene } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'map-bubble-layer',
  title: '地图/气泡图层 bubble-layer',
  component: 'yzt-bubble-layer',
  args: { sizeField: 'population', symbology: 'fixed:data-1', labelField: 'name', filled: true, size: 44 },
  render: ({ filled, ...args }, context) =>
    html`${districtsData(context)}
    ${mapScene(context, {
      zoom: 8.1,
      layers: html`${
          filled
            ? html`<yzt-polygon-layer
                dataset=${idOf(context, 'districts')}
                label=${t('人均场地面积（示意）', 'Area per resident (schematic)')}
                symbology="breaks:areaPerCapita:2.2,2.4,2.6,2.8:greens"
                no-hover
              ></yzt-polygon-layer>`
            : nothing
        }
        <yzt-bubble-layer dataset=${idOf(context, 'districts')} label=${t('常住人口', 'Residents')} ${given(args)}></yzt-bubble-layer>
        <yzt-popup></yzt-popup>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    })}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：填色是率，圆是总量',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-bubble-layer');
    await waitFor(() => expect(layer.symbologyModel?.sizes?.field).toBe('population'), { timeout: 5000 });
    await waitFor(() => expect(layer.rowsIn([119, 35, 122, 38])).toHaveLength(data.rowCount), { timeout: 5000 });
    const legend = find(canvasElement, 'yzt-legend');
    await waitFor(() => expect(legend.shadowRoot?.querySelector('[part=sizes]')).not.toBeNull(), { timeout: 5000 });
  },
};

export const Alone: StoryObj = { name: '不要填色', args: { filled: false } };

export const Colored: StoryObj = { name: '圆的颜色是另一个指标', args: { filled: false, symbology: 'breaks:areaPerCapita:2.2,2.4,2.6,2.8:greens' } };
