import '@yizhangtu/map/graticule-layer';
import '@yizhangtu/widgets/coordinates';
import '@yizhangtu/widgets/scale-line';
import '@yizhangtu/widgets/zoom-tool';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { given } from '../shared/given.js';
import { drawn, find, inside, loaded } from '../shared/probe.js';
import { landLayer, note, venueLayer, venuesData } from '../shared/scenes.js';
import { t } from '../shared/words.js';

const meta: Meta = {
  id: 'map-map',
  title: '地图/地图 map',
  component: 'yzt-map',
  argTypes: { projection: { control: 'select', options: ['EPSG:3857', 'EPSG:4490', 'EPSG:4549'] } },
  args: { label: '青岛市示例地图', center: '120.4 36.16', zoom: 10.5 },
  render: (args) =>
    html`<div class="story-map alone">
      <yzt-map ${given(args)}>
        ${landLayer()}<yzt-graticule-layer label=${t('经纬网', 'Graticule')}></yzt-graticule-layer>
        <yzt-zoom-tool slot="top-end"></yzt-zoom-tool>
        <yzt-scale-line slot="bottom-start"></yzt-scale-line>
        <yzt-coordinates slot="bottom-end"></yzt-coordinates>
      </yzt-map>
    </div>`,
};
export default meta;

export const Basic: StoryObj = { name: '基本' };

export const Keyboard: StoryObj = {
  name: '键盘：平移、缩放、选取',
  render: (args, context) =>
    html`${note('Tab 到地图；方向键平移，加减号缩放，回车选取中心，Esc 取消。', 'Tab to the map; arrows pan, plus and minus zoom, Enter picks the centre, Escape clears.')}
      ${venuesData(context)}
      <div class="story-map alone"><yzt-map ${given(args)}>${landLayer()}${venueLayer(context)}</yzt-map></div>`,
  play: async ({ canvasElement }) => {
    const data = await loaded(canvasElement);
    const map = await drawn(canvasElement);
    const viewport = inside(map).getByRole('application');
    const [lon] = map.center;
    const { zoom } = map;
    viewport.focus();
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(map.center[0]).toBeGreaterThan(lon), { timeout: 5000 });
    await userEvent.keyboard('+');
    await waitFor(() => expect(map.zoom).toBeGreaterThan(zoom + 0.5), { timeout: 5000 });
    const { geometry } = data;
    if (geometry.kind !== 'point') throw new Error('the venues are points');
    const [x = 0, y = 0] = geometry.coordinates;
    map.center = [x, y];
    await map.updateComplete;
    const layer = find(canvasElement, 'yzt-point-layer');
    const middle: [number, number] = [map.clientWidth / 2, map.clientHeight / 2];
    await waitFor(() => expect(layer.hitsAt(middle).length).toBeGreaterThan(0), { timeout: 5000 });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(data.selection.size).toBe(1));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(data.selection.size).toBe(0));
  },
};

export const Gauss: StoryObj = {
  name: '高斯—克吕格投影（CGCS2000 三度带）',
  args: { projection: 'EPSG:4549', zoom: 9 },
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    await expect(map.olMap.getView().getProjection().getCode()).toBe('EPSG:4549');
    await expect(map.center[0]).toBeCloseTo(120.4, 3);
  },
};

export const Degrees: StoryObj = { name: '经纬度投影（EPSG:4490）', args: { projection: 'EPSG:4490', zoom: 9 } };

export const Rotated: StoryObj = { name: '旋转 30°', args: { rotation: 30 } };

export const FitBounds: StoryObj = {
  name: '适应范围',
  args: { center: undefined, zoom: undefined, bounds: '119.5 35.42 121.05 37.3' },
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    const [west, south, east, north] = map.viewBounds ?? [0, 0, 0, 0];
    await expect(west).toBeLessThanOrEqual(119.51);
    await expect(south).toBeLessThanOrEqual(35.43);
    await expect(east).toBeGreaterThanOrEqual(121.04);
    await expect(north).toBeGreaterThanOrEqual(37.29);
  },
};

export const Limits: StoryObj = {
  name: '限制范围与级别',
  args: { maxBounds: '119.5 35.42 121.05 37.3', minZoom: 8, maxZoom: 12 },
  play: async ({ canvasElement }) => {
    const map = await drawn(canvasElement);
    map.zoom = 20;
    await map.updateComplete;
    await waitFor(() => expect(map.zoom).toBeLessThanOrEqual(12));
  },
};

export const NoLayers: StoryObj = {
  name: '没有图层',
  render: (args) => html`<div class="story-map alone"><yzt-map ${given(args)}></yzt-map></div>`,
  play: async ({ canvasElement }) => {
    await drawn(canvasElement);
    await expect(find(canvasElement, 'yzt-map').layers).toHaveLength(0);
  },
};
