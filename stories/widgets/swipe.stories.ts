import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/map/polygon-layer';
import '@yizhangtu/widgets/swipe';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { Dataset, plainShapes } from '@yizhangtu/data/model';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside } from '../shared/probe.js';
import { idOf, mapScene } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'widgets-swipe',
  title: '部件/卷帘 swipe',
  component: 'yzt-swipe',
};
export default meta;

const plot = (west: number, east: number): Dataset =>
  Dataset.fromColumns({ geometry: plainShapes('polygon', [[[west, 36], [east, 36], [east, 36.14], [west, 36.14], [west, 36]]]), columns: { id: ['1'] } }, { provenance: { source: '示例', example: true } });

export const Basic: StoryObj = {
  name: '基本：左边一个图层，右边一个图层',
  render: (args, context) =>
    mapScene(context, {
      center: '120.38 36.07',
      zoom: 10,
      layers: html`<yzt-polygon-layer id=${idOf(context, 'old')} label="2019" symbology="fixed:data-3" fill-opacity="0.8" .dataset=${plot(120.2, 120.5)}></yzt-polygon-layer>
        <yzt-polygon-layer id=${idOf(context, 'new')} label="2023" symbology="fixed:data-2" fill-opacity="0.8" .dataset=${plot(120.25, 120.56)}></yzt-polygon-layer>
        <yzt-swipe before-layer=${idOf(context, 'old')} after-layer=${idOf(context, 'new')} label=${t('2019 与 2023 对比', '2019 against 2023')} ${given(args)}></yzt-swipe>`,
    }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const swipe = find(canvasElement, 'yzt-swipe');
    await waitFor(() => expect(inside(swipe).getByRole('slider')).toHaveAttribute('aria-valuenow', '50'));
    inside(swipe).getByRole('slider').focus();
    await userEvent.keyboard('{PageUp}');
    await waitFor(() => expect(inside(swipe).getByRole('slider')).toHaveAttribute('aria-valuenow', '40'));
  },
};
