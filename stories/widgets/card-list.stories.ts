import '@yizhangtu/widgets/card-list';
import { Dataset } from '@yizhangtu/data/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, loaded, words } from '../shared/probe.js';
import { idOf, mapScene, missingData, panel, pendingData, venueLayer, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'widgets-card-list',
  title: '部件/卡片列表 card-list',
  component: 'yzt-card-list',
  args: { fields: 'district areaM2 openState', symbology: 'class:typeGroup', noun: '场馆' },
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：与地图联动',
  render: (args, context) =>
    html`${venuesData(context)}
    ${mapScene(context, {
      layers: venueLayer(context),
      beside: html`<yzt-card-list dataset=${idOf(context, 'venues')} for=${idOf(context, 'map')} ${given(args)}></yzt-card-list>`,
    })}`,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const map = await drawn(canvasElement);
    const list = find(canvasElement, 'yzt-card-list');
    await waitFor(() => expect(list.shadowRoot?.querySelector('.row')).toBeTruthy());
    await userEvent.click(list.shadowRoot?.querySelector('.row') as HTMLElement);
    await waitFor(() => expect(data.selection.size).toBe(1));
    await waitFor(() => expect(map.zoom).toBeGreaterThan(12), { timeout: 5000 });
  },
};

export const Wide: StoryObj = {
  name: '一行几张',
  render: (args, context) => html`${venuesData(context)} ${panel(html`<yzt-card-list dataset=${idOf(context, 'venues')} ${given(args)}></yzt-card-list>`, true)}`,
};

/** Pictures drawn here, because those of real venues have owners. */
function seededPicture(hue: number): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [320, 180];
  const pen = canvas.getContext('2d');
  if (!pen) return '';
  pen.fillStyle = `hsl(${hue}, 35%, 62%)`;
  pen.fillRect(0, 0, 320, 180);
  pen.fillStyle = `hsl(${hue}, 40%, 42%)`;
  for (const [x, height] of [[30, 90], [110, 120], [210, 70]] as const) pen.fillRect(x, 180 - height, 70, height);
  return canvas.toDataURL('image/png');
}

export const Pictures: StoryObj = {
  name: '带图片；没有图片时用首字',
  args: { fields: 'area', symbology: '', imageField: 'photo', titleField: 'name', noun: '' },
  render: (args) => {
    const data = Dataset.fromColumns(
      { columns: { name: ['示例体育馆', '示例游泳馆', '示例足球场', '示例健身房'], photo: [seededPicture(210), seededPicture(160), null, seededPicture(30)], area: [12_000, 3500, 9000, 420] } },
      { schema: { id: 'example/card@1', titleField: 'name', fields: [{ name: 'name', label: { zh: '名称', en: 'Name' } }, { name: 'area', label: { zh: '面积', en: 'Area' }, unit: '㎡' }, { name: 'photo', internal: true }] }, provenance: { source: t('示例数据', 'Example data'), example: true } },
    );
    return panel(html`<yzt-card-list .dataset=${data} ${given(args)}></yzt-card-list>`, true);
  },
};

export const None: StoryObj = {
  name: '没有记录',
  render: (args) => panel(html`<yzt-card-list .dataset=${Dataset.fromColumns({ columns: { name: [] as string[] } })} ${given(args)}></yzt-card-list>`),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(words(find(canvasElement, 'yzt-card-list'))).toMatch(/暂无|No/));
  },
};

export const Loading: StoryObj = {
  name: '加载中',
  render: (args, context) => html`${pendingData(context)} ${panel(html`<yzt-card-list dataset=${idOf(context, 'venues')} ${given(args)}></yzt-card-list>`)}`,
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) => html`${missingData(context)} ${panel(html`<yzt-card-list dataset=${idOf(context, 'venues')} ${given(args)}></yzt-card-list>`)}`,
};
