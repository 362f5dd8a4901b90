import '@yizhangtu/widgets/zoom-tool';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside } from '../shared/probe.js';
import { idOf, mapScene } from '../shared/scenes.js';

const meta: Meta = {
  id: 'widgets-zoom-tool',
  title: '部件/缩放 zoom-tool',
  component: 'yzt-zoom-tool',
  render: (args, context) => mapScene(context, { layers: html`<yzt-zoom-tool slot="top-end" ${given(args)}></yzt-zoom-tool>` }),
};
export default meta;

export const Basic: StoryObj = {
  name: '基本',
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const before = map.zoom;
    const button = inside(find(canvasElement, 'yzt-zoom-tool')).getByRole('button', { name: /放大|Zoom in/ });
    button.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(map.zoom).toBeCloseTo(before + 1, 1), { timeout: 5000 });
  },
};

export const HalfSteps: StoryObj = { name: '半级缩放', args: { step: 0.5 } };

export const AtTheEnd: StoryObj = {
  name: '到最大级别',
  render: (args, context) =>
    html`<div class="story-map alone">
      <yzt-map id=${idOf(context, 'map')} center="120.4 36.16" zoom="12" max-zoom="12">
        <yzt-zoom-tool slot="top-end" ${given(args)}></yzt-zoom-tool>
      </yzt-map>
    </div>`,
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const button = inside(find(canvasElement, 'yzt-zoom-tool')).getByRole('button', { name: /放大|Zoom in/ });
    await waitFor(() => expect(button).toHaveAttribute('aria-disabled', 'true'));
    await userEvent.click(button);
    await expect(map.zoom).toBe(12);
  },
};
