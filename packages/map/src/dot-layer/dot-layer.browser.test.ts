import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { Dataset } from '@yizhangtu/data/model';
import { canvasOf } from '../data-layer/layer-picture.fixture.js';
import type { YztMap } from '../map/map.js';
import { box, shapeGeometry } from '../renderer/shapes.fixture.js';
import { hintsOf, readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztDotLayer } from './index.js';

const WEST = [120.36, 36.07] as const;

/** Two regions: few and many. */
function regions(): Dataset {
  const geometry = shapeGeometry([
    { type: 3, polygons: [[box(120.33, 36.04, 120.37, 36.1)]] },
    { type: 3, polygons: [[box(120.39, 36.04, 120.43, 36.1)]] },
  ]);
  const { columns } = Dataset.fromColumns({ columns: { young: Float64Array.of(2000, 0), old: Float64Array.of(500, 3000), kind: ['甲', '乙'] } });
  return new Dataset({ rowCount: 2, columns, geometry, report: { total: 2, kept: 2, notes: [] } });
}

async function dots(dataset: Dataset, symbology = 'fields:young=#1f5fd0:old=#d01f1f') {
  const map = await readyMap(html`<yzt-dot-layer per-dot="100" symbology=${symbology}></yzt-dot-layer>`);
  const layer = map.querySelector('yzt-dot-layer') as YztDotLayer;
  layer.dataset = dataset;
  await layer.updateComplete;
  return { map, layer };
}

/** Pixels of a colour west and east of the middle between the regions. */
async function pixelsOf(map: YztMap, layer: YztDotLayer, [r, g, b]: readonly [number, number, number]): Promise<[number, number]> {
  const canvas = await canvasOf(map, layer);
  const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
  const middle = (map.pixelOf([120.38, 36.07])?.[0] ?? 0) * (canvas.width / map.clientWidth);
  const out: [number, number] = [0, 0];
  for (let i = 0; i < data.length; i += 4)
    if (data[i] === r && data[i + 1] === g && data[i + 2] === b && data[i + 3] === 255) out[(i / 4) % canvas.width < middle ? 0 : 1]++;
  return out;
}

const BLUE = [31, 95, 208] as const;
const RED = [208, 31, 31] as const;

describe('yzt-dot-layer', () => {
  it('strews dots of each field in its own region', async () => {
    const { map, layer } = await dots(regions());
    const [west, east] = await pixelsOf(map, layer, BLUE);
    expect(west).to.be.within(20, 20 * 9);
    expect(east).to.equal(0);
    const [few, many] = await pixelsOf(map, layer, RED);
    expect(many).to.be.greaterThan(3 * few);
  });

  it('takes away the dots of a region that is filtered out, and puts the same ones back', async () => {
    const dataset = regions();
    const { map, layer } = await dots(dataset);
    const before = await pixelsOf(map, layer, RED);
    dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['甲'] });
    expect(await pixelsOf(map, layer, RED)).to.deep.equal([before[0], 0]);
    dataset.clearFilters();
    expect(await pixelsOf(map, layer, RED)).to.deep.equal(before);
  });

  it('answers the region, not the dot, and marks it by its border', async () => {
    const dataset = regions();
    const { map, layer } = await dots(dataset);
    await canvasOf(map, layer);
    expect(layer.hitsAt(map.pixelOf(WEST) as [number, number], 1).map((hit) => hit.row)).to.deep.equal([0]);
    expect(layer.rowsIn([120.4, 36.05, 120.41, 36.06])).to.deep.equal([1]);
    const painted = async () => (await canvasOf(map, layer)).toDataURL();
    const plain = await painted();
    dataset.select([0]);
    expect(await painted()).to.not.equal(plain);
  });

  it('says what one dot stands for, by itself or as it was told', async () => {
    const { layer } = await dots(regions(), 'fields:young');
    expect(layer.symbologyModel?.mark?.zh).to.equal('1 点 = 100');
    layer.perDot = undefined;
    await layer.updateComplete;
    expect(layer.symbologyModel?.mark?.en).to.equal('1 dot = 0.5');
  });

  it('does not strew more dots than can be drawn, and says so', async () => {
    const { map, layer } = await dots(regions());
    const hints = await hintsOf(async () => {
      layer.perDot = 0.0001;
      await layer.updateComplete;
      await canvasOf(map, layer);
    });
    expect(hints.join()).to.contain('200,000');
    expect(layer.symbologyModel?.mark?.zh).to.equal('1 点 = 0.05');
  });
});
