import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { YztPointLayer } from '@yizhangtu/map/point-layer';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside, loaded, words, type Canvas } from '../shared/probe.js';
import { mapScene, note, venueLayer, venuesData } from '../shared/scenes.js';
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
