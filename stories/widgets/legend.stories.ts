import '@yizhangtu/widgets/legend';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside, loaded, rowsLeft, words } from '../shared/probe.js';
import { districtsData, idOf, mapScene, note, venueLayer, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'widgets-legend',
  title: '部件/图例 legend',
  component: 'yzt-legend',
  argTypes: { orientation: { control: 'inline-radio', options: ['vertical', 'horizontal'] } },
  render: (args, context) =>
    html`${venuesData(context)}
    ${mapScene(context, {
      layers: venueLayer(context),
      beside: html`<yzt-legend for=${idOf(context, 'map')} ${given(args)}></yzt-legend>`,
    })}`,
};
export default meta;

export const Basic: StoryObj = { name: '基本' };

export const Filter: StoryObj = {
  name: '点击筛选一类',
  render: (args, context) =>
    html`${note('点击一类只看这一类，再点取消。', 'Click a class to see only it, again to undo.')} ${meta.render?.(args, context)}`,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await drawn(canvasElement);
    const legend = find(canvasElement, 'yzt-legend');
    const all = data.rowCount;
    const row = await inside(legend).findByRole('button', { name: /游泳水上/ }, { timeout: 5000 });
    row.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(row).toHaveAttribute('aria-pressed', 'true'));
    await expect(rowsLeft(data)).toBeLessThan(all);
    await expect([...data.filters.keys()]).toEqual(['typeGroup']);
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(rowsLeft(data)).toBe(all));
  },
};

export const Horizontal: StoryObj = {
  name: '横排一行',
  args: { orientation: 'horizontal' },
  render: (args, context) =>
    html`${venuesData(context)}${mapScene(context, { layers: venueLayer(context) })}
      <yzt-legend for=${idOf(context, 'map')} ${given(args)}></yzt-legend>`,
};

export const Breaks: StoryObj = {
  name: '分级：单位与无数据',
  render: (args, context) =>
    html`${districtsData(context)}
    ${mapScene(context, {
      zoom: 8.6,
      layers: html`<yzt-polygon-layer
        label=${t('人均场地面积（示意）', 'Area per resident (schematic)')}
        dataset=${idOf(context, 'districts')}
        symbology="breaks:areaPerCapita:2.2,2.4,2.6,2.8"
      ></yzt-polygon-layer>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')} ${given(args)}></yzt-legend>`,
    })}`,
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    await waitFor(() => expect(words(find(canvasElement, 'yzt-legend'))).toContain('㎡'), { timeout: 5000 });
  },
};

export const Toggles: StoryObj = { name: '带图层开关', args: { toggles: true } };

export const Collapsible: StoryObj = {
  name: '可折叠：放在地图上',
  args: { collapsible: true },
  render: (args, context) =>
    html`${venuesData(context)}
    ${mapScene(context, {
      layers: html`${venueLayer(context)}
        <div slot="bottom-end" class="float"><yzt-legend ${given(args)}></yzt-legend></div>`,
    })}`,
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    await drawn(canvasElement);
    const legend = find(canvasElement, 'yzt-legend');
    const toggle = await inside(legend).findByRole('button', { name: /图例|Legend/ }, { timeout: 5000 });
    const before = toggle.getAttribute('aria-expanded');
    toggle.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(toggle.getAttribute('aria-expanded')).not.toBe(before));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(toggle.getAttribute('aria-expanded')).toBe(before));
  },
};

export const Empty: StoryObj = {
  name: '没有图层',
  render: (args, context) =>
    mapScene(context, { land: false, beside: html`<yzt-legend for=${idOf(context, 'map')} ${given(args)}></yzt-legend>` }),
};
