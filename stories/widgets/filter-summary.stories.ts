import '@yizhangtu/widgets/filter-summary';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside, loaded, rowsLeft, words } from '../shared/probe.js';
import { idOf, panel, pendingData, someVenues, venuesData } from '../shared/scenes.js';

const meta: Meta = {
  id: 'widgets-filter-summary',
  title: '部件/筛选条件 filter-summary',
  component: 'yzt-filter-summary',
  render: (args, context) =>
    html`${venuesData(context)}
    ${panel(html`<yzt-filter-summary dataset=${idOf(context, 'venues')} ${given(args)}></yzt-filter-summary>`)}`,
};
export default meta;

export const Basic: StoryObj = { name: '基本：没有条件' };

export const Filtered: StoryObj = {
  name: '三个条件，逐个移除',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    data.setFilter('typeGroup', { kind: 'in', field: 'typeGroup', values: ['aquatic', 'stadium'] });
    data.setFilter('openState', { kind: 'in', field: 'openState', values: ['open'] });
    data.setFilter('areaM2', { kind: 'range', field: 'areaM2', min: 500 });
    const summary = inside(find(canvasElement, 'yzt-filter-summary'));
    await waitFor(() => expect(summary.getAllByRole('listitem')).toHaveLength(3));
    const before = rowsLeft(data);
    const [first] = summary.getAllByRole('button', { name: /移除|Remove/ });
    first?.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(summary.getAllByRole('listitem')).toHaveLength(2));
    await expect(rowsLeft(data)).toBeGreaterThan(before);
  },
};

export const ClearAll: StoryObj = {
  name: '清除全部',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    data.setFilter('text', { kind: 'text', contains: '游泳' });
    const summary = inside(find(canvasElement, 'yzt-filter-summary'));
    await userEvent.click(await summary.findByRole('button', { name: /清除全部|Clear all/ }));
    await waitFor(() => expect(data.filters.size).toBe(0));
  },
};

export const Noun: StoryObj = {
  name: '量词与名称',
  args: { unit: '座', noun: '场馆' },
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    data.setFilter('openState', { kind: 'in', field: 'openState', values: ['open'] });
    await waitFor(() => expect(words(find(canvasElement, 'yzt-filter-summary'))).toMatch(/座场馆，全部 [\d,]+ 座/));
  },
};

export const NoRows: StoryObj = {
  name: '0 行',
  render: (args) => panel(html`<yzt-filter-summary .dataset=${someVenues(0)} ${given(args)}></yzt-filter-summary>`),
};

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)}
    ${panel(html`<yzt-filter-summary dataset=${idOf(context, 'venues')} ${given(args)}></yzt-filter-summary>`)}`,
};
