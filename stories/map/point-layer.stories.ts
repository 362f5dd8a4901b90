import '@yizhangtu/widgets/legend';
import '@yizhangtu/widgets/popup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { registerGlyph } from '@yizhangtu/base/register-glyph';
import { expect, waitFor } from 'storybook/test';
import { seededVessels } from '../shared/data.js';
import { given } from '../shared/given.js';
import { drawn, find, loaded } from '../shared/probe.js';
import { idOf, mapScene, someVenues, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

/** Venues that all stand at the middle of the scene. */
function samePlace(count: number): ReturnType<typeof someVenues> {
  const dataset = someVenues(count);
  const { columns, report } = dataset;
  const coordinates = Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 ? 36.16 : 120.4));
  dataset.setTable({ rowCount: count, columns, report, geometry: { kind: 'point', coordinates } });
  return dataset;
}

const meta: Meta = {
  id: 'map-point-layer',
  title: '地图/点图层 point-layer',
  component: 'yzt-point-layer',
  argTypes: { shape: { control: 'inline-radio', options: ['circle', 'square', 'triangle', 'diamond', 'none'] } },
  args: { label: '健身场馆', symbology: 'class:typeGroup', size: 9 },
  render: (args, context) =>
    html`${venuesData(context)}
    ${mapScene(context, {
      layers: html`<yzt-point-layer dataset=${idOf(context, 'venues')} ${given(args)}></yzt-point-layer> <yzt-popup></yzt-popup>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    })}`,
};
export default meta;

export const Basic: StoryObj = {
  name: '基本：分类颜色',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const map = await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-point-layer');
    const { geometry } = data;
    if (geometry.kind !== 'point') throw new Error('the venues are points');
    const [lon = 0, lat = 0] = geometry.coordinates;
    map.center = [lon, lat];
    map.zoom = 15;
    await map.updateComplete;
    const middle: [number, number] = [map.clientWidth / 2, map.clientHeight / 2];
    await waitFor(() => expect(layer.hitsAt(middle).length).toBeGreaterThan(0), { timeout: 5000 });
    data.setFilter('name', { kind: 'in', field: 'name', values: ['没有这个名称'] });
    await waitFor(() => expect(layer.hitsAt(middle)).toHaveLength(0), { timeout: 5000 });
    data.clearFilters();
    map.center = [120.4, 36.16];
    map.zoom = 10.5;
  },
};

export const Clusters: StoryObj = { name: '聚合', args: { cluster: true, clusterDistance: 56 } };

export const HierarchicalClusters: StoryObj = {
  name: '层级聚合：各类占比',
  args: { cluster: 'hierarchical', symbology: 'class:openState' },
  render: (args, context) =>
    mapScene(context, {
      zoom: 10,
      layers: html`<yzt-point-layer .dataset=${someVenues(50_000)} ${given(args)}></yzt-point-layer>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    }),
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-point-layer');
    const counted = () => {
      const rows = new Set<number>();
      for (let x = 0; x < map.clientWidth; x += 6)
        for (let y = 0; y < map.clientHeight; y += 6) for (const row of layer.clusterAt([x, y])?.rows ?? []) rows.add(row);
      return rows.size;
    };
    await waitFor(() => expect(counted()).toBeGreaterThan(1000), { timeout: 10_000 });
  },
};

export const OpenedCluster: StoryObj = {
  name: '同一地点：展开',
  args: { cluster: true },
  render: (args, context) =>
    mapScene(context, { zoom: 12, layers: html`<yzt-point-layer .dataset=${samePlace(14)} ${given({ ...args, symbology: 'class:openState' })}></yzt-point-layer>` }),
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const layer = find(canvasElement, 'yzt-point-layer');
    await layer.updateComplete;
    map.focus();
    const middle: [number, number] = [map.clientWidth / 2, map.clientHeight / 2];
    await waitFor(() => expect(layer.clusterAt(middle)?.count).toBe(14), { timeout: 5000 });
    const viewport = map.shadowRoot?.querySelector('[part=viewport]') as HTMLElement;
    viewport.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
    await waitFor(() => expect(layer.shadowRoot?.querySelectorAll('button')).toHaveLength(14));
  },
};

