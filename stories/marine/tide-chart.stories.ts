import '@yizhangtu/data/dataset';
import '@yizhangtu/marine/tide-chart';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import tidesUrl from '../../examples/marine/data/tides.csv?url';
import { given } from '../shared/given.js';
import { find, inside, words } from '../shared/probe.js';
import { idOf, note, panel } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'marine-tide-chart',
  title: '海洋/潮位 tide-chart',
  component: 'yzt-tide-chart',
  args: { station: 'shijiusuo', from: '2019-08-09', days: 4 },
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：石臼所，利奇马期间；警戒线为示例值',
  render: (args, context) =>
    html`${note('调和常数是真实的（TICON-4），警戒潮位为示例值。', 'The constituents are real (TICON-4); the warning levels are examples.')}
      <yzt-dataset id=${idOf(context, 'tides')} src=${tidesUrl} schema="marine/tide@1" source="TICON-4 (SEANOE 109129)"></yzt-dataset>
      ${panel(
        html`<yzt-tide-chart
          dataset=${idOf(context, 'tides')}
          thresholds=${t('蓝色警戒（示例）=430:blue; 黄色警戒（示例）=460:yellow; 橙色警戒（示例）=490:orange; 红色警戒（示例）=520:red', 'Blue (example)=430:blue; Yellow (example)=460:yellow; Orange (example)=490:orange; Red (example)=520:red')}
          ${given(args)}
        ></yzt-tide-chart>`,
        true,
      )}`,
  play: async ({ canvasElement }) => {
    const chart = find(canvasElement, 'yzt-tide-chart');
    await waitFor(() => expect(words(chart)).toMatch(/50 个分潮|50 constituents/), { timeout: 10_000 });
    await waitFor(() => expect(inside(chart).getAllByText(/^4\d\d$/).length).toBeGreaterThan(3), { timeout: 10_000 }).catch(() => undefined);
    await waitFor(() => expect(words(chart.shadowRoot?.querySelector('yzt-line-chart') as Element)).toMatch(/石臼所潮位|Tide at Shijiusuo/));
  },
};
