import { expect, waitUntil } from '@open-wc/testing';
import { Dataset } from '@yizhangtu/data/model';
import { resolveColor } from '@yizhangtu/data/symbology';
import type { RemoteDataset } from '@yizhangtu/data/remote';
import '../point-layer/index.js';
import '../polygon-layer/index.js';
import type { YztPointLayer } from '../point-layer/index.js';
import { mixedShapes, paintedPixels } from '../data-layer/layer-picture.fixture.js';
import type { LayerElement } from '../layer/layer.js';
import type { YztMap } from '../map/map.js';
import { redrawn, spots, surfaceOn } from '../surface/surface.fixture.js';
import { elsewhere, heldEngine, noneAsked, pause } from './elsewhere.fixture.js';

/** After everything that was asked for is there and drawn. */
async function arrived(map: YztMap, layer: LayerElement): Promise<void> {
  const { reach, layerDataset } = layer as YztPointLayer;
  if (layerDataset && !reach) return redrawn(map, layer);
  await waitUntil(() => (layer as YztPointLayer).reach);
  // A view rests before it is asked for.
  await pause(160);
  await waitUntil(() => !layer.hasAttribute('stale') && !layer.hasAttribute('loading'));
  await redrawn(map, layer);
}

/** After it is known that there are too many rows. */
async function tooMany(map: YztMap, layer: LayerElement): Promise<void> {
  await waitUntil(() => (layer as YztPointLayer).reach?.note);
  await redrawn(map, layer);
}

async function pointsOn(data: RemoteDataset | Dataset, attributes: Record<string, string> = {}) {
  const on = await surfaceOn<YztPointLayer>('yzt-point-layer', data, attributes);
  await arrived(on.map, on.layer);
  return on;
}

/** `count` rows on a lattice of a degree about the middle of the map. */
function scattered(count: number): Dataset {
  const side = Math.ceil(Math.sqrt(count));
  const at = (row: number): [number, number] => [119.88 + (row % side) / side, 35.57 + Math.floor(row / side) / side];
  return Dataset.fromColumns({ coordinates: Float64Array.from({ length: 2 * count }, (_, i) => at(i >> 1)[i & 1] as number), columns: { kind: Array.from({ length: count }, (_, row) => (row % 3 === 0 ? '甲' : '乙')), n: Float64Array.from({ length: count }, (_, row) => row % 997) } });
}

/** Classes whose colours are met around a cluster. */
async function colorsAround(map: YztMap, layer: LayerElement, [x, y]: readonly [number, number]): Promise<Set<string>> {
  const classes = layer.symbologyModel?.classes ?? [];
  const names = new Map(classes.map(({ label, color }) => [resolveColor(color, layer).toLowerCase(), label.zh]));
  await redrawn(map, layer);
  const canvas = (map.olMap.getViewport() as HTMLElement).querySelector<HTMLCanvasElement>('.yzt-data canvas');
  const context = canvas?.getContext('2d');
  const found = new Set<string>();
  for (let dx = -32; dx <= 32; dx++)
    for (let dy = -32; dy <= 32; dy++) {
      const [r = 0, g = 0, b = 0] = context?.getImageData(x + dx, y + dy, 1, 1).data ?? [];
      const name = names.get(`#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`);
      if (name) found.add(name);
    }
  return found;
}

const FILTER = { kind: 'in', field: 'spot', values: ['甲', '丙'] } as const;

