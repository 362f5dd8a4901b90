import '@yizhangtu/map/basemap';
import '@yizhangtu/map/xyz-layer';
import '@yizhangtu/widgets/basemap-picker';
import '@yizhangtu/widgets/layer-list';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { landUrl } from '../shared/data.js';
import { PAINTED, startPaintedService } from '../shared/painted-service.js';
import { drawn, find, inside } from '../shared/probe.js';
import { idOf, mapScene } from '../shared/scenes.js';
import { t } from '../shared/words.js';

startPaintedService();

/** A mirror that paints the land of the examples for every kind. It has no names. */
const MIRROR = `${PAINTED}?REQUEST=GetTile&LAYER={layer}&TILEMATRIXSET={set}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}`;

const meta: Meta = {
  id: 'map-basemap',
  title: '地图/底图 basemap',
  component: 'yzt-basemap',
  render: (args, context) =>
    mapScene(context, {
      land: false,
      zoom: 6,
      layers: html`<yzt-basemap ${given(args)}></yzt-basemap>`,
      beside: html`<yzt-basemap-picker for=${idOf(context, 'map')}></yzt-basemap-picker>`,
    }),
};
export default meta;

export const Offline: StoryObj = {
  name: '离线简图',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await expect(find(canvasElement, 'yzt-basemap').current.value).toBe('land');
  },
};

export const Tianditu: StoryObj = {
  name: '天地图（示例镜像）',
  args: { annotation: 'none', url: MIRROR, attribution: t('示例镜像（由示例陆地绘制）', 'Example mirror, painted from the example land') },
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const picker = inside(find(canvasElement, 'yzt-basemap-picker'));
    await userEvent.click(await picker.findByRole('radio', { name: /影像|Imagery/ }));
    await waitFor(() => expect(find(canvasElement, 'yzt-basemap').value).toBe('img'));
  },
};

/** A service that refuses: the outline stands for it, and the picker says why. */
export const Refused: StoryObj = {
  name: '服务拒绝，简图代替',
  render: (_args, context) =>
    mapScene(context, {
      land: false,
      zoom: 6,
      layers: html`<yzt-basemap url="./no-such-service/{layer}/{z}/{x}/{y}.png" @yzt-error=${(event: Event) => event.preventDefault()}></yzt-basemap>`,
      beside: html`<yzt-basemap-picker for=${idOf(context, 'map')}></yzt-basemap-picker>`,
    }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(find(canvasElement, 'yzt-basemap').fallback).toBe(true), { timeout: 10_000 });
  },
};

/** Layers of the page as base maps; the outline of the page's own takes the place of the built-in one. */
export const Own: StoryObj = {
  name: '自己的底图',
  render: (args, context) =>
    mapScene(context, {
      land: false,
      layers: html`<yzt-basemap ${given(args)}>
        <yzt-polygon-layer name="land" label=${t('海陆', 'Land and sea')} src=${landUrl} symbology="fixed:map-land" fill-opacity="1" no-legend no-hover no-select></yzt-polygon-layer>
        <yzt-xyz-layer name="mirror" label=${t('局内镜像', 'Mirror of the office')} url=${`${PAINTED}?REQUEST=GetTile&TILEMATRIXSET=w&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}`}></yzt-xyz-layer>
      </yzt-basemap>`,
      beside: html`<yzt-basemap-picker for=${idOf(context, 'map')}></yzt-basemap-picker><yzt-layer-list for=${idOf(context, 'map')}></yzt-layer-list>`,
    }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await expect(find(canvasElement, 'yzt-basemap').options.map(({ value }) => value)).toEqual(['mirror', 'land', 'none']);
  },
};
