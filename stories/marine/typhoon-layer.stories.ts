import '@yizhangtu/data/dataset';
import '@yizhangtu/marine/typhoon-layer';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import '@yizhangtu/widgets/time-slider';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import typhoonsUrl from '../../examples/marine/data/typhoons.csv?url';
import { given } from '../shared/given.js';
import { drawn, find, inside, loaded, rowsLeft } from '../shared/probe.js';
import { idOf, mapScene, type Named } from '../shared/scenes.js';
import { t } from '../shared/words.js';

/** 利奇马, Lekima, of 2019 as IBTrACS numbers storms. */
const LEKIMA = '2019214N15134';

const meta: Meta = {
  id: 'marine-typhoon-layer',
  title: '海洋/台风 typhoon-layer',
  component: 'yzt-typhoon-layer',
};
export default meta;

function storms(context: Named): TemplateResult {
  return html`<yzt-dataset id=${idOf(context, 'typhoons')} src=${typhoonsUrl} schema="marine/typhoon@1" source="IBTrACS v04r01, JMA"></yzt-dataset>`;
}

function scene(context: Named, args: Record<string, unknown>): TemplateResult {
  return html`${storms(context)}${mapScene(context, {
    center: '125 30',
    zoom: 4.4,
    layers: html`<yzt-typhoon-layer label=${t('台风路径', 'Typhoon track')} dataset=${idOf(context, 'typhoons')} ${given(args)}></yzt-typhoon-layer><yzt-popup></yzt-popup>`,
    beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
  })}`;
}

export const Basic: StoryObj = {
  name: '基本：利奇马（2019），逐 6 小时播放',
  render: (args, context) =>
    html`${scene(context, args)}
      <div class="story-under"><div class="story-panel wide"><yzt-time-slider dataset=${idOf(context, 'typhoons')} field="time" mode="cumulative" step="6 hour" value="2019-08-10T02:00" follow-filters></yzt-time-slider></div></div>`,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    data.setFilter('storm', { kind: 'in', field: 'storm', values: [LEKIMA] });
    await drawn(canvasElement);
    // Up to the third day before its end, of 51 positions.
    await waitFor(() => expect(rowsLeft(data)).toBeLessThan(40));
    const before = rowsLeft(data);
    const slider = find(canvasElement, 'yzt-time-slider');
    await userEvent.click(await inside(slider).findByRole('button', { name: /播放$|^Play/ }));
    await waitFor(() => expect(rowsLeft(data)).toBeGreaterThan(before));
    await userEvent.click(inside(slider).getByRole('button', { name: /暂停|Pause/ }));
  },
};

export const All: StoryObj = {
  name: '全部：1949–2025 年进入青岛 300 公里的 73 个台风',
  render: (args, context) => scene(context, args),
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await drawn(canvasElement);
    await waitFor(() => expect(data.column('class')).toBeDefined());
    await expect(data.allGroups('storm').size).toBe(73);
  },
};
