import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/map/ogc-features-layer';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, words } from '../shared/probe.js';
import { idOf, mapScene, panel } from '../shared/scenes.js';
import { serveExamples } from '../shared/services.js';
import { t } from '../shared/words.js';

serveExamples();

const meta: Meta = {
  id: 'map-ogc-features-layer',
  title: '地图/OGC API 要素图层 ogc-features-layer',
  component: 'yzt-ogc-features-layer',
  args: { symbology: 'class:kind', labelField: 'name' },
  render: (args, context) =>
    html`${mapScene(context, {
        layers: html`<yzt-ogc-features-layer id=${idOf(context, 'green')} src="/example-services/ogc/" table="green" label=${t('公园绿地（示例数据）', 'Parks and squares (example data)')} ${given(args)}></yzt-ogc-features-layer>`,
        beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
      })}
      ${panel(html`<yzt-bar-chart dataset=${idOf(context, 'green')} group-by="kind" label=${t('各类数量', 'Number by kind')}></yzt-bar-chart>`, true)}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：图层的 id 就是图表的 dataset',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-ogc-features-layer');
    await waitFor(() => expect(layer.dataset.rowCount).toBe(12), { timeout: 10_000 });
    await waitFor(() => expect(words(find(canvasElement, 'yzt-legend'))).toContain('公园'));
    await waitFor(() => expect(words(find(canvasElement, 'yzt-bar-chart'))).toContain('广场'));
  },
};
