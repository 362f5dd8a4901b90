import { expect, html, waitUntil } from '@open-wc/testing';
import type { GridData } from '@yizhangtu/data/value-grid';
import { canvasOf, paintedPixels, pixelAt } from '../data-layer/layer-picture.fixture.js';
import type { YztMap } from '../map/map.js';
import { servicePage, type ServicePage } from '../services/service.fixture.js';
import { readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztContourLayer } from './index.js';

const SIDE = 20;
const [WEST, SOUTH, EAST, NORTH] = [120.28, 36, 120.48, 36.14] as const;

/** Rises to the east from 0 to 20; nothing in a block of the north-west. */
function slope(more: Partial<GridData> = {}): GridData {
  const values = Array.from({ length: SIDE * SIDE }, (_, at) => (at % SIDE < 5 && at < 5 * SIDE ? null : (at % SIDE) + 0.5));
  return { extent: [WEST, SOUTH, EAST, NORTH], width: SIDE, height: SIDE, values, unit: '℃', label: '海表温度', source: '示例数据', ...more };
}

const at = (across: number, down = 10): [number, number] => [WEST + ((EAST - WEST) * across) / SIDE, NORTH - ((NORTH - SOUTH) * down) / SIDE];
const hex = ([r = 0, g = 0, b = 0]: number[]): string => `#${[r, g, b].map((value) => value.toString(16).padStart(2, '0')).join('')}`;

async function page(attributes: Readonly<Record<string, string>>, grid?: GridData): Promise<ServicePage<YztContourLayer>> {
  const layer = document.createElement('yzt-contour-layer');
  for (const [name, value] of Object.entries(attributes)) layer.setAttribute(name, value);
  if (grid) layer.grid = grid;
  return servicePage('yzt-contour-layer', html`${layer}`);
}

async function drawn(map: YztMap, layer: YztContourLayer): Promise<void> {
  await waitUntil(() => layer.valueGrid !== undefined, 'the grid is there', { timeout: 8000 });
  await waitUntil(async () => (await paintedPixels(map, layer)) > 0, 'something is drawn', { timeout: 8000 });
}

describe('yzt-contour-layer', () => {
  before(async function warm() {
    this.timeout(60_000);
    await readyMap();
  });

  it('fills the areas between limits in the colours of its legend, to the edge and not beyond, and nothing where numbers are missing', async () => {
    const { map, layer } = await page({ interval: '5', 'fill-opacity': '1' }, slope());
    await drawn(map, layer);
    const model = layer.symbologyModel;
    expect(model?.classes.map(({ label }) => label.zh)).to.deep.equal(['5 以下', '5–10', '10–15', '15 以上']);
    expect([model?.unit, model?.label.zh, model?.notes?.[0]?.zh]).to.deep.equal(['℃', '海表温度', '来源：示例数据']);
    for (const projection of ['EPSG:3857', 'EPSG:4549']) {
      map.projection = projection;
      await map.updateComplete;
      await waitUntil(async () => hex(await pixelAt(map, layer, at(12))) === model?.classes[2]?.color, projection, { timeout: 8000 });
      for (const [across, band] of [[1, 0], [4.7, 0], [5.3, 1], [9.7, 1], [19.8, 3]] as const) expect(hex(await pixelAt(map, layer, at(across))), `${across}`).to.equal(model?.classes[band]?.color);
      for (const [across, down] of [[2, 2], [4.5, 4.5], [20.3, 10], [10, 20.3], [-0.3, 10]] as const) expect((await pixelAt(map, layer, at(across, down)))[3], `${across} ${down}`).to.equal(0);
    }
  });

  it('draws lines where the number is, none along edges and holes', async () => {
    const { map, layer } = await page({ interval: '5', form: 'lines' }, slope());
    await drawn(map, layer);
    expect(layer.symbologyModel?.classes.map(({ label }) => label.zh)).to.deep.equal(['5', '10', '15']);
    expect(layer.symbologyModel?.shape).to.equal('line');
    const canvas = await canvasOf(map, layer);
    const [, y] = map.pixelOf(at(0, 10)) as [number, number];
    const ratio = canvas.width / map.clientWidth;
    const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, Math.floor(y * ratio), canvas.width, 1);
    const columns = [...Array.from({ length: canvas.width }).keys()].filter((x) => (data[4 * x + 3] as number) > 120);
    const lines = [5, 10, 15].map((across) => (map.pixelOf(at(across)) as [number, number])[0] * ratio);
    expect(columns.every((x) => lines.some((line) => Math.abs(x + 0.5 - line) <= 2 * ratio))).to.equal(true);
    expect(columns.length).to.be.within(3, 3 * 4 * ratio);
  });

  it('writes numbers on its lines', async () => {
    const { map, layer } = await page({ interval: '5', form: 'lines' }, slope());
    await drawn(map, layer);
    const before = await paintedPixels(map, layer);
    layer.labels = true;
    expect(await paintedPixels(map, layer)).to.be.greaterThan(before + 100);
  });

  it('says the number at a place, between the places of the grid as well', async () => {
    const { map, layer } = await page({}, slope({ time: '2026-07-01T08:00:00+08:00' }));
    await drawn(map, layer);
    expect(layer.valueAt(at(7.25))).to.be.closeTo(7.25, 1e-5);
    expect([layer.valueAt(at(2, 2)), layer.valueAt(at(21))]).to.deep.equal([undefined, undefined]);
    const [answer] = (await layer.identifyAt(at(7.25))) ?? [];
    expect(answer?.rows.map(({ label, value }) => `${label} ${value}`)).to.deep.equal(['海表温度 7.25℃', '时间 2026-07-01 08:00:00 +08:00', '来源 示例数据']);
    expect(await layer.identifyAt(at(2, 2))).to.deep.equal([]);
  });

  it('is a scale in the legend where there are many limits', async () => {
    const { map, layer } = await page({ interval: '0.5' }, slope());
    await drawn(map, layer);
    expect([layer.symbologyModel?.kind, layer.symbologyModel?.ramp?.colors.length]).to.deep.equal(['ramp', 39]);
  });

  it('says what is wrong with a grid, its address or its limits, and goes on when it is mended', async () => {
    const { layer, failures } = await page({ url: '/fault/status/404' });
    const code = async (act: () => void): Promise<string> => {
      const count = failures.length;
      act();
      await waitUntil(() => failures.length > count, 'it fails', { timeout: 8000 });
      return failures[count]?.code ?? '';
    };
    await waitUntil(() => failures.length > 0, 'it fails', { timeout: 8000 });
    expect(failures[0]?.code).to.equal('not-found');
    expect(await code(() => (layer.grid = slope({ width: 7 })))).to.equal('bad-grid');
    expect(await code(() => (layer.grid = slope({ crs: 'EPSG:9999' })))).to.equal('unknown-crs');
    const { values, ...rest } = slope();
    expect(await code(() => (layer.grid = { ...rest, u: values ?? [], v: values ?? [] }))).to.equal('bad-grid');
    layer.grid = slope();
    await waitUntil(() => layer.valueGrid !== undefined && layer.error === undefined, 'it is mended', { timeout: 8000 });
    expect(await code(() => (layer.breaks = '5:middle'))).to.equal('bad-attribute');
    layer.breaks = '5:equal:reds';
    await layer.updateComplete;
    expect(layer.error).to.equal(undefined);
  });
});
