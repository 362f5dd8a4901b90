/** What tests of data layers share: a map with a dataset, and the pixels of a layer. */
import { Dataset } from '@yizhangtu/data/model';
import type { YztMap } from '../map/map.js';
import { box, shapeGeometry } from '../renderer/shapes.fixture.js';
import type { LayerElement } from '../layer/layer.js';

/** Draws now, and gives the layer's own canvas. */
export async function canvasOf(map: YztMap, layer: LayerElement): Promise<HTMLCanvasElement> {
  await Promise.resolve();
  await layer.updateComplete;
  map.olMap.renderSync();
  const canvases = (map.olMap.getViewport() as HTMLElement).querySelectorAll<HTMLCanvasElement>('.yzt-data canvas');
  const index = map.layers.filter((one) => 'symbologyModel' in one && !one.invisible).indexOf(layer);
  return canvases[index] as HTMLCanvasElement;
}

/** Red, green, blue, alpha of a layer at a place. */
export async function pixelAt(map: YztMap, layer: LayerElement, lonLat: readonly [number, number], dx = 0, dy = 0): Promise<number[]> {
  const canvas = await canvasOf(map, layer);
  const [x, y] = map.pixelOf(lonLat) as [number, number];
  const ratio = canvas.width / map.clientWidth;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  return [...context.getImageData(Math.floor((x + dx) * ratio), Math.floor((y + dy) * ratio), 1, 1).data];
}

/** Number of pixels a layer has painted. */
export async function paintedPixels(map: YztMap, layer: LayerElement): Promise<number> {
  const canvas = await canvasOf(map, layer);
  const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
  let painted = 0;
  for (let i = 3; i < data.length; i += 4) if ((data[i] as number) > 0) painted++;
  return painted;
}

/** A box with a hole, a second one over its corner, a line and a point. */
export function mixedShapes(): Dataset {
  const geometry = shapeGeometry([
    { type: 3, polygons: [[box(120.35, 36.05, 120.41, 36.09), box(120.37, 36.06, 120.39, 36.08)]] },
    { type: 3, polygons: [[box(120.4, 36.08, 120.43, 36.1)]] },
    { type: 2, lines: [[[120.36, 36.03], [120.42, 36.03]]] },
    { type: 1, points: [[120.38, 36.02]] },
  ]);
  const columns = Dataset.fromColumns({ columns: { kind: ['居住', '工业', '道路', '点'], name: ['甲区', '乙区', '丙路', '丁点'] } }).columns;
  return new Dataset({ rowCount: 4, columns, geometry, report: { total: 4, kept: 4, notes: [] } });
}
