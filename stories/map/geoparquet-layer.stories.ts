import '@yizhangtu/map/geoparquet-layer';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find } from '../shared/probe.js';
import { mapScene } from '../shared/scenes.js';
import { serveExamples } from '../shared/services.js';
import points from '../../tools/fixtures/points.parquet?url';

serveExamples();

const meta: Meta = {
  id: 'map-geoparquet-layer',
  title: '地图/GeoParquet 图层 geoparquet-layer',
  component: 'yzt-geoparquet-layer',
  args: { label: '示例数据' },
  render: (args, context) => mapScene(context, { layers: html`<yzt-geoparquet-layer src="/example-services/file?${points}" ${given(args)}></yzt-geoparquet-layer>` }),
};
export default meta;

export const Basic: StoryObj = {
  name: '按视图读取文件的一部分',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-geoparquet-layer');
    await waitFor(() => expect(layer.dataset.rowCount).toBeGreaterThan(0), { timeout: 10_000 });
  },
};
