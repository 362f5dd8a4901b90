import '@yizhangtu/data/dataset';
import '@yizhangtu/marine/typhoon-panel';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import typhoonsUrl from '../../examples/marine/data/typhoons.csv?url';
import { given } from '../shared/given.js';
import { find, inside, loaded, rowsLeft, words } from '../shared/probe.js';
import { idOf, panel } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'marine-typhoon-panel',
  title: '海洋/台风 typhoon-panel',
  component: 'yzt-typhoon-panel',
  args: { storm: '2019214N15134', placeLabel: '' },
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：利奇马（2019）在最接近青岛之前',
  render: (args, context) =>
    html`<yzt-dataset id=${idOf(context, 'typhoons')} src=${typhoonsUrl} schema="marine/typhoon@1" source="IBTrACS v04r01, JMA"></yzt-dataset>
      ${panel(html`<yzt-typhoon-panel dataset=${idOf(context, 'typhoons')} place-label=${t('青岛', 'Qingdao')} ${given(args)}></yzt-typhoon-panel>`)}`,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const element = find(canvasElement, 'yzt-typhoon-panel');
    data.setFilter('time', { kind: 'range', field: 'time', max: Date.UTC(2019, 7, 11) });
    await waitFor(() => expect(words(element)).toMatch(/655/));
    await userEvent.selectOptions(inside(element).getByRole('combobox'), '2022247N26147');
    await waitFor(() => expect(words(element)).toMatch(/没有该台风的位置|No position of this storm/));
    data.setFilter('time', undefined);
    await waitFor(() => expect(rowsLeft(data)).toBe(54));
    await expect(words(element)).toMatch(/梅花|Muifa/);
  },
};
