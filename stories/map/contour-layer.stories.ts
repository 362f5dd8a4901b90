import '@yizhangtu/map/contour-layer';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { hills, seaTemperature } from '../shared/grids.js';
import { drawn, find, words } from '../shared/probe.js';
import { idOf, landLayer, mapScene } from '../shared/scenes.js';

const meta: Meta = {
  id: 'map-contour-layer',
  title: '地图/等值线图层 contour-layer',
  component: 'yzt-contour-layer',
  argTypes: { form: { control: 'inline-radio', options: ['bands', 'lines', 'both'] } },
  args: { label: '海表温度', interval: 0.5, breaks: '8:pretty:rdylbu-reversed', labels: true, form: 'both' },
  render: (args, context) =>
    mapScene(context, {
      zoom: 9.6,
      land: false,
      layers: html`<yzt-contour-layer .grid=${seaTemperature()} ${given(args)}><yzt-popup></yzt-popup></yzt-contour-layer>${landLayer()}`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    }),
};
export default meta;

export const Basic: StoryObj = {
  name: '色带、等值线与标注',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-contour-layer');
    await waitFor(() => expect(layer.valueAt([120.75, 35.95]) ?? 0).toBeGreaterThan(15), { timeout: 10_000 });
    await expect(layer.valueAt([121.05, 36.42])).toBeUndefined();
    await waitFor(() => expect(words(find(canvasElement, 'yzt-legend'))).toContain('℃'), { timeout: 5000 });
  },
};

export const Bands: StoryObj = { name: '只有色带，分位数分级', args: { form: 'bands', interval: undefined, breaks: '6:quantile:ylorrd', labels: false } };

export const Lines: StoryObj = { name: '只有等值线', args: { form: 'lines', interval: 1, breaks: '5:pretty:ylgnbu' } };

export const Fine: StoryObj = {
  name: '700 × 700 个格',
  args: { label: '高程' },
  render: (_args, context) =>
    mapScene(context, {
      zoom: 9.6,
      land: false,
      layers: html`<yzt-contour-layer .grid=${hills()} label="高程" interval="150" form="both" breaks="8:pretty:brbg-reversed"></yzt-contour-layer>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    }),
};

export const Failed: StoryObj = {
  name: '格网不对',
  args: { label: '海表温度' },
  render: (_args, context) =>
    mapScene(context, { layers: html`<yzt-contour-layer label="海表温度" .grid=${{ ...seaTemperature(), width: 3 }} @yzt-error=${(event: Event) => event.preventDefault()}></yzt-contour-layer>` }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(find(canvasElement, 'yzt-contour-layer').error?.code).toBe('bad-grid'), { timeout: 10_000 });
  },
};
