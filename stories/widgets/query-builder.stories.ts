import '@yizhangtu/widgets/query-builder';
import type { Filter } from '@yizhangtu/data/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside, loaded, rowsLeft, words } from '../shared/probe.js';
import { idOf, mapScene, missingData, panel, pendingData, someVenues, venueLayer, venuesData } from '../shared/scenes.js';

const meta: Meta = {
  id: 'widgets-query-builder',
  title: '部件/条件查询 query-builder',
  component: 'yzt-query-builder',
};
export default meta;

const builderOf =
  (filter?: Filter): StoryObj['render'] =>
  (args) => {
    const dataset = someVenues(1200);
    dataset.setFilter('query', filter);
    return panel(html`<yzt-query-builder .dataset=${dataset} ${given(args)}></yzt-query-builder>`, true);
  };

export const Basic: StoryObj = {
  name: '基本：与地图联动',
  args: { fields: 'typeGroup district openState fee areaM2 builtYear name' },
  render: (args, context) =>
    html`${venuesData(context)} ${mapScene(context, { layers: venueLayer(context) })}
      <div class="story-under">
        ${panel(html`<yzt-query-builder dataset=${idOf(context, 'venues')} ${given(args)}></yzt-query-builder>`, true)}
      </div>`,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const builder = inside(find(canvasElement, 'yzt-query-builder'));
    await userEvent.click(await builder.findByRole('button', { name: /^(加条件|Add condition)$/ }));
    await userEvent.click(await builder.findByRole('button', { name: /游泳水上|Swimming/ }));
    await waitFor(() => expect(rowsLeft(data)).toBeLessThan(data.rowCount));
  },
};

/** Open venues in the city, large or with ice: what a leader asks in the morning. */
const NESTED: Filter = {
  kind: 'all',
  filters: [
    { kind: 'in', field: 'district', values: ['370202', '370203', '370213'] },
    { kind: 'not', filter: { kind: 'in', field: 'openState', values: ['closed'] } },
    {
      kind: 'any',
      filters: [
        { kind: 'range', field: 'areaM2', min: 8000 },
        { kind: 'in', field: 'typeGroup', values: ['ice-roller', 'aquatic'] },
      ],
    },
  ],
};

export const Nested: StoryObj = {
  name: '嵌套条件组',
  render: builderOf(NESTED),
  play: async ({ canvasElement }) => {
    const builder = find(canvasElement, 'yzt-query-builder');
    await waitFor(() => expect(words(builder)).toMatch(/不是 不开放|not Closed/));
    await expect(inside(builder).getAllByRole('group', { name: /条件组|Group of conditions/ }).length).toBe(2);
  },
};

export const Foreign: StoryObj = {
  name: '条件由别处设定',
  render: builderOf({ kind: 'bounds', west: 120.2, south: 36, east: 120.4, north: 36.2 }),
};

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)}
    ${panel(html`<yzt-query-builder dataset=${idOf(context, 'venues')} ${given(args)}></yzt-query-builder>`)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    html`${missingData(context)}
    ${panel(html`<yzt-query-builder dataset=${idOf(context, 'venues')} ${given(args)}></yzt-query-builder>`)}`,
  play: async ({ canvasElement }) => {
    const builder = find(canvasElement, 'yzt-query-builder');
    await waitFor(() => expect(inside(builder).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
