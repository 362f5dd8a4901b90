import '@yizhangtu/data/dataset';
import '@yizhangtu/map/polygon-layer';
import '@yizhangtu/widgets/draw-area';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside, words } from '../shared/probe.js';
import { idOf, mapScene } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'widgets-draw-area',
  title: '部件/画范围 draw-area',
  component: 'yzt-draw-area',
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：点出各个角，完成后成为数据集的一行',
  render: (args, context) =>
    html`<yzt-dataset id=${idOf(context, 'area')}></yzt-dataset>${mapScene(context, {
      center: '120.38 36.07',
      zoom: 11,
      layers: html`<yzt-polygon-layer label=${t('范围', 'Area')} dataset=${idOf(context, 'area')} symbology="fixed:data-2"></yzt-polygon-layer>`,
      beside: html`<yzt-draw-area for=${idOf(context, 'map')} dataset=${idOf(context, 'area')} ${given(args)}></yzt-draw-area>`,
    })}`,
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const draw = find(canvasElement, 'yzt-draw-area');
    await waitFor(() => expect(inside(draw).getByRole('button')).toBeEnabled());
    await userEvent.click(inside(draw).getByRole('button'));
    await waitFor(() => expect(words(draw)).toMatch(/至少 3 个|at least 3/));
    await userEvent.click(inside(draw).getByRole('button', { name: /取消|Cancel/ }));
  },
};
