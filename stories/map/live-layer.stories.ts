import '@yizhangtu/charts/bar-chart';
import '@yizhangtu/map/live-layer';
import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { DatasetSchema } from '@yizhangtu/data/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { LIVE, startLiveStream } from '../shared/live-stream.js';
import { drawn, find, words } from '../shared/probe.js';
import { idOf, mapScene, panel } from '../shared/scenes.js';
import { t } from '../shared/words.js';

startLiveStream();

/** An MMSI is a number that is a name. */
const SHIP: DatasetSchema = {
  id: 'story/ship@1',
  titleField: 'name',
  fields: [
    { name: 'name', label: { zh: '船名', en: 'Name' } },
    { name: 'kind', label: { zh: '船型', en: 'Kind' }, values: { 渔船: { zh: '渔船', en: 'Fishing' }, 货船: { zh: '货船', en: 'Cargo' }, 客船: { zh: '客船', en: 'Passenger' } } },
    { name: 'mmsi', label: { zh: 'MMSI', en: 'MMSI' }, plain: true },
    { name: 'time', label: { zh: '船位时间', en: 'Time of position' } },
  ],
};

const meta: Meta = {
  id: 'map-live-layer',
  title: '地图/实时位置 live-layer',
  component: 'yzt-live-layer',
  args: { src: LIVE, keyField: 'mmsi', symbology: 'class:kind', staleAfter: 300, removeAfter: 3600 },
  render: (args, context) =>
    html`${mapScene(context, {
        layers: html`<yzt-live-layer id=${idOf(context, 'ships')} label=${t('船位（示例数据）', 'Ships (example data)')} ${given(args)} .schema=${SHIP}><yzt-popup></yzt-popup></yzt-live-layer>`,
        beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
      })}
      ${panel(html`<yzt-bar-chart dataset=${idOf(context, 'ships')} group-by="kind" label=${t('各类船只', 'Ships by kind')}></yzt-bar-chart>`, true)}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：每秒更新，五分钟没有消息的变淡',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-live-layer');
    await waitFor(() => expect([layer.dataset.rowCount, layer.state]).toEqual([40, 'live']), { timeout: 10_000 });
    layer.dataset.select([3]);
    const before = layer.dataset.feature(3).geometry;
    await waitFor(() => expect(layer.dataset.feature(3).geometry).not.toEqual(before), { timeout: 10_000 });
    await expect([...layer.dataset.selection]).toEqual([3]);
    await waitFor(() => expect(words(find(canvasElement, 'yzt-bar-chart'))).toMatch(/渔船|Fishing/));
  },
};
