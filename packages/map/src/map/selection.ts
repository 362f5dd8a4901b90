import type { LayerElement } from '../layer/layer.js';
import type { Bounds } from '../shared/values.js';
import type { Dataset, DatasetLike } from '@yizhangtu/data/model';
import type { Hit } from './map-types.js';

/** What a layer may forbid. Layers without data have neither. */
interface Choices {
  readonly noHover?: boolean;
  readonly noSelect?: boolean;
  /** Lets go of what is chosen of rows that are elsewhere. Returns whether there was anything. */
  letGo?(): boolean;
}

/** Whether rows of a layer can be selected. */
export function isSelectable(layer: LayerElement): boolean {
  return layer.layerDataset !== undefined && (layer as Choices).noSelect !== true;
}

/** Whether rows of a layer react to the pointer. */
export function isHoverable(layer: LayerElement): boolean {
  return (layer as Choices).noHover !== true;
}

function datasetsOf(layers: readonly LayerElement[]): Set<Dataset> {
  const datasets = new Set<Dataset>();
  for (const layer of layers) if (isSelectable(layer) && layer.layerDataset) datasets.add(layer.layerDataset);
  return datasets;
}

/** Empties the selection of every dataset on the map, but for one. Returns whether there was anything selected. */
export function clearSelection(layers: readonly LayerElement[], but?: DatasetLike): boolean {
  let cleared = false;
  for (const layer of layers) if ((layer as Choices).letGo?.()) cleared = true;
  for (const dataset of datasetsOf(layers)) {
    if (dataset === but || dataset.selection.size === 0) continue;
    dataset.select([]);
    cleared = true;
  }
  return cleared;
}

/** What a click does: the top hit is selected alone, or added to and taken from the selection; beside everything it clears. */
export function selectHit(hits: readonly Hit[], layers: readonly LayerElement[], additive: boolean): void {
  const hit = hits.find(({ layer, bin }) => (bin?.choose ? (layer as Choices).noSelect !== true : isSelectable(layer)));
  if (!hit) {
    if (!additive) clearSelection(layers);
    return;
  }
  if (hit.bin?.choose) return hit.bin.choose(additive);
  const rows = hit.bin?.rows ?? [hit.row];
  if (additive) {
    // A cell of which a part is selected becomes wholly so.
    const whole = rows.every((row) => hit.dataset.selection.has(row));
    hit.dataset.select(rows, whole ? 'toggle' : 'add');
  } else {
    clearSelection(layers, hit.dataset);
    hit.dataset.select(rows);
  }
}

/** Selects every row that a box touches, in all datasets on the map; returns how many. */
export function selectBounds(bounds: Bounds, layers: readonly LayerElement[], additive: boolean): number {
  // A byte a row: a set of half a million takes longer to make than a frame lasts.
  const found = new Map<Dataset, Uint8Array>();
  for (const layer of layers) {
    if (!layer.isShown || !layer.layerDataset || !isSelectable(layer)) continue;
    const has = found.get(layer.layerDataset) ?? new Uint8Array(layer.layerDataset.rowCount);
    for (const row of layer.rowsIn(bounds)) has[row] = 1;
    found.set(layer.layerDataset, has);
  }
  let count = 0;
  if (!additive) for (const dataset of datasetsOf(layers)) if (!found.has(dataset) && dataset.selection.size > 0) dataset.select([]);
  for (const [dataset, has] of found) {
    const rows = new Uint32Array(has.length);
    let length = 0;
    for (let row = 0; row < has.length; row++) if (has[row] === 1) rows[length++] = row;
    dataset.select(rows.subarray(0, length), additive ? 'add' : 'replace');
    count += length;
  }
  return count;
}

/** Tells every dataset which of its rows the pointer is on: the topmost hit only, so that one thing is marked. A cell is none of its rows. */
export function setHover(hits: readonly Hit[], hovered: Set<DatasetLike>): void {
  const top = hits[0]?.bin ? undefined : hits[0];
  for (const dataset of hovered) if (dataset !== top?.dataset) dataset.setHover(-1);
  hovered.clear();
  if (!top) return;
  top.dataset.setHover(top.row);
  hovered.add(top.dataset);
}
