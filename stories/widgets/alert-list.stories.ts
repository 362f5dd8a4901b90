import '@yizhangtu/widgets/alert-list';
import { Dataset } from '@yizhangtu/data/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { seededAlerts } from '../shared/alerts.js';
import { given } from '../shared/given.js';
import { drawn, find, inside, rowsLeft, words } from '../shared/probe.js';
import { idOf, mapScene, missingData, panel, pendingData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'widgets-alert-list',
  title: '部件/预警列表 alert-list',
  component: 'yzt-alert-list',
  args: { fields: 'issuer area' },
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：与地图联动',
  render: (args, context) => {
    const alerts = seededAlerts();
    return mapScene(context, {
      layers: html`<yzt-point-layer
        label=${t('预警', 'Warnings')}
        .dataset=${alerts}
        symbology="class:level"
        size="14"
      ></yzt-point-layer>`,
      beside: html`<yzt-alert-list .dataset=${alerts} for=${idOf(context, 'map')} ${given(args)}></yzt-alert-list>`,
      zoom: 7,
    });
  },
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const list = find(canvasElement, 'yzt-alert-list');
    const data = list.dataset as Dataset;
    const [first] = await inside(list).findAllByRole('button', { name: /海浪警报/ });
    await userEvent.click(first as HTMLElement);
    await waitFor(() => expect(data.selection.size).toBe(1));
    await waitFor(() => expect(map.zoom).toBeCloseTo(9, 1), { timeout: 5000 });
  },
};

export const Levels: StoryObj = {
  name: '按级别筛选',
  render: (args) => panel(html`<yzt-alert-list .dataset=${seededAlerts()} ${given(args)}></yzt-alert-list>`),
  play: async ({ canvasElement }) => {
    const list = find(canvasElement, 'yzt-alert-list');
    await userEvent.click(await inside(list).findByRole('button', { name: /^(黄色|Yellow)\s*\d+$/ }));
    await waitFor(() => expect(rowsLeft(list.dataset as Dataset)).toBe(3));
  },
};

export const InForce: StoryObj = {
  name: '只看生效中',
  args: { inForce: true },
  render: (args) => panel(html`<yzt-alert-list .dataset=${seededAlerts()} ${given(args)}></yzt-alert-list>`),
};

export const None: StoryObj = {
  name: '没有预警',
  render: (args) =>
    panel(
      html`<yzt-alert-list
        .dataset=${Dataset.fromColumns({ columns: { title: [] as string[] } })}
        ${given(args)}
      ></yzt-alert-list>`,
    ),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-alert-list'))).toMatch(/当前没有预警|No warnings/));
  },
};

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)}
    ${panel(html`<yzt-alert-list dataset=${idOf(context, 'venues')} ${given(args)}></yzt-alert-list>`)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    html`${missingData(context)}
    ${panel(html`<yzt-alert-list dataset=${idOf(context, 'venues')} ${given(args)}></yzt-alert-list>`)}`,
  play: async ({ canvasElement }) => {
    const list = find(canvasElement, 'yzt-alert-list');
    await waitFor(() => expect(inside(list).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