export const BySize: StoryObj = { name: '大小随数值', args: { sizeField: 'areaM2', size: 36, symbology: 'fixed:data-1' } };

export const WrappedLabels: StoryObj = { name: '长名称换行：每行 6 字', args: { labelField: 'name', labelWidth: 6, symbology: 'fixed:data-1' } };

export const Breaks: StoryObj = { name: '分级颜色', args: { symbology: 'breaks:areaM2:5:quantile:blues' } };

export const Glyphs: StoryObj = {
  name: '字形：按场地类型',
  args: { glyph: 'class', size: undefined },
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    const legend = find(canvasElement, 'yzt-legend');
    await waitFor(() => expect(legend.shadowRoot?.querySelectorAll('.swatch.marker g path').length).toBeGreaterThan(8), { timeout: 5000 });
  },
};

export const SmallGlyphs: StoryObj = { name: '字形：14 像素', args: { glyph: 'class', size: 14 } };

export const Vessels: StoryObj = {
  name: '船舶：按航向转动',
  args: { label: t('船舶（示例）', 'Vessels (example)'), symbology: 'class:type', glyph: 'vessel', shape: 'none', size: 22, rotationField: 'course' },
  render: (args, context) =>
    mapScene(context, {
      zoom: 10.6,
      layers: html`<yzt-point-layer .dataset=${seededVessels(150)} ${given(args)}></yzt-point-layer>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    }),
};

export const OwnGlyph: StoryObj = {
  name: '字形：页面自己的路径',
  args: { symbology: 'class:openState', glyph: 'open=own-pool; partial=own-pool; closed=hazard', shape: 'square', size: 22 },
  render: (args, context) => {
    registerGlyph('own-pool', 'M3 5h18v14H3zM6 8v8h12V8zM8 10h8v1.6H8zM8 13h8v1.6H8z', { zh: '泳池', en: 'Pool' });
    return mapScene(context, {
      zoom: 11,
      layers: html`<yzt-point-layer .dataset=${someVenues(160)} ${given(args)}></yzt-point-layer>`,
      beside: html`<yzt-legend for=${idOf(context, 'map')}></yzt-legend>`,
    });
  },
};

export const Shapes: StoryObj = { name: '菱形', args: { shape: 'diamond', size: 11, symbology: 'class:openState' } };

export const Labels: StoryObj = {
  name: '注记：避让',
  args: { labelField: 'name' },
  render: (args, context) =>
    html`${venuesData(context)}
    ${mapScene(context, {
      zoom: 13,
      layers: html`<yzt-point-layer dataset=${idOf(context, 'venues')} ${given(args)}></yzt-point-layer>`,
    })}`,
};

export const Selected: StoryObj = {
  name: '选中与悬停',
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    await drawn(canvasElement);
    data.select([3, 40, 90]);
    data.setHover(12);
    await expect(data.selection.size).toBe(3);
  },
};

export const One: StoryObj = {
  name: '1 个点',
  render: (args, context) =>
    mapScene(context, { layers: html`<yzt-point-layer .dataset=${someVenues(1)} ${given(args)}></yzt-point-layer>` }),
};

export const None: StoryObj = {
  name: '0 个点',
  render: (args, context) =>
    mapScene(context, { layers: html`<yzt-point-layer .dataset=${someVenues(0)} ${given(args)}></yzt-point-layer>` }),
};

export const HundredThousand: StoryObj = {
  name: '10 万个点，聚合',
  args: { cluster: true },
  render: (args, context) =>
    mapScene(context, { layers: html`<yzt-point-layer .dataset=${someVenues(100_000)} ${given(args)}></yzt-point-layer>` }),
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await waitFor(() => expect(find(canvasElement, 'yzt-point-layer').layerDataset?.rowCount).toBe(100_000));
  },
};

export const Failed: StoryObj = {
  name: '数据读取失败',
  render: (args, context) =>
    mapScene(context, {
      layers: html`<yzt-point-layer
        src="./no-such-data.geojson"
        @yzt-error=${(event: Event) => event.preventDefault()}
        ${given(args)}
      ></yzt-point-layer>`,
    }),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(find(canvasElement, 'yzt-point-layer').error).toBeDefined(), { timeout: 10_000 });
  },
};
