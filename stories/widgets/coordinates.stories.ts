import '@yizhangtu/widgets/coordinates';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside, words } from '../shared/probe.js';
import { mapScene } from '../shared/scenes.js';

const meta: Meta = {
  id: 'widgets-coordinates',
  title: '部件/坐标 coordinates',
  component: 'yzt-coordinates',
  argTypes: { format: { control: 'select', options: ['dms', 'degrees', 'minutes', '4549'] } },
  render: (args, context) =>
    mapScene(context, { layers: html`<yzt-coordinates slot="bottom-end" ${given(args)}></yzt-coordinates>` }),
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：点击切换格式',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const readout = find(canvasElement, 'yzt-coordinates');
    await waitFor(() => expect(words(readout)).toMatch(/120°24′/));
    const [value] = inside(readout).getAllByRole('button');
    await userEvent.click(value as HTMLElement);
    await waitFor(() => expect(words(readout)).toMatch(/E?\d+\.\d{4,}°/));
  },
};

export const Metres: StoryObj = {
  name: 'CGCS2000 三度带（米）',
  args: { format: '4549', formats: '4549 dms' },
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(words(find(canvasElement, 'yzt-coordinates'))).toMatch(/X/));
  },
};

export const NoCopy: StoryObj = { name: '不带复制', args: { noCopy: true } };
