import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { Dataset } from '@yizhangtu/data/model';
import { mixedShapes as shapes, paintedPixels, pixelAt } from '../data-layer/layer-picture.fixture.js';
import { box, shapeGeometry } from '../renderer/shapes.fixture.js';
import { hintsOf, readyMap } from '../shared/map.fixture.js';
import '../point-layer/index.js';
import type { YztPointLayer } from '../point-layer/index.js';
import './index.js';
import type { YztPolygonLayer } from './index.js';

const MIDDLE = [120.38, 36.07] as const;

describe('yzt-polygon-layer', () => {
  async function polygons(dataset: Dataset) {
    const map = await readyMap(html`<yzt-polygon-layer symbology="fixed:#1f5fd0"></yzt-polygon-layer>`);
    const layer = map.querySelector('yzt-polygon-layer') as YztPolygonLayer;
    layer.dataset = dataset;
    await layer.updateComplete;
    return { map, layer };
  }

  it('fills polygons only, lets the map through, and keeps holes open', async () => {
    const { map, layer } = await polygons(shapes());
    const [, , , alpha] = await pixelAt(map, layer, [120.36, 36.07]);
    expect(alpha).to.be.within(189, 193);
    expect(await pixelAt(map, layer, MIDDLE)).to.deep.equal([0, 0, 0, 0]);
    expect(await pixelAt(map, layer, [120.38, 36.03])).to.deep.equal([0, 0, 0, 0]);
    layer.fillOpacity = 1;
    expect(await pixelAt(map, layer, [120.36, 36.07])).to.deep.equal([31, 95, 208, 255]);
  });

  it('marks the selection by its border and leaves the fill', async () => {
    const dataset = shapes();
    const { map, layer } = await polygons(dataset);
    const fill = await pixelAt(map, layer, [120.36, 36.07]);
    const border = await pixelAt(map, layer, [120.35, 36.07]);
    dataset.select([0]);
    expect(await pixelAt(map, layer, [120.36, 36.07])).to.deep.equal(fill);
    expect(await pixelAt(map, layer, [120.35, 36.07])).to.not.deep.equal(border);
  });

  it('has no border of another colour where the page wants none', async () => {
    const { map, layer } = await polygons(shapes());
    layer.fillOpacity = 1;
    const [fill, border] = [await pixelAt(map, layer, [120.36, 36.07]), await pixelAt(map, layer, [120.35, 36.07])];
    expect(border).to.not.deep.equal(fill);
    layer.noBorder = true;
    const bare = await pixelAt(map, layer, [120.35, 36.07]);
    // Half a pixel of the edge lets the map through; its colour, but for rounding, is that of the fill.
    for (const channel of [0, 1, 2]) expect(bare[channel]).to.be.closeTo(fill[channel] ?? 0, 2);
  });

  it('answers all polygons at a pixel, top first, and none in a hole', async () => {
    const { map, layer } = await polygons(shapes());
    await pixelAt(map, layer, MIDDLE);
    const rows = (lonLat: readonly [number, number]) => layer.hitsAt(map.pixelOf(lonLat) as [number, number], 2).map((hit) => hit.row);
    expect(rows([120.405, 36.085])).to.deep.equal([1, 0]);
    expect(rows(MIDDLE)).to.deep.equal([]);
    expect(layer.rowsIn([120.34, 36.04, 120.352, 36.06])).to.deep.equal([0]);
  });

  it('hatches 无数据', async () => {
    const dataset = shapes();
    const columns = Dataset.fromColumns({ columns: { area: Float64Array.of(NaN, 5, 7, 9) } }).columns;
    dataset.setTable({ rowCount: 4, columns, geometry: dataset.geometry, report: dataset.report });
    const { map, layer } = await polygons(dataset);
    layer.symbology = 'breaks:area:2';
    layer.fillOpacity = 1;
    const colors = new Set<string>();
    for (let x = 0; x < 8; x++) colors.add(String(await pixelAt(map, layer, [120.36, 36.07], x, 0)));
    expect(colors.size).to.be.greaterThan(1);
  });

  it('draws the same picture as pixels and as paths, keeps hits and the selection, and frees its pixels when hidden', async () => {
    const dataset = shapes();
    const { map, layer } = await polygons(dataset);
    const inside = await pixelAt(map, layer, [120.36, 36.07]);
    const painted = await paintedPixels(map, layer);
    layer.setAttribute('renderer', 'pixels');
    expect(await pixelAt(map, layer, [120.36, 36.07])).to.deep.equal(inside);
    expect(await pixelAt(map, layer, MIDDLE)).to.deep.equal([0, 0, 0, 0]);
    expect(await paintedPixels(map, layer)).to.be.closeTo(painted, painted * 0.01);
    expect(layer.hitsAt(map.pixelOf([120.405, 36.085]) as [number, number], 2).map((hit) => hit.row)).to.deep.equal([1, 0]);
    const border = await pixelAt(map, layer, [120.35, 36.07]);
    dataset.select([0]);
    expect(await pixelAt(map, layer, [120.35, 36.07])).to.not.deep.equal(border);
    layer.invisible = true;
    await layer.updateComplete;
    layer.invisible = false;
    expect(await pixelAt(map, layer, [120.36, 36.07])).to.deep.equal(inside);
    // WebGL draws points alone: shapes are the same pixels. A word that is none leaves what was chosen.
    layer.setAttribute('renderer', 'webgl');
    expect(await pixelAt(map, layer, [120.36, 36.07])).to.deep.equal(inside);
    layer.setAttribute('renderer', 'gpu');
    expect(layer.renderer).to.equal('webgl');
    layer.removeAttribute('renderer');
    expect(layer.renderer).to.equal('auto');
  });

  it('tells the author that a fill by a total shows areas, unless it is a rate or meant', async () => {
    const hintsFor = (attributes: Partial<YztPolygonLayer>) =>
      hintsOf(async () => {
        const dataset = shapes();
        const { columns } = Dataset.fromColumns({ columns: { population: Float64Array.of(1, 5, 7, 9), birthRate: Float64Array.of(1, 5, 7, 9) } });
        dataset.setTable({ rowCount: 4, columns, geometry: dataset.geometry, report: dataset.report });
        const { layer } = await polygons(dataset);
        Object.assign(layer, attributes);
        await layer.updateComplete;
      });
    expect((await hintsFor({ symbology: 'breaks:population:2' })).join()).to.contain('yzt-bubble-layer').and.to.contain('allow-totals');
    expect(await hintsFor({ symbology: 'breaks:birthRate:2' })).to.deep.equal([]);
    expect(await hintsFor({ symbology: 'breaks:population:2', allowTotals: true })).to.deep.equal([]);
  });

  it('writes labels inside', async () => {
    const { map, layer } = await polygons(shapes());
    const plain = await paintedPixels(map, layer);
    layer.labelField = 'name';
    layer.fillOpacity = 0;
    expect(await paintedPixels(map, layer)).to.be.lessThan(plain);
    expect(await paintedPixels(map, layer)).to.be.greaterThan(300);
  });
});

