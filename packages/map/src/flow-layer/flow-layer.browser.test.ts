import { expect, html, waitUntil } from '@open-wc/testing';
import type { GridData } from '@yizhangtu/data/value-grid';
import { canvasOf, paintedPixels } from '../data-layer/layer-picture.fixture.js';
import type { YztMap } from '../map/map.js';
import { servicePage, type ServicePage } from '../services/service.fixture.js';
import { readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztFlowLayer } from './index.js';

const numbers = (value: number): number[] => Array.from({ length: 16 }, () => value);

/** 10 m/s to the east, over the western half of the map and beyond. */
function wind(more: Partial<GridData> = {}): GridData {
  return { extent: [120, 35.8, 120.38, 36.4], width: 4, height: 4, u: numbers(10), v: numbers(0), unit: 'm/s', source: '示例数据', ...more };
}

async function page(attributes: Readonly<Record<string, string>>, grid?: GridData): Promise<ServicePage<YztFlowLayer>> {
  const layer = document.createElement('yzt-flow-layer');
  for (const [name, value] of Object.entries(attributes)) layer.setAttribute(name, value);
  if (grid) layer.grid = grid;
  return servicePage('yzt-flow-layer', html`${layer}`);
}

const moving = (layer: YztFlowLayer): Promise<void> => waitUntil(() => layer.isMoving, 'particles move', { timeout: 8000 });
const standing = (layer: YztFlowLayer): Promise<void> => waitUntil(() => !layer.isMoving, 'particles stand', { timeout: 8000 });

/** Pixels painted in the left and in the right half of the layer's canvas. The last step of a particle may end a little beyond. */
async function halves(map: YztMap, layer: YztFlowLayer): Promise<[number, number]> {
  const canvas = await canvasOf(map, layer);
  const count = (x: number): number => {
    const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(x, 0, canvas.width / 2 - 12, canvas.height);
    return data.reduce((sum, value, at) => (at % 4 === 3 && value > 0 ? sum + 1 : sum), 0);
  };
  return [count(0), count(canvas.width / 2 + 12)];
}

describe('yzt-flow-layer', () => {
  before(async function warm() {
    this.timeout(60_000);
    await readyMap();
  });

  it('moves where there is movement, and nowhere else', async () => {
    const { map, layer } = await page({ count: '800' }, wind());
    await moving(layer);
    await waitUntil(async () => (await halves(map, layer))[0] > 500, 'trails are drawn', { timeout: 8000 });
    expect((await halves(map, layer))[1]).to.equal(0);
    expect(layer.symbologyModel?.unit).to.equal('m/s');
    expect(layer.symbologyModel?.notes?.[0]?.zh).to.contain('吹去');
  });

  it('stands while the map moves and goes on after it', async () => {
    const { map, layer } = await page({ count: '800' }, wind());
    await moving(layer);
    const view = map.olMap.getView();
    view.beginInteraction();
    view.adjustCenter([20, 0]);
    map.olMap.renderSync();
    await standing(layer);
    view.endInteraction();
    await moving(layer);
  });

  it('stands while it is switched off, off its page, and on paper', async () => {
    const { map, layer } = await page({ count: '400' }, wind());
    await moving(layer);
    layer.invisible = true;
    await standing(layer);
    layer.invisible = false;
    await moving(layer);
    window.dispatchEvent(new Event('beforeprint'));
    expect(layer.isMoving).to.equal(false);
    const printed = await halves(map, layer);
    expect([printed[0] > 100, printed[1]]).to.deep.equal([true, 0]);
    window.dispatchEvent(new Event('afterprint'));
    await moving(layer);
    layer.remove();
    await standing(layer);
  });

  it('is arrows where the page says so, alike on each drawing', async () => {
    const { map, layer } = await page({ form: 'arrows' }, wind());
    await waitUntil(async () => (await paintedPixels(map, layer)) > 0, 'arrows are drawn', { timeout: 8000 });
    expect(layer.isMoving).to.equal(false);
    // The first frame of a map may be of another size.
    map.olMap.updateSize();
    const seen: string[] = [];
    for (const fade of [2, 3, 4]) {
      layer.fade = fade;
      await layer.updateComplete;
      seen.push(String(await halves(map, layer)));
    }
    expect(new Set(seen.slice(1)).size).to.equal(1);
  });

  it('says speed and direction of a wind and of a current', async () => {
    const { layer } = await page({ form: 'arrows' }, wind());
    await waitUntil(() => layer.valueGrid !== undefined, 'the grid is there', { timeout: 8000 });
    expect(layer.flowAt([120.2, 36])).to.deep.equal({ speed: 10, bearing: 270 });
    expect(layer.flowAt([120.5, 36])).to.equal(undefined);
    const words = async (): Promise<string[]> => ((await layer.identifyAt([120.2, 36])) ?? []).flatMap(({ rows }) => rows.map(({ value }) => value));
    expect(await words()).to.deep.equal(['10 m/s（5级）', '西 270°', '示例数据']);
    layer.kind = 'current';
    expect(await words()).to.deep.equal(['10 m/s', '东 90°', '示例数据']);
    expect(await layer.identifyAt([120.5, 36])).to.deep.equal([]);
  });

  it('says what is wrong with a grid', async () => {
    const { layer, failures } = await page({ url: '/fault/html' });
    await waitUntil(() => failures.length > 0, 'it fails', { timeout: 8000 });
    expect(failures[0]?.code).to.equal('not-json');
    const { u, v: _v, ...rest } = wind();
    layer.grid = { ...rest, values: u ?? [] };
    await waitUntil(() => failures.length > 1, 'it fails', { timeout: 8000 });
    expect(failures[1]?.code).to.equal('bad-grid');
  });
});
