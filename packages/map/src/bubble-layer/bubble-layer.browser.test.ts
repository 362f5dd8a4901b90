import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { Dataset } from '@yizhangtu/data/model';
import { paintedPixels, pixelAt } from '../data-layer/layer-picture.fixture.js';
import { box, shapeGeometry } from '../renderer/shapes.fixture.js';
import { readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztBubbleLayer } from './index.js';

const BLUE = [31, 95, 208, 255];
const CLEAR = [0, 0, 0, 0];
const WEST = [120.36, 36.07] as const;
const EAST = [120.42, 36.07] as const;

/** Two boxes; the small one has the larger number. */
function regions(): Dataset {
  const geometry = shapeGeometry([
    { type: 3, polygons: [[box(120.33, 36.04, 120.39, 36.1)]] },
    { type: 3, polygons: [[box(120.41, 36.06, 120.43, 36.08)]] },
  ]);
  const { columns } = Dataset.fromColumns({ columns: { people: Float64Array.of(100, 400), kind: ['甲', '乙'] } });
  return new Dataset({ rowCount: 2, columns, geometry, report: { total: 2, kept: 2, notes: [] } });
}

async function bubbles(dataset: Dataset) {
  const map = await readyMap(html`<yzt-bubble-layer size-field="people" size="40" symbology="fixed:#1f5fd0"></yzt-bubble-layer>`);
  const layer = map.querySelector('yzt-bubble-layer') as YztBubbleLayer;
  layer.dataset = dataset;
  await layer.updateComplete;
  return { map, layer };
}

describe('yzt-bubble-layer', () => {
  it('draws each polygon as a disc in it, by the number and not by the area of the polygon', async () => {
    const { map, layer } = await bubbles(regions());
    expect(await pixelAt(map, layer, WEST)).to.deep.equal(BLUE);
    expect(await pixelAt(map, layer, EAST, 17, 0)).to.deep.equal(BLUE);
    expect(await pixelAt(map, layer, EAST, 21, 0)).to.deep.equal(CLEAR);
    expect(await pixelAt(map, layer, WEST, 8, 0)).to.deep.equal(BLUE);
    expect(await pixelAt(map, layer, WEST, 11, 0)).to.deep.equal(CLEAR);
  });

  it('answers the row of a disc, and none beside it where the polygon still is', async () => {
    const { map, layer } = await bubbles(regions());
    await pixelAt(map, layer, WEST);
    const rows = (dx: number) => {
      const [x, y] = map.pixelOf(WEST) as [number, number];
      return layer.hitsAt([x + dx, y], 1).map((hit) => hit.row);
    };
    expect(rows(0)).to.deep.equal([0]);
    expect(rows(14)).to.deep.equal([]);
    expect(layer.rowsIn([120.41, 36.06, 120.43, 36.08])).to.deep.equal([1]);
  });

  it('follows filter, hover and selection of the dataset', async () => {
    const dataset = regions();
    const { map, layer } = await bubbles(dataset);
    const plain = await paintedPixels(map, layer);
    dataset.setHover(1);
    const hovered = await paintedPixels(map, layer);
    expect(hovered).to.be.greaterThan(plain + 30);
    dataset.select([1]);
    expect(await paintedPixels(map, layer)).to.be.greaterThan(hovered + 30);
    dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['甲'] });
    expect(await pixelAt(map, layer, EAST)).to.deep.equal(CLEAR);
  });

  it('says in its symbology that it is discs, and what their sizes mean', async () => {
    const { layer } = await bubbles(regions());
    expect(layer.symbologyModel?.shape).to.equal('disc');
    expect(layer.symbologyModel?.sizes?.steps.map(({ value }) => value)).to.deep.equal([200, 50, 10]);
  });
});
