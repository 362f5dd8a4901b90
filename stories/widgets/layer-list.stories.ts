import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/map/layer-group';
import '@yizhangtu/widgets/layer-list';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside } from '../shared/probe.js';
import { districtsData, idOf, mapScene, venueLayer, venuesData, type Named } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const layers = (context: Named): TemplateResult =>
  html`<yzt-layer-group label=${t('底图', 'Base')}>
      <yzt-graticule-layer label=${t('经纬网', 'Graticule')}></yzt-graticule-layer>
      <yzt-polygon-layer
        label=${t('区市界线（示意）', 'District outlines (schematic)')}
        dataset=${idOf(context, 'districts')}
        symbology="fixed:map-boundary"
        fill-opacity="0"
      ></yzt-polygon-layer>
    </yzt-layer-group>
    ${venueLayer(context)}`;

const meta: Meta = {
  id: 'widgets-layer-list',
  title: '部件/图层列表 layer-list',
  component: 'yzt-layer-list',
  render: (args, context) =>
    html`${venuesData(context)}${districtsData(context)}
    ${mapScene(context, {
      layers: layers(context),
      beside: html`<yzt-layer-list for=${idOf(context, 'map')} ${given(args)}></yzt-layer-list>`,
    })}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：开关图层',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-point-layer');
    const line = await inside(find(canvasElement, 'yzt-layer-list')).findByRole('treeitem', { name: /健身场馆|Sports venues/ });
    line.focus();
    await userEvent.keyboard(' ');
    await waitFor(() => expect(layer.invisible).toBe(true));
    await userEvent.keyboard(' ');
    await waitFor(() => expect(layer.invisible).toBe(false));
  },
};

export const Details: StoryObj = {
  name: '展开一层：不透明度、缩放、次序、来源',
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const list = inside(find(canvasElement, 'yzt-layer-list'));
    await userEvent.click((await list.findAllByRole('button', { name: /设置与来源|Settings and source/ }))[0] as HTMLElement);
    await expect(await list.findByRole('slider')).toBeVisible();
  },
};

export const OneOfSeveral: StoryObj = {
  name: '单选一组',
  render: (args, context) =>
    mapScene(context, {
      land: false,
      layers: html`<yzt-layer-group exclusive label=${t('经纬网密度', 'Graticule')}>
        <yzt-graticule-layer label=${t('疏', 'Coarse')} spacing="200"></yzt-graticule-layer>
        <yzt-graticule-layer label=${t('密', 'Fine')} spacing="80" invisible></yzt-graticule-layer>
      </yzt-layer-group>`,
      beside: html`<yzt-layer-list for=${idOf(context, 'map')} ${given(args)}></yzt-layer-list>`,
    }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const list = inside(find(canvasElement, 'yzt-layer-list'));
    await userEvent.click(await list.findByText(/^\s*(密|Fine)\s*$/));
    const shown = [...canvasElement.querySelectorAll('yzt-graticule-layer')].map((layer) => !layer.invisible);
    await expect(shown).toEqual([false, true]);
  },
};

export const Many: StoryObj = {
  name: '图层很多：可搜索',
  render: (args, context) =>
    mapScene(context, {
      land: false,
      layers: html`${Array.from(
        { length: 24 },
        (_, i) =>
          html`<yzt-graticule-layer label=${t(`示例图层 ${i + 1}`, `Example layer ${i + 1}`)} invisible></yzt-graticule-layer>`,
      )}`,
      beside: html`<yzt-layer-list for=${idOf(context, 'map')} ${given(args)}></yzt-layer-list>`,
    }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const list = inside(find(canvasElement, 'yzt-layer-list'));
    await userEvent.type(await list.findByRole('searchbox'), '24');
    await waitFor(() => expect(list.getAllByRole('treeitem')).toHaveLength(1));
  },
};

export const Catalogue: StoryObj = {
  name: '资源目录：300 个图层，组先合上',
  render: (args, context) =>
    mapScene(context, {
      land: false,
      layers: html`${Array.from(
        { length: 10 },
        (_, theme) =>
          html`<yzt-layer-group label=${t(`示例专题 ${theme + 1}`, `Example theme ${theme + 1}`)} ?folded=${theme < 9}
            >${Array.from({ length: 30 }, (_row, i) => html`<yzt-graticule-layer label=${t(`示例图层 ${theme + 1}-${i + 1}`, `Example layer ${theme + 1}-${i + 1}`)} invisible></yzt-graticule-layer>`)}</yzt-layer-group
          >`,
      )}`,
      beside: html`<yzt-layer-list for=${idOf(context, 'map')} ${given(args)}></yzt-layer-list>`,
    }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const list = inside(find(canvasElement, 'yzt-layer-list'));
    const group = await list.findByRole('treeitem', { name: /示例专题 1\s*$|Example theme 1\s*$/ });
    group.focus();
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(group).toHaveAttribute('aria-expanded', 'true'));
  },
};

export const OutOfScale: StoryObj = {
  name: '超出缩放范围与失败的图层',
  render: (args, context) =>
    mapScene(context, {
      layers: html`<yzt-graticule-layer label=${t('放大后显示', 'Shows when zoomed in')} min-zoom="14"></yzt-graticule-layer>
        <yzt-point-layer
          label=${t('读不到的图层', 'Layer without its data')}
          src="./no-such-data.geojson"
          @yzt-error=${(event: Event) => event.preventDefault()}
        ></yzt-point-layer>`,
      beside: html`<yzt-layer-list for=${idOf(context, 'map')} ${given(args)}></yzt-layer-list>`,
    }),
};

export const Empty: StoryObj = {
  name: '没有图层',
  render: (args, context) =>
    mapScene(context, {
      land: false,
      beside: html`<yzt-layer-list for=${idOf(context, 'map')} ${given(args)}></yzt-layer-list>`,
    }),
};
