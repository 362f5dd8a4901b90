import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/widgets/attribution';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, loaded, words } from '../shared/probe.js';
import { idOf, mapScene, venueLayer, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'widgets-attribution',
  title: '部件/审图号与来源 attribution',
  component: 'yzt-attribution',
  render: (args, context) =>
    html`${venuesData(context)}${mapScene(context, { layers: venueLayer(context) })}
      <yzt-attribution for=${idOf(context, 'map')} ${given(args)}></yzt-attribution>`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：没有审图号',
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    await drawn(canvasElement);
    const bar = find(canvasElement, 'yzt-attribution');
    await waitFor(() => expect(words(bar)).toMatch(/示例数据|Example data/));
    await expect(words(bar)).toMatch(/2026-06-30/);
  },
};

export const Approved: StoryObj = {
  name: '有审图号（示例号）',
  args: { approvalNumber: 'GS(0000)0000号' },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-attribution'))).toContain('GS(0000)0000号'));
  },
};

export const Links: StoryObj = {
  name: '来源里的网址',
  render: (args, context) =>
    html`${mapScene(context, {
        layers: html`<yzt-graticule-layer
          label=${t('经纬网', 'Graticule')}
          attribution=${t('某市自然资源局 https://example.invalid/terms', 'A city bureau https://example.invalid/terms')}
        ></yzt-graticule-layer>`,
      })} <yzt-attribution for=${idOf(context, 'map')} ${given(args)}></yzt-attribution>`,
};
