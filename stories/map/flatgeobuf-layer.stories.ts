import '@yizhangtu/map/flatgeobuf-layer';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find } from '../shared/probe.js';
import { mapScene } from '../shared/scenes.js';
import { serveExamples } from '../shared/services.js';
import points from '../../tools/fixtures/points.fgb?url';

serveExamples();

const meta: Meta = {
  id: 'map-flatgeobuf-layer',
  title: '地图/FlatGeobuf 图层 flatgeobuf-layer',
  component: 'yzt-flatgeobuf-layer',
  args: { label: '示例数据' },
  render: (args, context) => mapScene(context, { layers: html`<yzt-flatgeobuf-layer src="/example-services/file?${points}" ${given(args)}></yzt-flatgeobuf-layer>` }),
};
export default meta;

export const Basic: StoryObj = {
  name: '按视图读取文件的一部分',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-flatgeobuf-layer');
    await waitFor(() => expect(layer.dataset.rowCount).toBeGreaterThan(0), { timeout: 10_000 });
  },
};
