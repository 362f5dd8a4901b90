import '@yizhangtu/natural-resources/land-use-table';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside, words } from '../shared/probe.js';
import { panel } from '../shared/scenes.js';
import { t } from '../shared/words.js';
import { storyParcels } from './parcels.js';

const meta: Meta = {
  id: 'natural-resources-land-use-table',
  title: '自然资源/地类面积 land-use-table',
  component: 'yzt-land-use-table',
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：椭球面积，公顷与亩',
  args: { unit: '公顷' },
  render: (args) => panel(html`<yzt-land-use-table .dataset=${storyParcels()} field="YDYHFLDM" field-before="before" label=${t('地类面积', 'Areas by class')} ${given(args)}></yzt-land-use-table>`),
  play: async ({ canvasElement }) => {
    const table = find(canvasElement, 'yzt-land-use-table');
    await waitFor(() => expect(words(table)).toMatch(/耕地|Cultivated/));
    await userEvent.click(inside(table).getByRole('radio', { name: /亩|mu/ }));
    await waitFor(() => expect(words(table)).toMatch(/面积（亩）|Area \(mu\)/));
    await userEvent.click(inside(table).getAllByRole('button', { name: /展开|Open/ })[0] as HTMLElement);
    await waitFor(() => expect(words(table)).toMatch(/水田|Paddy/));
  },
};
