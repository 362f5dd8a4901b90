import '@yizhangtu/data/dataset';
import '@yizhangtu/fitness/coverage-panel';
import { Dataset } from '@yizhangtu/data/model';
import type { YztDataset } from '@yizhangtu/data/dataset';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { find, inside, loaded, words } from '../shared/probe.js';
import { idOf, panel, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'fitness-coverage-panel',
  title: '全民健身/15分钟健身圈 coverage-panel',
  component: 'yzt-coverage-panel',
  args: { mode: 'walk', minutes: 15 },
};
export default meta;

/** Residents on a small grid over the city, more in the middle. 示例数据. */
function residents(): YztDataset['data'] {
  const cells = Array.from({ length: 24 * 16 }, (_, i) => ({ lon: 120.3 + 0.0125 * (i % 24), lat: 36.04 + 0.01 * Math.floor(i / 24), people: 200 + ((i * 7919) % 1800) }));
  const data = Dataset.fromColumns({
    coordinates: Float64Array.from(cells.flatMap(({ lon, lat }) => [lon, lat])),
    columns: { people: Float64Array.from(cells, ({ people }) => people), district: cells.map(({ lon }) => (lon < 120.4 ? t('西片', 'West') : lon < 120.5 ? t('中片', 'Middle') : t('东片', 'East'))) },
  });
  return { type: 'FeatureCollection', features: [...data.rows().rows].map((row) => data.feature(row)) } as unknown as YztDataset['data'];
}

export const Basic: StoryObj = {
  name: '基本：步行 15 分钟，按片区',
  render: (args, context) =>
    html`${venuesData(context)}
      <yzt-dataset id=${idOf(context, 'residents')} .data=${residents()} schema="fitness/population@1" source=${t('示例', 'Example')} example></yzt-dataset>
      ${panel(html`<yzt-coverage-panel dataset=${idOf(context, 'venues')} population=${idOf(context, 'residents')} ${given(args)}></yzt-coverage-panel>`)}`,
  play: async ({ canvasElement }) => {
    await loaded(canvasElement);
    const element = find(canvasElement, 'yzt-coverage-panel');
    await waitFor(() => expect(words(element)).toMatch(/1,200 m[\s\S]*%/), { timeout: 8000 });
    await userEvent.click(inside(element).getByRole('button', { name: /骑行|By bicycle/ }));
    await waitFor(() => expect(words(element)).toMatch(/3,750 m/));
    // The last answer is pale until the new one is there.
    await waitFor(() => expect(element.shadowRoot?.querySelector('[aria-busy=true]')).toBeNull(), { timeout: 8000 });
  },
};
