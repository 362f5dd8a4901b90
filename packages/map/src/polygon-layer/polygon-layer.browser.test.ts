import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { Dataset } from '@yizhangtu/data/model';
import { paintedPixels, pixelAt } from '../data-layer/layer-picture.fixture.js';
import '../line-layer/index.js';
import type { YztLineLayer } from '../line-layer/index.js';
import { box, shapeGeometry } from '../renderer/shapes.fixture.js';
import { hintsOf, readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztPolygonLayer } from './index.js';

const MIDDLE = [120.38, 36.07] as const;

/** A box with a hole, a second one over its corner, a line and a point. */
function shapes(): Dataset {
  const geometry = shapeGeometry([
    { type: 3, polygons: [[box(120.35, 36.05, 120.41, 36.09), box(120.37, 36.06, 120.39, 36.08)]] },
    { type: 3, polygons: [[box(120.4, 36.08, 120.43, 36.1)]] },
    { type: 2, lines: [[[120.36, 36.03], [120.42, 36.03]]] },
    { type: 1, points: [[120.38, 36.02]] },
  ]);
  const columns = Dataset.fromColumns({ columns: { kind: ['居住', '工业', '道路', '点'], name: ['甲区', '乙区', '丙路', '丁点'] } }).columns;
  return new Dataset({ rowCount: 4, columns, geometry, report: { total: 4, kept: 4, notes: [] } });
}

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

  it('writes labels inside', async () => {
    const { map, layer } = await polygons(shapes());
    const plain = await paintedPixels(map, layer);
    layer.labelField = 'name';
    layer.fillOpacity = 0;
    expect(await paintedPixels(map, layer)).to.be.lessThan(plain);
    expect(await paintedPixels(map, layer)).to.be.greaterThan(300);
  });
});

describe('yzt-line-layer', () => {
  async function lines(dataset: Dataset) {
    const map = await readyMap(html`<yzt-line-layer symbology="fixed:#1f5fd0" width="6"></yzt-line-layer>`);
    const layer = map.querySelector('yzt-line-layer') as YztLineLayer;
    layer.dataset = dataset;
    await layer.updateComplete;
    return { map, layer };
  }

  it('draws lines only, in their width, with a casing', async () => {
    const { map, layer } = await lines(shapes());
    expect(await pixelAt(map, layer, [120.38, 36.03])).to.deep.equal([31, 95, 208, 255]);
    const casing = await pixelAt(map, layer, [120.38, 36.03], 0, 3.6);
    expect(casing.slice(0, 3)).to.not.deep.equal([31, 95, 208]);
    expect(casing[3]).to.be.greaterThan(60);
    expect(await pixelAt(map, layer, [120.36, 36.07])).to.deep.equal([0, 0, 0, 0]);
  });

  it('draws dashes, and says a pattern it cannot use', async () => {
    const { map, layer } = await lines(shapes());
    const solid = await paintedPixels(map, layer);
    layer.setAttribute('dash', '8 8');
    expect(await paintedPixels(map, layer)).to.be.lessThan(solid * 0.6);
    const hints = await hintsOf(() => layer.setAttribute('dash', 'dotted'));
    expect(hints).to.have.length(1);
    expect(layer.dash).to.equal('8 8');
    layer.removeAttribute('dash');
    // Chromium moves a canvas that is read often off the GPU, which rounds edges otherwise.
    expect(await paintedPixels(map, layer)).to.be.closeTo(solid, solid * 0.03);
  });

  it('is hit within its width and the tolerance', async () => {
    const { map, layer } = await lines(shapes());
    await paintedPixels(map, layer);
    const [x, y] = map.pixelOf([120.38, 36.03]) as [number, number];
    expect(layer.hitsAt([x, y + 2], 0).map((hit) => hit.row)).to.deep.equal([2]);
    expect(layer.hitsAt([x, y + 6], 0)).to.deep.equal([]);
    expect(layer.hitsAt([x, y + 6], 4)).to.have.length(1);
  });
});
