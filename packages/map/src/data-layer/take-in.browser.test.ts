import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { Dataset, type Table } from '@yizhangtu/data/model';
import '../point-layer/index.js';
import type { YztPointLayer } from '../point-layer/index.js';
import type { YztMap } from '../map/map.js';
import { readyMap } from '../shared/map.fixture.js';
import { canvasOf, paintedPixels } from './layer-picture.fixture.js';
import { CanvasLayer } from './canvas-layer.js';

const MIDDLE = [120.38, 36.07] as const;

/** So many rows at one place in the middle; every other one is of the second kind. */
function crowd(count: number, [lon, lat]: readonly [number, number] = MIDDLE): Table {
  const coordinates = Float64Array.from({ length: 2 * count }, (_, i) => (i % 2 ? lat : lon));
  const kind = Array.from({ length: count }, (_, i) => (i % 2 ? '甲' : '乙'));
  const { columns, geometry } = Dataset.fromColumns({ coordinates, columns: { kind } });
  return { rowCount: count, columns, geometry, report: { total: count, kept: count, notes: [] } };
}

async function layerOn(dataset: Dataset): Promise<{ map: YztMap; layer: YztPointLayer }> {
  const map = await readyMap(html`<yzt-point-layer symbology="class:kind"></yzt-point-layer>`);
  const layer = map.querySelector('yzt-point-layer') as YztPointLayer;
  layer.dataset = dataset;
  await canvasOf(map, layer);
  return { map, layer };
}

describe('very many new rows', () => {
  it('are taken in over several tasks, while the picture stays and answers for nothing', async () => {
    const dataset = new Dataset(crowd(3));
    const { map, layer } = await layerOn(dataset);
    const before = layer.symbologyModel;
    const middle = map.pixelOf(MIDDLE) as [number, number];
    expect(layer.hitsAt(middle)).to.have.length(3);

    dataset.setTable(crowd(60_000));
    await Promise.resolve();
    await Promise.resolve();
    expect(layer.symbologyModel).to.equal(before);
    map.olMap.renderSync();
    const canvas = (map.olMap.getViewport() as HTMLElement).querySelector('.yzt-data canvas') as HTMLCanvasElement;
    expect(canvas.getContext('2d')?.getImageData(...middle, 1, 1).data[3]).to.equal(255);
    expect(layer.hitsAt(middle)).to.have.length(0);

    await layer.updateComplete;
    expect(layer.symbologyModel?.classOf).to.have.length(60_000);
    await new Promise((resolve) => void map.olMap.once('rendercomplete', resolve));
    expect(await paintedPixels(map, layer)).to.be.above(20);
    expect(layer.hitsAt(middle)).to.have.length(60_000);
  });

  it('are all there for who asks at once, and those that come meanwhile are taken in too', async () => {
    const dataset = new Dataset(crowd(3));
    const { map, layer } = await layerOn(dataset);
    dataset.setTable(crowd(60_000));
    await Promise.resolve();
    expect(layer.rowsIn([120, 36, 121, 37])).to.have.length(60_000);

    const elsewhere = [120.36, 36.08] as const;
    dataset.setTable(crowd(60_000));
    await Promise.resolve();
    dataset.setTable(crowd(70_000, elsewhere));
    await layer.updateComplete;
    await canvasOf(map, layer);
    expect(layer.hitsAt(map.pixelOf(MIDDLE) as [number, number])).to.have.length(0);
    expect(layer.hitsAt(map.pixelOf(elsewhere) as [number, number])).to.have.length(70_000);
  });

  it('are given up by a layer that leaves, and drawn when it is back', async () => {
    const dataset = new Dataset(crowd(3));
    const { map, layer } = await layerOn(dataset);
    dataset.setTable(crowd(60_000));
    await Promise.resolve();
    layer.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    map.append(layer);
    await canvasOf(map, layer);
    expect(layer.hitsAt(map.pixelOf(MIDDLE) as [number, number])).to.have.length(60_000);
  });
});

describe('another symbology of very many rows', () => {
  it('is made in several tasks, and the last one that was asked for is drawn', async () => {
    const dataset = new Dataset(crowd(60_000));
    const { map, layer } = await layerOn(dataset);
    const before = layer.symbologyModel;
    layer.symbology = 'class:gone';
    await Promise.resolve();
    await Promise.resolve();
    expect(layer.symbologyModel).to.equal(before);
    layer.symbology = 'fixed:#ff0000';
    await layer.updateComplete;
    expect(layer.symbologyModel?.spec).to.equal('fixed:#ff0000');
    const middle = map.pixelOf(MIDDLE) as [number, number];
    // So many are drawn in bands, over the picture there was.
    const drawn = async (): Promise<string> => [...((await canvasOf(map, layer)).getContext('2d')?.getImageData(...middle, 1, 1).data ?? [])].join(' ');
    await waitUntil(async () => (await drawn()) === '255 0 0 255', 'the last one', { timeout: 8000 });
    expect(layer.hasAttribute('error')).to.equal(false);
  });
});

describe('a picture whose next one is on its way', () => {
  it('asks for frames, stands in them undrawn, and keeps labels off until it is changed', async () => {
    const map = await readyMap();
    let painted = 0;
    let waits = true;
    const layer = new CanvasLayer(({ wait, taken }) => {
      painted++;
      taken?.block([0, 0, 10, 10]);
      if (waits) wait?.();
    });
    let seen = 0;
    const above = new CanvasLayer(({ taken, again }) => {
      seen = taken?.boxes.length ?? 0;
      again?.();
    });
    map.olMap.addLayer(layer);
    map.olMap.addLayer(above);
    for (let i = 0; i < 3; i++) map.olMap.renderSync();
    expect([painted, seen]).to.deep.equal([1, 1]);
    waits = false;
    layer.changed();
    map.olMap.renderSync();
    expect(painted).to.equal(2);
    map.olMap.removeLayer(layer);
    map.olMap.removeLayer(above);
  });
});
