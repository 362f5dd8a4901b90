import '@yizhangtu/widgets/classify';
import '@yizhangtu/widgets/legend';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside, loaded, words } from '../shared/probe.js';
import { districtsData, idOf, mapScene, missingData, panel, pendingData, someVenues } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'widgets-classify',
  title: '部件/分级 classify',
  component: 'yzt-classify',
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：与图层和图例联动',
  args: { fields: 'areaPerCapita' },
  render: (args, context) =>
    html`${districtsData(context)}
    ${mapScene(context, {
      zoom: 8.6,
      layers: html`<yzt-polygon-layer
        id=${idOf(context, 'layer')}
        dataset=${idOf(context, 'districts')}
        label=${t('人均场地面积（示意）', 'Area per head (schematic)')}
        symbology="breaks:areaPerCapita:4:jenks:ylgnbu"
      ></yzt-polygon-layer>`,
      beside: html`<yzt-classify layer=${idOf(context, 'layer')} ${given(args)}></yzt-classify>`,
    })}`,
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    await drawn(canvasElement);
    const classify = find(canvasElement, 'yzt-classify');
    const layer = canvasElement.querySelectorAll('yzt-polygon-layer')[1];
    await userEvent.selectOptions(await inside(classify).findByRole('combobox', { name: /级数|Classes/ }), '3');
    await waitFor(() => expect(layer?.symbology).toBe('breaks:areaPerCapita:3:jenks:ylgnbu'));
    await waitFor(() => expect(words(classify)).toMatch(/方差拟合优度|goodness of variance fit/));
  },
};

export const Dataset: StoryObj = {
  name: '没有图层：只分数据',
  args: { fields: 'areaM2', symbology: 'breaks:areaM2:5:quantile:oranges' },
  render: (args) => panel(html`<yzt-classify .dataset=${someVenues(1200)} ${given(args)}></yzt-classify>`),
};

export const Limits: StoryObj = {
  name: '手动：键盘移动分界',
  args: { symbology: 'breaks:areaM2:2000,6000,10000:viridis' },
  render: (args) => panel(html`<yzt-classify .dataset=${someVenues(600)} ${given(args)}></yzt-classify>`),
  play: async ({ canvasElement }) => {
    const classify = find(canvasElement, 'yzt-classify');
    const [first] = await inside(classify).findAllByRole('slider');
    (first as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(classify.symbology).not.toContain('2000,'));
    await userEvent.keyboard('{ArrowLeft}');
  },
};

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) =>
    html`${pendingData(context)} ${panel(html`<yzt-classify dataset=${idOf(context, 'venues')} ${given(args)}></yzt-classify>`)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    html`${missingData(context)} ${panel(html`<yzt-classify dataset=${idOf(context, 'venues')} ${given(args)}></yzt-classify>`)}`,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(inside(find(canvasElement, 'yzt-classify')).getByRole('alert')).toBeTruthy(), { timeout: 5000 });
  },
};
