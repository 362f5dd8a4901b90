import '@yizhangtu/widgets/feature-list';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { YztPointLayer } from '@yizhangtu/map/point-layer';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside, loaded, words, type Canvas } from '../shared/probe.js';
import { idOf, mapScene, note, venueLayer, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'widgets-popup',
  title: '部件/信息窗 popup',
  component: 'yzt-popup',
  render: (args, context) =>
    html`${note('点击一个场馆；按 Esc 关闭。', 'Click a venue; Escape closes.')}${venuesData(context)}
    ${mapScene(context, { layers: html`${venueLayer(context)}<yzt-popup ${given(args)}>${nothing}</yzt-popup>` })}`,
};
export default meta;

/** Opens the popup for one row, as a click on it would. */
async function openFor(canvas: Canvas, rows: readonly number[]): Promise<void> {
  const dataset = await loaded(canvas);
  await drawn(canvas);
  const layer = find(canvas, 'yzt-point-layer') as YztPointLayer;
  const { geometry } = dataset;
  if (geometry.kind !== 'point') throw new Error('the venues are points');
  const { coordinates } = geometry;
  const hits = rows.map((row) => {
    const lonLat: [number, number] = [coordinates[row * 2] ?? 0, coordinates[row * 2 + 1] ?? 0];
    return { layer, dataset, row, lonLat };
  });
  find(canvas, 'yzt-popup').show(hits);
}

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    await openFor(canvasElement, [0]);
    const popup = find(canvasElement, 'yzt-popup');
    const dialog = await inside(popup).findByRole('dialog');
    await expect(words(popup)).not.toMatch(/typeGroup|areaM2|openState/);
    dialog.focus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(popup.open).toBe(false));
    await openFor(canvasElement, [0]);
  },
};

export const Several: StoryObj = {
  name: '同一处有三个',
  play: async ({ canvasElement }) => {
    await openFor(canvasElement, [0, 1, 2]);
    const popup = find(canvasElement, 'yzt-popup');
    const first = popup.hit?.row;
    await userEvent.click(await inside(popup).findByRole('button', { name: /下一|Next/i }));
    await waitFor(() => expect(popup.hit?.row).not.toBe(first));
  },
};

export const ChosenFields: StoryObj = {
  name: '指定字段',
  args: { fields: 'district hours areaM2' },
  play: async ({ canvasElement }) => openFor(canvasElement, [0]),
};

export const Actions: StoryObj = {
  name: '带操作按钮',
  render: (args, context) =>
    html`${venuesData(context)}
    ${mapScene(context, {
      layers: html`${venueLayer(context)}
        <yzt-popup ${given(args)}><a slot="actions" href="#details">${t('查看详情', 'See details')}</a></yzt-popup>`,
    })}`,
  play: async ({ canvasElement }) => openFor(canvasElement, [3]),
};

export const FromList: StoryObj = {
  name: '在列表里选一行',
  render: (args, context) =>
    html`${note('在列表里选一个场馆：地图飞到那里，并打开信息窗。', 'Choose a venue in the list: the map flies there and shows it.')}
    ${venuesData(context)}
    ${mapScene(context, {
      layers: html`${venueLayer(context)}<yzt-popup ${given(args)}></yzt-popup>`,
      beside: html`<yzt-feature-list
        dataset=${idOf(context, 'venues')}
        for=${idOf(context, 'map')}
        fields="district openState"
        unit="处"
        noun=${t('场馆', 'venues')}
      ></yzt-feature-list>`,
    })}`,
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    await drawn(canvasElement);
    const popup = find(canvasElement, 'yzt-popup');
    const list = await inside(find(canvasElement, 'yzt-feature-list')).findByRole('listbox', {}, { timeout: 5000 });
    list.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await waitFor(() => expect(popup.open).toBe(true));
    await inside(popup).findByRole('dialog');
    // The keyboard stays where it was.
    await expect(find(canvasElement, 'yzt-feature-list').shadowRoot?.activeElement).toBe(list);
  },
};
