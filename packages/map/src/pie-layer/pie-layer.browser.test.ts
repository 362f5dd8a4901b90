import { expect, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import { Dataset } from '@yizhangtu/data/model';
import { paintedPixels, pixelAt } from '../data-layer/layer-picture.fixture.js';
import { box, shapeGeometry } from '../renderer/shapes.fixture.js';
import { readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztPieLayer } from './index.js';

const BLUE = [31, 95, 208, 255];
const RED = [208, 31, 31, 255];
const CLEAR = [0, 0, 0, 0];
const WEST = [120.36, 36.07] as const;
const EAST = [120.42, 36.07] as const;

/** Two regions with numbers, one with none. */
function regions(): Dataset {
  const geometry = shapeGeometry([
    { type: 3, polygons: [[box(120.33, 36.04, 120.39, 36.1)]] },
    { type: 3, polygons: [[box(120.41, 36.06, 120.43, 36.08)]] },
    { type: 3, polygons: [[box(120.44, 36.0, 120.46, 36.02)]] },
  ]);
  const { columns } = Dataset.fromColumns({ columns: { young: Float64Array.of(50, 100, 0), old: Float64Array.of(50, 300, NaN), kind: ['甲', '乙', '丙'] } });
  return new Dataset({ rowCount: 3, columns, geometry, report: { total: 3, kept: 3, notes: [] } });
}

async function pies(dataset: Dataset) {
  const map = await readyMap(html`<yzt-pie-layer size="40" symbology="fields:young=#1f5fd0:old=#d01f1f"></yzt-pie-layer>`);
  const layer = map.querySelector('yzt-pie-layer') as YztPieLayer;
  layer.dataset = dataset;
  await layer.updateComplete;
  return { map, layer };
}

describe('yzt-pie-layer', () => {
  it('draws the shares clockwise from the top, sized by the total', async () => {
    const { map, layer } = await pies(regions());
    expect(await pixelAt(map, layer, EAST, 8, -8)).to.deep.equal(BLUE);
    for (const [dx, dy] of [[8, 8], [-8, 8], [-8, -8]] as const) expect(await pixelAt(map, layer, EAST, dx, dy)).to.deep.equal(RED);
    expect(await pixelAt(map, layer, WEST, 5, 0)).to.deep.equal(BLUE);
    expect(await pixelAt(map, layer, WEST, -5, 0)).to.deep.equal(RED);
    expect(await pixelAt(map, layer, WEST, 12, 0)).to.deep.equal(CLEAR);
  });

  it('draws nothing for a total of zero, and answers no row there', async () => {
    const { map, layer } = await pies(regions());
    expect(await pixelAt(map, layer, [120.45, 36.01])).to.deep.equal(CLEAR);
    const rows = (place: readonly [number, number]) => layer.hitsAt(map.pixelOf(place) as [number, number], 4).map((hit) => hit.row);
    expect(rows([120.45, 36.01])).to.deep.equal([]);
    expect(rows(EAST)).to.deep.equal([1]);
    expect(layer.rowsIn([120, 35.9, 121, 36.2])).to.deep.equal([0, 1]);
  });

  it('follows filter, hover and selection', async () => {
    const dataset = regions();
    const { map, layer } = await pies(dataset);
    const plain = await paintedPixels(map, layer);
    dataset.setHover(1);
    const hovered = await paintedPixels(map, layer);
    expect(hovered).to.be.greaterThan(plain + 30);
    dataset.select([1]);
    expect(await paintedPixels(map, layer)).to.be.greaterThan(hovered + 30);
    dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['甲'] });
    expect(await pixelAt(map, layer, EAST, 8, 8)).to.deep.equal(CLEAR);
  });

  it('answers where a pie is painted, with its ring, top first', async () => {
    const geometry = { kind: 'point' as const, coordinates: Float64Array.of(...EAST, ...EAST, ...WEST) };
    const { columns } = Dataset.fromColumns({ columns: { young: Float64Array.of(100, 25, 100), old: new Float64Array(3) } });
    const dataset = new Dataset({ rowCount: 3, columns, geometry, report: { total: 3, kept: 3, notes: [] } });
    const { map, layer } = await pies(dataset);
    await paintedPixels(map, layer);
    const [x, y] = map.pixelOf(EAST) as [number, number];
    const rows = (dx: number, dy: number) => layer.hitsAt([x + dx, y + dy], 0).map(({ row }) => row);
    // The larger is 40 px wide, the smaller half of that.
    expect([rows(0, 0), rows(8, 0), rows(12, 0), rows(0, -18), rows(22, 0), rows(15, 15)]).to.deep.equal([[1, 0], [1, 0], [0], [0], [], []]);
    dataset.select([0]);
    await paintedPixels(map, layer);
    expect([rows(0, 0), rows(22, 0), rows(25, 0)]).to.deep.equal([[0, 1], [0], []]);
    dataset.setFilter('young', { kind: 'range', field: 'young', max: 50 });
    await paintedPixels(map, layer);
    expect(rows(12, 0)).to.deep.equal([]);
  });

  it('has a class for each field, and sizes of the total', async () => {
    const { layer } = await pies(regions());
    expect(layer.symbologyModel?.classes.map(({ label }) => label.zh)).to.deep.equal(['young', 'old']);
    expect(layer.symbologyModel?.sizes?.steps[0]).to.deep.equal({ value: 200, diameter: 28 });
  });

  it('says how many of very many in view are not drawn, and answers for none of those', async () => {
    const rowCount = 1003;
    const coordinates = Float64Array.from({ length: 2 * rowCount }, (_, i) => (i % 2 ? EAST[1] : i === 0 ? WEST[0] : EAST[0]));
    const { columns } = Dataset.fromColumns({ columns: { young: Float64Array.from({ length: rowCount }, (_, row) => row + 1), old: new Float64Array(rowCount) } });
    const dataset = new Dataset({ rowCount, columns, geometry: { kind: 'point', coordinates }, report: { total: rowCount, kept: rowCount, notes: [] } });
    const { map, layer } = await pies(dataset);
    expect(await pixelAt(map, layer, WEST)).to.deep.equal(CLEAR);
    expect(layer.hitsAt(map.pixelOf(WEST) as [number, number], 4)).to.deep.equal([]);
    expect(layer.symbologyModel?.leftOut?.zh).to.equal('视野内只画合计最大的 1,000 个，另有 3 个未画；放大后可见更多');
    dataset.setFilter('young', { kind: 'range', field: 'young', max: 1000 });
    expect(await pixelAt(map, layer, WEST)).not.to.deep.equal(CLEAR);
    expect(layer.symbologyModel?.leftOut).to.equal(undefined);
  });

  it('says which field is not there, and draws nothing', async () => {
    const { map, layer } = await pies(regions());
    setTimeout(() => (layer.symbology = 'fields:young:middle'));
    const event = await oneEvent(layer, 'yzt-error');
    expect(event.detail.code).to.equal('unknown-field');
    expect(await paintedPixels(map, layer)).to.equal(0);
  });
});
