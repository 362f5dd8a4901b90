import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/map/arcgis-features-layer';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { REST, startPaintedService } from '../shared/painted-service.js';
import { drawn, find, words } from '../shared/probe.js';
import { idOf, mapScene, panel } from '../shared/scenes.js';
import { t } from '../shared/words.js';

startPaintedService();

const meta: Meta = {
  id: 'map-arcgis-features-layer',
  title: '地图/ArcGIS 要素图层 arcgis-features-layer',
  component: 'yzt-arcgis-features-layer',
  args: { src: `${REST}/arcgis/FeatureServer`, table: '1', symbology: 'class:LX', labelField: 'MC' },
  render: (args, context) =>
    html`${mapScene(context, {
        layers: html`<yzt-arcgis-features-layer id=${idOf(context, 'green')} label=${t('绿地（示例数据）', 'Green spaces (example data)')} ${given(args)}><yzt-popup></yzt-popup></yzt-arcgis-features-layer>`,
        beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
      })}
      ${panel(html`<yzt-bar-chart dataset=${idOf(context, 'green')} group-by="LX" label=${t('各类数量', 'Number by kind')}></yzt-bar-chart>`, true)}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：别名与编码值来自服务',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-arcgis-features-layer');
    await waitFor(() => expect(layer.dataset.rowCount).toBe(6), { timeout: 10_000 });
    await waitFor(() => expect(words(find(canvasElement, 'yzt-legend'))).toContain('公园'));
    await waitFor(() => expect(words(find(canvasElement, 'yzt-bar-chart'))).toContain('广场'));
  },
};

export const ByView: StoryObj = {
  name: '点，只取视图范围 strategy="bbox"',
  args: { table: '0', strategy: 'bbox', labelField: undefined },
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(find(canvasElement, 'yzt-arcgis-features-layer').dataset.rowCount).toBeGreaterThan(0), { timeout: 10_000 });
  },
};
