import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/map/iserver-features-layer';
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
  id: 'map-iserver-features-layer',
  title: '地图/iServer 要素图层 iserver-features-layer',
  component: 'yzt-iserver-features-layer',
  args: { src: `${REST}/iserver/data`, table: '青岛:绿地', symbology: 'class:LX', labelField: 'MC' },
  render: (args, context) =>
    html`${mapScene(context, {
        layers: html`<yzt-iserver-features-layer id=${idOf(context, 'green')} label=${t('绿地（示例数据）', 'Green spaces (example data)')} ${given(args)}><yzt-popup></yzt-popup></yzt-iserver-features-layer>`,
        beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
      })}
      ${panel(html`<yzt-bar-chart dataset=${idOf(context, 'green')} group-by="LX" label=${t('各类数量', 'Number by kind')}></yzt-bar-chart>`, true)}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：字段名取自服务',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-iserver-features-layer');
    await waitFor(() => expect(layer.dataset.rowCount).toBe(6), { timeout: 10_000 });
    await waitFor(() => expect(words(find(canvasElement, 'yzt-legend'))).toContain('公园'));
  },
};
