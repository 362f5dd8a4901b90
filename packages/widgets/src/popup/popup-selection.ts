/** Pure logic: the feature a popup shows when a row is selected elsewhere – in a list, in a chart, by the page – and where it lies. */
import { rowBounds, verticesOf, type Dataset, type Geometry } from '@yizhangtu/data/model';

type LonLat = readonly [lon: number, lat: number];
type Shapes = Extract<Geometry, { kind: 'shape' }>;

/** What is read from a layer. Every layer element has it. */
export interface SelectionLayer {
  readonly layerDataset?: Dataset | undefined;
  readonly invisible: boolean;
  readonly noSelect?: boolean;
  readonly groupElement?: Pick<SelectionLayer, 'invisible' | 'groupElement'> | undefined;
}

/** A selected row on its layer. */
export interface SelectedRow<L extends SelectionLayer = SelectionLayer> {
  readonly layer: L;
  readonly dataset: Dataset;
  readonly row: number;
  readonly lonLat: LonLat;
}

function isOff(layer: Pick<SelectionLayer, 'invisible' | 'groupElement'>): boolean {
  return layer.invisible || (layer.groupElement !== undefined && isOff(layer.groupElement));
}

/** Middle of the widest stretch of a polygon row on the parallel `lat`; undefined where the parallel misses it. */
function middleAlong({ coordinates, vertexStart, ringStart, partStart }: Shapes, row: number, lat: number): number | undefined {
  const crossings: number[] = [];
  const end = ringStart[partStart[row + 1] as number] as number;
  for (let ring = ringStart[partStart[row] as number] as number; ring < end; ring++) {
    for (let v = vertexStart[ring] as number; v + 1 < (vertexStart[ring + 1] as number); v++) {
      const [lon0, lat0, lon1, lat1] = coordinates.subarray(2 * v, 2 * v + 4) as unknown as [number, number, number, number];
      if (lat0 > lat !== lat1 > lat) crossings.push(lon0 + ((lat - lat0) / (lat1 - lat0)) * (lon1 - lon0));
    }
  }
  crossings.sort((a, b) => a - b);
  let [best, widest] = [undefined as number | undefined, 0];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from, to] = [crossings[i] as number, crossings[i + 1] as number];
    if (to - from > widest) [best, widest] = [(from + to) / 2, to - from];
  }
  return best;
}

/** A place on a row: of a point itself, of a line its middle vertex, of a polygon one inside. Undefined without a place. */
export function placeOn(geometry: Geometry, row: number): LonLat | undefined {
  const bounds = rowBounds(geometry, row);
  if (!bounds || geometry.kind === 'none') return undefined;
  const [west, south, east, north] = bounds;
  if (geometry.kind === 'point' || geometry.types[row] === 1) return [(west + east) / 2, (south + north) / 2];
  if (geometry.types[row] === 3) {
    const lat = (south + north) / 2;
    return [middleAlong(geometry, row, lat) ?? (west + east) / 2, lat];
  }
  const [from, to] = verticesOf(geometry, row);
  const middle = 2 * ((from + to) >> 1);
  return [geometry.coordinates[middle] as number, geometry.coordinates[middle + 1] as number];
}

/**
 * The feature to show for a dataset with one selected row: on the topmost layer that draws the dataset and lets it be selected.
 * Undefined when several rows or none are selected, no layer shows them, filters keep the row out, or it has no place.
 * @param layers The layers that count, bottom first.
 */
export function selectedRow<L extends SelectionLayer>(dataset: Dataset, layers: readonly L[]): SelectedRow<L> | undefined {
  const [row] = dataset.selection;
  if (row === undefined || dataset.selection.size !== 1 || dataset.passing()[row] !== 1) return undefined;
  const lonLat = placeOn(dataset.geometry, row);
  const draws = (layer: L): boolean => layer.layerDataset === dataset && layer.noSelect !== true && !isOff(layer);
  const layer = [...layers].reverse().find(draws);
  return layer && lonLat && { layer, dataset, row, lonLat };
}
