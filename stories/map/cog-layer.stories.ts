import '@yizhangtu/map/cog-layer';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { until } from 'lit/directives/until.js';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, words } from '../shared/probe.js';
import { LAND, landClasses, satellite, yellowSea } from '../shared/rasters.js';
import { idOf, landLayer, mapScene, type Named } from '../shared/scenes.js';

function scene(context: Named, layer: unknown, view: { readonly zoom: number; readonly center?: string }): TemplateResult {
  return mapScene(context, { ...view, land: false, layers: html`${landLayer()}${layer}`, beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>` });
}

const meta: Meta = {
  id: 'map-cog-layer',
  title: '地图/GeoTIFF 图层 cog-layer',
  component: 'yzt-cog-layer',
  argTypes: { form: { control: 'inline-radio', options: ['colors', 'shade', 'both'] } },
};
export default meta;

export const Basic: StoryObj = {
  name: '水深与高程，带山体阴影',
  args: { label: '水深与高程', breaks: '-100,-50,-20,0,200,500,1000:brbg-reversed', form: 'both', exaggeration: 20, unit: 'm', attribution: 'ETOPO5, NOAA NGDC 1988' },
  render: (args, context) => scene(context, until(yellowSea().then((file) => html`<yzt-cog-layer .file=${file} ${given(args)}><yzt-popup></yzt-popup></yzt-cog-layer>`)), { zoom: 6, center: '122.5 36.2' }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(words(find(canvasElement, 'yzt-legend'))).toContain('山体阴影'), { timeout: 20_000 });
    const depth = (await find(canvasElement, 'yzt-cog-layer').valueAt([123, 35])) ?? 0;
    await expect(depth).toBeLessThan(-50);
    await expect(depth).toBeGreaterThan(-100);
  },
};

export const Shade: StoryObj = { name: '只有山体阴影', args: { label: '地形', form: 'shade', exaggeration: 20 }, render: Basic.render as NonNullable<typeof Basic.render> };

export const Index: StoryObj = {
  name: '波段运算：植被指数（示例数据）',
  args: { label: '植被指数（示例数据）', expression: '(b4 - b3) / (b4 + b3)', 'value-label': '植被指数', breaks: '0,0.2,0.4,0.6,0.8:greens' },
  render: (args, context) => scene(context, html`<yzt-cog-layer .file=${satellite()} ${given(args)}><yzt-popup></yzt-popup></yzt-cog-layer>`, { zoom: 9.6 }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(words(find(canvasElement, 'yzt-legend'))).toContain('0.2–0.4'), { timeout: 20_000 });
    await waitFor(async () => expect(Math.abs((await find(canvasElement, 'yzt-cog-layer').valueAt([120.5, 36.1])) ?? 2)).toBeLessThanOrEqual(1), { timeout: 20_000 });
  },
};

export const Image: StoryObj = {
  name: '三个波段作红绿蓝（示例数据）',
  args: { label: '影像（示例数据）', 'rgb-bands': '4 3 2' },
  render: (args, context) => scene(context, html`<yzt-cog-layer .file=${satellite()} ${given(args)}><yzt-popup></yzt-popup></yzt-cog-layer>`, { zoom: 9.6 }),
};

export const Classes: StoryObj = {
  name: '带色表的地类，EPSG:4549（示例数据）',
  args: { label: '土地利用（示例数据）' },
  render: (args, context) => scene(context, html`<yzt-cog-layer .file=${landClasses()} .valueLabels=${LAND} ${given(args)}><yzt-popup></yzt-popup></yzt-cog-layer>`, { zoom: 9.4 }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(words(find(canvasElement, 'yzt-legend'))).toContain('林地'), { timeout: 20_000 });
  },
};

export const Failed: StoryObj = {
  name: '不是 TIFF',
  args: { label: '高程' },
  render: (_args, context) => scene(context, html`<yzt-cog-layer label="高程" .file=${new File(['<!doctype html>'], '登录.tif')} @yzt-error=${(event: Event) => event.preventDefault()}></yzt-cog-layer>`, { zoom: 9 }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(find(canvasElement, 'yzt-cog-layer').error?.code).toBe('bad-geotiff'), { timeout: 20_000 });
  },
};
