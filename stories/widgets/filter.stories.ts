import '@yizhangtu/widgets/filter';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fireEvent, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside, loaded, rowsLeft, words } from '../shared/probe.js';
import { idOf, missingData, panel, pendingData, someVenues, venuesData } from '../shared/scenes.js';
import { seededVessels } from '../shared/times.js';

const meta: Meta = {
  id: 'widgets-filter',
  title: '部件/筛选 filter',
  component: 'yzt-filter',
  argTypes: { kind: { control: 'inline-radio', options: ['chips', 'range', 'date', 'text', 'toggle'] }, scale: { control: 'inline-radio', options: ['linear', 'log'] } },
  args: { field: 'typeGroup' },
  render: (args, context) =>
    html`${venuesData(context)}${panel(html`<yzt-filter dataset=${idOf(context, 'venues')} ${given(args)}></yzt-filter>`)}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：选类别',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const filter = find(canvasElement, 'yzt-filter');
    const chip = await inside(filter).findByRole('button', { name: /游泳水上|Swimming/ }, { timeout: 5000 });
    chip.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(rowsLeft(data)).toBeLessThan(data.rowCount));
    await expect(filter.filter).toMatchObject({ kind: 'in', values: ['aquatic'] });
  },
};

export const Many: StoryObj = { name: '值很多：更多', args: { field: 'typeCode' } };

export const Range: StoryObj = {
  name: '范围',
  args: { field: 'areaM2', kind: 'range' },
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const [low] = await inside(find(canvasElement, 'yzt-filter')).findAllByRole('slider', {}, { timeout: 5000 });
    const slider = low as HTMLInputElement;
    await fireEvent.input(slider, { target: { value: String((Number(slider.max) + Number(slider.min)) / 2) } });
    await fireEvent.change(slider);
    await waitFor(() => expect(rowsLeft(data)).toBeLessThan(data.rowCount));
  },
};

export const Magnitudes: StoryObj = {
  name: '范围，按量级',
  args: { field: 'areaM2', kind: 'range', scale: 'log' },
};

export const Days: StoryObj = {
  name: '日期：从哪天到哪天',
  args: { field: 'reportedAt', kind: 'date' },
  render: (args) => panel(html`<yzt-filter .dataset=${seededVessels(4000)} ${given(args)}></yzt-filter>`),
  play: async ({ canvasElement }) => {
    const filter = find(canvasElement, 'yzt-filter');
    const first = await inside(filter).findByLabelText(/开始日期|first day/);
    await fireEvent.change(first, { target: { value: '2022-09-10' } });
    await waitFor(() => expect(filter.filter).toMatchObject({ kind: 'range', field: 'reportedAt' }));
  },
};

export const Search: StoryObj = {
  name: '搜索',
  args: { field: undefined, kind: 'text', placeholder: '搜索场馆名称、地址' },
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const box = await inside(find(canvasElement, 'yzt-filter')).findByRole('searchbox', {}, { timeout: 5000 });
    await userEvent.type(box, '游泳{Enter}');
    await waitFor(() => expect(rowsLeft(data)).toBeLessThan(data.rowCount));
    await expect(rowsLeft(data)).toBeGreaterThan(0);
  },
};

export const Toggle: StoryObj = {
  name: '开关：只看开放',
  args: { field: 'openState', kind: 'toggle', only: 'open', label: '只看开放的场馆' },
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await userEvent.click(await inside(find(canvasElement, 'yzt-filter')).findByRole('checkbox', {}, { timeout: 5000 }));
    await waitFor(() => expect(rowsLeft(data)).toBeLessThan(data.rowCount));
  },
};

export const NoRows: StoryObj = {
  name: '0 行',
  render: (args) => panel(html`<yzt-filter .dataset=${someVenues(0)} ${given(args)}></yzt-filter>`),
};

export const WrongField: StoryObj = {
  name: '字段不存在',
  args: { field: 'noSuchField' },
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    await waitFor(() => expect(words(find(canvasElement, 'yzt-filter'))).toMatch(/没有这个字段|does not have this field/));
  },
};

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)}${panel(html`<yzt-filter dataset=${idOf(context, 'venues')} ${given(args)}></yzt-filter>`)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(find(canvasElement, 'yzt-filter')).getByRole('status')).toBeVisible());
  },
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    html`${missingData(context)}${panel(html`<yzt-filter dataset=${idOf(context, 'venues')} ${given(args)}></yzt-filter>`)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(find(canvasElement, 'yzt-filter')).getByRole('alert')).toBeVisible(), { timeout: 10_000 });
  },
};
