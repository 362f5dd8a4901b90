/** Pies and dots of rows that stay with an engine beside those of the same rows in the page. */
import { expect, waitUntil } from '@open-wc/testing';
import { Dataset, type DatasetLike } from '@yizhangtu/data/model';
import '../dot-layer/index.js';
import '../pie-layer/index.js';
import type { YztPieLayer } from '../pie-layer/index.js';
import { paintedPixels } from '../data-layer/layer-picture.fixture.js';
import { box, shapeGeometry } from '../renderer/shapes.fixture.js';
import { redrawn, surfaceOn } from '../surface/surface.fixture.js';
import { elsewhere, heldEngine, pause } from './elsewhere.fixture.js';

const FIELDS = 'fields:young=#1f5fd0:old=#d01f1f';

/** Rows on a lattice of three degrees about the map, the largest totals at its edges. */
function people(count: number): Dataset {
  const side = Math.ceil(Math.sqrt(count));
  const at = (row: number): [number, number] => [118.88 + (3 * (row % side)) / side, 34.57 + (3 * Math.floor(row / side)) / side];
  const away = (row: number): number => Math.hypot(at(row)[0] - 120.38, at(row)[1] - 36.07);
  return Dataset.fromColumns({
    coordinates: Float64Array.from({ length: 2 * count }, (_, i) => at(i >> 1)[i & 1] as number),
    columns: { young: Float64Array.from({ length: count }, (_, row) => (row % 9 === 0 ? Number.NaN : 20 + 300 * away(row))), old: Float64Array.from({ length: count }, (_, row) => (row % 7 === 0 ? -50 : row % 90)), side: Array.from({ length: count }, (_, row) => (row % 2 ? '甲' : '乙')) },
  });
}

/** Two districts, the larger number out of view. */
function districts(): Dataset {
  const geometry = shapeGeometry([
    { type: 3, polygons: [[box(120.35, 36.05, 120.41, 36.09)]] },
    { type: 3, polygons: [[box(121.4, 36.08, 121.43, 36.1)]] },
  ]);
  const { columns } = Dataset.fromColumns({ columns: { young: Float64Array.of(700, 90_000), old: Float64Array.of(300, 12_000), side: ['甲', '乙'] } });
  return new Dataset({ rowCount: 2, columns, geometry, report: { total: 2, kept: 2, notes: [] } });
}

/** What is drawn and what the legend says: at first, filtered, and elsewhere on the map. */
async function seen(tag: string, data: DatasetLike): Promise<unknown[]> {
  const { map, layer } = await surfaceOn<YztPieLayer>(tag, data, { symbology: FIELDS });
  const all: unknown[] = [];
  const look = async (): Promise<void> => {
    if ('load' in data) {
      await waitUntil(() => layer.reach);
      await pause(160);
      await waitUntil(() => !layer.hasAttribute('stale') && !layer.hasAttribute('loading'));
    }
    await redrawn(map, layer);
    const { sizes, mark } = layer.symbologyModel ?? {};
    all.push([sizes?.steps, mark?.zh, await paintedPixels(map, layer)]);
  };
  await look();
  data.setFilter('side', { kind: 'in', field: 'side', values: ['甲'] });
  await look();
  map.center = [120.42, 36.09];
  await look();
  map.remove();
  return all;
}

describe('sizes of rows that are elsewhere', () => {
  for (const [what, tag, rows] of [
    ['pies of few rows', 'yzt-pie-layer', () => people(600)],
    ['pies of many rows', 'yzt-pie-layer', () => people(30_000)],
    ['pies of polygons', 'yzt-pie-layer', districts],
    ['dots', 'yzt-dot-layer', districts],
  ] as const)
    it(`${what} are by the totals of all rows, wherever the map is and whatever is filtered`, async () => {
      const here = await seen(tag, rows());
      expect(await seen(tag, await elsewhere(heldEngine(rows())))).to.deep.equal(here);
      expect(here.every((one) => (one as number[])[2] as number > 0)).to.equal(true);
    });

  it('an engine that cannot work the total out leaves those in view', async () => {
    const { derive: _, ...engine } = heldEngine(people(30_000));
    const data = await elsewhere(engine);
    const { layer } = await surfaceOn<YztPieLayer>('yzt-pie-layer', data, { symbology: FIELDS });
    await waitUntil(() => layer.symbologyModel?.sizes);
    expect([layer.reach?.largest, layer.hasAttribute('error'), data.columns.length]).to.deep.equal([undefined, false, 3]);
  });

  it('the total is a field that no list shows and no view is told of', async () => {
    const data = await elsewhere(heldEngine(people(30_000)));
    const { version } = data;
    const { layer } = await surfaceOn<YztPieLayer>('yzt-pie-layer', data, { symbology: FIELDS });
    await waitUntil(() => layer.reach?.largest);
    expect([data.version, data.columns.filter(({ name }) => !data.field(name).internal).map(({ name }) => name)]).to.deep.equal([version, ['young', 'old', 'side']]);
  });
});