describe('labels of several layers', () => {
  it('keep clear of the symbols and the labels of layers above', async () => {
    const map = await readyMap(html`<yzt-polygon-layer symbology="fixed:#1f5fd0" fill-opacity="0"></yzt-polygon-layer><yzt-point-layer size="30"></yzt-point-layer>`);
    const polygons = map.querySelector('yzt-polygon-layer') as YztPolygonLayer;
    const points = map.querySelector('yzt-point-layer') as YztPointLayer;
    const geometry = shapeGeometry([{ type: 3, polygons: [[box(120.35, 36.05, 120.41, 36.09)]] }]);
    const columns = Dataset.fromColumns({ columns: { name: ['甲区'] } }).columns;
    polygons.dataset = new Dataset({ rowCount: 1, columns, geometry, report: { total: 1, kept: 1, notes: [] } });
    await polygons.updateComplete;
    const border = await paintedPixels(map, polygons);
    polygons.labelField = 'name';
    expect(await paintedPixels(map, polygons)).to.be.greaterThan(border + 100);
    points.dataset = Dataset.fromColumns({ coordinates: Float64Array.of(...MIDDLE), columns: { name: ['上面'] } });
    await points.updateComplete;
    expect(await paintedPixels(map, polygons)).to.be.closeTo(border, 20);
    points.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(await paintedPixels(map, polygons)).to.be.greaterThan(border + 100);
  });
});
