import '@yizhangtu/map/cog-layer';
import '@yizhangtu/widgets/terrain-profile';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { until } from 'lit/directives/until.js';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, words } from '../shared/probe.js';
import { yellowSea } from '../shared/rasters.js';
import { idOf, landLayer, mapScene } from '../shared/scenes.js';

const meta: Meta = {
  id: 'widgets-terrain-profile',
  title: '部件/地形剖面 terrain-profile',
  component: 'yzt-terrain-profile',
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：青岛到济州岛的海底与陆地',
  args: { line: '120.3 36.1; 126.53 33.36' },
  render: (args, context) =>
    mapScene(context, {
      center: '123.4 34.8',
      zoom: 6,
      land: false,
      layers: html`${landLayer()}${until(yellowSea().then((file) => html`<yzt-cog-layer label="ETOPO5" .file=${file} form="both" exaggeration="20" unit="m" attribution="ETOPO5, NOAA NGDC 1988"></yzt-cog-layer>`))}`,
      beside: html`<yzt-terrain-profile for=${idOf(context, 'map')} ${given(args)}></yzt-terrain-profile>`,
    }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const element = find(canvasElement, 'yzt-terrain-profile');
    await waitFor(() => expect(words(element)).toMatch(/双线性|bilinear/), { timeout: 20_000 });
    const chart = element.shadowRoot?.querySelector('yzt-profile-chart');
    await waitFor(() => expect(words(chart as Element)).toMatch(/6\d\d\.\d\d km/), { timeout: 20_000 });
  },
};
