/** Pure logic of the legend: blocks and rows from the symbology of layers, counts, and what a click filters. */
import type { Dataset, Filter } from '@yizhangtu/data/model';
import type { SymbolClass, Symbology } from '@yizhangtu/data/symbology';
import { swatchShape, type SwatchShape } from '../shared/swatch.js';

/** What the legend reads from a layer. Every layer element has it. */
export interface LegendLayer {
  readonly label?: string;
  readonly legendTitle?: string;
  readonly groupElement?: Pick<LegendLayer, 'invisible' | 'groupElement'>;
  readonly invisible: boolean;
  readonly noLegend: boolean;
  readonly minZoom?: number;
  readonly maxZoom?: number;
  readonly symbologyModel?: Symbology;
  readonly layerDataset?: Dataset;
}

/** One class of a layer. */
export interface LegendRow {
  readonly index: number;
  readonly symbol: SymbolClass;
  /** Rows of the class that pass the filters of the other views; undefined for a layer without a dataset. */
  readonly count?: number;
  /** Whether the class passes the legend's own filter. True for all without one. */
  readonly shown: boolean;
  /** Whether a click can filter by it. */
  readonly selectable: boolean;
}

/** One layer in the legend. */
export interface LegendBlock<L extends LegendLayer = LegendLayer> {
  readonly layer: L;
  readonly symbology: Symbology;
  readonly shape: SwatchShape;
  readonly rows: readonly LegendRow[];
  /** A filter on the symbology's field is set. */
  readonly filtered: boolean;
  readonly inScale: boolean;
}

/** Whether a layer draws at a zoom level: from its `minZoom` to its `maxZoom`, both included. True before there is a zoom. */
export function inScaleRange(layer: Pick<LegendLayer, 'minZoom' | 'maxZoom'>, zoom: number): boolean {
  if (Number.isNaN(zoom)) return true;
  return zoom >= (layer.minZoom ?? -Infinity) && zoom <= (layer.maxZoom ?? Infinity);
}

/** Whether a layer is switched off, itself or through a group around it. */
export function isOff(layer: Pick<LegendLayer, 'invisible' | 'groupElement'>): boolean {
  return layer.invisible || (layer.groupElement !== undefined && isOff(layer.groupElement));
}

/** Rows of each class among those that pass every filter but the symbology's own. */
export function classCounts(symbology: Symbology, dataset: Dataset): Uint32Array {
  const counts = new Uint32Array(symbology.classes.length);
  const passing = dataset.passing(symbology.field === undefined ? [] : [symbology.field]);
  const { classOf } = symbology;
  const end = Math.min(passing.length, classOf.length);
  for (let row = 0; row < end; row++) {
    const index = classOf[row] as number;
    if (passing[row] === 1 && index < counts.length) counts[index] = (counts[index] as number) + 1;
  }
  return counts;
}

type Key = string | number | boolean | null;

function keysOf(symbol: SymbolClass): readonly Key[] | undefined {
  if (symbol.filter) return symbol.filter.kind === 'in' ? symbol.filter.values : undefined;
  return symbol.key === undefined ? undefined : [symbol.key];
}

function rangeOf(symbol: SymbolClass): { min?: number; max?: number } | undefined {
  if (symbol.filter) return symbol.filter.kind === 'range' ? symbol.filter : undefined;
  return symbol.min === undefined && symbol.max === undefined ? undefined : symbol;
}

/** Whether a filter lets a class through, as far as the legend can tell. A filter of another kind shows every class. */
export function classIsShown(symbol: SymbolClass, filter: Filter | undefined): boolean {
  if (filter?.kind === 'in') {
    const keys = keysOf(symbol);
    return keys !== undefined && keys.some((key) => filter.values.includes(key));
  }
  if (filter?.kind !== 'range') return true;
  const range = rangeOf(symbol);
  if (!range) return false;
  const low = Math.max(range.min ?? -Infinity, filter.min ?? -Infinity);
  return low < Math.min(range.max ?? Infinity, filter.max ?? Infinity);
}

