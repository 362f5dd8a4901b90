import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/charts/indicator';
import '@yizhangtu/data/remote-dataset';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, words } from '../shared/probe.js';
import { idOf, note, panel } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'data-remote-dataset',
  title: '数据/远程数据集 remote-dataset',
  component: 'yzt-remote-dataset',
};
export default meta;

/** Nobody listens here, and the story is told so: it takes the error itself, as a page would. */
const NOBODY = 'http://127.0.0.1:9/';
const take = (event: Event): void => event.preventDefault();

export const NoServer: StoryObj = {
  name: '没有服务器时：说明原因，页面照常',
  render: (args, context) =>
    html`${note(
        '这里没有数据库，所以看到的是断开时的样子。按 docs/guide/scale.md 启动 ClickHouse 后，把 src 换成它的地址即可。',
        'There is no database here, so this is what a lost one looks like. Start ClickHouse as docs/guide/scale.md says and write its address as src.',
      )}
      <yzt-remote-dataset
        id=${idOf(context, 'events')}
        engine="clickhouse"
        src=${NOBODY}
        table="demo.events"
        source=${t('城市事件（示例数据）', 'City events (example data)')}
        example
        @yzt-error=${take}
        ${given(args)}
      ></yzt-remote-dataset>
      ${panel(html`<yzt-indicator dataset=${idOf(context, 'events')} label=${t('事件数', 'Events')}></yzt-indicator>`)}
      ${panel(
        html`<yzt-bar-chart
          dataset=${idOf(context, 'events')}
          group-by="district"
          label=${t('各区市事件', 'Events by district')}
        ></yzt-bar-chart>`,
        true,
      )}`,
  play: async ({ canvasElement }) => {
    const element = find(canvasElement, 'yzt-remote-dataset');
    await waitFor(() => expect(element.error?.code).toBe('network'), { timeout: 10_000 });
    await waitFor(() => expect(words(find(canvasElement, 'yzt-bar-chart'))).toContain('127.0.0.1:9'));
    await waitFor(() => expect(words(find(canvasElement, 'yzt-indicator'))).toContain('127.0.0.1:9'));
    const aloud = ['yzt-bar-chart', 'yzt-indicator'].flatMap((tag) => [...(canvasElement.querySelector(tag)?.shadowRoot?.querySelectorAll('[role=alert]') ?? [])]);
    await expect(aloud).toHaveLength(1);
  },
};
