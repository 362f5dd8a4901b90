import '@yizhangtu/data/dataset';
import '@yizhangtu/map/point-layer';
import '@yizhangtu/widgets/profile-chart';
import { tableFromColumns } from '@yizhangtu/data/model';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, words } from '../shared/probe.js';
import { idOf, mapScene } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'widgets-profile-chart',
  title: '部件/高程剖面 profile-chart',
  component: 'yzt-profile-chart',
};
export default meta;

/** An invented hill walk: out along a ridge, with a few metres of trembling. */
function walk() {
  const steps = [...Array(181).keys()];
  const ele = Float64Array.from(steps, (i) => 60 + 130 * Math.sin((Math.PI * i) / 180) ** 2 + 22 * Math.sin(i / 9) + 1.5 * Math.sin(i * 2.7));
  return tableFromColumns({ coordinates: Float64Array.from(steps.flatMap((i) => [120.6 + i / 3000, 36.17 + 0.012 * Math.sin(i / 28)])), columns: { ele } });
}

export const Basic: StoryObj = {
  name: '基本：指向剖面，地图上标出位置；反过来也一样',
  render: (args, context) =>
    html`<yzt-dataset id=${idOf(context, 'way')} example source=${t('示例线路', 'Invented walk')} .data=${walk()}></yzt-dataset>${mapScene(context, {
      center: '120.63 36.17',
      zoom: 12.4,
      layers: html`<yzt-point-layer label=${t('线路', 'Way')} dataset=${idOf(context, 'way')} symbology="fixed:data-1" size="5"></yzt-point-layer>`,
      beside: html`<yzt-profile-chart dataset=${idOf(context, 'way')} label=${t('线路剖面', 'Profile of the way')} ${given(args)}></yzt-profile-chart>`,
    })}`,
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const profile = find(canvasElement, 'yzt-profile-chart');
    await waitFor(() => expect(words(profile)).toMatch(/累计爬升|Climb/));
    const cursor = await waitFor(() => {
      const found = profile.shadowRoot?.querySelector('yzt-line-chart')?.shadowRoot?.querySelector<SVGElement>('[data-cursor]');
      if (!found) throw new Error('no plot yet');
      return found;
    });
    cursor.focus();
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(words(profile)).toMatch(/高程 \d|height \d/));
  },
};
