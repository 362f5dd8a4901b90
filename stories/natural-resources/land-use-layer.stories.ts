import '@yizhangtu/natural-resources/land-use-layer';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, words } from '../shared/probe.js';
import { idOf, mapScene, type Named } from '../shared/scenes.js';
import { t } from '../shared/words.js';
import { storyParcels } from './parcels.js';

const meta: Meta = {
  id: 'natural-resources-land-use-layer',
  title: '自然资源/地类图斑 land-use-layer',
  component: 'yzt-land-use-layer',
};
export default meta;

function scene(context: Named, args: Record<string, unknown>): TemplateResult {
  return mapScene(context, {
    center: '120.327 36.118',
    zoom: 13,
    layers: html`<yzt-land-use-layer label=${t('地类图斑', 'Parcels of land')} .dataset=${storyParcels()} ${given(args)}></yzt-land-use-layer><yzt-popup></yzt-popup>`,
    beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
  });
}

export const Basic: StoryObj = {
  name: '基本：用地用海 2023，未知代码画斜线',
  args: { scheme: 'land-use-2023' },
  render: (args, context) => scene(context, args),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(words(find(canvasElement, 'yzt-legend'))).toMatch(/水田|Paddy/));
  },
};

export const Survey: StoryObj = {
  name: '三调 2019，只看一级类',
  args: { scheme: 'land-survey-2019', level: 1 },
  render: (args, context) => scene(context, args),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(words(find(canvasElement, 'yzt-legend'))).toMatch(/种植园用地|Plantations/));
  },
};
