import '@yizhangtu/widgets/print-tool';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside } from '../shared/probe.js';
import { mapScene, note, venueLayer, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'widgets-print-tool',
  title: '部件/打印 print-tool',
  component: 'yzt-print-tool',
  args: { heading: '', unit: '', watermark: '' },
  render: ({ heading, unit, watermark, ...args }, context) => {
    const words = {
      heading: String(heading || t('全民健身场馆分布图（示意）', 'Sports venues (sketch)')),
      unit: String(unit || t('数字青岛', 'Digital Qingdao')),
      watermark: String(watermark || t('内部资料 仅供示例', 'Internal, example only')),
    };
    return html`${venuesData(context)}
    ${note('比例尺在图中央是准确的；文件在浏览器里生成。', 'The scale is true at the middle of the sheet; files are made in the browser.')}
    ${mapScene(context, { layers: html`${venueLayer(context)}<yzt-print-tool slot="top-end" ${given({ ...args, ...words })}></yzt-print-tool>` })}`;
  },
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await expect(inside(find(canvasElement, 'yzt-print-tool')).getByRole('button')).toBeEnabled();
  },
};

export const Opened: StoryObj = {
  name: '对话框与预览',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const tool = find(canvasElement, 'yzt-print-tool');
    tool.show();
    await waitFor(() => expect(tool.renderRoot.querySelector('.sheet canvas')).not.toBeNull(), { timeout: 20_000 });
  },
};