describe('rows that are elsewhere, within reach of the map', () => {
  it('are drawn, hit and told as those in the page', async () => {
    const here = spots();
    const one = await pointsOn(here, { symbology: 'class:spot', 'label-field': 'spot' });
    const drawn = await paintedPixels(one.map, one.layer);
    const words = (layer: LayerElement) => layer.symbologyModel?.classes.map(({ label, color }) => [label.zh, color]);
    const ours = words(one.layer);
    one.map.remove();
    const data = await elsewhere(heldEngine(spots()));
    const other = await pointsOn(data, { symbology: 'class:spot', 'label-field': 'spot' });
    expect(await paintedPixels(other.map, other.layer)).to.equal(drawn);
    expect(words(other.layer)).to.deep.equal(ours);
    const hit = other.layer.hitsAt(other.map.pixelOf([120.38, 36.03]) as [number, number])[0];
    expect([hit?.dataset.value(hit.row, 'spot'), hit?.lonLat]).to.deep.equal(['丁', [120.38, 36.03]]);
    expect([other.layer.hasAttribute('loading'), other.layer.hasAttribute('stale'), other.layer.reach?.note]).to.deep.equal([false, false, undefined]);
  });

  it('share selection and hover with lists and tables, both ways', async () => {
    const data = await elsewhere(heldEngine(spots()));
    // A list was there first, so its rows have the first numbers.
    const page = await data.rows({ fields: ['spot'], offset: 80, limit: 6 });
    const { map, layer } = await pointsOn(data);
    const pixel = map.pixelOf([120.38, 36.03]) as [number, number];
    const hit = layer.hitsAt(pixel)[0];
    hit?.dataset.select([hit.row]);
    hit?.dataset.setHover(hit.row);
    expect([[...data.selection], data.hover, data.value(data.hover, 'spot')]).to.deep.equal([[page.rows[5]], page.rows[5], '丁']);
    data.select([page.rows[0] as number]);
    data.setHover(page.rows[0] as number);
    await redrawn(map, layer);
    const rows = layer.layerDataset as Dataset;
    expect([[...rows.selection].map((row) => rows.value(row, 'spot')), rows.value(rows.hover, 'spot')]).to.deep.equal([['丙'], '丙']);
    rows.select([]);
    expect(data.selection.size).to.equal(0);
  });

  it('follow the filters, and set them', async () => {
    const asked = noneAsked();
    const data = await elsewhere(heldEngine(spots(), asked));
    const { map, layer } = await pointsOn(data);
    const all = await paintedPixels(map, layer);
    data.setFilter('spot', FILTER);
    await arrived(map, layer);
    expect(layer.layerDataset?.rowCount).to.equal(65);
    expect(await paintedPixels(map, layer)).to.be.greaterThan(0).and.below(all);
    layer.layerDataset?.setFilter('spot', undefined);
    await arrived(map, layer);
    expect([data.filters.size, await paintedPixels(map, layer)]).to.deep.equal([0, all]);
  });

  it('of few rows all are here: a moved map asks nothing', async () => {
    const asked = noneAsked();
    const { map, layer } = await pointsOn(await elsewhere(heldEngine(spots(), asked)));
    map.center = [121.4, 36.4];
    await arrived(map, layer);
    expect(asked.pages).to.have.length(1);
    expect(asked.pages[0]?.conditions).to.deep.equal([]);
  });

  it('of many those in and around the view: asked again beyond it, and held while they come', async () => {
    const asked = noneAsked();
    const { map, layer } = await pointsOn(await elsewhere(heldEngine(scattered(30_000), asked)));
    const count = layer.layerDataset?.rowCount as number;
    expect(count).to.be.greaterThan(1000).and.below(20_000);
    map.center = [120.39, 36.07];
    await arrived(map, layer);
    expect(asked.pages).to.have.length(1);
    const held: unknown[] = [];
    const watch = new MutationObserver(() => layer.hasAttribute('stale') && held.push(layer.layerDataset?.rowCount));
    watch.observe(layer, { attributes: true });
    map.center = [120.6, 36.07];
    await waitUntil(() => asked.pages.length === 2 && !layer.hasAttribute('stale'));
    watch.disconnect();
    expect(new Set(held)).to.deep.equal(new Set([count]));
  });

  for (const attributes of [{ symbology: 'class:kind' }, { symbology: 'breaks:n:5:quantile:blues' }, { symbology: 'breaks:n:4:jenks:reds', 'size-field': 'n', size: '20' }] as Record<string, string>[])
    it(`classes, colours and sizes are those of all rows: ${JSON.stringify(attributes)}`, async () => {
      const look = ({ symbologyModel }: LayerElement): unknown => [symbologyModel?.classes.map(({ label, color }) => [label.zh, color]), symbologyModel?.sizes?.steps];
      const one = await pointsOn(scattered(30_000), attributes);
      const [ours, drawn] = [look(one.layer), await paintedPixels(one.map, one.layer)];
      one.map.remove();
      const { map, layer } = await pointsOn(await elsewhere(heldEngine(scattered(30_000))), attributes);
      expect(layer.layerDataset?.rowCount).to.be.below(20_000);
      expect([look(layer), await paintedPixels(map, layer)]).to.deep.equal([ours, drawn]);
    });

  it('lines and polygons are whole, and too many are said, not shown in part', async () => {
    const { map, layer } = await surfaceOn('yzt-polygon-layer', await elsewhere(heldEngine(mixedShapes())), { symbology: 'class:kind' });
    await arrived(map, layer);
    const drawn = await paintedPixels(map, layer);
    map.remove();
    const one = await surfaceOn('yzt-polygon-layer', mixedShapes(), { symbology: 'class:kind' });
    expect(drawn).to.equal(await paintedPixels(one.map, one.layer));
    expect(drawn).to.be.above(0);
    one.map.remove();
    const other = await surfaceOn('yzt-polygon-layer', await elsewhere(heldEngine(scattered(50_000))));
    other.map.zoom = 9;
    await tooMany(other.map, other.layer);
    const { reach, layerDataset, symbologyModel } = other.layer as YztPointLayer;
    const note = reach?.note;
    expect([layerDataset?.rowCount, symbologyModel?.leftOut]).to.deep.equal([0, note]);
    expect(note?.zh).to.contain('50,000');
  });

  it('points that are too many are counted by the engine and shown as clusters, which a click opens', async () => {
    const asked = noneAsked();
    const { map, layer } = await pointsOn(await elsewhere(heldEngine(scattered(50_000), asked)), { symbology: 'fixed:#1f5fd0' });
    map.zoom = 9;
    await tooMany(map, layer);
    const [cells] = asked.cells.slice(-1);
    expect([cells?.measure.kind, cells?.conditions.map(({ kind }) => kind)]).to.deep.equal(['count', ['bounds']]);
    expect(await paintedPixels(map, layer)).to.be.greaterThan(2000);
    expect([layer.layerDataset?.rowCount, layer.reach?.note?.zh.includes('50,000')]).to.deep.equal([0, true]);
    const found = new Set<number>();
    for (let x = 0; x < 400; x += 4) for (let y = 0; y < 300; y += 4) found.add(layer.clusterAt([x, y])?.count ?? 0);
    found.delete(0);
    expect(Math.max(...found)).to.be.greaterThan(400);
    const pixel = map.pixelOf([120.38, 36.07]) as [number, number];
    for (let dx = 0; dx < 48 && !layer.clusterAt(pixel); dx += 4) pixel[0] += 4;
    map.tellPick({ pixel, hits: [], additive: false, byKey: false });
    await waitUntil(() => map.zoom === 11, 'nearer', { timeout: 5000 });
  });

  it('points that are too many have rings of their classes, as clusters of rows in the page, and say the shares', async () => {
    const asked = noneAsked();
    const { map, layer } = await pointsOn(await elsewhere(heldEngine(scattered(50_000), asked)), { symbology: 'class:kind' });
    map.zoom = 9;
    await tooMany(map, layer);
    expect(asked.cells.slice(-1)[0]?.parts).to.deep.equal(layer.symbologyModel?.classes.map(({ filter }) => filter));
    const middle = map.pixelOf([120.38, 36.07]) as [number, number];
    for (let dx = 0; dx < 48 && !layer.clusterAt(middle); dx += 4) middle[0] += 4;
    const { count = 0, classCounts = [] } = layer.clusterAt(middle) ?? {};
    expect([classCounts.reduce((sum, one) => sum + one, 0), Math.round((100 * (classCounts[0] ?? 0)) / count)]).to.deep.equal([count, 67]);
    const rings = await colorsAround(map, layer, middle);
    expect(rings).to.deep.equal(new Set(['乙', '甲']));
    const said: string[] = [];
    map.announce = (text) => void said.push(text);
    // The map stays, so that both clicks are on the same cluster.
    map.flyTo = () => Promise.resolve(true);
    map.tellPick({ pixel: middle, hits: [], additive: true, byKey: false });
    layer.setAttribute('cluster', '');
    await redrawn(map, layer);
    map.tellPick({ pixel: middle, hits: [], additive: true, byKey: false });
    expect(said).to.have.length(2);
    for (const words of said) expect(words).to.match(/^聚合点共 [\d,]+ 处：乙 67%，甲 33%。已放大。$/);
  });

  it('an engine that cannot count in cells leaves the sentence', async () => {
    const { cells: _, ...engine } = heldEngine(scattered(50_000));
    const { map, layer } = await pointsOn(await elsewhere(engine));
    map.zoom = 9;
    await tooMany(map, layer);
    expect([await paintedPixels(map, layer), layer.reach?.note?.en.includes('too many')]).to.deep.equal([0, true]);
  });
});