function isSelectable(symbology: Symbology, symbol: SymbolClass): boolean {
  if (symbology.field === undefined || symbology.kind === 'fixed') return false;
  return keysOf(symbol) !== undefined || rangeOf(symbol) !== undefined;
}

/**
 * The legend of a map, in reading order: the top layer first. Layers without a symbology, or with `noLegend`, have no block.
 * @param withInvisible Also layers that are switched off.
 */
export function legendBlocks<L extends LegendLayer>(layers: readonly L[], zoom: number, withInvisible = false): LegendBlock<L>[] {
  const blocks: LegendBlock<L>[] = [];
  for (const layer of layers) {
    const symbology = layer.symbologyModel;
    if (!symbology || layer.noLegend || (isOff(layer) && !withInvisible)) continue;
    const dataset = layer.layerDataset;
    const counts = dataset && classCounts(symbology, dataset);
    const filter = symbology.field === undefined ? undefined : dataset?.filters.get(symbology.field);
    const rows = symbology.classes.map((symbol, index) => ({
      index,
      symbol,
      count: counts?.[index],
      shown: classIsShown(symbol, filter),
      selectable: dataset !== undefined && isSelectable(symbology, symbol),
    }));
    const shape = swatchShape(dataset?.geometry);
    blocks.unshift({ layer, symbology, shape, rows, filtered: filter !== undefined, inScale: inScaleRange(layer, zoom) });
  }
  return blocks;
}

function toggledKeys(symbology: Symbology, filter: Filter | undefined, keys: readonly Key[]): Filter | undefined {
  const field = symbology.field as string;
  if (filter?.kind !== 'in') return { kind: 'in', field, values: [...keys] };
  const on = keys.every((key) => filter.values.includes(key));
  const values = on ? filter.values.filter((value) => !keys.includes(value)) : [...filter.values, ...keys.filter((key) => !filter.values.includes(key))];
  const all = symbology.classes.every((symbol) => keysOf(symbol)?.every((key) => values.includes(key)) ?? true);
  return values.length === 0 || all ? undefined : { kind: 'in', field, values };
}

/**
 * A range filter has no gaps, so breaks are chosen as one run of neighbours: a class beside the run joins it, an end leaves it,
 * any other starts a new run.
 */
function toggledRun(symbology: Symbology, filter: Filter | undefined, index: number): Filter | undefined {
  const ranged = symbology.classes.map((symbol) => rangeOf(symbol) !== undefined);
  const on = symbology.classes.map((symbol, at) => ranged[at] === true && filter?.kind === 'range' && classIsShown(symbol, filter));
  let [first, last] = [on.indexOf(true), on.lastIndexOf(true)];
  if (first < 0) [first, last] = [index, index];
  else if (index === first - 1) first = index;
  else if (index === last + 1) last = index;
  else if (first === last && index === first) return undefined;
  else if (index === first) first++;
  else if (index === last) last--;
  else [first, last] = [index, index];
  const ranges = symbology.classes.slice(first, last + 1).map((symbol) => rangeOf(symbol) ?? {});
  // The colours may run from high to low, so the ends are searched for, not assumed.
  const min = Math.min(...ranges.map((range) => range.min ?? -Infinity));
  const max = Math.max(...ranges.map((range) => range.max ?? Infinity));
  const whole = first === ranged.indexOf(true) && last === ranged.lastIndexOf(true);
  if (whole) return undefined;
  return {
    kind: 'range',
    field: symbology.field as string,
    ...(min > -Infinity && { min }),
    ...(max < Infinity && { max }),
  };
}

/** The filter on the symbology's field after a click on a class; undefined for none. The first click shows only that class. */
export function toggledFilter(symbology: Symbology, filter: Filter | undefined, index: number): Filter | undefined {
  const symbol = symbology.classes[index];
  if (!symbol || !isSelectable(symbology, symbol)) return filter;
  const keys = keysOf(symbol);
  if (keys && (symbology.kind === 'class' || filter?.kind !== 'range')) return toggledKeys(symbology, filter, keys);
  return rangeOf(symbol) ? toggledRun(symbology, filter, index) : filter;
}

