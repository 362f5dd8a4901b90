import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { getUid } from 'ol/util.js';
import { setTheme } from '@yizhangtu/base/theme';
import { Dataset } from '@yizhangtu/data/model';
import { canvasOf, paintedPixels, pixelAt } from '../data-layer/layer-picture.fixture.js';
import type { YztMap } from '../map/map.js';
import { hintsOf, QINGDAO, readyMap } from '../shared/map.fixture.js';
import './index.js';
import type { YztPointLayer } from './index.js';

const EAST = [120.45, 36.07] as const;
const BLUE = [31, 95, 208, 255];
const CLEAR = [0, 0, 0, 0];

const venues = () =>
  Dataset.fromColumns({
    coordinates: Float64Array.of(...QINGDAO, ...EAST, 120.31, 36.1, NaN, NaN, 36.07, 120.38),
    columns: { kind: ['足球场', '游泳馆', '足球场', '足球场', '足球场'], people: Float64Array.of(100, 400, 25, 1, 1) },
  });

async function layerOn(dataset: Dataset, attributes: Partial<YztPointLayer> = {}): Promise<{ map: YztMap; layer: YztPointLayer }> {
  const map = await readyMap(html`<yzt-point-layer></yzt-point-layer>`);
  const layer = map.querySelector('yzt-point-layer') as YztPointLayer;
  Object.assign(layer, { symbology: 'fixed:#1f5fd0', dataset, ...attributes });
  await layer.updateComplete;
  return { map, layer };
}

