import '@yizhangtu/map/basemap';
import '@yizhangtu/widgets/basemap-picker';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { PAINTED, startPaintedService } from '../shared/painted-service.js';
import { drawn, find, inside } from '../shared/probe.js';
import { idOf, mapScene } from '../shared/scenes.js';

startPaintedService();

const MIRROR = `${PAINTED}?REQUEST=GetTile&LAYER={layer}&TILEMATRIXSET={set}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}`;

const meta: Meta = {
  id: 'widgets-basemap-picker',
  title: '部件/底图切换 basemap-picker',
  component: 'yzt-basemap-picker',
  render: (args, context) =>
    mapScene(context, {
      land: false,
      layers: html`<yzt-basemap url=${MIRROR} annotation="none"></yzt-basemap>`,
      beside: html`<yzt-basemap-picker for=${idOf(context, 'map')} ${given(args)}></yzt-basemap-picker>`,
    }),
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const picker = inside(find(canvasElement, 'yzt-basemap-picker'));
    await userEvent.click(await picker.findByRole('radio', { name: /影像|Imagery/ }));
    await waitFor(() => expect(find(canvasElement, 'yzt-basemap').value).toBe('img'));
  },
};

export const WithoutBasemap: StoryObj = {
  name: '没有底图',
  render: (args, context) => mapScene(context, { beside: html`<yzt-basemap-picker for=${idOf(context, 'map')} ${given(args)}></yzt-basemap-picker>` }),
};
