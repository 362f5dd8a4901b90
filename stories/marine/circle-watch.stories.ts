import '@yizhangtu/data/dataset';
import '@yizhangtu/marine/circle-watch';
import type { YztDataset } from '@yizhangtu/data/dataset';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import typhoonsUrl from '../../examples/marine/data/typhoons.csv?url';
import { given } from '../shared/given.js';
import { find, inside, loaded, words } from '../shared/probe.js';
import { idOf, panel } from '../shared/scenes.js';
import { t } from '../shared/words.js';
import { fleetGeojson } from './fleet.js';

const meta: Meta = {
  id: 'marine-circle-watch',
  title: '海洋/风圈内船舶 circle-watch',
  component: 'yzt-circle-watch',
  args: { force: '7', limit: 8, withinHours: 6 },
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：利奇马（2019）七级风圈内的示例船舶',
  render: (args, context) =>
    html`<yzt-dataset id=${idOf(context, 'typhoons')} src=${typhoonsUrl} schema="marine/typhoon@1" source="IBTrACS v04r01, JMA"></yzt-dataset>
      <yzt-dataset id=${idOf(context, 'vessels')} .data=${fleetGeojson()} schema="marine/vessel@1" source=${t('示例数据', 'Example data')} example></yzt-dataset>
      ${panel(html`<yzt-circle-watch dataset=${idOf(context, 'typhoons')} vessels=${idOf(context, 'vessels')} ${given(args)}></yzt-circle-watch>`)}`,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const watch = find(canvasElement, 'yzt-circle-watch');
    await waitFor(() => expect(words(watch)).toMatch(/选择一个台风|Choose one storm/));
    data.setFilter('storm', { kind: 'in', field: 'storm', values: ['2019214N15134'] });
    data.setFilter('time', { kind: 'range', field: 'time', max: Date.UTC(2019, 7, 10, 12) });
    await waitFor(() => expect(words(watch)).toMatch(/共 60 艘|of 60 vessels/));
    const [first] = inside(watch).getAllByRole('button', { name: /km/ });
    await userEvent.click(first as HTMLElement);
    const [, vessels] = canvasElement.querySelectorAll<YztDataset>('yzt-dataset');
    await waitFor(() => expect(vessels?.dataset.selection.size).toBe(1));
  },
};