describe('yzt-point-layer', () => {
  it('draws each row at its place in the colour of its class', async () => {
    const { map, layer } = await layerOn(venues());
    expect(await pixelAt(map, layer, QINGDAO)).to.deep.equal(BLUE);
    expect(await pixelAt(map, layer, EAST)).to.deep.equal(BLUE);
    expect(await pixelAt(map, layer, EAST, 0, 12)).to.deep.equal(CLEAR);
    layer.symbology = 'class:kind';
    const [first, second] = [await pixelAt(map, layer, QINGDAO), await pixelAt(map, layer, EAST)];
    expect(first).to.not.deep.equal(second);
    expect(layer.symbologyModel?.classes).to.have.length(2);
  });

  it('breaks long labels into lines once it is told how wide they may be', async () => {
    const dataset = Dataset.fromColumns({ coordinates: Float64Array.of(...QINGDAO), columns: { name: ['青岛市市南区全民健身中心'] } });
    const { map, layer } = await layerOn(dataset, { labelField: 'name', size: 2 });
    const box = async (): Promise<{ wide: number; tall: number }> => {
      const canvas = await canvasOf(map, layer);
      const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
      const [xs, ys] = [new Set<number>(), new Set<number>()];
      for (let i = 3; i < data.length; i += 4) if ((data[i] as number) > 0) (xs.add(((i - 3) / 4) % canvas.width), ys.add(Math.floor((i - 3) / 4 / canvas.width)));
      return { wide: xs.size / devicePixelRatio, tall: ys.size / devicePixelRatio };
    };
    const one = await box();
    layer.labelWidth = 6;
    await waitUntil(async () => (await box()).tall > 1.6 * one.tall, 'a label in two lines');
    expect((await box()).wide).to.be.within(6 * 11, one.wide / 1.6);
  });

  it('follows the filter of any other view', async () => {
    const dataset = venues();
    const { map, layer } = await layerOn(dataset);
    dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['足球场'] });
    expect(await pixelAt(map, layer, EAST)).to.deep.equal(CLEAR);
    expect(layer.hitsAt(map.pixelOf(EAST) as [number, number])).to.deep.equal([]);
    dataset.clearFilters();
    expect(await pixelAt(map, layer, EAST)).to.deep.equal(BLUE);
  });

  it('marks the hovered and the selected row, and draws them again when that ends', async () => {
    const dataset = venues();
    const { map, layer } = await layerOn(dataset);
    const plain = await paintedPixels(map, layer);
    dataset.setHover(1);
    const hovered = await paintedPixels(map, layer);
    expect(hovered).to.be.greaterThan(plain + 15);
    dataset.select([1]);
    expect(await paintedPixels(map, layer)).to.be.greaterThan(hovered + 15);
    dataset.select([]);
    dataset.setHover(-1);
    expect(await paintedPixels(map, layer)).to.equal(plain);
    layer.noHover = true;
    dataset.setHover(1);
    expect(await paintedPixels(map, layer)).to.equal(plain);
  });

  it('answers which rows are at a pixel, with their place', async () => {
    const dataset = venues();
    const { map, layer } = await layerOn(dataset);
    await canvasOf(map, layer);
    const [x, y] = map.pixelOf(EAST) as [number, number];
    expect(layer.hitsAt([x + 3, y])).to.deep.equal([{ layer, dataset, row: 1, lonLat: EAST }]);
    expect(layer.hitsAt([x + 20, y])).to.deep.equal([]);
    expect(layer.hitsAt([x + 20, y], 20)).to.have.length(1);
    expect(map.pick([x, y]).map((hit) => hit.row)).to.deep.equal([1]);
    expect(layer.rowsIn([120.4, 36, 120.5, 36.2])).to.deep.equal([1]);
  });

  it('takes sizes and shapes, and says what it cannot use', async () => {
    const { map, layer } = await layerOn(venues());
    const circle = await paintedPixels(map, layer);
    layer.size = 20;
    expect(await paintedPixels(map, layer)).to.be.greaterThan(3 * circle);
    layer.setAttribute('shape', 'diamond');
    expect(await pixelAt(map, layer, EAST, 7, 7)).to.deep.equal(CLEAR);
    const hints = await hintsOf(() => {
      layer.setAttribute('size', 'big');
      layer.setAttribute('shape', 'star');
    });
    expect(layer.size).to.equal(20);
    expect(layer.shape).to.equal('diamond');
    expect(hints).to.have.length(2);
    layer.removeAttribute('size');
    layer.removeAttribute('shape');
    expect(layer.size).to.equal(10);
    expect(await paintedPixels(map, layer)).to.equal(circle);
  });

  it('sizes symbols by a field: area follows value', async () => {
    const { map, layer } = await layerOn(venues(), { sizeField: 'people', size: 40 });
    expect(await pixelAt(map, layer, EAST, 17, 0)).to.deep.equal(BLUE);
    expect(await pixelAt(map, layer, QINGDAO, 8, 0)).to.deep.equal(BLUE);
    expect(await pixelAt(map, layer, QINGDAO, 12, 0)).to.deep.equal(CLEAR);
  });

  it('reads colours again when the theme changes', async () => {
    const { map, layer } = await layerOn(venues(), { symbology: 'fixed:data-1' });
    const light = await pixelAt(map, layer, EAST);
    setTheme('dark');
    await new Promise((resolve) => setTimeout(resolve));
    const dark = await pixelAt(map, layer, EAST);
    setTheme('light');
    delete document.documentElement.dataset['yztTheme'];
    expect(dark).to.not.deep.equal(light);
  });

  it('writes labels with a halo, moved aside rather than over each other', async () => {
    const { map, layer } = await layerOn(venues());
    const plain = await paintedPixels(map, layer);
    layer.labelField = 'kind';
    expect(await paintedPixels(map, layer)).to.be.greaterThan(plain + 300);
  });

  it('says an unknown field once and draws all rows alike', async () => {
    const map = await readyMap(html`<yzt-point-layer></yzt-point-layer>`);
    const layer = map.querySelector('yzt-point-layer') as YztPointLayer;
    const codes: string[] = [];
    layer.addEventListener('yzt-error', (event) => {
      event.preventDefault();
      codes.push(event.detail.code);
    });
    layer.dataset = venues();
    layer.symbology = 'class:colour';
    await layer.updateComplete;
    expect(await paintedPixels(map, layer)).to.be.greaterThan(100);
    expect(codes).to.deep.equal(['unknown-field']);
    expect(layer.hasAttribute('error')).to.equal(true);
    layer.symbology = 'class:kind';
    await layer.updateComplete;
    await layer.updateComplete;
    expect(layer.hasAttribute('error')).to.equal(false);
  });

  it('loads data of its own', async () => {
    const point = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: EAST } };
    const url = URL.createObjectURL(new Blob([JSON.stringify({ type: 'FeatureCollection', features: [point] })], { type: 'application/geo+json' }));
    const map = await readyMap(html`<yzt-point-layer src=${url} format="geojson" symbology="fixed:#1f5fd0"></yzt-point-layer>`);
    const layer = map.querySelector('yzt-point-layer') as YztPointLayer;
    await waitUntil(() => layer.layerDataset?.rowCount === 1, 'the row never came', { timeout: 15_000 });
    expect(await pixelAt(map, layer, EAST)).to.deep.equal(BLUE);
    layer.src = undefined;
    await waitUntil(() => layer.layerDataset === undefined, 'the data stayed');
    expect(await paintedPixels(map, layer)).to.equal(0);
    URL.revokeObjectURL(url);
  });

  it('shows nothing for an empty dataset, and later what it gets', async () => {
    const dataset = new Dataset();
    const { map, layer } = await layerOn(dataset, { symbology: 'class:kind' });
    expect(await paintedPixels(map, layer)).to.equal(0);
    const source = venues();
    dataset.setTable({ rowCount: 5, columns: source.columns, geometry: source.geometry, report: source.report });
    expect(await paintedPixels(map, layer)).to.be.greaterThan(100);
  });

  it('draws a million points without one OpenLayers object more', async () => {
    const coordinates = new Float64Array(2_000_000);
    let seed = 5;
    for (let i = 0; i < coordinates.length; i += 2) {
      seed = (seed * 16807) % 2147483647;
      coordinates[i] = 120 + (seed % 10007) / 13000;
      seed = (seed * 16807) % 2147483647;
      coordinates[i + 1] = 35.8 + (seed % 10009) / 17000;
    }
    const before = Number(getUid({}));
    const { map, layer } = await layerOn(Dataset.fromColumns({ coordinates, columns: {} }));
    // So many are got ready in slices, between frames.
    await waitUntil(async () => (await paintedPixels(map, layer)) > 50_000, 'not drawn', { timeout: 20_000 });
    expect(Number(getUid({})) - before).to.be.lessThan(500);
    expect(layer.hitsAt([200, 150]).length).to.be.greaterThan(0);
  });

  it('gives its canvas back when it leaves, and draws again when it returns', async () => {
    const dataset = venues();
    const { map, layer } = await layerOn(dataset);
    const canvas = await canvasOf(map, layer);
    const first = layer.olLayer;
    layer.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(canvas.width).to.equal(0);
    expect(map.olMap.getAllLayers()).to.have.length(0);
    dataset.select([1]);
    dataset.select([]);
    map.append(layer);
    await layer.updateComplete;
    expect(layer.olLayer).to.not.equal(first);
    expect(await pixelAt(map, layer, EAST)).to.deep.equal(BLUE);
  });
});

