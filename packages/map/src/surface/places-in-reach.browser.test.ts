import { expect, waitUntil } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import '../heatmap-layer/index.js';
import '../density-layer/index.js';
import { canvasOf } from '../data-layer/layer-picture.fixture.js';
import type { LayerElement } from '../layer/layer.js';
import type { YztMap } from '../map/map.js';
import { redrawn, surfaceOn } from './surface.fixture.js';
import { elsewhere, heldEngine, noneAsked, pause } from '../reach/elsewhere.fixture.js';

/** Heaps of rows about the middle of the map, and some that lie beyond it. */
function heaps(): Dataset {
  let seed = 7;
  const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const count = 6000;
  const coordinates = new Float64Array(2 * count);
  for (let row = 0; row < count; row++) {
    const heap = row % 5;
    const spread = (random() + random() + random() - 1.5) * 0.06;
    coordinates.set([120.3 + 0.05 * heap + spread, 36.03 + 0.02 * heap + (random() + random() - 1) * 0.05], 2 * row);
  }
  return Dataset.fromColumns({ coordinates, columns: { kind: Array.from({ length: count }, (_, row) => (row % 3 === 0 ? '甲' : '乙')), n: Float64Array.from({ length: count }, (_, row) => (row % 11 === 0 ? -5 : row % 7)) } });
}

async function pixelsOf(map: YztMap, layer: LayerElement): Promise<Uint8ClampedArray> {
  const canvas = await canvasOf(map, layer);
  return (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height).data;
}

async function arrived(map: YztMap, layer: LayerElement): Promise<void> {
  await waitUntil(() => layer.symbologyModel);
  await pause(200);
  await waitUntil(() => !layer.hasAttribute('stale'));
  await redrawn(map, layer);
}

/** Mean difference of the pixels of two pictures, 0 to 255. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] as number) - (b[i] as number));
  return sum / a.length;
}

const FILTER = { kind: 'in', field: 'kind', values: ['甲'] } as const;
/** Mean difference that no eye sees: two in a hundred. */
const MOST = 5;

describe('surfaces of rows that are elsewhere', () => {
  for (const [tag, attributes] of [
    ['yzt-heatmap-layer', { maximum: '60' }],
    ['yzt-heatmap-layer', { radius: '800m', 'weight-field': 'n' }],
    ['yzt-density-layer', { radius: '1km' }],
    ['yzt-density-layer', { radius: '800m', 'weight-field': 'n', breaks: '20,60,120:reds' }],
    ['yzt-density-layer', { radius: '600m', breaks: '5:pretty' }],
  ] as [string, Record<string, string>][])
    it(`<${tag}> ${JSON.stringify(attributes)} is that of rows in the page, to the width of a small cell`, async () => {
      const here = heaps();
      const one = await surfaceOn(tag, here, attributes);
      await redrawn(one.map, one.layer);
      const all = await pixelsOf(one.map, one.layer);
      here.setFilter('kind', FILTER);
      await redrawn(one.map, one.layer);
      const less = await pixelsOf(one.map, one.layer);
      one.map.remove();
      const data = await elsewhere(heldEngine(heaps()));
      const other = await surfaceOn(tag, data, attributes);
      await arrived(other.map, other.layer);
      const far = await pixelsOf(other.map, other.layer);
      expect([difference(all, new Uint8ClampedArray(all.length)) > 2, difference(all, less) > 0.5]).to.deep.equal([true, true]);
      expect(difference(all, far)).to.be.below(MOST);
      data.setFilter('kind', FILTER);
      await arrived(other.map, other.layer);
      expect(difference(less, await pixelsOf(other.map, other.layer))).to.be.below(MOST);
    });

  it('are asked for in cells of a few pixels, negative weights left out, and not again for a small move', async () => {
    const asked = noneAsked();
    const { map, layer } = await surfaceOn('yzt-heatmap-layer', await elsewhere(heldEngine(heaps(), asked)), { 'weight-field': 'n' });
    await arrived(map, layer);
    expect(asked.cells).to.have.length(1);
    const [first] = asked.cells;
    expect([first?.measure, first?.conditions.map(({ kind }) => kind)]).to.deep.equal([{ kind: 'sum', field: 'n' }, ['bounds', 'range']]);
    map.center = [120.39, 36.07];
    await arrived(map, layer);
    expect(asked.cells).to.have.length(1);
    map.zoom = 13;
    await waitUntil(() => asked.cells.length === 2);
    expect(asked.cells[1]?.size).to.be.closeTo((first?.size as number) / 4, 0.01);
  });

  it('of an engine that cannot count are made of the rows themselves', async () => {
    const { cells: _, ...engine } = heldEngine(heaps());
    const other = await surfaceOn('yzt-heatmap-layer', await elsewhere(engine), { maximum: '60' });
    await arrived(other.map, other.layer);
    const far = await pixelsOf(other.map, other.layer);
    other.map.remove();
    const one = await surfaceOn('yzt-heatmap-layer', heaps(), { maximum: '60' });
    await redrawn(one.map, one.layer);
    expect(difference(far, await pixelsOf(one.map, one.layer))).to.equal(0);
  });
});
