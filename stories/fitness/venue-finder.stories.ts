import '@yizhangtu/data/dataset';
import '@yizhangtu/fitness/venue-finder';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside, loaded, rowsLeft, words } from '../shared/probe.js';
import { idOf, panel, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'fitness-venue-finder',
  title: '全民健身/附近场馆 venue-finder',
  component: 'yzt-venue-finder',
  args: { place: '120.3826 36.0618', at: '2026-07-01T18:00', sport: '' },
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：附近免费、开放中的乒乓球',
  render: (args, context) =>
    html`${venuesData(context)}
      ${panel(html`<yzt-venue-finder dataset=${idOf(context, 'venues')} place-label=${t('五四广场', 'May Fourth Square')} ${given(args)}></yzt-venue-finder>`)}`,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const element = find(canvasElement, 'yzt-venue-finder');
    await waitFor(() => expect(words(element)).toMatch(/找到 \d+ 处|Found \d+ venues/));
    const [sport] = inside(element).getAllByRole('combobox').slice(1);
    await userEvent.selectOptions(sport as HTMLElement, 'table-tennis');
    await waitFor(() => expect(data.filters.has('typeCode')).toBe(true));
    await userEvent.click(inside(element).getByRole('checkbox', { name: /^(免费|Free)$/ }));
    await waitFor(() => expect(data.filters.has('fee')).toBe(true));
    await waitFor(() => expect(rowsLeft(data)).toBeGreaterThan(0));
    await userEvent.click(inside(element).getAllByRole('button', { expanded: false })[0] as HTMLElement);
    await waitFor(() => expect(inside(element).getByRole('link', { name: /高德|Amap/ })).toHaveAttribute('href', expect.stringContaining('uri.amap.com')));
  },
};