describe('yzt-point-layer cluster', () => {
  const crowd = () =>
    Dataset.fromColumns({
      coordinates: Float64Array.from(Array.from({ length: 40 }, (_, i) => [120.38 + (i % 8) * 0.0005, 36.07 + Math.floor(i / 8) * 0.0005]).flat().concat(120.5, 36.15)),
      columns: { kind: Array.from({ length: 41 }, (_, i) => (i % 2 ? '甲' : '乙')) },
    });

  it('shows one disc for a crowd and leaves others alone', async () => {
    const dataset = crowd();
    const { map, layer } = await layerOn(dataset, { cluster: true });
    await canvasOf(map, layer);
    const pixel = map.pixelOf([120.382, 36.071]) as [number, number];
    expect(layer.clusterAt(pixel)?.count).to.equal(40);
    expect(layer.hitsAt(pixel)).to.deep.equal([]);
    expect(layer.hitsAt(map.pixelOf([120.5, 36.15]) as [number, number]).map((hit) => hit.row)).to.deep.equal([40]);
  });

  it('counts again when a filter moves', async () => {
    const dataset = crowd();
    const { map, layer } = await layerOn(dataset, { cluster: true });
    dataset.setFilter('kind', { kind: 'in', field: 'kind', values: ['甲'] });
    await canvasOf(map, layer);
    expect(layer.clusterAt(map.pixelOf([120.382, 36.071]) as [number, number])?.count).to.equal(20);
  });

  it('draws points again when clustering ends', async () => {
    const { map, layer } = await layerOn(crowd(), { cluster: true });
    await canvasOf(map, layer);
    layer.cluster = false;
    await canvasOf(map, layer);
    expect(layer.clusterAt(map.pixelOf([120.382, 36.071]) as [number, number])).to.equal(undefined);
    expect(layer.hitsAt(map.pixelOf(QINGDAO) as [number, number]).length).to.be.greaterThan(0);
  });
});
