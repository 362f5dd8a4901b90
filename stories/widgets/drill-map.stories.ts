import '@yizhangtu/data/dataset';
import '@yizhangtu/charts/indicator';
import '@yizhangtu/widgets/drill-map';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { seededDivisions } from '../shared/divisions.js';
import { given } from '../shared/given.js';
import { drawn, find, inside, words } from '../shared/probe.js';
import { idOf, mapScene, panel, type Named } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'widgets-drill-map',
  title: '部件/下钻 drill-map',
  component: 'yzt-drill-map',
};
export default meta;

const SCHEMA = {
  id: 'example/division@1',
  titleField: 'name',
  fields: [
    { name: 'name', label: { zh: '名称', en: 'Name' } },
    { name: 'code', label: { zh: '代码', en: 'Code' }, kind: 'text' as const },
    { name: 'people', label: { zh: '常住人口', en: 'Residents' }, unit: '人' },
  ],
};

function page(context: Named, args: Record<string, unknown>): TemplateResult {
  const ids = ['districts', 'streets', 'villages'].map((name) => idOf(context, name));
  return html`${seededDivisions().map(
      (data, i) => html`<yzt-dataset id=${`${ids[i]}-data`} .data=${data} .schema=${SCHEMA} source=${t('示例数据，方格不是真实边界', 'Example data, squares are no real boundaries')} example></yzt-dataset>`,
    )}
    ${mapScene(context, {
      zoom: 10,
      layers: html`${ids.map((id) => html`<yzt-polygon-layer id=${id} dataset=${`${id}-data`} label=${t('常住人口', 'Residents')} symbology="breaks:people:4:quantile:ylgnbu" allow-totals label-field="name"></yzt-polygon-layer>`)}`,
      beside: html`<yzt-indicator dataset=${`${ids[2]}-data`} measure="sum:people" label=${t('常住人口（按村汇总）', 'Residents (sum of villages)')}></yzt-indicator>
        <yzt-drill-map
          for=${idOf(context, 'map')}
          levels=${ids.join(' ')}
          filters=${`${ids[2]}-data:code`}
          label=${t('示例市', 'Example city')}
          ${given(args)}
        ></yzt-drill-map>`,
    })}`;
}

export const Basic: StoryObj = {
  name: '基本：市 → 区 → 街道 → 村',
  render: (args, context) => page(context, args),
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const drill = find(canvasElement, 'yzt-drill-map');
    const { zoom } = map;
    await userEvent.click(await inside(drill).findByRole('button', { name: /示例区 2|District 2/ }));
    await waitFor(() => expect(drill.code).toBe('990102'));
    await waitFor(() => expect(map.zoom).toBeGreaterThan(zoom + 0.3), { timeout: 5000 });
    await waitFor(() => expect(words(drill)).toMatch(/街道 1|street 1/));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(drill.code).toBe(undefined));
    await userEvent.click(await inside(drill).findByRole('button', { name: /示例区 2|District 2/ }));
  },
};

export const Deep: StoryObj = {
  name: '从某个街道开始',
  args: { code: '990103002' },
  render: (args, context) => page(context, args),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(words(find(canvasElement, 'yzt-drill-map'))).toMatch(/村 4|village 4/));
  },
};

export const None: StoryObj = {
  name: '没有数据',
  render: (args) => panel(html`<yzt-drill-map label=${t('示例市', 'Example city')} ${given(args)}></yzt-drill-map>`),
};
