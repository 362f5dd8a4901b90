import '@yizhangtu/widgets/feature-list';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside, loaded, words } from '../shared/probe.js';
import { idOf, mapScene, missingData, panel, pendingData, someVenues, venueLayer, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'widgets-feature-list',
  title: '部件/要素列表 feature-list',
  component: 'yzt-feature-list',
  args: { fields: 'district openState', symbology: 'class:typeGroup' },
};
export default meta;

const listOf =
  (count: number): StoryObj['render'] =>
  (args) =>
    panel(
      html`<yzt-feature-list
        .dataset=${someVenues(count)}
        unit="处"
        noun=${t('场馆', 'venues')}
        ${given(args)}
      ></yzt-feature-list>`,
    );

export const Basic: StoryObj = {
  name: '基本：与地图联动',
  render: (args, context) =>
    html`${venuesData(context)}
    ${mapScene(context, {
      layers: venueLayer(context),
      beside: html`<yzt-feature-list
        dataset=${idOf(context, 'venues')}
        for=${idOf(context, 'map')}
        unit="处"
        noun=${t('场馆', 'venues')}
        ${given(args)}
      ></yzt-feature-list>`,
    })}`,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const map = await drawn(canvasElement);
    const list = await inside(find(canvasElement, 'yzt-feature-list')).findByRole('listbox', {}, { timeout: 5000 });
    list.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await waitFor(() => expect(data.selection.size).toBe(1));
    await waitFor(() => expect(map.zoom).toBeGreaterThan(11), { timeout: 5000 });
  },
};

export const Thousand: StoryObj = {
  name: '1,000 行',
  render: listOf(1000),
  play: async ({ canvasElement }) => {
    const list = inside(find(canvasElement, 'yzt-feature-list'));
    await waitFor(() => expect(list.getAllByRole('option').length).toBeGreaterThan(3));
    await expect(list.getAllByRole('option').length).toBeLessThan(100);
  },
};

export const One: StoryObj = { name: '1 行，名称很长', render: listOf(1) };

export const None: StoryObj = {
  name: '0 行',
  render: listOf(0),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-feature-list'))).toMatch(/暂无场馆|No venues yet/));
  },
};

export const NothingPasses: StoryObj = {
  name: '没有符合条件的',
  render: (args) => {
    const dataset = someVenues(40);
    dataset.setFilter('text', { kind: 'text', contains: '火星' });
    return panel(
      html`<yzt-feature-list .dataset=${dataset} unit="处" noun=${t('场馆', 'venues')} ${given(args)}></yzt-feature-list>`,
    );
  },
  play: async ({ canvasElement }) => {
    const list = inside(find(canvasElement, 'yzt-feature-list'));
    await userEvent.click(await list.findByRole('button', { name: /清除|Clear/ }));
    await waitFor(() => expect(list.getAllByRole('option').length).toBeGreaterThan(3));
  },
};

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)}
    ${panel(html`<yzt-feature-list dataset=${idOf(context, 'venues')} ${given(args)}></yzt-feature-list>`)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    html`${missingData(context)}
    ${panel(html`<yzt-feature-list dataset=${idOf(context, 'venues')} ${given(args)}></yzt-feature-list>`)}`,
  play: async ({ canvasElement }) => {
    const list = find(canvasElement, 'yzt-feature-list');
    await waitFor(() => expect(inside(list).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
