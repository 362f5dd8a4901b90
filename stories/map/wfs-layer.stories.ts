import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/map/wfs-layer';
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
  id: 'map-wfs-layer',
  title: '地图/WFS 图层 wfs-layer',
  component: 'yzt-wfs-layer',
  args: { symbology: 'class:kind', labelField: 'name' },
  render: (args, context) =>
    html`${mapScene(context, {
        layers: html`<yzt-wfs-layer id=${idOf(context, 'green')} src="/example-services/wfs" table="city:green" label=${t('公园绿地（示例数据）', 'Parks and squares (example data)')} ${given(args)}></yzt-wfs-layer>`,
        beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
      })}
      ${panel(html`<yzt-bar-chart dataset=${idOf(context, 'green')} group-by="kind" label=${t('各类数量', 'Number by kind')}></yzt-bar-chart>`, true)}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：图层的 id 就是图表的 dataset',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-wfs-layer');
    await waitFor(() => expect(layer.dataset.rowCount).toBe(12), { timeout: 10_000 });
    await waitFor(() => expect(words(find(canvasElement, 'yzt-legend'))).toContain('公园'));
    await waitFor(() => expect(words(find(canvasElement, 'yzt-bar-chart'))).toContain('广场'));
  },
};

export const ByView: StoryObj = {
  name: '只取视图范围 strategy="bbox"',
  args: { strategy: 'bbox', symbology: 'fixed:data-2' },
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-wfs-layer');
    await waitFor(() => expect(layer.dataset.rowCount).toBeGreaterThan(0), { timeout: 10_000 });
  },
};
